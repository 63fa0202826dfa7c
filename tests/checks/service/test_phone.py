import pytest
from auditor_checks.service.phone import phone

from auditor.api import Kind, Severity, Stage
from tests.checks.judging import outcome
from tests.checks.pages import Page
from tests.checks.recordings import Shop


def page_with(text: str = "", link: str = "") -> Page:
    page = Page()
    with page.part("footer"):
        if text:
            page.text(text)
        if link:
            page.link(link.removeprefix("tel:"), link)
    return page


@pytest.mark.parametrize("mobile", [False, True])
def test_number_that_dials_passes(shop: Shop, mobile: bool) -> None:
    shop.walk(mobile=mobile, country="IE").page(Stage.HOME, page_with(link="tel:+35391555014"))
    found = outcome(phone, shop)
    assert (found.kind, found.value) == (Kind.PASS, "+35391555014")


@pytest.mark.parametrize("text", ["+49 30 901820", "Telephone: 030 901820"])
def test_plain_number_passes_on_desktop_and_warns_on_phones(shop: Shop, text: str) -> None:
    shop.walk(mobile=True, country="DE").page(Stage.HOME, page_with(text))
    found = outcome(phone, shop)
    assert found.kind is Kind.WARN
    assert found.findings[0].url == "https://shop.example/"
    assert found.findings[0].box is not None


def test_plain_number_passes_on_desktop(shop: Shop) -> None:
    shop.walk(country="DE").page(Stage.HOME, page_with("Phone +49 30 901820"))
    assert outcome(phone, shop).kind is Kind.PASS


def test_the_contact_page_counts(shop: Shop) -> None:
    shop.walk(country="IE").page(Stage.HOME).site_page("contact", page_with(link="tel:+35391555014"))
    assert outcome(phone, shop).kind is Kind.PASS


@pytest.mark.parametrize(("country", "severity"), [("DE", Severity.MAJOR), ("US", Severity.MINOR)])
def test_no_number_fails_less_gravely_abroad(shop: Shop, country: str, severity: Severity) -> None:
    shop.walk(country=country).page(Stage.HOME, page_with("Order 2026-11-24, item 4006381333931"))
    found = outcome(phone, shop)
    assert (found.kind, found.severity or phone.severity) == (Kind.FAIL, severity)


def test_premium_number_fails_in_the_union(shop: Shop) -> None:
    shop.walk(country="DE").page(Stage.HOME, page_with(link="tel:+499001234567"))
    found = outcome(phone, shop)
    assert (found.kind, found.value) == (Kind.FAIL, "+499001234567")
    assert found.findings[0].selector == 'a[href="tel:+499001234567"]'


@pytest.mark.parametrize(
    ("numbers", "country", "kind"),
    [
        (["tel:+34902364758"], "ES", Kind.FAIL),
        (["tel:0180 5 123456"], "DE", Kind.FAIL),
        (["tel:0825 123 456"], "FR", Kind.FAIL),
        (["tel:+34902364758", "tel:+34963902218"], "ES", Kind.PASS),  # one of the two costs what any call does
        (["tel:0809 123 456"], "FR", Kind.PASS),
        (["tel:+34902364758"], "US", Kind.PASS),
        (["tel:0199354321"], "IT", Kind.PASS),  # Savona
        (["tel:199123456"], "IT", Kind.FAIL),
    ],
)
def test_a_service_number_that_costs_more_fails_where_it_is_the_only_one(shop: Shop, numbers: list[str], country: str, kind: Kind) -> None:
    page = Page()
    with page.part("footer"):
        for number in numbers:
            page.link("Call us", number)
    shop.walk(country=country).page(Stage.HOME, page)
    assert outcome(phone, shop).kind is kind


def test_without_any_page_it_is_not_measurable(shop: Shop) -> None:
    shop.walk().missed(Stage.HOME, "The address did not answer.")
    assert outcome(phone, shop).kind is Kind.NOT_MEASURABLE


def test_the_contact_page_that_the_first_device_recorded_counts_for_phones_too(shop: Shop) -> None:
    shop.walk(country="IE").page(Stage.HOME).site_page("contact", page_with(link="tel:+35391555014"))
    shop.walk(mobile=True, country="IE").page(Stage.HOME)
    assert outcome(phone, shop).kind is Kind.PASS


@pytest.mark.parametrize(
    ("lines", "kind"),
    [
        (("Telefon", "030 901820"), Kind.PASS),  # a column for the word, one for the number
        (("Mon to Sat 9.30 to 5.30Tel. 01392 555 0142",), Kind.PASS),  # a break was lost
        (("030 901820",), Kind.PASS),  # beside a picture of a telephone
        (("USt-IdNr. DE 309018200", "IBAN DE02 1203 0000 0000 2020 51"), Kind.FAIL),
        (("Fax 030 901820",), Kind.FAIL),
    ],
)
def test_numbers_in_the_footer(shop: Shop, lines: tuple[str, ...], kind: Kind) -> None:
    page = Page(lang="de")
    with page.part("footer"):
        for line in lines:
            page.text(line)
    shop.walk(country="DE", language="de").page(Stage.HOME, page)
    assert outcome(phone, shop).kind is kind


def test_a_contact_page_that_did_not_open_leaves_it_open(shop: Shop) -> None:
    shop.walk(country="DE").page(Stage.HOME).site_page("contact", "The link “Contact” leads to HTTP status 500.")
    assert outcome(phone, shop).kind is Kind.NOT_MEASURABLE


@pytest.mark.parametrize("hours", ["Bel ma t/m vr 9.00 - 17.30 uur", "Telefoon: ma-vr 09.00 tot 17.30"])
def test_hours_are_no_number(shop: Shop, hours: str) -> None:
    page = page_with(hours, link="tel:+31302074418")
    shop.walk(country="NL", language="nl").page(Stage.HOME, page)
    assert outcome(phone, shop).kind is Kind.PASS
