from typing import Any

import pytest
from auditor_checks.navigation.links_work import links_work

from auditor.api import Kind, Outcome, Stage
from tests.checks.judging import outcome
from tests.checks.pages import Page
from tests.checks.recordings import Shop


def link(status: int, name: str = "About", policy: str = "") -> dict[str, Any]:
    return {"url": f"https://shop.example/{name.lower()}-{status}", "label": name, "status": status, "policy": policy, "footer": True}


def judged(shop: Shop, *links: dict[str, Any]) -> Outcome:
    shop.walk().page(Stage.HOME).probe("furniture_links", {"url": "https://shop.example/", "links": list(links)})
    return outcome(links_work, shop)


def test_working_links_pass(shop: Shop) -> None:
    assert judged(shop, link(200), link(204)).kind is Kind.PASS


def test_a_dead_policy_fails_and_is_named(shop: Shop) -> None:
    found = judged(shop, *[link(200)] * 30, link(404, "Returns", "returns"))
    assert (found.kind, found.findings[0].url) == (Kind.FAIL, "https://shop.example/returns-404")


def test_many_dead_links_fail(shop: Shop) -> None:
    assert judged(shop, link(200), link(500), link(410)).kind is Kind.FAIL


def test_one_dead_link_of_many_is_warned_of(shop: Shop) -> None:
    assert judged(shop, *[link(200)] * 30, link(404)).kind is Kind.WARN


@pytest.mark.parametrize(
    ("name", "language", "footer", "kind"),
    [
        ("Batterien & Altgeräte", "de", True, Kind.FAIL),
        ("Moyens de paiement", "fr", True, Kind.FAIL),
        ("Cookie policy", "en", True, Kind.FAIL),
        ("Batterien", "de", False, Kind.WARN),  # goods of the menu
        ("Nos ateliers", "fr", True, Kind.WARN),
    ],
)
def test_what_else_buyers_rely_on_is_a_policy_in_the_footer(shop: Shop, name: str, language: str, footer: bool, kind: Kind) -> None:
    links = [*[link(200)] * 30, {**link(404, name), "footer": footer}]
    shop.walk(language=language).page(Stage.HOME, Page(lang=language)).probe(
        "furniture_links", {"url": "https://shop.example/", "links": links}
    )
    assert outcome(links_work, shop).kind is kind


def test_refused_answers_do_not_count(shop: Shop) -> None:
    assert judged(shop, link(200), link(200), link(403)).kind is Kind.PASS


def test_a_shop_that_refuses_most_is_not_measurable(shop: Shop) -> None:
    assert judged(shop, link(200), link(403), link(429), link(0)).kind is Kind.NOT_MEASURABLE


def test_what_is_not_listed_is_counted(shop: Shop) -> None:
    found = judged(shop, *(link(404, f"Page {number}") for number in range(13)))
    assert (len(found.findings), found.unlisted) == (10, 3)
