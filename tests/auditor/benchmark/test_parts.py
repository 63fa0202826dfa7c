"""Categories, the shop to learn from, effort, problems in common, what one shop alone does right."""

from typing import Any

from auditor.api import Kind, Practice, Result, VerdictResult
from auditor.benchmark.benchmarking import benchmark
from auditor.result.model import EffortResult, StageEffort
from tests.auditor.specimens import check, verdict, walked
from tests.reports.results import audit, said, step

STAGES = {"trust-cart": ["cart"], "trust-all": ["home", "category", "product", "cart", "checkout"]}
COUNTS: dict[str, Any] = dict.fromkeys(
    ("clicks", "fields", "fields_considered", "characters", "choices", "page_loads", "dialogs", "back_tracks", "errors"), 1
)


def shop(*shown: VerdictResult, seconds: float = 10.0, **facts: Any) -> Result:
    way = walked(steps=[step("cart", screenshot="desktop/cart/screenshot.webp")], **facts)
    stage = StageEffort(stage="cart", scrolls=0, wait_seconds=0, klm_seconds=seconds, klm_seconds_assisted=seconds, **COUNTS)
    effort = EffortResult(**COUNTS, wait_seconds=0, klm_seconds=seconds, klm_seconds_assisted=seconds, index=None, stages=[stage])
    return audit(journeys=[way], shown=shown, effort={"desktop": effort})


def cart(**outcomes: str) -> list[VerdictResult]:
    return [
        said(f"checkout-{name}", outcome, stage="cart") for name, outcome in {"a": "pass", "b": "pass", "c": "pass", **outcomes}.items()
    ]


def practices(*shops: Result) -> dict[str, Practice]:
    return {p.stage: p for p in benchmark(shops, STAGES).practices}


def test_the_shop_that_does_best_at_a_stage_is_the_one_to_learn_from() -> None:
    found = practices(shop(*cart(a="fail")), shop(*cart()), shop(*cart(a="warn")))["cart"]
    assert (found.best, found.device, found.screenshot) == (2, "desktop", "desktop/cart/screenshot.webp")
    assert [(a.check, a.others, a.of) for a in found.advantages] == [("checkout-a", 2, 2)]
    assert [s.shop for s in found.standings] == [2, 3, 1]


def test_where_shops_do_not_differ_none_is_named() -> None:
    found = practices(shop(*cart()), shop(*cart()))["cart"]
    assert (found.best, found.screenshot, found.advantages, found.quickest) == (None, None, [], False)


def test_less_time_is_a_reason_too() -> None:
    found = practices(shop(*cart(), seconds=30.0), shop(*cart(), seconds=10.0))["cart"]
    assert (found.best, found.quickest) == (2, True)


def test_of_a_shop_in_which_little_could_be_judged_nothing_is_learned() -> None:
    blind = shop(said("checkout-a", stage="cart", outcome="pass"), said("checkout-b", "not_measurable", stage="cart"))
    assert "cart" not in practices(shop(*cart(a="fail")), blind)


def test_checks_of_few_stages_count_at_each_of_them_and_of_many_at_none() -> None:
    better = shop(*cart(), said("trust-cart", "pass"), said("trust-all", "fail"))
    worse = shop(*cart(), said("trust-cart"), said("trust-all", "pass"))
    found = practices(worse, better)["cart"]
    assert (found.best, [a.check for a in found.advantages]) == (2, ["trust-cart"])


def test_categories_have_a_cell_per_shop_and_name_the_best() -> None:
    good = audit([verdict(check("trust-a")), verdict(check("speed-a"))], [walked()])
    bad = audit([verdict(check("trust-a"), Kind.FAIL), verdict(check("speed-a"))], [walked()])
    rows = {row.id: row for row in benchmark([bad, good], {}).categories}
    assert [(cell.shop, cell.score) for cell in rows["trust"].cells] == [(2, 100), (1, 0)]
    assert (rows["trust"].best, rows["speed"].best) == ([2], [])


def test_a_category_that_one_shop_lacks_is_an_empty_cell() -> None:
    one, both = audit([verdict(check("trust-a"))]), audit([verdict(check("trust-a")), verdict(check("speed-a"))])
    row = next(row for row in benchmark([one, both], {}).categories if row.id == "speed")
    assert [cell.score for cell in sorted(row.cells, key=lambda cell: cell.shop)] == [None, 100]


def test_effort_of_a_way_that_ended_early_is_marked() -> None:
    found = benchmark([shop(), shop(ended="failed", deepest="cart")], {}).effort
    assert {effort.shop: effort.complete for effort in found} == {1: True, 2: False}


def test_problems_in_common_are_counted_among_those_that_could_be_judged() -> None:
    shops = [shop(said("trust-a")), shop(said("trust-a", "warn")), shop(said("trust-a", "not_measurable"))]
    (shared,) = benchmark(shops, {}).shared
    assert (shared.check, sorted(shared.shops), shared.of) == ("trust-a", [1, 2], 2)


def test_a_problem_of_few_is_not_in_common() -> None:
    shops = [shop(said("trust-a")), shop(said("trust-a")), *(shop(said("trust-a", "pass")) for _ in range(3))]
    assert benchmark(shops, {}).shared == []


def test_what_one_shop_alone_does_right() -> None:
    shops = [shop(said("trust-a")), shop(said("trust-a", "pass")), shop(said("trust-a", "warn"))]
    (unique,) = benchmark(shops, {}).unique
    assert (unique.check, unique.shop, unique.of) == ("trust-a", 2, 3)


def test_what_hardly_anybody_could_be_judged_in_is_no_distinction() -> None:
    shops = [shop(said("trust-a")), shop(said("trust-a", "pass")), *(shop(said("trust-a", "not_applicable")) for _ in range(3))]
    assert benchmark(shops, {}).unique == []
