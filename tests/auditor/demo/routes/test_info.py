from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from starlette.testclient import TestClient

    OpenShop = Callable[..., TestClient]


@pytest.mark.parametrize("page", ["/terms-and-conditions", "/privacy-policy", "/legal-notice"])
def test_legal_pages_have_something_to_say(page: str, shop: TestClient) -> None:
    assert len(_words(shop.get(page).text)) >= 150


@pytest.mark.parametrize(
    ("page", "facts"),
    [
        ("/delivery-information", ["€4.90", "2–4 working days", "An Post", "Germany", "free from €75.00"]),
        (
            "/returns-and-refunds",
            ["60 days", "free of charge", "return label", "within 7 days", "Exceptions", "14 days"],
        ),
        ("/legal-notice", ["Ltd", "712384", "IE 3712384KH", "Galway", "tel:+35391555014", "mailto:"]),
        ("/warranty-and-repairs", ["two years", "Repair", "Complaints", "tel:"]),
        ("/accessibility-statement", ["WCAG", "EN 301 549", "mailto:", "2026"]),
        ("/nordlys-club", ["1 point for every euro", "voucher", "How to join", "Terms"]),
        (
            "/privacy-policy",
            ["Controller", "Purposes", "Recipients", "Retention", "rights", "Transfers", "mailto:"],
        ),
        ("/help", ["shipping cost", "return", "pay", "order"]),
        ("/contact", ["tel:", "mailto:", "9:00–17:00", "24 hours", 'name="message"']),
        ("/track-order", ['name="order"', 'name="email"', "without an account"]),
    ],
)
def test_help_pages_hold_the_facts(page: str, facts: list[str], shop: TestClient) -> None:
    text = shop.get(page).text
    assert [fact for fact in facts if fact not in text] == []


def test_a_language_without_its_own_text_says_that_it_is_english(open_shop: OpenShop) -> None:
    page = open_shop("lang=fi").get("/toimitusehdot").text
    assert '<article class="wrap prose info info--terms" lang="en">' in page
    assert '<h1 lang="fi">Toimitusehdot</h1>' in page


def _words(page: str) -> list[str]:
    return re.sub("<[^>]+>", " ", page.split("<main")[1].split("</main>")[0]).split()
