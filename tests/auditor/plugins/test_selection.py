import pytest

from auditor.api import Scope, Stage
from auditor.errors import PluginError
from auditor.plugins.selection import select
from tests.auditor.specimens import check

CHECKS = [
    check("speed-lcp", scope=Scope.PAGE, stages=(Stage.HOME, Stage.PRODUCT)),
    check("product-price", scope=Scope.PAGE, stages=(Stage.PRODUCT,)),
    check("checkout-guest", stages=(Stage.CHECKOUT, Stage.ADDRESS)),
    check("trust-terms", scope=Scope.SHOP),
]


def chosen(*only: str, skip: tuple[str, ...] = ()) -> dict[str, str]:
    """The ids that are left, each with its stages."""
    return {c.id: " ".join(c.stages) for c in select(CHECKS, only, skip)}


def test_nothing_asked_for_means_everything() -> None:
    assert select(CHECKS, [], []) == CHECKS


def test_only_a_check() -> None:
    assert chosen("trust-terms") == {"trust-terms": ""}


def test_only_a_category() -> None:
    assert chosen("speed") == {"speed-lcp": "home product"}


def test_only_a_stage_looks_at_that_stage_alone() -> None:
    assert chosen("home") == {"speed-lcp": "home"}
    assert chosen("address") == {"checkout-guest": "checkout address"}  # a fact of the whole journey stays whole


def test_a_name_that_is_category_and_stage_means_both() -> None:
    assert chosen("product") == {"speed-lcp": "product", "product-price": "product"}


def test_several_names_add_up() -> None:
    assert set(chosen("speed-lcp", "trust")) == {"speed-lcp", "trust-terms"}


def test_skip_a_check() -> None:
    assert set(chosen(skip=("speed-lcp",))) == {"product-price", "checkout-guest", "trust-terms"}


def test_skip_a_category() -> None:
    assert set(chosen(skip=("trust", "product"))) == {"speed-lcp", "checkout-guest"}


def test_skip_a_stage_leaves_the_other_stages() -> None:
    assert chosen(skip=("home",)) == {
        "speed-lcp": "product", "product-price": "product", "checkout-guest": "checkout address", "trust-terms": "",
    }  # fmt: skip


def test_what_has_no_stage_left_is_gone() -> None:
    assert set(chosen(skip=("home", "product", "address"))) == {"checkout-guest", "trust-terms"}
    assert set(chosen(skip=("checkout", "address"))) == {"speed-lcp", "product-price", "trust-terms"}


def test_skip_beats_only() -> None:
    assert chosen("speed", "trust", skip=("speed-lcp",)) == {"trust-terms": ""}
    assert chosen("speed", skip=("home",)) == {"speed-lcp": "product"}
    assert chosen("speed", skip=("speed",)) == {}


@pytest.mark.parametrize("place", ["only", "skip"])
def test_a_name_that_matches_nothing_names_the_closest(place: str) -> None:
    with pytest.raises(PluginError) as caught:
        select(CHECKS, **{"only": [], "skip": [], place: ["speed-lpc"]})
    assert str(caught.value) == (
        "Nothing is called 'speed-lpc': it is no check, category or stage. Did you mean speed-lcp? `auditor checks` lists them."
    )
