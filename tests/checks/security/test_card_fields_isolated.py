from auditor_checks.security.card_fields_isolated import card_fields_isolated

from auditor.api import Kind, Stage
from tests.checks.judging import outcome
from tests.checks.pages import Page
from tests.checks.recordings import Shop


def paying(*labels: str, scripts: int = 0, lang: str = "en") -> Page:
    page = Page("https://shop.example/pay", lang=lang)
    page.html = (
        "<html><body>" + "".join(f'<script src="https://cdn.number{n}.com/a.js"></script>' for n in range(scripts)) + "</body></html>"
    )
    with page.part("main"), page.form():
        for label in labels:
            page.field(label)
    return page


def test_own_card_fields_warn(shop: Shop) -> None:
    shop.walk().page(Stage.PAYMENT, paying("Card number", "Expiry date", "Security code"))
    found = outcome(card_fields_isolated, shop)
    assert (found.kind, found.value, found.findings[0].key) == (Kind.WARN, 1, "card number")


def test_german_card_fields_among_many_scripts_fail(shop: Shop) -> None:
    shop.walk().page(Stage.PAYMENT, paying("Kartennummer", "Ablaufdatum", scripts=9, lang="de"))
    assert outcome(card_fields_isolated, shop).kind is Kind.FAIL


def test_number_of_a_gift_card_is_no_card(shop: Shop) -> None:
    shop.walk().page(Stage.PAYMENT, paying("Card number"))
    assert outcome(card_fields_isolated, shop).kind is Kind.PASS


def test_no_own_fields_pass(shop: Shop) -> None:
    shop.walk().page(Stage.PAYMENT, paying("First name"))
    assert outcome(card_fields_isolated, shop).kind is Kind.PASS


def test_without_payment_it_is_not_measurable(shop: Shop) -> None:
    shop.walk().missed(Stage.PAYMENT, "The address was refused.")
    assert outcome(card_fields_isolated, shop).kind is Kind.NOT_MEASURABLE
