import pytest
from auditor_checks.service.contact_everywhere import contact_everywhere

from auditor.api import Kind, Stage
from tests.checks.judging import outcome
from tests.checks.pages import Page
from tests.checks.recordings import Shop


def page_with(label: str = "", href: str = "", *, place: str = "") -> Page:
    page = Page(f"https://shop.example/{place}")
    with page.part("footer"):
        page.link("About us", "/about")
        if href:
            page.link(label, href)
        elif label:
            page.button(label)
    return page


@pytest.mark.parametrize(
    ("label", "href"),
    [
        ("Contact", "/contact"),
        ("Contact (opens in a new tab)", "/contact"),
        ("+353 91 555 014", "tel:+35391555014"),
        ("hello@shop.example", "mailto:hello@shop.example"),
        ("Live chat", ""),
    ],
)
def test_any_way_on_every_page_passes(shop: Shop, label: str, href: str) -> None:
    shop.walk().page(Stage.HOME, page_with(label, href)).page(Stage.CHECKOUT, page_with(label, href))
    found = outcome(contact_everywhere, shop)
    assert (found.kind, found.value) == (Kind.PASS, 1)


def test_folded_footer_counts(shop: Shop) -> None:
    page = Page()
    with page.part("footer"):
        page.link("Contact", "/contact", visible=False)
    shop.walk(mobile=True).page(Stage.HOME, page)
    assert outcome(contact_everywhere, shop).kind is Kind.PASS


def test_missing_in_the_whole_checkout_warns(shop: Shop) -> None:
    walk = shop.walk().page(Stage.HOME, page_with("Contact", "/contact")).page(Stage.CHECKOUT, page_with(place="pay"))
    walk.page(Stage.PAYMENT, page_with())
    found = outcome(contact_everywhere, shop)
    assert (found.kind, found.value) == (Kind.WARN, 0.33)
    assert [f.key for f in found.findings] == ["checkout", "payment"]
    assert found.findings[0].url == "https://shop.example/pay"


def test_missing_in_two_places_fails(shop: Shop) -> None:
    walk = shop.walk().page(Stage.HOME, page_with("Contact", "/contact"))
    walk.page(Stage.CATEGORY, page_with()).page(Stage.PRODUCT, page_with())
    found = outcome(contact_everywhere, shop)
    assert found.kind is Kind.FAIL
    assert [f.key for f in found.findings] == ["category", "product"]


def test_without_any_page_it_is_not_measurable(shop: Shop) -> None:
    shop.walk().missed(Stage.HOME, "The address did not answer.")
    assert outcome(contact_everywhere, shop).kind is Kind.NOT_MEASURABLE


def test_contact_data_of_the_shopper_is_no_way_to_contact_the_shop(shop: Shop) -> None:
    page = Page("https://shop.example/checkout")
    with page.part("main"):
        page.link("Change Contact", "/checkout/details")
    shop.walk().page(Stage.SHIPPING, page)
    assert outcome(contact_everywhere, shop).kind is Kind.WARN


def phone_page(*, opener: bool = True, lang: str = "en") -> Page:
    page = Page(lang=lang, window=(412, 839))
    with page.part("header"):
        page.link("Shop", "/")
        if opener:
            page.button("Menü" if lang == "de" else "Menu", box=(10, 10, 40, 40))
        page.link("Kontakt" if lang == "de" else "Contact", "/contact", visible=False)
    return page


@pytest.mark.parametrize("lang", ["en", "de"])
def test_a_menu_that_opens_counts(shop: Shop, lang: str) -> None:
    walk = shop.walk(mobile=True, language=lang)
    for stage in (Stage.HOME, Stage.PRODUCT):
        walk.page(stage, phone_page(lang=lang))
    assert outcome(contact_everywhere, shop).kind is Kind.PASS


def test_a_hidden_header_without_a_way_to_open_it_does_not_count(shop: Shop) -> None:
    walk = shop.walk(mobile=True)
    for stage in (Stage.HOME, Stage.PRODUCT):
        walk.page(stage, phone_page(opener=False))
    assert outcome(contact_everywhere, shop).kind is Kind.FAIL


def test_an_entry_of_a_submenu_counts(shop: Shop) -> None:
    page = Page()
    with page.part("nav"), page.part("li"):
        page.link("Service", "/service")
        with page.part("ul"), page.part("li"):
            page.link("Contact", "/contact", visible=False)
    shop.walk().page(Stage.HOME, page)
    assert outcome(contact_everywhere, shop).kind is Kind.PASS


@pytest.mark.parametrize(
    ("href", "kind"),
    [
        ("https://wa.me/520000000000", Kind.PASS),
        ("https://api.whatsapp.com/send?phone=4930901820", Kind.PASS),
        ("https://wa.me/?text=Look%20at%20this", Kind.WARN),
    ],
)
def test_a_messenger_counts_and_sharing_does_not(shop: Shop, href: str, kind: Kind) -> None:
    page = Page()
    with page.part("footer"):
        page.link("Terms", "/terms")
    page.link("WhatsApp", href)
    shop.walk().page(Stage.HOME, page)
    assert outcome(contact_everywhere, shop).kind is kind


@pytest.mark.parametrize("text", ["hello@shop.example", "Call us: 091 555 014", "+353 91 555 014"])
def test_plain_text_in_the_footer_counts(shop: Shop, text: str) -> None:
    page = Page()
    with page.part("footer"):
        page.text(text)
    shop.walk(country="IE").page(Stage.HOME, page)
    assert outcome(contact_everywhere, shop).kind is Kind.PASS


def test_where_help_is_left_it_only_warns(shop: Shop) -> None:
    walk = shop.walk()
    for stage in (Stage.HOME, Stage.CATEGORY, Stage.PRODUCT):
        walk.page(stage, page_with("Help centre", "/help"))
    found = outcome(contact_everywhere, shop)
    assert (found.kind, "“Help centre”" in found.message) == (Kind.WARN, True)
