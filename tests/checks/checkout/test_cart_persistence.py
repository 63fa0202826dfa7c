from typing import Any

from auditor_checks.checkout.cart_persistence import cart_persistence

from auditor.api import Kind
from tests.checks.judging import outcome
from tests.checks.recordings import Shop


def found(*, own: str = "kept", tab: str = "kept", later: str = "kept", short: int = 0) -> dict[str, Any]:
    not_kept = {"session": 1, "short": short}
    return {"url": "https://shop.example/cart", "own_tab": own, "new_tab": tab, "return": later, "not_kept": not_kept}


def test_a_cart_that_is_kept_passes(shop: Shop) -> None:
    shop.walk().probe("cart_persistence", found())
    assert outcome(cart_persistence, shop).kind is Kind.PASS


def test_a_cart_that_a_second_tab_does_not_know_fails(shop: Shop) -> None:
    shop.walk().probe("cart_persistence", found(tab="empty", later="empty"))
    judged = outcome(cart_persistence, shop)
    assert (judged.kind, judged.findings[0].key) == (Kind.FAIL, "tab")


def test_a_cart_forgotten_with_the_browser_warns(shop: Shop) -> None:
    shop.walk().probe("cart_persistence", found(later="empty"))
    judged = outcome(cart_persistence, shop)
    assert (judged.kind, judged.message) == (Kind.WARN, "The cart is kept in a second tab, but forgotten when the browser is closed.")


def test_a_cart_forgotten_within_days_warns(shop: Shop) -> None:
    shop.walk().probe("cart_persistence", found(later="empty", short=2))
    assert "within a week" in outcome(cart_persistence, shop).message


def test_what_is_not_shown_is_not_judged(shop: Shop) -> None:
    shop.walk().probe("cart_persistence", found(own="empty", tab="empty", later="empty"))
    assert outcome(cart_persistence, shop).kind is Kind.NOT_MEASURABLE


def test_a_cart_that_says_nothing_is_not_judged(shop: Shop) -> None:
    shop.walk().probe("cart_persistence", found(later="unknown"))
    assert outcome(cart_persistence, shop).kind is Kind.NOT_MEASURABLE
