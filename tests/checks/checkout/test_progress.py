import pytest
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


def test_numbers_of_pieces_are_no_steps(shop: Shop) -> None:
    page = form()
    for words in ("1 × Vase", "1 × Vase, blue", "2 x Bowl"):
        page.text(words)
    walked(shop, page)
    assert outcome(progress, shop).kind is Kind.FAIL


def test_a_heading_and_its_link_are_no_row_of_steps(shop: Shop) -> None:
    page = form()
    page.text("Delivery address", box=(100, 900, 160, 20))
    page.text("Change delivery address", box=(300, 900, 160, 20))
    walked(shop, page)
    assert outcome(progress, shop).kind is Kind.FAIL


def test_nothing_fails(shop: Shop) -> None:
    walked(shop, form())
    assert outcome(progress, shop).kind is Kind.FAIL


def test_a_short_checkout_needs_none(shop: Shop) -> None:
    walked(shop, form(), steps=2)
    assert outcome(progress, shop).kind is Kind.NOT_APPLICABLE


def steps(page: Page, *names: str, tag: str = "p", below: bool = False) -> Page:
    """Add names side by side, or one below the other."""
    for place, name in enumerate(names):
        page.text(name, tag=tag, box=(100, 900 + 80 * place, 60, 20) if below else (100 + 120 * place, 900, 90, 20))
    return page


@pytest.mark.parametrize(("lang", "names"), [("en", ("Your details", "Dispatch", "Confirm")), ("hu", ("Adatok", "Posta", "Vége"))])
def test_names_that_stay_in_a_row_are_steps_whatever_they_are_called(shop: Shop, lang: str, names: tuple[str, ...]) -> None:
    last = steps(payment(lang=lang), *names)
    shop.walk(language=lang).page(Stage.ADDRESS, steps(form(), *names)).page(Stage.PAYMENT, last).trace(*[STEP] * 3)
    assert outcome(progress, shop).kind is Kind.WARN


def test_headings_that_stay_are_an_accordion(shop: Shop) -> None:
    names = ("Leveringsadresse", "Levering", "Betaling")
    last = steps(payment(lang="da"), *names, tag="h2", below=True)
    first = steps(form(), *names, tag="h2", below=True)
    shop.walk(language="da").page(Stage.ADDRESS, first).page(Stage.PAYMENT, last).trace(*[STEP] * 3)
    assert outcome(progress, shop).kind is Kind.PASS


def test_what_stands_on_every_page_of_the_shop_is_no_list_of_steps(shop: Shop) -> None:
    names = ("Help", "Contact", "Returns")
    home = steps(Page(), *names)
    walk = shop.walk().page(Stage.HOME, home).page(Stage.ADDRESS, steps(form(), *names))
    walk.page(Stage.PAYMENT, steps(payment(), *names)).trace(*[STEP] * 3)
    assert outcome(progress, shop).kind is Kind.FAIL


def test_a_class_deep_in_the_list_marks_the_current_step(shop: Shop) -> None:
    page = steps(form(), "Address", "Payment")
    page.html = '<html><body><ol class="checkout-flow x steps"><li class="a b step-current">Address</li></ol></body></html>'
    walked(shop, page)
    assert outcome(progress, shop).kind is Kind.PASS
