import pytest
from auditor_checks.mobile.tap_targets import tap_targets

from auditor.api import Kind, Stage
from tests.checks.judging import outcome
from tests.checks.pages import PHONE, Area, Page
from tests.checks.recordings import Shop


def pair(first: Area, second: Area) -> Page:
    page = Page(window=PHONE)
    with page.part("p"):
        page.link("−", "/less", box=first)
        page.link("+", "/more", box=second)
    return page


def test_large_targets_pass(shop: Shop) -> None:
    shop.walk(mobile=True).page(Stage.HOME, pair((0, 0, 44, 44), (44, 0, 44, 44)))
    assert outcome(tap_targets, shop).kind is Kind.PASS


def test_small_targets_side_by_side_fail(shop: Shop) -> None:
    shop.walk(mobile=True).page(Stage.HOME, pair((0, 0, 12, 12), (14, 0, 12, 12)))
    found = outcome(tap_targets, shop)
    assert (found.kind, found.value) == (Kind.FAIL, 2)
    assert "12 × 12" in found.findings[0].message


def test_small_targets_with_room_around_them_pass(shop: Shop) -> None:
    shop.walk(mobile=True).page(Stage.HOME, pair((0, 0, 12, 12), (60, 0, 12, 12)))
    assert outcome(tap_targets, shop).kind is Kind.PASS


def test_a_single_small_target_only_warns(shop: Shop) -> None:
    shop.walk(mobile=True).page(Stage.HOME, pair((0, 0, 17, 33), (18, 0, 200, 33)))
    found = outcome(tap_targets, shop)
    assert (found.kind, found.value) == (Kind.WARN, 1)


def test_links_in_a_sentence_are_exempt(shop: Shop) -> None:
    page = Page(window=PHONE)
    with page.part("p") as n:
        page.text("Read our terms and our privacy policy.", tag="p", box=(0, 0, 300, 18))
        page._frame["texts"][-1]["n"] = n
        page.link("terms", "/terms", box=(60, 0, 30, 16))
        page.link("privacy", "/privacy", box=(92, 0, 40, 16))
    shop.walk(mobile=True).page(Stage.HOME, page)
    assert outcome(tap_targets, shop).kind is Kind.PASS


def footer(*links: str, height: int, pitch: int, lang: str = "en") -> Page:
    page = Page(window=PHONE, lang=lang)
    with page.part("footer"):
        for place, words in enumerate(links):
            with page.part("li"):
                page.link(words, f"/{place}", box=(20, 3000 + pitch * place, 80, height))
    return page


@pytest.mark.parametrize("links", [("Imprint", "Privacy", "Terms"), ("Impressum", "Datenschutz", "AGB")])
def test_links_of_a_footer_without_any_room_warn(shop: Shop, links: tuple[str, ...]) -> None:
    shop.walk(mobile=True).page(Stage.HOME, footer(*links, height=15, pitch=17))
    found = outcome(tap_targets, shop)
    assert (found.kind, found.value) == (Kind.WARN, 3)


@pytest.mark.parametrize(("height", "pitch"), [(15, 24), (24, 24), (23, 23)])
def test_links_of_a_footer_with_room_pass(shop: Shop, height: int, pitch: int) -> None:
    shop.walk(mobile=True).page(Stage.HOME, footer("Imprint", "Privacy", height=height, pitch=pitch))
    assert outcome(tap_targets, shop).kind is Kind.PASS


def test_a_small_link_to_where_a_large_one_leads_too_is_exempt(shop: Shop) -> None:
    page = footer("Returns", "Delivery", height=15, pitch=17)
    for place, words in enumerate(("Returns", "Delivery")):
        page.link(words, f"/{place}", box=(20 + 150 * place, 0, 140, 44))
    shop.walk(mobile=True).page(Stage.HOME, page)
    assert outcome(tap_targets, shop).kind is Kind.PASS


def test_the_label_of_a_box_is_no_neighbour_of_its_own(shop: Shop) -> None:
    page = Page(window=PHONE)
    with page.part("footer"):
        label = page._node("label")
        page._frame["controls"].append({"n": label, "tag": "label", "text": "I accept", "visible": True, "box": [15, 0, 300, 36]})
        page.field("I accept", "checkbox", box=(15, 10, 13, 13))
        page._frame["controls"][-1]["label"] = label
        page.link("Delivery", "/delivery", box=(200, 38, 68, 17))
        page.link("Terms", "/terms", box=(290, 38, 70, 17))
    shop.walk(mobile=True).page(Stage.HOME, page)
    assert outcome(tap_targets, shop).kind is Kind.PASS


@pytest.mark.parametrize(("words", "lang"), [("Tilaa", "fi"), ("Order now", "en")])
def test_a_button_of_the_footer_buys_nothing(shop: Shop, words: str, lang: str) -> None:
    page = Page(window=PHONE, lang=lang)
    with page.part("footer"):
        page.button(words, box=(20, 3000, 64, 38))
    shop.walk(mobile=True, language=lang).page(Stage.HOME, page)
    assert outcome(tap_targets, shop).kind is Kind.PASS


def test_a_low_buy_button_is_warned_of_in_german_too(shop: Shop) -> None:
    page = Page("https://shop.example/vase", lang="de", window=PHONE)
    page.button("In den Warenkorb", box=(20, 400, 300, 30))
    shop.walk(mobile=True, language="de").page(Stage.PRODUCT, page)
    found = outcome(tap_targets, shop)
    assert (found.kind, "30 px" in found.message) == (Kind.WARN, True)


def test_no_page_is_not_measurable(shop: Shop) -> None:
    shop.walk(mobile=True).missed(Stage.HOME, "No answer.")
    assert outcome(tap_targets, shop).kind is Kind.NOT_MEASURABLE


def test_what_is_not_listed_is_counted(shop: Shop) -> None:
    page = Page(window=PHONE)
    with page.part("p"):
        for number in range(11):
            page.link(f"Size {number}", f"/{number}", box=(14 * number, 0, 12, 12))
    shop.walk(mobile=True).page(Stage.HOME, page)
    found = outcome(tap_targets, shop)
    assert (found.value, len(found.findings), found.unlisted) == (11, 8, 3)


def test_low_buttons_that_are_not_listed_are_counted(shop: Shop) -> None:
    walk = shop.walk(mobile=True)
    page = Page("https://shop.example/cart", window=PHONE)
    for number in range(10):
        page.button("Checkout", id=f"checkout-{number}", box=(20, 100 + 60 * number, 300 + number, 30))
    walk.page(Stage.CART, page)
    found = outcome(tap_targets, shop)
    assert (found.kind, found.value, len(found.findings), found.unlisted) == (Kind.WARN, 10, 8, 2)
