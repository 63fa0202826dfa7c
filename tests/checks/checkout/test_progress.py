from auditor_checks.checkout.progress import progress

from auditor.api import Kind, Stage
from tests.checks.checkout.forms import form, payment
from tests.checks.judging import outcome
from tests.checks.pages import Page
from tests.checks.recordings import Shop, Walk

STEP = {"strategy": "continue button", "stage": "address", "verified": True}


def walked(shop: Shop, page: Page, steps: int = 3, lang: str = "en") -> Walk:
    return shop.walk(language=lang).page(Stage.ADDRESS, page).page(Stage.PAYMENT, payment(lang=lang)).trace(*[STEP] * steps)


def test_a_marked_step_passes(shop: Shop) -> None:
    page = form()
    page.html = '<html><body><ol><li aria-current="step">Address</li></ol></body></html>'
    walked(shop, page)
    assert outcome(progress, shop).kind is Kind.PASS


def test_steps_by_number_without_a_mark_warn(shop: Shop) -> None:
    page = form(lang="de")
    page.text("Schritt 1 von 3")
    walked(shop, page, lang="de")
    assert outcome(progress, shop).kind is Kind.WARN


def test_steps_by_name_in_a_row_warn(shop: Shop) -> None:
    page = form()
    page.text("Delivery", box=(100, 900, 60, 20))
    page.text("Payment", box=(200, 900, 60, 20))
    walked(shop, page)
    assert outcome(progress, shop).kind is Kind.WARN


def test_nothing_fails(shop: Shop) -> None:
    walked(shop, form())
    assert outcome(progress, shop).kind is Kind.FAIL


def test_a_short_checkout_needs_none(shop: Shop) -> None:
    walked(shop, form(), steps=2)
    assert outcome(progress, shop).kind is Kind.NOT_APPLICABLE
