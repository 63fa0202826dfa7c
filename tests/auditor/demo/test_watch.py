from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from auditor.demo.watch import holds_card_number

if TYPE_CHECKING:
    from starlette.testclient import TestClient

    from auditor.demo.ledger import Ledger


@pytest.mark.parametrize(
    "text",
    [
        "number=4111111111111111",
        "n=4111+1111+1111+1111",
        "n=4111%201111%201111%201111",
        '{"pan":"3782-822463-10005"}',
    ],
)
def test_card_numbers_are_seen_however_they_are_written(text: str) -> None:
    assert holds_card_number(text)


@pytest.mark.parametrize(
    "text",
    [
        "4111111111111112",
        "phone=%2B353+91+555+014",
        "time=1790000000000",
        "sku=NL-1040",
        "postcode=10115",
        "",
    ],
)
def test_other_numbers_are_no_card_numbers(text: str) -> None:
    assert not holds_card_number(text)


def test_a_card_number_counts_on_every_way_it_can_travel(shop: TestClient, ledger: Ledger) -> None:
    shop.post("/cart/add", data={"note": "4111 1111 1111 1111"})
    shop.post("/graphql", json={"card": "4111111111111111"})
    shop.get("/search", params={"q": "4111111111111111"})
    shop.put("/checkout/order", content=b"4111111111111111")
    assert ledger.card_numbers == 4


def test_the_body_still_reaches_the_shop(shop: TestClient, ledger: Ledger) -> None:
    shop.post("/cart/add", data={"product": "morgen", "quantity": "2"})
    ((line,),) = ledger.baskets.values()
    assert (line.product, line.quantity) == ("morgen", 2)
