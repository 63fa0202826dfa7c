"""The score by its published rules; every number is worked out by hand."""

import random
from collections.abc import Mapping
from typing import Any

import pytest

from auditor.api import Confidence, Kind, Scope, Severity, Stage
from auditor.model.verdict import Verdict
from auditor.result.model import Score
from auditor.score.policy import policy
from auditor.score.scoring import score
from tests.auditor.specimens import check, verdict

DESKTOP: Mapping[str, bool] = {"desktop": False}
BOTH: Mapping[str, bool] = {"desktop": False, "mobile": True}
CRITICAL, MAJOR, MINOR = Severity.CRITICAL, Severity.MAJOR, Severity.MINOR
PASS, WARN, FAIL = Kind.PASS, Kind.WARN, Kind.FAIL


def category(scored: Score, name: str) -> int | None:
    return next(c.score for c in scored.categories if c.id == name)


def coverage(scored: Score, name: str) -> float:
    return next(c.coverage for c in scored.categories if c.id == name)


# -- one category ---------------------------------------------------------------------------------------------------------


def test_checks_weigh_ten_four_and_one() -> None:
    scored = score(
        [
            verdict(check("checkout-a", severity=CRITICAL), PASS),
            verdict(check("checkout-b", severity=MAJOR), WARN),
            verdict(check("checkout-c", severity=MINOR), FAIL),
        ],
        DESKTOP,
    )
    assert category(scored, "checkout") == 80  # (10 x 1 + 4 x 0.5 + 1 x 0) / 15


def test_unsure_checks_weigh_less() -> None:
    scored = score(
        [
            verdict(check("trust-a", severity=MAJOR), PASS),
            verdict(check("trust-b", severity=MAJOR, confidence=Confidence.MEDIUM), FAIL),
            verdict(check("trust-c", severity=MAJOR, confidence=Confidence.LOW), FAIL),
        ],
        DESKTOP,
    )
    assert category(scored, "trust") == 44  # 4 / (4 + 3 + 2)


def test_a_measured_number_counts_with_its_grade() -> None:
    scored = score([verdict(check("speed-lcp"), WARN, grade=0.9667), verdict(check("speed-ttfb"), FAIL, grade=0.25)], DESKTOP)
    assert category(scored, "speed") == 61  # (0.9667 + 0.25) / 2


def test_an_outcome_may_change_the_weight_of_its_check() -> None:
    worse = verdict(check("checkout-a", severity=MINOR), FAIL, severity=MAJOR)
    scored = score([worse, verdict(check("checkout-b", severity=MAJOR), PASS)], DESKTOP)
    assert category(scored, "checkout") == 50  # 4 / (4 + 4)


def test_a_page_level_fact_counts_as_the_mean_of_its_stages() -> None:
    page = check("accessibility-axe", scope=Scope.PAGE)
    kinds = {Stage.HOME: PASS, Stage.PRODUCT: WARN, Stage.CART: FAIL, Stage.PAYMENT: FAIL}
    scored = score([verdict(page, kind, stage=stage) for stage, kind in kinds.items()], DESKTOP)
    assert category(scored, "accessibility") == 38  # 1.5 / 4 = 37.5, to the even number


def test_a_site_wide_fact_counts_once() -> None:
    whole, other = check("security-https", scope=Scope.SHOP), check("security-headers", scope=Scope.PAGE)
    pages = [verdict(other, FAIL, device, stage) for device in BOTH for stage in (Stage.HOME, Stage.CART, Stage.PAYMENT)]
    assert category(score([verdict(whole, PASS, None), *pages], BOTH), "security") == 50


@pytest.mark.parametrize(("desktop", "mobile", "points"), [(PASS, FAIL, 40), (FAIL, PASS, 60), (WARN, PASS, 80), (PASS, PASS, 100)])
def test_the_phone_counts_sixty_per_cent(desktop: Kind, mobile: Kind, points: int) -> None:
    both = check("mobile-sample")
    assert category(score([verdict(both, desktop, "desktop"), verdict(both, mobile, "mobile")], BOTH), "mobile") == points


def test_two_phones_share_the_phones_part() -> None:
    both = check("mobile-sample")
    said = [verdict(both, PASS, "desktop"), verdict(both, FAIL, "Pixel 7"), verdict(both, PASS, "iPhone 15")]
    scored = score(said, {"desktop": False, "Pixel 7": True, "iPhone 15": True})
    assert category(scored, "mobile") == 70  # 0.6 x 0.5 + 0.4 x 1


def test_one_device_alone_is_the_whole() -> None:
    assert category(score([verdict(check("mobile-sample"), WARN, "mobile")], {"mobile": True}), "mobile") == 50


# -- what is not known ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", [Kind.INFO, Kind.NOT_APPLICABLE])
def test_what_does_not_apply_stands_in_neither_sum(kind: Kind) -> None:
    scored = score([verdict(check("trust-a"), PASS), verdict(check("trust-b", severity=CRITICAL), kind)], DESKTOP)
    assert (category(scored, "trust"), coverage(scored, "trust")) == (100, 1.0)


@pytest.mark.parametrize("kind", [Kind.NOT_MEASURABLE, Kind.ERROR])
def test_what_was_not_measured_is_no_pass_and_costs_coverage(kind: Kind) -> None:
    scored = score([verdict(check("trust-a"), FAIL), verdict(check("trust-b"), PASS), verdict(check("trust-c"), kind)], DESKTOP)
    assert (category(scored, "trust"), coverage(scored, "trust")) == (50, 0.6667)


def test_less_than_half_measured_leaves_the_category_out_of_the_total() -> None:
    scored = score(
        [
            verdict(check("speed-a", severity=MAJOR), FAIL),
            verdict(check("speed-b", severity=CRITICAL), Kind.NOT_MEASURABLE),
            verdict(check("trust-a"), PASS),
        ],
        DESKTOP,
    )
    assert (category(scored, "speed"), coverage(scored, "speed")) == (None, 0.2857)  # 4 / 14
    assert (category(scored, "trust"), scored.total) == (100, 100)
    assert scored.coverage == 0.5918  # (12 x 4/14 + 9 x 1) / 21


def test_just_half_measured_is_enough() -> None:
    scored = score([verdict(check("speed-a"), WARN), verdict(check("speed-b"), Kind.NOT_MEASURABLE)], DESKTOP)
    assert category(scored, "speed") == 50


@pytest.mark.parametrize("kind", [None, Kind.NOT_MEASURABLE, Kind.ERROR, Kind.INFO, Kind.NOT_APPLICABLE])
def test_nothing_measured_is_no_score(kind: Kind | None) -> None:
    scored = score([verdict(check("speed-a"), kind)] if kind else [], DESKTOP)
    assert (scored.total, scored.raw, scored.grade, scored.coverage, scored.sensitivity) == (None, None, None, 0, None)


# -- the total ----------------------------------------------------------------------------------------------------------------


def test_categories_weigh_by_the_published_weights() -> None:
    scored = score([verdict(check("speed-a"), WARN), verdict(check("checkout-a"), PASS)], DESKTOP)
    assert (scored.raw, scored.total) == (81.25, 81)  # (12 x 50 + 20 x 100) / 32


def test_the_range_tells_what_other_weights_would_give() -> None:
    scored = score([verdict(check("speed-a"), WARN), verdict(check("checkout-a"), PASS)], DESKTOP)
    # speed x 0.7: 2420 / 28.4 = 85.2; speed x 1.3: 2780 / 35.6 = 78.1; checkout x 0.7: 2000 / 26; checkout x 1.3: 3200 / 38
    assert scored.sensitivity == (77, 85)


@pytest.mark.parametrize(
    ("grade", "letter"),
    [(1.0, "A"), (0.9, "A"), (0.89, "B"), (0.8, "B"), (0.79, "C"), (0.65, "C"), (0.64, "D"), (0.5, "D"), (0.49, "E"), (0.0, "E")],
)
def test_grades_are_bands_of_the_total(grade: float, letter: str) -> None:
    scored = score([verdict(check("speed-a"), WARN, grade=grade)], DESKTOP)
    assert (scored.total, scored.grade) == (round(100 * grade), letter)


def test_each_device_has_a_total_of_its_own() -> None:
    both, whole = check("speed-a"), check("checkout-a", scope=Scope.SHOP)
    scored = score([verdict(both, PASS, "desktop"), verdict(both, FAIL, "mobile"), verdict(whole, PASS, None)], BOTH)
    assert (scored.devices["desktop"].total, scored.devices["mobile"].total) == (100, 62)  # 2000 / 32 = 62.5
    assert scored.devices["mobile"].categories == {"speed": 0, "checkout": 100}


def test_order_of_the_verdicts_changes_nothing() -> None:
    rng = random.Random(7)  # noqa: S311 - no secret
    kinds = list(Kind)
    said = [
        verdict(check(f"{name}-{i}", severity=rng.choice(list(Severity))), rng.choice(kinds), device)
        for name in ("speed", "checkout", "trust", "privacy")
        for i in range(9)
        for device in BOTH
    ]
    wanted = score(said, BOTH)
    for _ in range(5):
        rng.shuffle(said)
        assert score(said, BOTH) == wanted


def test_result_names_the_version_of_the_rules() -> None:
    assert score([], {}).scoring_version == "3"


# -- caps -----------------------------------------------------------------------------------------------------------------------


def with_failures(count: int, **facts: Any) -> list[Verdict]:
    """Critical failures in a catalogue so large that they alone hardly move the mean."""
    failing = [verdict(check(f"checkout-bad-{i}", severity=CRITICAL, **facts), FAIL) for i in range(count)]
    passing = [verdict(check(f"{name}-good-{i}", severity=CRITICAL)) for name in ("speed", "checkout", "trust") for i in range(200)]
    return failing + passing


@pytest.mark.parametrize(("count", "limit", "letter"), [(1, 84, "B"), (2, 74, "C"), (3, 64, "D"), (4, 54, "D"), (5, 54, "D"), (9, 54, "D")])
def test_confirmed_critical_failures_cap_the_total(count: int, limit: int, letter: str) -> None:
    scored = score(with_failures(count), DESKTOP)
    assert scored.raw is not None
    assert (scored.raw > 97, scored.total, scored.grade) == (True, limit, letter)
    assert [cap.limit for cap in scored.caps] == [limit]
    assert len(scored.caps[0].checks) == count


def test_a_blocker_caps_hardest_and_says_first_why() -> None:
    said = [*with_failures(1), verdict(check("product-buy-button", severity=CRITICAL, blocker=True), FAIL)]
    scored = score(said, DESKTOP)
    assert (scored.total, scored.grade, [cap.limit for cap in scored.caps]) == (39, "E", [39, 74])
    assert scored.caps[0].reason == "Shoppers cannot buy, or should not: product-buy-button is wrong."
    assert scored.caps[1].reason.startswith("2 critical checks fail: ")


@pytest.mark.parametrize(("confidence", "total"), [(Confidence.HIGH, 39), (Confidence.MEDIUM, 39), (Confidence.LOW, 99)])
def test_an_unsure_failure_caps_nothing(confidence: Confidence, total: int) -> None:
    scored = score(with_failures(1, blocker=True, confidence=confidence), DESKTOP)
    assert scored.total == total


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind is not FAIL])
def test_only_a_failure_caps(kind: Kind) -> None:
    said = [verdict(check("checkout-a", severity=CRITICAL, blocker=True), kind), *with_failures(0)]
    assert score(said, DESKTOP).caps == []


def test_a_failure_that_the_outcome_calls_minor_caps_nothing() -> None:
    said = [verdict(check("checkout-a", severity=CRITICAL, blocker=True), FAIL, severity=MINOR), *with_failures(0)]
    assert score(said, DESKTOP).caps == []


def test_one_check_that_fails_everywhere_is_one_failure() -> None:
    bad = check("checkout-bad", severity=CRITICAL, scope=Scope.PAGE)
    said = [verdict(bad, FAIL, device, stage) for device in BOTH for stage in (Stage.CART, Stage.CHECKOUT, Stage.PAYMENT)]
    assert [cap.limit for cap in score(said, BOTH).caps] == [84]


def test_a_cap_lifts_nothing() -> None:
    scored = score([verdict(check("checkout-a", severity=CRITICAL), FAIL)], DESKTOP)
    assert (scored.raw, scored.total, scored.grade) == (0, 0, "E")


@pytest.mark.parametrize(("count", "limit"), [(0, 100), (1, 74), (2, 49), (3, 49)])
def test_a_category_is_capped_by_its_own_critical_failures(count: int, limit: int) -> None:
    scored = score(with_failures(count), DESKTOP)
    checkout, trust = (next(c for c in scored.categories if c.id == name) for name in ("checkout", "trust"))
    assert (checkout.score, checkout.capped) == (limit, count > 0)
    assert (trust.score, trust.capped) == (100, False)


def test_a_category_below_its_cap_is_not_called_capped() -> None:
    scored = score([verdict(check("checkout-a", severity=CRITICAL), FAIL), verdict(check("checkout-b"), PASS)], DESKTOP)
    assert [(c.score, c.capped) for c in scored.categories] == [(29, False)]  # 4 / 14


def test_an_outcome_says_itself_whether_it_blocks() -> None:
    usual, unusual = check("security-a", severity=CRITICAL), check("security-b", severity=CRITICAL, blocker=True)
    assert score([verdict(usual, FAIL, blocker=True), *with_failures(0)], DESKTOP).total == 39
    assert score([verdict(unusual, FAIL, blocker=False), *with_failures(0)], DESKTOP).total == 84


# -- what the configuration may change ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("grade", "shown"), [(1.0, 100), (0.9999, 99), (0.99, 99), (0.985, 98), (0.0, 0)])
def test_a_hundred_is_shown_only_where_nothing_is_missing(grade: float, shown: int) -> None:
    scored = score([verdict(check("speed-a"), WARN, grade=grade)], DESKTOP)
    assert (scored.total, scored.uncapped, category(scored, "speed"), scored.devices["desktop"].total) == (shown,) * 4


def test_other_weights_make_another_total() -> None:
    said = [verdict(check("speed-a"), FAIL), verdict(check("accessibility-a"), PASS)]
    assert score(said, DESKTOP).raw == 40  # 8 / 20
    scored = score(said, DESKTOP, policy("accessibility"))
    assert (scored.raw, scored.profile) == (86.96, "accessibility")  # 40 / 46
    assert [c.weight for c in scored.categories] == [6, 40]


def test_a_category_that_weighs_nothing_is_shown_and_does_not_count() -> None:
    said = [verdict(check("speed-a"), FAIL), verdict(check("trust-a"), PASS)]
    scored = score(said, DESKTOP, policy(weights={"speed": 0}))
    assert (scored.total, category(scored, "speed"), scored.sensitivity) == (100, 0, (100, 100))
    assert score(said[:1], DESKTOP, policy(weights={"speed": 0})).total is None


def test_the_share_of_the_phone_can_be_set() -> None:
    both = check("mobile-sample")
    said = [verdict(both, PASS, "desktop"), verdict(both, FAIL, "mobile")]
    assert category(score(said, BOTH, policy(mobile_share=0.9)), "mobile") == 10


def test_it_tells_how_sure_the_checks_are_and_how_many_could_not_look() -> None:
    unsure = check("trust-a", confidence=Confidence.LOW)
    said = [verdict(check("speed-a"), PASS), verdict(unsure, PASS), verdict(check("trust-b"), PASS, confidence=Confidence.MEDIUM)]
    said += [verdict(check("trust-b"), PASS), *(verdict(check("trust-c"), Kind.NOT_MEASURABLE, device) for device in BOTH)]
    scored = score(said, BOTH)
    assert (scored.confidence, scored.not_measurable) == ({"high": 1, "med": 1, "low": 1}, 1)


# -- the whole catalogue ----------------------------------------------------------------------------------------------------------

# critical, major and minor checks per category, as the published table counts them
CATALOGUE = {
    "speed": (2, 5, 4), "navigation": (1, 11, 7), "product": (4, 10, 3), "checkout": (9, 20, 12), "trust": (3, 4, 5),
    "security": (2, 5, 4), "service": (0, 6, 4), "postpurchase": (2, 4, 2), "accessibility": (2, 6, 2), "privacy": (2, 4, 1),
    "mobile": (1, 4, 2), "relationship": (0, 0, 7),
}  # fmt: skip


def whole_catalogue(*, failing: Severity | None = None, one: str = "") -> list[Verdict]:
    said = []
    for name, counts in CATALOGUE.items():
        for severity, count in zip((CRITICAL, MAJOR, MINOR), counts, strict=True):
            for i in range(count):
                fails = severity is failing or (one == name and severity is CRITICAL and i == 0)
                said.append(verdict(check(f"{name}-{severity.value}-{i}", severity=severity), FAIL if fails else PASS))
    return said


def test_the_table_holds_the_whole_catalogue() -> None:
    assert len(whole_catalogue()) == 160
    assert score(whole_catalogue(), DESKTOP).total == 100


@pytest.mark.parametrize(
    ("failing", "one", "raw", "total"),
    [
        (None, "checkout", 98.9, 84),  # 100 - 20 x 10 / 182: forced account creation alone
        (None, "security", 98.2, 84),  # 100 - 8 x 10 / 44: no HTTPS alone
        (CRITICAL, "", 59.0, 54),  # every critical check fails
        (MINOR, "", 90.5, 90),  # every minor check fails
    ],
)
def test_an_average_hides_fatal_faults_which_is_why_there_are_caps(failing: Severity | None, one: str, raw: float, total: int) -> None:
    scored = score(whole_catalogue(failing=failing, one=one), DESKTOP)
    assert scored.raw == pytest.approx(raw, abs=0.05)
    assert scored.total == total
