"""How shops name things in markup and addresses."""

from __future__ import annotations

import pytest

from auditor.facts.patterns import Table, _tables, addressed, named, pattern


@pytest.mark.parametrize(("table", "concept"), [(t, c) for t in ("attributes", "addresses") for c in _tables()[t]])
def test_every_pattern_compiles_and_matches_no_empty_text(table: Table, concept: str) -> None:
    assert pattern(table, concept).search("") is None
    assert "{" not in pattern(table, concept).pattern.replace("{1,2}", "")


def test_an_unknown_concept_is_a_mistake() -> None:
    with pytest.raises(KeyError):
        named("nonsense", "x")


@pytest.mark.parametrize(
    ("concept", "marks", "found"),
    [
        ("add_to_cart", "btn single_add_to_cart_button", True),
        ("add_to_cart", "product-form__submit", True),
        ("add_to_cart", "btn-warenkorb", False),
        ("cart", "header__icon--cart", True),
        ("cart", "mini-cart", True),
        ("cart", "cartoon-list", False),
        ("checkout", "btn-checkout", True),
        ("wallet", "shopify-payment-button apple-pay", True),
        ("wallet", "btn-primary", False),
        ("buy_now", "buy-it-now", True),
        ("buy_now", "one-click-buy", True),
        ("wishlist", "add-to-wishlist", True),
        ("place_order", "place_order", True),
        ("place_order", "placeholder", False),
        ("sold_out", "variant--soldout", True),
        ("selected", "swatch is-active", True),
        ("selected", "interactive", False),
        ("newsletter", "klaviyo-form", True),
        ("consent", "cookie-banner", True),
        ("close", "modal-close", True),
        ("close", "closet", False),
        ("menu", "hamburger", True),
        ("guest", "checkout-guest", True),
        ("back", "btn-back", True),
        ("back", "feedback", False),
        ("cart", "", False),
    ],
)
def test_names_in_markup(concept: str, marks: str, found: bool) -> None:
    assert named(concept, marks) is found


@pytest.mark.parametrize(
    ("concept", "url", "found"),
    [
        ("cart", "https://shop.example/cart", True),
        ("cart", "https://shop.example/de/warenkorb/", True),
        ("cart", "https://shop.example/index.php?route=checkout/cart", True),
        ("cart", "https://shop.example/panier#top", True),
        ("cart", "https://shop.example/cartoons", False),
        ("cart", "https://cart.example/", False),
        ("cart_add", "https://shop.example/cart/add", True),
        ("cart_add", "https://shop.example/?add-to-cart=7", True),
        ("cart_add", "https://shop.example/cart", False),
        ("checkout", "https://shop.example/checkout", True),
        ("checkout", "https://shop.example/fr/commande", True),
        ("checkout", "https://shop.example/kasse/adresse", True),
        ("checkout", "https://shop.example/checkouts-guide", False),
        ("category", "https://shop.example/collections/bags", True),
        ("category", "https://shop.example/kategorie/taschen", True),
        ("product", "https://shop.example/products/blanket", True),
        ("product", "https://shop.example/produkt/decke-7", True),
        ("search", "https://shop.example/search?q=wool", True),
        ("search", "https://shop.example/research", False),
        ("account", "https://shop.example/my-account", True),
        ("service", "https://shop.example/datenschutz", True),
        ("confirmation", "https://shop.example/checkout/success", True),
        ("cart", "", False),
    ],
)
def test_names_in_addresses(concept: str, url: str, found: bool) -> None:
    assert addressed(concept, url) is found
