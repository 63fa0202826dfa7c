from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from starlette.testclient import TestClient

    from auditor.demo.ledger import Ledger


@pytest.mark.parametrize("page", ["/contact", "/start-a-return", "/order-changes", "/feedback"])
def test_what_shoppers_write_is_counted_and_thanked_for(page: str, shop: TestClient, ledger: Ledger) -> None:
    answer = shop.post(page, data={"message": "Hello"})
    assert "we have received your message" in answer.text
    assert ledger.messages == 1


def test_a_question_for_a_parcel_is_no_message(shop: TestClient, ledger: Ledger) -> None:
    assert "We do not know this order number" in shop.post("/track-order", data={"order": "1"}).text
    assert ledger.messages == 0


def test_a_withdrawal_is_confirmed_in_a_second_step(shop: TestClient) -> None:
    body = {"name": "Anna", "order": "NL-1", "email": "a@b.ie"}
    first = shop.post("/withdraw-from-contract", data=body).text
    assert "Confirm withdrawal" in first
    assert 'value="NL-1"' in first
    assert "we have received" in shop.post("/withdraw-from-contract", data={**body, "confirmed": "1"}).text


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_a_newsletter_counts_however_it_is_asked_for(method: str, shop: TestClient, ledger: Ledger) -> None:
    shop.request(method, "/newsletter")
    assert ledger.newsletters == 1
