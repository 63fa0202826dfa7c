"""The three checks that judge what the search makes of other words."""

from typing import Any

import pytest
from auditor_checks.navigation.search_help_content import search_help_content
from auditor_checks.navigation.search_suggestions import search_suggestions
from auditor_checks.navigation.search_typo import search_typo

from auditor.api import Check, Kind, Outcome, Stage
from tests.checks.judging import outcome
from tests.checks.recordings import Shop

TYPO = {"query": "Ble vase", "url": "https://shop.example/search?q=Ble", "status": 200, "found": True, "products": 1,
        "says_nothing_found": False, "corrected": False}  # fmt: skip
HELP = {"query": "returns", "url": "https://shop.example/search?q=returns", "status": 200, "links": ["https://shop.example/returns"]}
SUGGESTED = {"typed": "Blue", "shown": 4, "texts": 0, "fitting": 3, "reachable": True, "seconds": 0.4, "url": "https://shop.example/"}


def judged(check: Check, shop: Shop, **found: Any) -> Outcome:
    told = {"query": "Blue vase", "url": "https://shop.example/search?q=Blue", "title": "Blue vase"}
    shop.walk().page(Stage.SEARCH).probe("search_variants", {**told, "typo": TYPO, "help": HELP, "suggestions": SUGGESTED, **found})
    return outcome(check, shop)


@pytest.mark.parametrize("check", [search_typo, search_help_content, search_suggestions])
class TestEach:
    def test_a_good_search_passes(self, check: Check, shop: Shop) -> None:
        assert judged(check, shop).kind is Kind.PASS

    def test_a_shop_without_search_is_not_concerned(self, check: Check, shop: Shop) -> None:
        shop.walk().missed(Stage.SEARCH, "None.", attempts=0).probe("search_variants", "The shop has no search.")
        assert outcome(check, shop).kind is Kind.NOT_APPLICABLE

    def test_a_probe_that_did_not_run_is_not_measurable(self, check: Check, shop: Shop) -> None:
        shop.walk().page(Stage.SEARCH).probe("search_variants", "The probe did not finish.")
        assert outcome(check, shop).kind is Kind.NOT_MEASURABLE


@pytest.mark.parametrize(
    ("typo", "kind"),
    [
        ({"found": False, "products": 0}, Kind.FAIL),
        ({"found": False, "products": 4, "says_nothing_found": True}, Kind.FAIL),
        ({"found": False, "products": 0, "shown": 4}, Kind.FAIL),
        ({"found": False, "status": 500}, Kind.FAIL),
        ({"found": False, "products": 4}, Kind.WARN),
        ({"found": False, "products": 0, "corrected": True}, Kind.WARN),
    ],
)
def test_a_typing_error(typo: dict[str, Any], kind: Kind, shop: Shop) -> None:
    assert judged(search_typo, shop, typo={**TYPO, **typo}).kind is kind


def test_products_that_are_recommended_are_told_from_none(shop: Shop) -> None:
    found = judged(search_typo, shop, typo={**TYPO, "found": False, "products": 0, "shown": 4, "right": "Blue"})
    assert found.message == "Searching for “Ble vase” instead of “Blue” finds nothing; the products on the page are only recommended."


def test_names_without_long_words_are_not_concerned(shop: Shop) -> None:
    assert judged(search_typo, shop, typo=None).kind is Kind.NOT_APPLICABLE


def test_no_help_among_the_results_fails(shop: Shop) -> None:
    assert judged(search_help_content, shop, help={**HELP, "links": []}).kind is Kind.FAIL


@pytest.mark.parametrize(
    ("seen", "kind"),
    [
        ({"shown": 0}, Kind.FAIL),
        ({"shown": 0, "texts": 5}, Kind.WARN),
        ({"reachable": False}, Kind.WARN),
    ],
)
def test_suggestions(seen: dict[str, Any], kind: Kind, shop: Shop) -> None:
    assert judged(search_suggestions, shop, suggestions={**SUGGESTED, **seen}).kind is kind


def test_a_field_that_cannot_be_typed_into_is_not_measurable(shop: Shop) -> None:
    assert judged(search_suggestions, shop, suggestions="Nothing could be typed.").kind is Kind.NOT_MEASURABLE


def test_where_the_right_word_is_not_found_either_nothing_is_said_of_typing_errors(shop: Shop) -> None:
    assert judged(search_typo, shop, typo={"unsure": True}).kind is Kind.NOT_MEASURABLE
