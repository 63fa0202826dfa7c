import pytest
from auditor_checks.product.add_to_cart_visible import add_to_cart_visible

from auditor.api import Kind, Stage
from tests.checks.judging import outcome
from tests.checks.pages import DESKTOP, PHONE, Page
from tests.checks.recordings import Shop


def with_button(y: float, window: tuple[int, int] = DESKTOP, label: str = "Add to cart", *, fixed: bool = False) -> Page:
    page = Page("https://shop.example/vase", window=window)
    with page.part("main"):
        page.text("Stoneware vase", tag="h1", box=(20, 60, 300, 40), size=32)
        page.text("€49.00", box=(20, 120, 90, 40), size=28)
        with page.form("/cart/add"):
            page.button(label, box=(20, y, 350, 54), fixed=fixed)
    return page


@pytest.mark.parametrize(
    ("window", "y", "kind"),
    [
        (DESKTOP, 800, Kind.PASS),
        (DESKTOP, 1000, Kind.WARN),
        (DESKTOP, 2000, Kind.FAIL),
        (PHONE, 1200, Kind.PASS),
        (PHONE, 1300, Kind.WARN),
        (PHONE, 2000, Kind.FAIL),
    ],
)
def test_how_far_down_is_measured_in_screens(shop: Shop, window: tuple[int, int], y: float, kind: Kind) -> None:
    shop.walk(mobile=window is PHONE).page(Stage.PRODUCT, with_button(y, window))
    assert outcome(add_to_cart_visible, shop).kind is kind


def test_a_button_that_stays_on_the_screen_passes(shop: Shop) -> None:
    shop.walk().page(Stage.PRODUCT, with_button(3000, fixed=True))
    assert outcome(add_to_cart_visible, shop).kind is Kind.PASS


def test_a_page_without_a_button_is_not_measurable(shop: Shop) -> None:
    shop.walk().page(Stage.PRODUCT, Page())
    assert outcome(add_to_cart_visible, shop).kind is Kind.NOT_MEASURABLE
