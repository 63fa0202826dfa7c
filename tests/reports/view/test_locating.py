import pytest
from auditor_reports.view.locating import located

from auditor.api import JourneyResult
from tests.auditor.specimens import walked
from tests.reports.results import audit, said, seen, step

CART = "https://shop.example/cart"


def journey(device: str, **pictures: str) -> JourneyResult:
    return walked(device=device, steps=[step(stage, screenshot=shot) for stage, shot in pictures.items()])


@pytest.mark.parametrize(
    ("journeys", "device", "picture"),
    [
        ([journey("desktop", cart="d.webp")], "desktop", "d.webp"),
        ([journey("desktop", cart="d.webp"), journey("mobile", cart="m.webp")], "mobile", "m.webp"),
        ([journey("desktop", cart="d.webp")], None, "d.webp"),
        ([journey("desktop", cart="d.webp"), journey("mobile", cart="m.webp")], None, None),
        ([journey("desktop", home="d.webp")], "desktop", None),
        ([journey("desktop", cart="d.webp")], "mobile", None),
    ],
)
def test_a_finding_gets_the_picture_of_its_page_if_there_is_just_one(
    journeys: list[JourneyResult], device: str | None, picture: str | None
) -> None:
    result = audit(journeys=journeys, shown=[said(findings=[seen(url=CART, device=device, stage=None)])])
    assert located(result).verdicts[0].findings[0].screenshot == picture


def test_a_picture_of_its_own_is_kept() -> None:
    result = audit(journeys=[journey("desktop", cart="d.webp")], shown=[said(findings=[seen(url=CART, screenshot="own.webp")])])
    assert located(result).verdicts[0].findings[0].screenshot == "own.webp"
