"""From features to probabilities."""

from __future__ import annotations

import math
import tomllib
from importlib.resources import files

import pytest

from auditor.facts.ranking import rank
from auditor.observe import Control

WEIGHTS = tomllib.loads((files("auditor.facts") / "weights.toml").read_text(encoding="utf-8"))
ONE, TWO = Control(1, "button", text="one"), Control(2, "button", text="two")


def test_probabilities_are_absolute_whatever_else_is_on_the_page() -> None:
    alone = rank("add_to_cart", [(ONE, {"text": 1.0, "size": 0.5})])
    among = rank("add_to_cart", [(ONE, {"text": 1.0, "size": 0.5}), (TWO, {"text": 1.0, "form": 1.0})])
    weights = WEIGHTS["add_to_cart"]
    expected = 1 / (1 + math.exp(-(weights["bias"] + weights["text"] + 0.5 * weights["size"])))
    assert alone[0].p == pytest.approx(expected, abs=1e-4)
    assert alone[0] == next(c for c in among if c.control is ONE)


def test_a_page_without_a_real_candidate_has_none_with_a_high_probability() -> None:
    assert all(c.p < 0.2 for c in rank("add_to_cart", [(ONE, {"size": 1.0}), (TWO, {"near_price": 1.0})]))


def test_best_first_and_ties_in_document_order() -> None:
    ranked = rank("cart_link", [(TWO, {"address": 1.0}), (ONE, {"address": 1.0}), (Control(3, "a"), {"address": 1.0, "text": 1.0})])
    assert [c.control.n for c in ranked] == [3, 1, 2]


def test_hopeless_ones_are_left_out() -> None:
    assert rank("add_to_cart", [(ONE, {"wallet": 1.0})]) == []
    assert len(rank("add_to_cart", [(ONE, {"wallet": 1.0})], floor=0.0)) == 1


@pytest.mark.parametrize("target", WEIGHTS)
def test_a_feature_without_a_weight_is_a_mistake(target: str) -> None:
    with pytest.raises(KeyError):
        rank(target, [(ONE, {"txet": 1.0})])
    assert "bias" in WEIGHTS[target]


def test_an_unknown_target_is_a_mistake() -> None:
    with pytest.raises(KeyError):
        rank("nothing", [(ONE, {})])


def test_the_reasons_stand_strongest_first() -> None:
    (candidate,) = rank("add_to_cart", [(ONE, {"text": 1.0, "size": 0.5, "near_price": 0.0, "buy_now": 1.0})], floor=0.0)
    assert [part.split()[0] for part in candidate.why.split(", ")] == ["text", "buy_now", "size"]
