"""Audits to compare and to put side by side, with everything in them that documents have words for."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, get_args

from PIL import Image

from auditor.api import BenchmarkInput, Check, ComparisonInput, EffortResult, JourneyResult, Kind, Result, Severity, Voice
from auditor.benchmark.benchmarking import benchmark
from auditor.compare.comparing import compare
from auditor.compare.model import ScoreReason
from auditor.result.model import StageEffort
from auditor.words.catalogue import voice_for
from tests.auditor.specimens import check, verdict, walked
from tests.reports.results import audit, said, seen, step

CHECKS = [
    check("checkout-new", severity=Severity.CRITICAL), check("checkout-fixed"), check("checkout-worse"), check("checkout-better"),
    check("checkout-same"), check("checkout-lost"), check("trust-half"), check("speed-lcp"), check("checkout-field-count"),
]  # fmt: skip
COUNTS = dict.fromkeys(
    ("clicks", "fields", "fields_considered", "characters", "choices", "page_loads", "dialogs", "back_tracks", "errors"), 3
)
PICTURES = ("home", "cart")


def picture(run: Path, name: str, size: tuple[int, int] = (100, 80)) -> str:
    """Put a picture into a run's recording."""
    file = run / "recording" / name
    file.parent.mkdir(parents=True, exist_ok=True)
    Image.new("RGB", size, "teal").save(file)
    return name


def way(ended: str = "payment_reached", deepest: str | None = "payment", device: str = "desktop", **facts: Any) -> JourneyResult:
    steps = [step(stage, title="Oak", action="tried “Oak”", screenshot=f"{device}/{stage}/screenshot.webp") for stage in PICTURES]
    return walked(ended, deepest, device, **{"steps": steps, "product": "Vase", **facts})


def effort(seconds: float = 60.0, index: int | None = 80) -> EffortResult:
    spent = {"wait_seconds": 0, "klm_seconds": seconds, "klm_seconds_assisted": seconds}
    stages = [StageEffort(stage=stage, scrolls=0, **spent, **COUNTS) for stage in PICTURES]  # type: ignore[arg-type]
    facts = {"klm_seconds": seconds, "klm_seconds_assisted": seconds, "checkout_seconds": seconds}
    return EffortResult(**COUNTS, wait_seconds=2.0, index=index, stages=stages, **facts)  # type: ignore[arg-type]


def before() -> Result:
    shown = [
        said("checkout-new", "pass"), said("checkout-fixed", findings=[seen("Old.", fingerprint="o")]), said("checkout-worse", "warn"),
        said("checkout-better"), said("checkout-same", findings=[seen(f"Element {i}.", fingerprint=str(i)) for i in range(9)]),
        said("checkout-lost"), said("checkout-lost", device="mobile"), said("trust-half", "pass"), said("trust-once", "pass", stage="cart"),
        said("speed-lcp", value=2.6, unit="s", threshold="≤ 2.5 s", stage="home"),
        said("speed-lcp", "pass", value=1.0, unit="s", threshold="≤ 2.5 s", stage="cart"),
        said("speed-ttfb", "pass", value=700, unit="ms", threshold="≤ 800 ms", stage="home"),
        said("checkout-field-count", "pass", value=8, unit="fields", threshold="≤ 12 fields"),
    ]  # fmt: skip
    scores = [verdict(CHECKS[0], Kind.PASS), verdict(CHECKS[6], Kind.FAIL)]
    config = {"throttle": "none", "country": "DE"}
    ways = [way(seconds=100), way(device="mobile"), way(device="Nexus 1"), way("failed", "cart", "Nexus 2")]
    efforts = {j.device: effort() for j in ways}
    return audit(scores, ways, shown=shown, config=config, effort=efforts, started_at="2026-11-25T10:00:00+00:00")


def after() -> Result:
    shown = [
        said("checkout-new", findings=[seen(f"Element {i}.", fingerprint=str(i)) for i in range(9)]), said("checkout-fixed", "pass"),
        said("checkout-worse"), said("checkout-better", "warn"), said("checkout-same", findings=[seen("Element 0.", fingerprint="0")]),
        said("checkout-lost", "not_measurable", message="It was out of reach."),
        said("trust-half", "not_measurable"), said("trust-once", "error", stage="cart"),
        said("speed-lcp", "pass", value=2.4, unit="s", threshold="≤ 2.5 s", stage="home"),
        said("speed-lcp", value=4.0, unit="s", threshold="≤ 2.5 s", stage="cart"),
        said("speed-ttfb", value=850, unit="ms", threshold="≤ 800 ms", stage="home"),
        said("checkout-field-count", value=14, unit="fields", threshold="≤ 12 fields"),
    ]  # fmt: skip
    scores = [verdict(CHECKS[0], Kind.FAIL), verdict(CHECKS[6], Kind.PASS)]
    ways = [
        way("failed", "cart", failure_code="add_error", product="Chair"), way("interrupted", "home", "mobile"),
        way(device="Nexus 2"), way("login_required", None, "Nexus 3"),
    ]  # fmt: skip
    efforts = {j.device: effort(30.0, None) for j in ways}
    facts: dict[str, Any] = {"site": "https://other.example/", "effort": efforts, "config": {"throttle": "slow-4g", "country": "FR"}}
    made = audit(scores, ways, shown=shown, **facts)
    return made.model_copy(update={"tool": made.tool.model_copy(update={"version": "9"})})


def calm() -> Result:
    """Nothing to say of it."""
    return audit([verdict(CHECKS[0])], [way()], shown=[said("checkout-new", "pass")])


def unscored() -> Result:
    made = calm()
    facts: dict[str, Any] = {"total": None, "scoring_version": "0", "profile": "checkout", "weights_hash": "x", "devices": {}}
    return made.model_copy(update={"score": made.score.model_copy(update=facts), "journeys": []})


def reweighed() -> Result:
    made = calm()
    return made.model_copy(update={"score": made.score.model_copy(update={"weights_hash": "x"})})


def further() -> Result:
    return calm().model_copy(update={"journeys": [way("failed", "cart")]})


PAIRS: Mapping[str, tuple[Result, Result]] = {
    "much": (before(), after()),
    "backwards": (after(), before()),
    "nothing": (calm(), calm()),
    "unscored": (calm(), unscored()),
    "reweighed": (calm(), reweighed()),
    "further": (further(), calm()),
    "fixed": (audit(shown=[said()]), audit(shown=[said(outcome="pass")])),
}
GROUPS: Mapping[str, Sequence[Result]] = {
    "two": (before(), after()), "alike": (calm(), calm()), "unscored": (calm(), unscored()), "reweighed": (calm(), reweighed()),
    "many": (calm(), further(), before(), after(), *(calm() for _ in range(5))),
    "one alone": (calm(), further()),
    "none": (calm().model_copy(update={"journeys": []}), further()),
    "close": (audit([verdict(CHECKS[0]), verdict(check("trust-a"), Kind.WARN)]), calm()),
}  # fmt: skip
assert set(get_args(ScoreReason)) == {"scoring_version", "profile", "weights", "devices", "no_score"}


def compared(pair: tuple[Result, Result], tmp_path: Path, *checks: Check, voice: Voice | None = None) -> ComparisonInput:
    """What a renderer of comparisons gets; the runs have pictures."""
    runs = tmp_path / "before", tmp_path / "after"
    for run, result in zip(runs, pair, strict=True):
        for journey in result.journeys:
            size = (100, 80) if journey.device == "desktop" else (80, 100)
            for stage in PICTURES:
                picture(run, f"{journey.device}/{stage}/screenshot.webp", size)
    loads = {("speed-lcp", "desktop", "cart"): (900.0, 1000.0, 1100.0)}
    made = compare(*pair, (loads, loads))  # type: ignore[arg-type]
    return ComparisonInput(made, *runs, {c.id: c for c in checks}, voice or voice_for("en"))


def benchmarked(results: Sequence[Result], tmp_path: Path, *checks: Check, voice: Voice | None = None) -> BenchmarkInput:
    """What a renderer of benchmarks gets; the first run has pictures."""
    for stage in PICTURES:
        picture(tmp_path, f"desktop/{stage}/screenshot.webp")
    made = benchmark(results, {c.id: ["cart"] for c in checks})
    runs = dict.fromkeys(range(1, len(results) + 1), tmp_path)
    return BenchmarkInput(made, runs, {c.id: c for c in checks}, voice or voice_for("en"))
