import pytest
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


@pytest.mark.parametrize(("label", "lang"), [("Kaartnummer", "nl"), ("Numero carta", "it"), ("Card number", "en")])
def test_a_card_field_held_ready_until_a_card_is_chosen_warns(shop: Shop, label: str, lang: str) -> None:
    page = paying(lang=lang)
    page.field(label, attrs={"name": "cc", "autocomplete": "cc-number"}, visible=False)
    shop.walk(language=lang).page(Stage.PAYMENT, page)
    found = outcome(card_fields_isolated, shop)
    assert (found.kind, found.message.partition(".")[0]) == (Kind.WARN, "The card number is typed into the shop's own page")


@pytest.mark.parametrize(("label", "source"), [("", ""), ("Card number", '<div aria-hidden="true"><input name="cc"></div>')])
def test_a_field_that_only_catches_what_the_browser_fills_in_is_none(shop: Shop, label: str, source: str) -> None:
    page = paying()
    page.html = page.html.replace("</body>", f"{source}</body>")
    page.field(label, attrs={"name": "cc", "autocomplete": "cc-number"}, visible=False)
    shop.walk().page(Stage.PAYMENT, page)
    assert outcome(card_fields_isolated, shop).kind is Kind.PASS


def test_without_payment_it_is_not_measurable(shop: Shop) -> None:
    shop.walk().missed(Stage.PAYMENT, "The address was refused.")
    assert outcome(card_fields_isolated, shop).kind is Kind.NOT_MEASURABLE
