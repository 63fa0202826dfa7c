import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.brand.colour import DARK_PAPERS, LEGIBLE, LIGHT_PAPERS, contrast, is_legible, made_legible, mixed

COLOURS = st.binary(min_size=3, max_size=3).map(lambda parts: f"#{parts.hex()}")


@pytest.mark.parametrize(
    ("one", "other", "wanted"),
    [
        ("#000000", "#ffffff", 21), ("#ffffff", "#ffffff", 1), ("#767676", "#ffffff", 4.54), ("#ff0000", "#ffffff", 4.0),
        ("#0000ff", "#ffffff", 8.59),
    ],
)  # fmt: skip
def test_the_contrast_is_that_of_wcag(one: str, other: str, wanted: float) -> None:
    assert contrast(one, other) == pytest.approx(wanted, abs=0.005)
    assert contrast(one, other) == contrast(other, one)


@given(COLOURS)
def test_every_colour_can_be_made_legible(colour: str) -> None:
    for papers in (LIGHT_PAPERS, DARK_PAPERS):
        made = made_legible(colour, papers)
        assert min(contrast(made, paper) for paper in papers) >= LEGIBLE
        assert made_legible(made, papers) == made


def test_a_legible_colour_stays_as_it_is() -> None:
    assert made_legible("#0f5a66", LIGHT_PAPERS) == "#0f5a66"


def test_no_colour_is_legible_on_light_and_on_dark_papers() -> None:
    assert not [grey for part in range(256) if is_legible(grey := f"#{part:02x}{part:02x}{part:02x}", (*LIGHT_PAPERS, *DARK_PAPERS))]


def test_a_weak_colour_keeps_its_hue_and_changes_no_more_than_it_must() -> None:
    made = made_legible("#e8590c", LIGHT_PAPERS)
    red, green, blue = bytes.fromhex(made[1:])
    assert red > green > blue
    assert 4.5 <= contrast(made, LIGHT_PAPERS[1]) < 4.7


@given(COLOURS)
def test_text_in_the_accent_can_be_read_on_a_pale_area_of_it(colour: str) -> None:
    accent = made_legible(colour, LIGHT_PAPERS)
    assert contrast(accent, mixed(accent, "#ffffff", 0.07)) >= LEGIBLE


def test_a_mixture_lies_between() -> None:
    assert mixed("#ff0000", "#ffffff", 0) == "#ffffff"
    assert mixed("#ff0000", "#ffffff", 1) == "#ff0000"
    assert mixed("#000000", "#ffffff", 0.5) == "#808080"
