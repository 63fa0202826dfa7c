import pytest
from auditor_reports.view.places import Place, places_of, where

from auditor.api import Stage
from tests.reports.results import said


def test_a_place_is_told_once() -> None:
    verdicts = [said(stage="cart"), said(stage="cart"), said(device="mobile"), said(device=None)]
    assert places_of(verdicts) == [("desktop", "cart"), ("mobile", None), (None, None)]


@pytest.mark.parametrize(
    ("places", "words"),
    [
        ([], ""),
        ([(None, None)], "Whole shop"),
        ([("desktop", None)], "Desktop"),
        ([("desktop", "cart"), ("mobile", "cart")], "Desktop and Phone: Cart"),
        ([("desktop", "cart"), ("mobile", "search")], "Desktop: Cart; Phone: Search"),
        ([("desktop", "payment"), ("desktop", "home")], "Desktop: Home page, Payment"),
        ([("Pixel 7", "shipping")], "Pixel 7: Delivery"),
        ([("desktop", stage.value) for stage in Stage], "Desktop: all stages"),
    ],
)  # fmt: skip
def test_places_are_written_for_people(places: list[Place], words: str) -> None:
    assert where(places) == words


def test_many_stages_are_counted() -> None:
    places: list[Place] = [("desktop", stage) for stage in ("home", "category", "search", "product", "cart")]
    assert where(places, most=4) == "Desktop: 5 stages"
