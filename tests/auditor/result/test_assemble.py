from pathlib import Path

import pytest

from auditor.api import Box, Check, Finding, JourneyRecord, Outcome, PageRecord, Scope, Severity, Stage, failed, measured, passed
from auditor.gate.rules import GateRules
from auditor.judge.judging import judge
from auditor.result.assemble import assemble
from auditor.result.model import Result
from tests.auditor.specimens import check
from tests.checks.pages import Page
from tests.checks.recordings import Shop


def small_button(page: PageRecord) -> Outcome:
    finding = Finding("The button is 20 px high.", "button", Box(1, 2, 30, 20))
    elsewhere = Finding("Its style is missing.", url="https://cdn.example/style.css")
    told = f"On {page.url} a button is small."
    return failed(told, findings=[finding, elsewhere], unlisted=3, value=20, unit="px", threshold="≥ 24 px")


CHECKS = [
    check("mobile-targets", scope=Scope.PAGE, stages=(Stage.HOME, Stage.CART), judge=small_button),
    check("speed-lcp", scope=Scope.PAGE, stages=(Stage.HOME,), judge=lambda _: measured("LCP", value=3.25, good=2.5, poor=4, unit="s")),
    check("checkout-guest", severity=Severity.CRITICAL, judge=lambda _: passed("Guests can buy.")),
    check("trust-terms", scope=Scope.SHOP, judge=lambda _: passed("Terms are linked.")),
]


def recorded(folder: Path, **facts: object) -> Shop:
    shop = Shop(folder / "recording")
    for mobile in (False, True):
        walk = shop.walk(mobile=mobile, **{"ended": "payment_reached", "message": "", "seconds": 20.5, **facts})
        walk.page(Stage.HOME, Page("https://shop.example/"))
        walk.page(Stage.CART, Page("https://shop.example/cart"))
    return shop


def result_of(shop: Shop, checks: list[Check] = CHECKS, rules: GateRules | None = None) -> Result:
    recording = shop.recording()
    return assemble(recording, judge(recording, checks), rules or GateRules())


def test_the_same_recording_gives_the_same_bytes(tmp_path: Path) -> None:
    shop = recorded(tmp_path)
    first = result_of(shop).model_dump_json(indent=1)
    assert result_of(shop).model_dump_json(indent=1) == first
    assert result_of(shop, CHECKS[::-1]).model_dump_json(indent=1) == first


def test_a_result_survives_being_stored(tmp_path: Path) -> None:
    result = result_of(recorded(tmp_path))
    assert Result.model_validate_json(result.model_dump_json()) == result


def test_it_tells_what_was_audited_and_with_what(tmp_path: Path) -> None:
    result = result_of(recorded(tmp_path))
    assert (result.schema_version, result.site, result.seconds) == ("1", "https://shop.example/", 60.0)
    assert (result.tool.name, result.started_at) == ("storefront-auditor", "2026-11-24T10:00:00+00:00")


def test_journeys_keep_how_they_ended(tmp_path: Path) -> None:
    shop = Shop(tmp_path / "recording")
    blocked = [{"method": "POST", "url": "https://shop.example/order", "reason": "order"}]
    walk = shop.walk(ended="failed", failure_code="add_error", message="Refused.", product={"title": "Chair"}, blocked_requests=blocked)
    walk.page(Stage.HOME).missed(Stage.CART, "add_error", outcome="failed", attempts=3)
    (journey,) = result_of(shop).journeys
    assert (journey.device, journey.ended, journey.deepest_stage, journey.failure_code) == ("desktop", "failed", "home", "add_error")
    assert [(s.stage, s.outcome, s.attempts, s.reason) for s in journey.steps] == [
        ("home", "reached", 1, None), ("cart", "failed", 3, "add_error"),
    ]  # fmt: skip
    assert (journey.product, journey.blocked_requests) == ("Chair", blocked)


def test_a_verdict_says_where_what_and_how_much(tmp_path: Path) -> None:
    verdict = next(v for v in result_of(recorded(tmp_path)).verdicts if v.check == "mobile-targets")
    assert (verdict.category, verdict.severity, verdict.device, verdict.stage) == ("mobile", "major", "desktop", "home")
    assert (verdict.outcome, verdict.value, verdict.unit, verdict.threshold) == ("fail", 20, "px", "≥ 24 px")
    assert verdict.priority == 24  # 100 x 0.4 x reach 1 x home 0.6 / 1
    first, second = verdict.findings
    assert (first.url, first.box, first.device, first.stage) == ("https://shop.example/", (1, 2, 30, 20), "desktop", "home")
    assert second.url == "https://cdn.example/style.css"
    assert first.fingerprint != second.fingerprint
    assert verdict.unlisted == 3


def test_score_and_gate_follow_from_the_verdicts(tmp_path: Path) -> None:
    result = result_of(recorded(tmp_path), rules=GateRules("major", 90))
    assert {c.id: c.score for c in result.score.categories} == {"speed": 75, "checkout": 100, "trust": 100, "mobile": 0}
    assert result.score.total == 86  # (12 x 75 + 20 x 100 + 9 x 100) / 44 = 86.4
    assert not result.gate.passed
    assert result.gate.reasons == [
        "mobile-targets is wrong (mobile-targets, desktop, mobile)", "The score 86 is below the minimum of 90.",
    ]  # fmt: skip


def test_what_showed_no_product_has_no_total(tmp_path: Path) -> None:
    shop = Shop(tmp_path / "recording")
    shop.walk(ended="login_required").page(Stage.HOME, Page("https://shop.example/"))
    score = result_of(shop).score
    assert (score.total, score.raw, score.grade, score.sensitivity, score.caps) == (None, None, None, None, [])
    assert {c.id: c.score for c in score.categories}["speed"] == 75
    assert score.devices["desktop"].total is None
    shop.walk(mobile=True).page(Stage.HOME, Page("https://shop.example/")).page(Stage.PRODUCT)
    score = result_of(shop).score
    assert score.total is not None
    assert (score.devices["desktop"].total, score.devices["mobile"].total) == (None, score.devices["mobile"].total)
    assert score.devices["mobile"].total is not None


@pytest.mark.parametrize(("ended", "index"), [("payment_reached", 100), ("failed", None), ("interrupted", None)])
def test_effort_has_an_index_only_for_a_whole_checkout(tmp_path: Path, ended: str, index: int | None) -> None:
    effort = result_of(recorded(tmp_path, ended=ended)).effort
    assert set(effort) == {"desktop", "mobile"}
    assert effort["mobile"].index == index


def test_effort_counts_what_the_reached_steps_took(tmp_path: Path) -> None:
    shop = Shop(tmp_path / "recording")
    walk = shop.walk(ended="payment_reached").page(Stage.HOME).page(Stage.ADDRESS).missed(Stage.SEARCH, "none")
    steps = walk.described()["steps"]
    steps[0] |= {"clicks": 1, "page_loads": 1}
    steps[1] |= {"clicks": 1, "fields": 8, "characters": 80, "choices": 1, "page_loads": 1, "wait_seconds": 2.1}
    steps[2] |= {"clicks": 9, "characters": 99}
    effort = result_of(shop).effort["desktop"]
    assert (effort.clicks, effort.fields, effort.characters, effort.page_loads, effort.wait_seconds) == (2, 8, 80, 2, 2.0)
    assert effort.klm_seconds == 46.2  # the worked example's 43.54, a click of 1.30 and a page of 1.35
    assert effort.index == 100  # the checkout alone takes 43.54 s
    assert (effort.checkout_seconds, effort.checkout_seconds_assisted, effort.wait_share) == (43.5, 43.5, 0.0433)  # 2 / 46.19
    assert [(s.stage, s.clicks, s.fields, s.klm_seconds) for s in effort.stages] == [("home", 1, 0, 2.7), ("address", 1, 8, 43.5)]


def test_effort_names_the_dearest_fields_and_what_a_browser_saves(tmp_path: Path) -> None:
    shop = Shop(tmp_path / "recording")
    page = Page()
    page.field("Street", attrs={"autocomplete": "street-address"})
    page.field("Name")
    walk = shop.walk(ended="payment_reached").page(Stage.ADDRESS, page, attempts=3)
    typed = [{"label": f"Field {n}", "characters": n, "autocomplete": "name" if n == 6 else ""} for n in range(1, 7)]
    again = {"label": "Field 1", "characters": 2, "autocomplete": ""}
    walk.described()["steps"][0] |= {
        "fields": 7, "characters": 23, "dialogs": 1, "errors": 1, "scrolled": 2.5, "typed": [*typed, again],
    }  # fmt: skip
    effort = result_of(shop).effort["desktop"]
    dearest = [(f.label, f.characters, f.seconds) for f in effort.dearest_fields]
    # n characters, a Tab and a thought: 0.28 n + 1.63; the first one had to be typed twice
    assert dearest == [("Field 1", 3, 4.1), ("Field 6", 6, 3.31), ("Field 5", 5, 3.03), ("Field 4", 4, 2.75), ("Field 3", 3, 2.47)]
    assert effort.klm_seconds - effort.klm_seconds_assisted == pytest.approx(3.31 - 2.65, abs=0.11)
    assert (effort.dialogs, effort.errors, effort.scrolls, effort.back_tracks, effort.fields_considered) == (1, 1, 2.5, 2, 2)
    assert "no customer was asked" in effort.label


def test_nothing_seen_is_a_result_too(tmp_path: Path) -> None:
    result = result_of(Shop(tmp_path / "recording"), [check("speed-lcp")])
    assert (result.score.total, result.journeys, result.verdicts, result.gate.passed) == (None, [], [], False)


def test_a_check_of_a_journey_may_look_at_all_pages(tmp_path: Path) -> None:
    def pages(journey: JourneyRecord) -> Outcome:
        return passed(", ".join(page.place for page in journey.pages))

    verdicts = result_of(recorded(tmp_path), [check("trust-pages", judge=pages)]).verdicts
    assert {v.message for v in verdicts} == {"home, cart"}
