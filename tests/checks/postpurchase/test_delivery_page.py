import pytest
from auditor_checks.postpurchase.delivery_page import delivery_page

from auditor.api import Kind, Stage
from tests.checks.judging import outcome
from tests.checks.pages import Page
from tests.checks.recordings import Shop

URL = "https://shop.example/delivery"
COSTS, TIMES = "Standard delivery €4.90", "2 to 4 working days"
AREAS, CARRIERS = "We deliver to Ireland and the Netherlands.", "In Ireland with An Post."


def saying(*lines: str, lang: str = "en") -> Page:
    page = Page(URL, lang=lang)
    with page.part("main"):
        for line in lines:
            page.text(line)
    with page.part("footer"):
        page.text("From €75.00 with DHL to Germany in 3 days")
    return page


def test_all_four_facts_pass(shop: Shop) -> None:
    shop.walk().page(Stage.HOME).site_page("delivery_info", saying(COSTS, TIMES, AREAS, CARRIERS))
    found = outcome(delivery_page, shop)
    assert (found.kind, found.value) == (Kind.PASS, 4)


@pytest.mark.parametrize(
    ("lines", "kind", "missing"),
    [
        ((COSTS, TIMES, "Sent with DHL."), Kind.PASS, []),
        ((COSTS, TIMES), Kind.WARN, ["areas", "carriers"]),
        ((COSTS,), Kind.FAIL, ["times", "areas", "carriers"]),
        (("Shipping costs apply.",), Kind.FAIL, ["costs", "times", "areas", "carriers"]),
        (("You may return it within 60 days.", COSTS), Kind.FAIL, ["times", "areas", "carriers"]),
        (
            ("We deliver worldwide.", "Bring your own bag, ups and downs."),
            Kind.FAIL,
            ["costs", "times", "carriers"],
        ),
    ],
)
def test_facts_are_counted(shop: Shop, lines: tuple[str, ...], kind: Kind, missing: list[str]) -> None:
    shop.walk().page(Stage.HOME).site_page("delivery_info", saying(*lines))
    found = outcome(delivery_page, shop)
    assert (found.kind, [f.key for f in found.findings]) == (kind, missing)
    assert all(f.url == URL for f in found.findings)


def test_countries_are_known_in_the_page_s_language(shop: Shop) -> None:
    german = saying(
        "Wir liefern nach Österreich und in die Schweiz.",
        "Der Versand kostet 4,90 €.",
        "Mit der DHL.",
        lang="de",
    )
    shop.walk().page(Stage.HOME).site_page("delivery_info", german)
    assert outcome(delivery_page, shop).value == 3


def test_the_page_is_found_on_whichever_device_recorded_it(shop: Shop) -> None:
    shop.walk().page(Stage.HOME)
    shop.walk(mobile=True).page(Stage.HOME).site_page("delivery_info", saying(COSTS, TIMES, AREAS))
    assert outcome(delivery_page, shop).kind is Kind.PASS


def test_shop_without_the_page_is_left_to_the_check_of_the_footer(shop: Shop) -> None:
    shop.walk().page(Stage.HOME).site_page("delivery_info", "No link to a page “delivery info” was found.")
    assert outcome(delivery_page, shop).kind is Kind.NOT_APPLICABLE


def test_page_that_did_not_answer_is_not_measurable(shop: Shop) -> None:
    shop.walk().page(Stage.HOME).site_page("delivery_info", "The link “Delivery” leads to HTTP status 503.")
    assert outcome(delivery_page, shop).kind is Kind.NOT_MEASURABLE


@pytest.mark.parametrize(
    ("lang", "line"),
    [
        ("de", "Die Lieferung ist innerhalb Deutschlands und für alle Bestellungen möglich."),
        ("cs", "Zboží doručujeme po celé České republice, a to na adresu nebo na výdejní místo."),
        ("pl", "Wysyłamy na terenie Polski i nie tylko."),
        ("fi", "Toimitamme Suomeen ja tilaus on perillä, kun se on maksettu."),
        ("hu", "A megrendelést Magyarországon mindenhová szállítjuk, és a csomag az ön címére érkezik."),
    ],
)
def test_names_of_countries_have_endings(shop: Shop, lang: str, line: str) -> None:
    shop.walk().page(Stage.HOME).site_page("delivery_info", saying(line, lang=lang))
    found = outcome(delivery_page, shop)
    assert (found.value, "areas" in {f.key for f in found.findings}) == (1, False)


@pytest.mark.parametrize(
    ("lang", "line"),
    [
        ("en", "Orders ship within one business day."),
        ("en", "We send in 2 days, and you may return it within 30 days."),
        ("cs", "Zboží odesíláme do dvou dnů."),
    ],
)
def test_days_are_counted_in_words_too_and_before_those_of_returns(shop: Shop, lang: str, line: str) -> None:
    shop.walk().page(Stage.HOME).site_page("delivery_info", saying(line, lang=lang))
    assert "times" not in {f.key for f in outcome(delivery_page, shop).findings}


def test_message_names_what_is_missing_in_plain_words(shop: Shop) -> None:
    shop.walk().page(Stage.HOME).site_page("delivery_info", saying(COSTS))
    said = "The delivery page tells what delivery costs, but not how long it takes, where the shop delivers or who brings the parcel."
    assert outcome(delivery_page, shop).message == said


def test_step_of_the_checkout_of_the_same_name_is_not_taken_for_it(shop: Shop) -> None:
    step = saying(COSTS, TIMES, AREAS, CARRIERS)
    shop.walk().page(Stage.SHIPPING, step).site_page("delivery_info", step)
    assert outcome(delivery_page, shop).kind is Kind.NOT_MEASURABLE
