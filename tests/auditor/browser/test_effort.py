import pytest

from auditor.browser.effort import Effort
from auditor.model.journey import Typed
from auditor.observe import Control, Observation
from tests.checks.pages import Page

Seen = tuple[Observation, list[Control]]


def page(*tops: float, scroll: int = 0, fixed: bool = False) -> Seen:
    """A page of 3,000 pixels in a window of 800, with a button at each of these heights."""
    made = Page(window=(1200, 800))
    for top in tops:
        made.button("Press", box=(10, top, 100, 40), fixed=fixed)
    raw = made.observation
    raw["frames"][0] |= {"page": [1200, 3000], "scroll": [0, scroll]}
    seen = Observation(raw)
    return seen, [c for c in seen.controls if c.tag == "button"]


def scrolled(seen: Seen) -> float:
    effort = Effort()
    for button in seen[1]:
        effort.reaching(seen[0], button)
    return effort.scrolled


@pytest.mark.parametrize(
    ("seen", "windows"),
    [
        (page(700), 0.0),  # in sight
        (page(1180), 1.0),  # to the middle of the window: 1200 - 400 = 800 pixels
        (page(1180, 1300), 1.0),  # the second one is in sight by then
        (page(1180, 100), 2.0),  # and back
        (page(1180, scroll=800), 0.0),  # was there already
        (page(2900), 2.75),  # no further than the page goes
        (page(1180, fixed=True), 0.0),  # stays in sight
    ],
)
def test_scrolling_is_what_brings_the_next_thing_into_sight(seen: Seen, windows: float) -> None:
    assert scrolled(seen) == pytest.approx(windows)


def test_of_what_is_typed_only_the_length_is_kept() -> None:
    made = Page()
    made.field("Postal  code *", attrs={"autocomplete": "shipping postal-code"})
    effort = Effort()
    effort.typing(Observation(made.observation).controls[0], "10115")
    assert effort.typed == [Typed("Postal code *", 5, "postal-code")]
    assert (effort.fields, effort.characters) == (1, 5)


def test_what_a_probe_did_can_be_forgotten() -> None:
    effort = Effort(clicks=2, typed=[Typed("Name", 3)])
    before = effort.copy()
    effort.clicks += 5
    effort.typed.append(Typed("Name", 9))
    effort.back_to(before)
    assert (effort.clicks, effort.typed) == (2, [Typed("Name", 3)])
