import pytest
from auditor_checks.navigation.search_exact import search_exact

from auditor.api import Kind, Stage
from tests.checks.judging import outcome
from tests.checks.pages import Page
from tests.checks.recordings import Shop

ANSWERED = {
    "stage": "search",
    "note": "query “Blue vase”",
    "url_before": "https://shop.example/",
    "url_after": "https://shop.example/s?q=1",
}
OTHERS = ("Linen cushion", "Oak board", "Wool throw", "Enamel mug")


def results(*titles: str) -> Page:
    page = Page("https://shop.example/search?q=Blue+vase")
    page.cards(*titles)
    return page


def test_the_first_result_passes(shop: Shop) -> None:
    shop.walk(product={"title": "Blue vase"}).page(Stage.SEARCH, results("Blue vase", *OTHERS), action="searched for “Blue vase”")
    found = outcome(search_exact, shop)
    assert (found.kind, found.value) == (Kind.PASS, 1)


def test_a_late_place_is_warned_of(shop: Shop) -> None:
    shop.walk(product={"title": "Blue vase"}).page(Stage.SEARCH, results(*OTHERS, "Blue vase"), action="searched for “Blue vase”")
    found = outcome(search_exact, shop)
    assert (found.kind, found.value) == (Kind.WARN, 5)


MANY = [f"{thing} {number}" for thing in ("Linen cushion", "Oak board") for number in ("one", "two", "three", "four", "five", "six")]


@pytest.mark.parametrize(
    ("query", "kind"),
    [("Blue vase", Kind.FAIL), ("Blaue Vase", Kind.WARN)],  # the name it is sold by, and another
)
def test_a_name_found_behind_ten_others_fails(shop: Shop, query: str, kind: Kind) -> None:
    walk = shop.walk(product={"title": "Blue vase"})
    walk.page(Stage.SEARCH, results(*MANY, "Blue vase"), action=f"searched for “{query}”")
    found = outcome(search_exact, shop)
    assert (found.kind, found.value) == (kind, 13)


def test_a_name_of_which_only_words_are_found_is_warned_of(shop: Shop) -> None:
    shop.walk().page(Stage.SEARCH, results("Blue vase"), action="searched for “vase”", attempts=2)
    assert outcome(search_exact, shop).kind is Kind.WARN


def test_a_product_that_is_sold_but_not_found_fails(shop: Shop) -> None:
    walk = shop.walk(product={"title": "Blue vase"}).page(Stage.PRODUCT)
    walk.missed(Stage.SEARCH, "Searching for “Blue vase” did not show that product.", attempts=3).trace(ANSWERED)
    assert outcome(search_exact, shop).kind is Kind.FAIL


def test_an_answer_that_leads_to_no_page_is_not_measurable(shop: Shop) -> None:
    walk = shop.walk(product={"title": "Blue vase"}).page(Stage.PRODUCT)
    nonsense = {**ANSWERED, "note": "query “zqxjvkw”"}
    walk.missed(Stage.SEARCH, "Searching for “Blue vase” did not show that product.").trace(
        {**ANSWERED, "url_after": "https://shop.example/"}, nonsense
    )
    assert outcome(search_exact, shop).kind is Kind.NOT_MEASURABLE


def test_words_that_are_no_name_are_not_measurable(shop: Shop) -> None:
    walk = shop.walk(product={"title": "Blue vase"}).page(Stage.PRODUCT)
    walk.missed(Stage.SEARCH, "Searching for “Show price” did not show that product.", attempts=3)
    assert outcome(search_exact, shop).kind is Kind.NOT_MEASURABLE


def test_a_badge_beside_the_name_is_no_fault_of_the_search(shop: Shop) -> None:
    walk = shop.walk(product={"title": "Blue stoneware vase"}).page(Stage.PRODUCT)
    walk.missed(Stage.SEARCH, "Searching for “Blue stoneware vase Bestseller” did not show that product.", attempts=3)
    assert outcome(search_exact, shop).kind is Kind.NOT_MEASURABLE


def test_a_name_too_long_to_be_typed_is_judged_by_its_words(shop: Shop) -> None:
    title = "Blue stoneware vase with two handles and a lid, made by hand in the north"
    shop.walk(product={"title": title}).page(Stage.SEARCH, results(title), action="searched for “stoneware handles”", attempts=2)
    assert outcome(search_exact, shop).kind is Kind.PASS


def test_a_shop_without_search_is_not_concerned(shop: Shop) -> None:
    shop.walk().missed(Stage.SEARCH, "The shop shows no search field and no search button.", attempts=0)
    assert outcome(search_exact, shop).kind is Kind.NOT_APPLICABLE
