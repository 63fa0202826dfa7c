import pytest
from auditor_checks.postpurchase.order_tracking import order_tracking

from auditor.api import Kind, Stage
from tests.checks.judging import outcome
from tests.checks.linked import linked, with_footer
from tests.checks.pages import Page
from tests.checks.recordings import Shop


@pytest.mark.parametrize(
    ("fields", "lang", "kind", "value"),
    [
        ([("Order number", "text")], "en", Kind.PASS, "guest"),
        ([("Bestellnummer", "text")], "de", Kind.PASS, "guest"),
        ([("E-mail", "email"), ("Password", "password")], "en", Kind.WARN, "account"),
        ([], "en", Kind.WARN, "no field"),
    ],
)
def test_what_the_tracking_page_asks(shop: Shop, fields: list[tuple[str, str]], lang: str, kind: Kind, value: str) -> None:
    page = linked("Track", lang=lang)
    with page.part("main"), page.form():
        for label, type_ in fields:
            page.field(label, type_)
    shop.walk(language=lang).page(Stage.HOME).site_page("tracking", page)
    found = outcome(order_tracking, shop)
    assert (found.kind, found.value) == (kind, value)


def test_no_link_warns(shop: Shop) -> None:
    shop.walk().page(Stage.HOME).site_page("tracking", "No link to a page “tracking” was found.")
    assert outcome(order_tracking, shop).value == "none"


def test_a_broken_page_is_not_measurable(shop: Shop) -> None:
    shop.walk().page(Stage.HOME).site_page("tracking", "The link “Track” leads to HTTP status 500.")
    assert outcome(order_tracking, shop).kind is Kind.NOT_MEASURABLE


@pytest.mark.parametrize(("number", "lang"), [("Order number", "en"), ("Bestellnummer", "de"), ("Numéro de commande", "fr")])
def test_guests_may_look_beside_a_login(shop: Shop, number: str, lang: str) -> None:
    page = linked("Track", lang=lang)
    with page.part("main"):
        with page.form("/login"):
            page.field("E-mail", "email")
            page.field("Password", "password")
        with page.form("/track"):
            page.field(number)
    shop.walk(language=lang).page(Stage.HOME).site_page("tracking", page)
    assert outcome(order_tracking, shop).value == "guest"


FOOTER = ("About us", "Contact", "Terms", "Privacy", "Delivery", "Blog")
FOOTER_DE = ("Über uns", "Kontakt", "AGB", "Datenschutz", "Versand", "Blog")


@pytest.mark.parametrize(
    ("lang", "labels", "told", "kind"),
    [
        ("en", FOOTER, "We post within two days with Royal Mail.", Kind.FAIL),
        ("de", FOOTER_DE, "Wir versenden mit DHL in zwei Tagen.", Kind.FAIL),
        ("en", FOOTER, "You get an e-mail with a link to track your parcel.", Kind.WARN),
        ("de", FOOTER_DE, "Die Sendungsnummer kommt per E-Mail.", Kind.WARN),
        ("en", (*FOOTER, "My account"), "We post within two days with Royal Mail.", Kind.WARN),
        ("en", (*FOOTER, "Has my parcel left?"), "We post within two days with Royal Mail.", Kind.WARN),  # may lead there in other words
        ("de", (*FOOTER_DE, "Wie weit ist meine Bestellung?"), "Wir versenden mit DHL in zwei Tagen.", Kind.WARN),
        ("en", FOOTER[:1], "We post within two days with Royal Mail.", Kind.WARN),  # too little of the frame was seen
        ("en", FOOTER, "", Kind.WARN),  # no page on delivery that could tell
    ],
)
def test_no_link_fails_where_nothing_speaks_of_tracking(shop: Shop, lang: str, labels: tuple[str, ...], told: str, kind: Kind) -> None:
    walk = shop.walk(language=lang).page(Stage.HOME, with_footer(*labels, lang=lang))
    walk.site_page("tracking", "No link to a page “tracking” was found.")
    if told:
        walk.site_page("delivery_info", linked(told, lang=lang))
    found = outcome(order_tracking, shop)
    assert (found.kind, found.value) == (kind, "none")


@pytest.mark.parametrize(
    ("lang", "label", "target", "asks", "kind"),
    [
        ("en", "Shipping & orders", "returns", False, Kind.FAIL),  # read, and there is nothing to fill in
        ("de", "Versand & Bestellung", "returns", False, Kind.FAIL),
        ("fr", "Se rétracter d'une commande", "elsewhere", False, Kind.FAIL),  # says what it is for
        ("en", "Shipping & orders", "returns", True, Kind.WARN),  # a form that may be for tracking
        ("de", "Versand & Bestellung", "elsewhere", False, Kind.WARN),  # nobody has looked there
    ],
)
def test_links_that_lead_to_what_was_read_track_nothing(shop: Shop, lang: str, label: str, target: str, asks: bool, kind: Kind) -> None:
    page = with_footer(*FOOTER, lang=lang)
    page.link(label, f"https://shop.example/{target}")
    read = Page("https://shop.example/returns", lang=lang)
    if asks:
        read.field("Number")
    walk = shop.walk(language=lang).page(Stage.HOME, page).site_page("tracking", "No link to a page “tracking” was found.")
    walk.site_page("delivery_info", linked("DHL", lang=lang)).site_page("returns", read)
    assert outcome(order_tracking, shop).kind is kind


@pytest.mark.parametrize(
    ("lang", "label", "href", "stage", "kind"),
    [
        ("en", "Where is my order?", "#order-status", Stage.HOME, Kind.WARN),
        ("en", "Where is my order?", "/#order-status", Stage.HOME, Kind.WARN),
        ("de", "Wo ist mein Paket?", "#", Stage.HOME, Kind.WARN),
        ("fr", "Où est ma commande ?", "javascript:void(0)", Stage.HOME, Kind.WARN),
        ("en", "Order summary", "/#summary", Stage.CART, Kind.FAIL),  # of the order at hand
        ("de", "Nach oben", "#", Stage.HOME, Kind.FAIL),
    ],
)
def test_a_link_that_may_open_a_layer_may_track(shop: Shop, lang: str, label: str, href: str, stage: Stage, kind: Kind) -> None:
    home, cart = with_footer(*(FOOTER if lang == "en" else FOOTER_DE), lang=lang), Page("https://shop.example/cart", lang=lang)
    (home if stage is Stage.HOME else cart).link(label, href)
    walk = shop.walk(language=lang).page(Stage.HOME, home).page(Stage.CART, cart)
    walk.site_page("tracking", "No link to a page “tracking” was found.").site_page("delivery_info", linked("DHL", lang=lang))
    assert outcome(order_tracking, shop).kind is kind
