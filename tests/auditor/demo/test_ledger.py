from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

from auditor.demo.ledger import BasketLine, Ledger


def test_a_new_ledger_has_seen_nothing() -> None:
    ledger = Ledger()
    counts = (ledger.orders, ledger.accounts, ledger.newsletters, ledger.messages, ledger.card_numbers)
    assert counts == (0, 0, 0, 0, 0)
    assert (ledger.wallet_calls, ledger.baskets, ledger.deepest, ledger.log) == (0, {}, {}, [])


def test_the_deepest_stage_never_rises_again() -> None:
    ledger = Ledger()
    for stage in ("product", "checkout", "cart"):
        ledger.reach(stage, "anna")
    assert ledger.deepest == {"anna": "checkout"}


def test_what_is_read_is_a_copy() -> None:
    ledger = Ledger()
    ledger.keep_basket("anna", [BasketLine("fjell", "", 1, 100)])
    ledger.baskets["anna"].clear()
    assert len(ledger.baskets["anna"]) == 1


def test_many_threads_lose_no_count() -> None:
    ledger = Ledger()
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda _: ledger.count("orders", "anna"), range(400)))
    assert ledger.orders == len(ledger.log) == 400
