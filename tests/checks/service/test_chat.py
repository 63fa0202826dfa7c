from auditor_checks.service.chat import chat

from auditor.api import Kind, Stage
from tests.checks.judging import outcome
from tests.checks.pages import Area
from tests.checks.product.product_pages import product
from tests.checks.recordings import Shop, request


def visit(shop: Shop, bubble: Area | None) -> None:
    page = product()
    if bubble:
        page.button("Live chat", box=bubble, fixed=True)
    shop.walk().page(Stage.PRODUCT, page)


def test_a_chat_in_the_corner_passes(shop: Shop) -> None:
    visit(shop, (1280, 820, 64, 64))
    assert outcome(chat, shop).kind is Kind.PASS


def test_a_chat_over_the_buy_button_warns(shop: Shop) -> None:
    visit(shop, (860, 230, 100, 64))
    found = outcome(chat, shop)
    assert (found.kind, found.value) == (Kind.WARN, "covers the buy button")


def test_no_chat_is_no_fault(shop: Shop) -> None:
    visit(shop, None)
    assert (outcome(chat, shop).kind, outcome(chat, shop).value) == (Kind.PASS, "none")


def test_a_service_without_a_button_is_told(shop: Shop) -> None:
    shop.walk().page(Stage.PRODUCT, product(), network=[request("https://embed.tawk.to/x/default")])
    assert (outcome(chat, shop).kind, outcome(chat, shop).value) == (Kind.INFO, "tawk.to")
