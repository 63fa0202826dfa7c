import pytest

from auditor.model.category import CATEGORIES
from auditor.score.policy import BALANCED, policy, profiles


@pytest.mark.parametrize("name", profiles())
def test_a_profile_weighs_every_category_and_all_in_all_a_hundred(name: str) -> None:
    weights = profiles()[name]
    assert list(weights) == [category.id for category in CATEGORIES]
    assert sum(weights.values()) == 100
    assert min(weights.values()) > 0


def test_the_profiles_are_those_that_were_promised_and_stand_for_what_they_say() -> None:
    assert list(profiles()) == ["balanced", "checkout", "legal-eu", "accessibility"]
    heaviest = {name: max(weights, key=lambda category: weights[category]) for name, weights in profiles().items()}
    assert heaviest == {"balanced": "checkout", "checkout": "checkout", "legal-eu": "checkout", "accessibility": "accessibility"}
    assert profiles()["legal-eu"]["privacy"] > profiles()[BALANCED]["privacy"]


def test_single_weights_go_on_top_and_are_told() -> None:
    changed = policy("checkout", {"speed": 30})
    assert (changed.weights["speed"], changed.weights["checkout"], changed.profile) == (30, 40, "checkout, changed")
    assert policy("checkout", {"speed": 12}).profile == "checkout"


def test_the_hash_tells_weights_apart_and_nothing_else() -> None:
    assert policy().weights_hash == policy(BALANCED, {"speed": 12}).weights_hash
    hashes = {p.weights_hash for p in (policy(), policy("checkout"), policy(weights={"speed": 13}), policy(mobile_share=0.5))}
    assert len(hashes) == 4
    assert all(len(h) == 12 for h in hashes)
