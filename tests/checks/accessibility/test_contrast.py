import pytest
from auditor_checks.accessibility.contrast import contrast

from auditor.api import Kind, Stage
from tests.checks.accessibility.scans import scan
from tests.checks.judging import outcome
from tests.checks.pages import Page
from tests.checks.product.product_pages import product
from tests.checks.recordings import Shop


@pytest.mark.parametrize(("number", "kind"), [(0, Kind.PASS), (3, Kind.WARN), (4, Kind.FAIL)])
def test_places_are_counted(shop: Shop, number: int, kind: Kind) -> None:
    rules = {"color-contrast": number, "label": 2} if number else {"label": 2}
    shop.walk().page(Stage.HOME, axe=scan(rules, summary="insufficient color contrast of 2.5 (…)"))
    found = outcome(contrast, shop, Stage.HOME)
    assert (found.kind, found.value) == (kind, number)
    assert ("2.5 to 1" in found.message) is (number > 0)


def test_a_pale_buy_button_fails_alone(shop: Shop) -> None:
    axe = scan({"color-contrast": 1}, html='<button class="buy">Add to cart</button>')
    shop.walk().page(Stage.PRODUCT, product(), axe=axe)
    assert outcome(contrast, shop, Stage.PRODUCT).kind is Kind.FAIL


def test_text_that_is_fading_in_is_left_out(shop: Shop) -> None:
    shop.walk().page(Stage.HOME, axe=scan({"color-contrast": 9}, summary="insufficient color contrast of 1.04 (…)"))
    assert outcome(contrast, shop, Stage.HOME).kind is Kind.PASS


def test_near_misses_only_warn(shop: Shop) -> None:
    summary = "insufficient color contrast of 4.47 (…). Expected contrast ratio of 4.5:1"
    shop.walk().page(Stage.HOME, axe=scan({"color-contrast": 12}, summary=summary))
    found = outcome(contrast, shop, Stage.HOME)
    assert (found.kind, found.message[:8]) == (Kind.WARN, "At least")


@pytest.mark.parametrize(
    "html", ['<ol><li class="step step--disabled"><h2 id="node-0">Zahlung</h2></li></ol>', '<p id="node-0">Zahlung</p>']
)
def test_a_later_step_that_cannot_be_used_yet_is_left_out(shop: Shop, html: str) -> None:
    page = Page()
    page.html = f"<html><body>{html}</body></html>"
    shop.walk().page(Stage.CHECKOUT, page, axe=scan({"color-contrast": 1}, summary="contrast of 2.3", html="<h2>Zahlung</h2>"))
    assert outcome(contrast, shop, Stage.CHECKOUT).kind is (Kind.PASS if "disabled" in html else Kind.WARN)


@pytest.mark.parametrize(("lang", "words"), [("en", "Continue to payment"), ("de", "Weiter zur Kasse")])
def test_a_pale_button_that_goes_on_fails_alone(shop: Shop, lang: str, words: str) -> None:
    page = Page(lang=lang)
    page.button(words)
    axe = scan({"color-contrast": 1}, summary="contrast of 2.5", html=f"<button>{words}</button>")
    shop.walk(language=lang).page(Stage.CHECKOUT, page, axe=axe)
    found = outcome(contrast, shop, Stage.CHECKOUT)
    assert (found.kind, words in found.message) == (Kind.FAIL, True)


def test_page_that_was_not_scanned_is_not_measurable(shop: Shop) -> None:
    shop.walk().page(Stage.HOME)
    assert outcome(contrast, shop, Stage.HOME).kind is Kind.NOT_MEASURABLE


def test_what_is_not_listed_is_counted(shop: Shop) -> None:
    shop.walk().page(Stage.HOME, axe=scan({"color-contrast": 9}, summary="insufficient color contrast of 2.5 (…)"))
    found = outcome(contrast, shop, Stage.HOME)
    assert (len(found.findings), found.unlisted) == (6, 3)
