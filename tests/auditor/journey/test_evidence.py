"""How attempts are told."""

from __future__ import annotations

import json

import pytest

from auditor.facts.ranking import Candidate
from auditor.journey.evidence import Attempt, described, names, top
from auditor.model.journey import Signal
from auditor.model.stage import Stage
from auditor.observe import Control


@pytest.mark.parametrize(
    ("control", "words"),
    [
        (Control(1, "button", text="In den Warenkorb"), "button “In den Warenkorb”"),
        (Control(1, "a", name="Panier", href="https://shop.example/panier"), "link “Panier”"),
        (Control(1, "input", type="submit", name="次へ"), "button “次へ”"),
        (Control(1, "input", type="email", placeholder="E-Mail"), "field “E-Mail”"),
        (Control(1, "input", attrs={"name": "q"}), "field “q”"),
        (Control(1, "div", id="atc"), "div “atc”"),
        (Control(1, "button"), "button without a name"),
        (Control(1, "button", text="x" * 99), f"button “{'x' * 60}”"),
    ],
)
def test_a_control_in_words(control: Control, words: str) -> None:
    assert described(control) == words


def test_the_best_candidates_with_their_reasons() -> None:
    ranked = [Candidate(Control(n, "button", text=str(n)), 1 - n / 10, {"text": 2.0, "other": -4.0, "form": 0.0}) for n in range(8)]
    told = top(ranked)
    assert [t["name"] for t in told] == [f"button “{n}”" for n in range(5)]
    assert told[0]["why"] == "other -4.0, text +2.0"


def test_an_attempt_is_plain_data() -> None:
    signals = (Signal("the cart counts 1", "counter"), Signal("stands in the cart", "cart", hard=True))
    attempt = Attempt(Stage.CART, "buy button", "button “Buy”", "trusted", True, names(signals), "a", "b", 1.5, top([]), "")
    told = json.loads(json.dumps(attempt.to_dict()))
    assert told["stage"] == "cart"
    assert told["signals"] == ["the cart counts 1", "stands in the cart (hard)"]
