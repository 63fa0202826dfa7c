from typing import Any

import pytest

from auditor.api import Kind, Result
from auditor.benchmark.benchmarking import benchmark
from auditor.benchmark.model import Benchmark
from auditor.benchmark.naming import labels_of
from auditor.model.verdict import Verdict
from tests.auditor.specimens import check, verdict, walked
from tests.reports.results import audit


def shop(number: int, grade: float = 1.0, *ways: Any, **facts: Any) -> Result:
    found: list[Verdict] = [verdict(check("checkout-a"), Kind.WARN, grade=grade), verdict(check("checkout-b"), Kind.WARN, grade=grade)]
    return audit(found, list(ways) or [walked()], **{"site": f"https://shop{number}.example/", **facts})


def ranks(*shops: Result) -> list[tuple[int, int | None]]:
    return [(s.key, s.rank) for s in benchmark(shops, {}).shops]


def test_the_best_total_comes_first_and_equal_totals_share_a_place() -> None:
    assert ranks(shop(1, 0.5), shop(2, 0.9), shop(3, 0.5), shop(4, 0.2)) == [(2, 1), (1, 2), (3, 2), (4, 4)]


def test_a_shop_whose_payment_was_not_reached_has_no_place_however_well_it_does() -> None:
    found = benchmark([shop(1, 0.5), shop(2, 1.0, walked(), walked("failed", "cart", "mobile"))], {})
    out = found.shops[-1]
    assert (out.key, out.rank, out.total) == (2, None, 100)
    assert "payment_not_reached" in out.unranked


def test_other_devices_are_no_fair_comparison() -> None:
    out = benchmark([shop(1), shop(2), shop(3, 1.0, walked(device="mobile"))], {}).shops[-1]
    assert (out.key, out.unranked) == (3, ["devices"])


@pytest.mark.parametrize("facts", [{"scoring_version": "1"}, {"profile": "legal-eu"}, {"weights_hash": "x"}])
def test_scores_that_were_not_made_alike_make_no_ranking(facts: dict[str, Any]) -> None:
    other = shop(2)
    other = other.model_copy(update={"score": other.score.model_copy(update=facts)})
    found = benchmark([shop(1), other], {})
    assert {s.rank for s in found.shops} == {None}
    assert found.caveats[0].about == {"weights_hash": "weights"}.get(next(iter(facts)), next(iter(facts)))


def test_no_journey_no_place() -> None:
    nothing = shop(2).model_copy(update={"journeys": []})
    assert benchmark([shop(1), nothing], {}).shops[-1].unranked[0] == "payment_not_reached"


def test_two_to_twenty() -> None:
    with pytest.raises(ValueError, match="2 to 20"):
        benchmark([shop(1)], {})
    assert len(benchmark([shop(n) for n in range(20)], {}).shops) == 20
    with pytest.raises(ValueError, match="not of 21"):
        benchmark([shop(n) for n in range(21)], {})


def labels(*shops: tuple[str, str]) -> list[str]:
    return labels_of([audit(site=site, started_at=f"{day}T10:00:00+00:00") for site, day in shops])


def test_shops_are_called_by_their_hosts_and_never_alike() -> None:
    assert labels(("https://www.a.example/", "2026-11-24"), ("https://b.example/x", "2026-11-24")) == ["a.example", "b.example"]
    assert labels(("https://a.example/", "2026-11-24"), ("https://a.example/", "2026-12-24")) == [
        "a.example (2026-11-24)", "a.example (2026-12-24)",
    ]  # fmt: skip
    assert labels(("https://a.example/", "2026-11-24"), ("https://a.example/", "2026-11-24")) == [
        "a.example (2026-11-24) #1", "a.example (2026-11-24) #2",
    ]  # fmt: skip
    assert labels(("https://a.example/uk/", "2026-11-24"), ("https://a.example/fr", "2026-11-24")) == ["a.example/uk", "a.example/fr"]
    assert labels(("https://[broken", "2026-11-24"), ("https://b.example", "")) == ["https://[broken", "b.example"]


def test_a_benchmark_is_the_same_after_it_was_stored() -> None:
    made = benchmark([shop(1), shop(2, 0.5)], {})
    assert Benchmark.model_validate_json(made.model_dump_json()) == made
    assert made.schema_version == "1"
