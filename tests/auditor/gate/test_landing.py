import pytest

from auditor.gate.landing import landing_notes
from tests.auditor.specimens import evidence, walked
from tests.reports.results import step


@pytest.mark.parametrize(
    ("site", "landed", "named"),
    [
        ("https://staging.shop.example/", "https://www.shop.example/", True),
        ("https://shop.example", "https://www.shop.example/de", False),
        ("http://shop.example:8080", "https://shop.example/", False),
        ("https://shop.example", "https://[", False),
        ("", "https://shop.example/", False),
    ],
)
def test_another_host_than_the_one_asked_for_is_named(site: str, landed: str, named: bool) -> None:
    notes = list(landing_notes(evidence([], [walked(steps=[step("home", url=landed)])], site=site)))
    assert notes == (["The address of staging.shop.example led to shop.example on desktop, so shop.example was judged."] if named else [])


def test_a_home_page_that_was_not_reached_led_nowhere() -> None:
    steps = [step("home", "failed", url="https://other.example/")]
    assert list(landing_notes(evidence([], [walked(steps=steps)], site="https://shop.example"))) == []
