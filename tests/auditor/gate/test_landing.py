import pytest

from auditor.gate.landing import landing_notes, landing_rules
from tests.auditor.specimens import evidence, walked
from tests.reports.results import step


def landed(site: str, home: str, outcome: str = "reached") -> tuple[list[str], list[str]]:
    found = evidence([], [walked(steps=[step("home", outcome, url=home)])], site=site)
    return [rule.message for rule in landing_rules(found)], list(landing_notes(found))


@pytest.mark.parametrize(
    ("site", "home"),
    [
        ("https://staging.shop.example/", "https://www.shop.example/"),
        ("https://shop.example/", "https://notshop.example/"),
        ("http://localhost:8080/", "https://shop.example/"),
    ],
)
def test_another_host_is_no_evidence_of_the_one_that_was_asked_for(site: str, home: str) -> None:
    rules, notes = landed(site, home)
    asked, other = (url.split("/")[2].removeprefix("www.").partition(":")[0] for url in (site, home))
    assert rules == [
        f"The address of {asked} led to {other} on desktop, so nothing of {asked} was judged. If {other} is meant, audit its address."
    ]
    assert notes == []


def test_a_part_of_the_host_that_was_asked_for_is_named() -> None:
    told = "The address of shop.example led to m.shop.example on desktop, so m.shop.example was judged."
    assert landed("https://www.shop.example", "https://m.shop.example/") == ([], [told])


@pytest.mark.parametrize(
    ("site", "home"),
    [
        ("https://shop.example", "https://www.shop.example/de"),
        ("http://shop.example:8080", "https://shop.example/"),
        ("http://127.0.0.1:8080", "http://localhost:8080/"),
        ("https://shop.example", "https://["),
        ("", "https://shop.example/"),
    ],
)
def test_the_same_host_by_another_name_is_no_matter(site: str, home: str) -> None:
    assert landed(site, home) == ([], [])


def test_a_home_page_that_was_not_reached_led_nowhere() -> None:
    assert landed("https://shop.example", "https://other.example/", "failed") == ([], [])
