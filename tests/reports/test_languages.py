"""Nothing of a report stays English in another language but what the result, the checks and the shop say themselves.

The made-up language wraps every word of a template in ⟦…⟧ and leaves what stands in it outside: an English value in a
translated sentence is found too. Its locale is Japanese, so that no date and no list has a Latin letter either.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from gettext import NullTranslations
from pathlib import Path
from string import Formatter
from typing import Any, get_args
from urllib.parse import unquote, urlsplit

import pytest
from auditor_reports.github.annotations import annotated
from auditor_reports.gitlab.issues import issues
from auditor_reports.html.environment import document, environment
from auditor_reports.html.page import page_of
from auditor_reports.junit.suites import suites_of
from auditor_reports.markdown.comment import comment
from auditor_reports.pdf.footer import footer_line
from auditor_reports.sarif.log import log
from auditor_reports.terminal.screen import Screen
from auditor_reports.terminal.summary import summary
from auditor_reports.view.cleaning import shortened
from auditor_reports.view.fields import CHECK as FIELD_COUNT
from auditor_reports.view.loading import KINDS
from auditor_reports.view.voice import speaking
from babel.core import Locale
from bs4 import BeautifulSoup
from bs4.element import NavigableString, PreformattedString
from PIL import Image

from auditor.api import (
    CATEGORIES,
    FAILURES,
    Brand,
    Check,
    Effort,
    EffortResult,
    JourneyResult,
    Kind,
    Logo,
    OneChange,
    ReportInput,
    Result,
    Severity,
    Stage,
    StepResult,
    SurveyFigures,
    SurveyMetric,
    SurveyResult,
    Voice,
)
from auditor.config.settings import Settings
from auditor.gate.failures import FailedFinding
from auditor.gate.gating import decide
from auditor.gate.known import baseline_of
from auditor.gate.measuring import Measurement
from auditor.gate.rules import Budget, GateRules, Waiver
from auditor.journey.guard import Reason
from auditor.model.verdict import Verdict
from auditor.record.layout import MANIFEST
from auditor.result.model import DearField, LawResult, Problem, StageEffort, Tool, Unreached
from auditor.result.survey import SurveyComment, SurveyDifference, SurveySegment
from tests.auditor.specimens import SOURCE, check, evidence, verdict, walked
from tests.checks.pages import Page
from tests.checks.recordings import Shop, request, vitals
from tests.reports.markdown.reading import Comment
from tests.reports.results import audit, report, said, seen, step

# -- the made-up language -------------------------------------------------------------------------------------------------------


class Wrapped(NullTranslations):
    """Wraps the words of every template and keeps its places."""

    def gettext(self, message: str) -> str:
        return "".join(_wrapped(*part) for part in Formatter().parse(message))

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.gettext(msgid1 if n == 1 else msgid2)


def _wrapped(literal: str, name: str | None, spec: str | None, _: str | None) -> str:
    words = literal.replace("{", "{{").replace("}", "}}")
    place = "" if name is None else f"{{{name}:{spec}}}" if spec else f"{{{name}}}"
    return f"⟦{words}⟧{place}" if re.search(r"\w", words) else f"{words}{place}"


WRAPPED = Voice(Locale("ja"), Wrapped())

# -- what an audit can say ------------------------------------------------------------------------------------------------------

MUCH_WORK = [check(f"relationship-{effort}", effort=effort, sources=(SOURCE, SOURCE)) for effort in Effort]
CHECKS = [
    *MUCH_WORK,
    check("checkout-bad", severity=Severity.CRITICAL, blocker=True, legal=True, limits="Reads visible controls only."),
    check("speed-half"),
    check("trust-good"),
]
BAD, HALF, GOOD = CHECKS[-3:]
GOOD_ONE = verdict(GOOD)
VERDICTS = [verdict(BAD, Kind.FAIL), verdict(HALF, Kind.WARN), GOOD_ONE]
EVERY_OUTCOME = [
    said("checkout-bad", severity="critical", value=3, unit="fields", laws=[LawResult(jurisdiction="eu", article="Directive 1")]),
    said("checkout-bad", "not_measurable", device="mobile", unreached=Unreached(stage="cart", reason="bot_wall")),
    said("speed-half", "warn", value=3200, unit="ms", threshold="≤ 2500 ms", confidence="med"),
    said("speed-half", "warn", value=True, severity="minor", confidence="low", stage="cart", device="mobile"),
    said("trust-good", "pass", value=2_400_000, unit="bytes", threshold="≤ 3000 bytes"),
    said("trust-alone", "pass", value=0.5, unit="bytes"),
    said("trust-info", "info", value=4.9, unit="EUR"),
    said("mobile-unknown", "not_measurable", unreached=Unreached(stage="payment", reason="bot_wall")),
    said("privacy-broken", "error", message="The check broke."),
    said("product-none", "not_applicable", message="The product has no variants."),
]
OTHER_TOOL = Tool(name="storefront-auditor", version="0.0.9")
BLOCKED = [{"method": "POST", "url": "https://shop.example/order", "reason": reason} for reason in (*get_args(Reason), "")]


def attempt(stage: str, outcome: str = "reached", **facts: Any) -> StepResult:
    """The attempt to reach a stage; the page's own title is none of the report's words."""
    return step(stage, outcome, **{"title": "Nordlys | Oak", "action": "tried “Oak”", **facts})


def usual() -> Result:
    steps = [
        attempt("home", signals=["the address", "a shop (hard)"], screenshot="desktop/home/screenshot.webp"),
        attempt("search", "not_found"), attempt("category", "skipped"), attempt("product", "blocked"),
        attempt("cart", "failed", reason="add_error", attempts=2),
    ]  # fmt: skip
    failed = walked("failed", "home", "mobile", failure_code="cart_not_found", steps=steps, notes=["A new tab."], product="Oak chair")
    framed = [
        seen(f"Element {i}.", selector=f"a.n{i}", box=(10, 10, 90, 40), screenshot="desktop/home/screenshot.webp", url=url)
        for i, url in enumerate([f"https://shop.example/{stage}" for stage in ("home", "a", "b", "c", "d", "e", "f", "g")])
    ]
    shown = [*EVERY_OUTCOME, said("checkout-bad", "fail", stage="home", findings=framed)]
    shown += [said("trust-far", "fail", findings=framed[:7])]
    shown += [said("navigation-far", "fail", stage=stage.value, severity="minor") for stage in Stage]
    shown += [said("navigation-far", "fail", stage=stage.value, device="mobile", severity="minor") for stage in list(Stage)[:6]]
    config = Settings.model_validate({}).model_dump(mode="json") | {"devices": ["Nexus 1"], "jurisdiction": ["eu"]}
    walks = [walked(steps=steps, blocked_requests=BLOCKED, seconds=754), failed]
    change = OneChange(selector="header a.logo", checks=["checkout-bad", "speed-half"], stages=["home"], devices=["desktop"])
    mending = {"severity": "critical", "impact": 9, "effort": "XS", "priority": 9, "quadrant": "later", "devices": [], "stages": []}
    vendor = Problem(check="checkout-bad", ask_vendor=True, **mending)  # type: ignore[arg-type]
    facts: dict[str, Any] = {"config": config, "one_change": [change], "problems": [vendor], "broken_plugins": ["The plugin x broke."]}
    return audit(VERDICTS, walks, shown=shown, **facts)


def many() -> Result:
    found = [verdict(check(f"trust-{s}-{i}", severity=s), kind) for s in Severity for i in range(4) for kind in (Kind.FAIL, Kind.WARN)]
    shown = [said(f"trust-{i}", "fail" if i % 2 else "warn", severity=("critical", "major", "minor")[i % 3]) for i in range(24)]
    shown += [said(f"mobile-{i}", "not_measurable") for i in range(9)] + [said(f"speed-{i}", "error") for i in range(9)]
    made = audit(
        found, [walked(device=f"Nexus {i}") for i in range(4)], shown=shown, config={"gate": {"min_score": 70, "fail_on": "major"}}
    )
    return made.model_copy(update={"gate": made.gate.model_copy(update={"reasons": [f"Rule {i}." for i in range(9)]})})


def asked() -> Result:
    def figures(n: int, **facts: Any) -> SurveyFigures:
        return SurveyFigures(n=n, **{"shown": "score", "distribution": {}, "unit": "%", "score": 80.0, "interval": (71.12, 86.66), **facts})

    def metric(name: str, found: SurveyFigures, points: float, *, sure: bool, **facts: Any) -> SurveyMetric:
        difference = SurveyDifference(one="mobile", other="desktop", difference=points, interval=(-20, -3), detectable=sure)
        return SurveyMetric(metric=name, title=TITLES[name], column="q1", scale=(1, 5), figures=found, difference=difference, **facts)  # type: ignore[arg-type]

    few = figures(3, shown="answers", score=None, interval=None, distribution={"4": 1, "5": 2})
    none = figures(0, shown="answers", score=None, interval=None)
    places = [("stage", "address", few), ("stage", "cart", figures(1)), ("device", "mobile", figures(60)), ("month", "2026-10", none)]
    segments = [SurveySegment(by=by, value=value, figures=found) for by, value, found in places]  # type: ignore[arg-type]
    metrics = [
        metric("nps", figures(100, unit="points"), -9, sure=True, rejected={"blank": 2, "not a number": 1}, segments=segments),
        metric("nps", figures(12, shown="indicative"), 9, sure=True, rejected={"weight is no positive number": 1}),
        metric("csat", figures(200), 9, sure=True, rejected={"out of range": 1, "not a whole number": 1}, response_rate=0.11),
        metric("csat", none, -9, sure=True, rejected={}),
        metric("ces2", few, 0, sure=False, rejected={"the same respondent again": 4, "wrong number of columns": 1}),
        metric("ces1", figures(40, unit="mean"), 0, sure=False, rejected={}),
        metric("nps", figures(40), 0, sure=False, rejected={}),
    ]
    survey = SurveyResult(
        file="said.csv", rows=103, first_day="2026-10-01", last_day="2026-11-30", population=952, undated=1, unplaced=2, metrics=metrics,
        comments=[SurveyComment(stage="cart", text="Fine."), SurveyComment(stage="", text="Well.")],
    )  # fmt: skip
    work = {"clicks": 9, "fields": 8, "characters": 80, "page_loads": 5, "wait_seconds": 4.0, "klm_seconds": 65, "klm_seconds_assisted": 30}
    counts = dict.fromkeys(("fields_considered", "choices", "dialogs", "back_tracks", "errors", "scrolls"), 3)
    stages = [StageEffort(stage=stage, **{**work, **counts}) for stage in ("address", "cart")]  # type: ignore[arg-type]
    dear = [DearField(stage="address", label=label, characters=22, seconds=7.79) for label in ("Rue", "")]
    effort = {
        device: EffortResult(index=index, stages=stages, dearest_fields=dear, **work)  # type: ignore[arg-type]
        for device, index in (("desktop", 92), ("mobile", None))
    }
    counted = said(FIELD_COUNT, "warn", value=14, unit="fields", threshold="≤ 12 fields")
    return audit(VERDICTS, [walked(), walked(device="mobile")], shown=[*EVERY_OUTCOME, counted], survey=survey, effort=effort)


TITLES = {
    "nps": "Net Promoter Score", "csat": "Customer satisfaction (CSAT)", "ces2": "Customer Effort Score 2.0",
    "ces1": "Customer Effort Score 1.0",
}  # fmt: skip


def stopped(ended: str, code: str | None = None) -> Callable[[], Result]:
    journey = walked(ended, "home", failure_code=code, blocked_requests=BLOCKED[:1])
    return lambda: audit([VERDICTS[2]], [journey], shown=[said("trust-good", "pass")])


def limited() -> Result:
    """Caps hold the total, and a category, below what was measured."""
    critical = [verdict(check(f"speed-{i}", severity=Severity.CRITICAL), Kind.FAIL if i == 3 else Kind.PASS) for i in range(9)]
    critical += [verdict(check("privacy-u"), Kind.NOT_MEASURABLE)]
    critical += [verdict(check(f"checkout-{i}", severity=Severity.CRITICAL)) for i in range(9)]
    shown = [said(made.id, confidence=sure) for made, sure in zip(MUCH_WORK, ("high", "med", "low", "high", "high"), strict=True)]
    shown += [said("trust-shop", "error", device=None), said("trust-count", "warn", value=1, unit="bytes", severity="critical")]
    shown += [said("trust-count", "fail", value=900, unit="bytes", laws=[LawResult(jurisdiction="eu", article="Directive 1")])]
    made = audit([*critical, VERDICTS[0]], shown=shown, config={"gate": {"fail_on": "minor"}, "exit_zero": True})
    return made.model_copy(update={"gate": made.gate.model_copy(update={"reasons": [f"Rule {i}." for i in range(5)]})})


def gated() -> Result:
    """A gate with every kind of rule, kept, broken and without evidence, and all that is said beside them."""
    budgets = (Budget("lcp_ms", 2500), Budget("clicks", 9), Budget("field_count", 9, "desktop", Stage.ADDRESS), Budget("cls", 0.1))
    measured = [
        *(Measurement("lcp_ms", device, "home", value) for device, value in (("desktop", 900), ("mobile", 2501))),
        Measurement("clicks", "desktop", None, 4),
        Measurement("field_count", "desktop", "address", 12),
    ]
    known = baseline_of("auditor.baseline.json", [FailedFinding("trust-good", "desktop", None, Severity.MAJOR, "0" * 16, "Gone.")])
    rules = GateRules(
        "major", 70, min_category={"checkout": 10, "trust": 10, "speed": 90}, max_new=0, budgets=budgets,
        checks={"checkout-bad": "error", "speed-half": "warn", "trust-good": "error", "relationship-XS": "error"},
        must_reach={None: Stage.PAYMENT}, baseline=known,
        waivers=(Waiver("checkout-bad", "Spring", date(2026, 11, 30)), Waiver("trust-good", "Spring", date(2026, 11, 30)),
                 Waiver("speed-half", "Spring", date(2026, 11, 1))),
    )  # fmt: skip
    verdicts = [verdict(BAD, Kind.FAIL), verdict(BAD, Kind.FAIL, "mobile"), verdict(HALF, Kind.FAIL), GOOD_ONE]
    walks = [walked(), walked("failed", "cart", "mobile", failure_code="add_error")]
    gate = decide(rules, evidence(verdicts, walks, measured=measured, day=date(2026, 11, 24), damaged=["desktop/cart/observation.json"]))
    config = Settings.model_validate({"gate": {
        "max_new": 0, "must_reach": {"mobile": "cart"}, "checks": {"checkout-bad": "off"}, "min_category": {"speed": 9},
        "waivers": [{"check": "speed-half", "reason": "Spring", "until": "2026-11-01"}],
    }}).model_dump(mode="json")  # fmt: skip
    return audit(verdicts, walks, gate=gate, config={"gate": config["gate"]})


def graded(grade: float) -> Callable[[], Result]:
    return lambda: audit([verdict(check("trust-a"), Kind.WARN, grade=grade)], [walked()], shown=[said("trust-a", "warn")])


RESULTS: dict[str, Callable[[], Result]] = {
    "usual": usual,
    "many": many,
    "asked": asked,
    "no journey": lambda: audit(journeys=[]),
    "one of two": lambda: audit(VERDICTS[1:], [walked(), walked("failed", "cart", "mobile", failure_code="add_error")]),
    "not judged": lambda: audit([verdict(check("trust-a"), Kind.NOT_MEASURABLE)], shown=[said("trust-a", "not_measurable")]),
    "limited": limited,
    "half seen": lambda: audit([GOOD_ONE, verdict(check("trust-u"), Kind.NOT_MEASURABLE)], shown=[said("trust-good", "pass")]),
    "everything scored": lambda: audit([verdict(check(f"{c.id}-a")) for c in CATEGORIES], shown=[said("trust-good", "pass")]),
    "one of everything": lambda: audit(
        [VERDICTS[1]],
        shown=[said(f"trust-{i}", severity="major") for i in range(9)] + [said("trust-w", "warn"), said("trust-u", "not_measurable")],
    ),
    "one more": lambda: audit(
        [VERDICTS[1]],
        shown=[*(said(f"trust-{i}", severity="major") for i in range(9)), said("trust-u", "error", device=None)],
        survey=SurveyResult(file="said.csv", rows=1, undated=3, unplaced=1, metrics=[]),
    ),
    "three devices": lambda: audit(VERDICTS, [walked(), walked(device="mobile"), walked("failed", "cart", "Nexus 1")]),
    "gated": gated,
    "without grade": lambda: audit(VERDICTS).model_copy(update={"score": audit(VERDICTS).score.model_copy(update={"grade": None})}),
    "one major": lambda: audit([VERDICTS[1]], shown=[said("trust-a")]),
    "nothing fails": lambda: audit([GOOD_ONE], shown=[said("trust-good", "pass"), said("trust-u", "not_measurable")]),
    "law without an indication": lambda: audit(
        [GOOD_ONE], shown=[said("trust-a", "pass", laws=[LawResult(jurisdiction="eu", article="Directive 1")]), said("trust-b")]
    ),
    "law without an article": lambda: audit([VERDICTS[0]], shown=[said("checkout-bad"), said("trust-b")]),
    "article of another": lambda: audit(
        [VERDICTS[0]], shown=[said("checkout-bad"), said("trust-b", laws=[LawResult(jurisdiction="eu", article="Directive 1")])]
    ),
    "all well": lambda: audit([VERDICTS[2]], shown=[said("trust-good", "pass")]),
    "only a warning": lambda: audit([VERDICTS[1]], shown=[said("speed-half", "warn"), said("trust-plugin", "warn")]),
    "one problem": lambda: audit([VERDICTS[1]], shown=[said("trust-plugin", severity="minor")]),
    **{f"graded {grade}": graded(grade) for grade in (1.0, 0.85, 0.7, 0.55, 0.1)},
    **{f"failed: {code}": stopped("failed", code) for code in FAILURES},
    **{f"ended: {ended}": stopped(ended) for ended in ("login_required", "blocked", "not_a_shop", "no_product", "interrupted", "failed")},
}


BROWSER = "Chromium 140"
REQUESTS = [
    request("https://shop.example/7", size=900, main=True),
    *(request(f"https://7.example/{i}.7", size=900, kind=kind) for i, kind in enumerate(sorted(KINDS) * 8)),
]


def recorded(run: Path, choice: str, button: str) -> None:
    """The recording that belongs to the result: windows, a banner, and a picture to frame evidence in."""
    shop = Shop(run / "recording")
    consent = {"seen": True, "choice": choice, "button": button}
    timed = [entry | {"started": 9.0 * i, "milliseconds": 90.0} for i, entry in enumerate(REQUESTS)]
    at_desk, on_phone = shop.walk(title="Desktop", consent=consent), shop.walk(mobile=True, title="Phone (Pixel 7)")
    at_desk.page(Stage.HOME, Page("https://shop.example/home", window=(1000, 800)), network=timed, timings=vitals(FCP=90, LCP=1200))
    at_desk.page(Stage.CART, Page("https://shop.example/cart"), network=REQUESTS[1:], timings=vitals(soft=True))
    without_start = [entry | {"milliseconds": 90.0, "failure": "net::ERR"} for entry in REQUESTS[1:3]]
    on_phone.page(Stage.HOME, Page("https://shop.example/home"), network=without_start)
    shop.recording()
    manifest = json.loads((run / "recording" / MANIFEST).read_text(encoding="utf-8"))
    (run / "recording" / MANIFEST).write_text(json.dumps(manifest | {"browser": BROWSER}), encoding="utf-8")
    Image.new("RGB", (1000, 800), "white").save(run / "recording" / "desktop" / "home" / "screenshot.webp")


# -- what may stay as it is -----------------------------------------------------------------------------------------------------

_OWN = {
    "action", "article", "check", "column", "config", "file", "fingerprint", "id", "label", "message", "method", "name", "notes", "product",
    "reason", "reasons", "selector", "site", "text", "threshold", "title", "url", "version", "scoring_version", "profile", "weights_hash",
    "signals", "broken_plugins",
}  # fmt: skip
"""The fields of a result whose texts the report shows as they are: words of the shop, of checks and of the configuration."""


def own_texts(result: Result, checks: Iterable[Check], run: Path) -> list[str]:
    """The texts of the result, the checks and the recording, the longest first."""
    texts = set(_fields(result.model_dump(mode="json")))
    for known in checks:
        texts |= {known.id, known.title, known.failure_title, known.why, known.fix, known.limits}
        texts |= {text for source in known.sources for text in (source.name, source.url, source.figure)}
    texts |= {"Tried “Oak”"} | {text.removesuffix(" (hard)") for text in texts}
    texts |= {f"Nexus {i}" for i in range(4)} | {"7.example", "FCP", "LCP", "Nein", BROWSER, "UTC", urlsplit(result.site).netloc}
    texts |= {str(path) for path in (run, run / "result.json", run / "report.html")}
    texts |= {text.replace(" %", "%") for text in texts}
    told = {*TITLES.values(), *FAILURES, *(reason["reason"] for reason in BLOCKED), *(part for c in CATEGORIES for part in (c.id, c.title))}
    texts -= told | {"critical", "major", "none"}  # what a report has words of its own for
    return sorted(filter(None, texts), key=len, reverse=True)


def _fields(part: Any, key: str = "") -> Iterator[str]:
    if isinstance(part, Mapping):
        for name, value in part.items():
            yield from _fields(value, "config" if key == "config" else name)
    elif isinstance(part, list | tuple):
        for item in part:
            yield from _fields(item, key)
    elif isinstance(part, str) and key in _OWN:
        yield part


def english(text: str, own: Iterable[str]) -> list[str]:
    """The words of three letters and more that are neither translated nor somebody's own."""
    text = re.sub(r"⟦[^⟦⟧]*⟧?", "", text, flags=re.DOTALL)
    for known in own:
        text = text.replace(known, "")
    return re.findall(r"[A-Za-z]{3,}", text)


SHOWN = {"title", "aria-label", "alt", "placeholder", "data-label", "data-print", "data-copied"}
WRITTEN_BY_SCRIPT = ("shown",)


def written(of: ReportInput) -> str:
    """The report in the language being spoken; result and checks as they are."""
    return document(page_of(of))


def visible(source: str) -> Iterator[str]:
    """What of a document is read: texts, and the attributes that are shown or read aloud."""
    document = BeautifulSoup(source, "html.parser")
    for element in document.find_all(["style", "script"]):
        element.decompose()
    for line in document.find_all("tspan"):
        line.unwrap()  # a label that is broken over lines is one text
    document.smooth()
    for text in document.find_all(string=True):
        if type(text) is NavigableString and not isinstance(text, PreformattedString):
            yield str(text)
    for element in document.find_all(True):
        yield from (str(value) for name, value in element.attrs.items() if name in SHOWN)
    for bar in document.select(".filters"):
        yield from (re.sub(r"\{(?:shown|all)\}", "", str(bar[f"data-{name}"])) for name in WRITTEN_BY_SCRIPT)


# -- nothing stays English ------------------------------------------------------------------------------------------------------


@pytest.fixture(params=RESULTS, ids=list(RESULTS))
def result(request: pytest.FixtureRequest) -> Result:
    return RESULTS[request.param]()


def test_nothing_of_the_html_report_stays_english(result: Result, tmp_path: Path) -> None:
    recorded(tmp_path, "rejected", "Nein")
    with speaking(WRAPPED):
        source = written(report(result, tmp_path, *CHECKS))
    assert '<html lang="ja">' in source
    own = own_texts(result, CHECKS, tmp_path)
    assert [(words, text) for text in visible(source) if (words := english(text, own))] == []


def test_nothing_of_what_changed_stays_english(tmp_path: Path) -> None:
    found = [verdict(BAD), verdict(HALF, Kind.FAIL), GOOD_ONE, *(verdict(check(f"{c.id}-x")) for c in CATEGORIES[:4])]
    turned = audit(found, [walked()], shown=EVERY_OUTCOME[2:6], started_at="2026-11-01T10:00:00+00:00", tool=OTHER_TOOL)
    unscored = audit(journeys=[], started_at="2026-11-02T10:00:00+00:00")
    shown = [*EVERY_OUTCOME, said("trust-alone", "fail", value=0.5, unit="bytes")]
    now = audit([*VERDICTS, *(verdict(check(f"{c.id}-x")) for c in CATEGORIES[:4])], [walked()], shown=shown)
    for earlier in (turned, unscored):
        with speaking(WRAPPED):
            source = written(replace(report(now, tmp_path, *CHECKS), earlier=earlier))
        own = [*own_texts(now, CHECKS, tmp_path), OTHER_TOOL.version]
        assert [(words, text) for text in visible(source) if (words := english(text, own))] == []
        assert "⟦Since ⟧" in source


def test_nothing_of_the_terminal_report_stays_english(result: Result, tmp_path: Path) -> None:
    (tmp_path / "result.json").write_text(json.dumps({}), encoding="utf-8")
    (tmp_path / "report.html").touch()
    for run in (tmp_path, tmp_path / "elsewhere"):
        with speaking(WRAPPED):
            printed = summary(report(result, run, *CHECKS), Screen(width=2000))  # nothing is broken over lines
        own = own_texts(result, CHECKS, run)
        assert [(words, line) for line in printed.splitlines() if (words := english(line, own))] == []


def test_nothing_of_the_comment_stays_english(result: Result, tmp_path: Path) -> None:
    with speaking(WRAPPED):
        shown = Comment(comment(report(result, tmp_path, *CHECKS))).document
    for element in shown.find_all(["a", "code"]):  # addresses, selectors and ids are copied from it
        element.decompose()
    own = [text for known in own_texts(result, CHECKS, tmp_path) for text in (known, shortened(known, 160), shortened(known, 120))]
    lines = shown.get_text().replace("\u200b", "").splitlines()
    assert [(words, line) for line in lines if (words := english(line, own))] == []


def test_nothing_that_pipelines_show_stays_english(result: Result, tmp_path: Path) -> None:
    of = report(result, tmp_path, *CHECKS)
    with speaking(WRAPPED):
        cases = [case for suite in suites_of(result, of.checks) for case in suite.cases]
        lines = [line for case in cases for line in (case.name.partition(":")[2], case.message, *case.detail.splitlines())]
        lines += [re.sub(r"^::\w+ file=.*?,title=(?:auditor::)?", "", unquote(line)) for line in annotated(of).split("\n")]
        lines += [issue["description"] for issue in json.loads(issues(of))]
        run = json.loads(log(of))["runs"][0]
    rules = [rule.get(part, {}).get("text", "") for rule in run["tool"]["driver"]["rules"] for part in ("shortDescription", "help")]
    places = [place for one in run["results"] for where in one["locations"] for place in where["logicalLocations"]]
    lines += [*rules, *(one["message"]["text"].replace("\\", "") for one in run["results"]), *(place["name"] for place in places)]
    own = own_texts(result, CHECKS, tmp_path)
    assert [(words, line) for line in lines if (words := english(line, own))] == []


@pytest.mark.parametrize("choice", ["rejected", "rejected in settings", "accepted", "none", "hypnotised"])
@pytest.mark.parametrize("button", ["Nein", ""])
def test_no_answer_to_a_cookie_banner_stays_english(tmp_path: Path, choice: str, button: str) -> None:
    recorded(tmp_path, choice, button)
    with speaking(WRAPPED):
        source = written(report(audit(), tmp_path))
    notes = [note.get_text() for note in BeautifulSoup(source, "html.parser").select(".notes li")]
    assert notes
    assert [note for note in notes if english(note, ["Nein"])] == []


@pytest.mark.parametrize("name", ["Kessler", ""])
def test_nothing_of_a_brand_stays_english(tmp_path: Path, name: str) -> None:
    recorded(tmp_path, "rejected", "Nein")
    logo = Logo("data:image/png;base64,", 9, 9)
    brand = Brand(name=name, logo=logo, client_logo=logo, cover=("Kessler",), footer="Kessler", hide_tool=True)
    of = report(audit(), tmp_path, brand=brand)
    with speaking(WRAPPED):
        source = written(of)
        footer = footer_line(page_of(of))
    own = [*own_texts(of.result, (), tmp_path), "Kessler"]
    assert [(words, text) for text in (*visible(source), footer) if (words := english(text, own))] == []


def test_the_language_of_a_report_stays_with_it(tmp_path: Path) -> None:
    """A template is compiled once, in whatever language it is first filled; none of it may stay in the template."""
    environment.cache_clear()
    recorded(tmp_path, "rejected", "Nein")
    asked_for = report(usual(), tmp_path, *CHECKS)
    first = written(asked_for)
    assert "⟦" not in first
    with speaking(WRAPPED):
        assert "⟦" in written(asked_for)
    assert written(asked_for) == first


def test_the_leak_test_finds_leaks() -> None:
    assert english("⟦Seen on ⟧3 ⟦pages⟧ of Oak chair, twice", ["Oak chair"]) == ["twice"]
    page = '<p title="One">Two <svg><title>Three</title></svg></p><td data-label="Four"></td><!-- Not --><script>Not</script>'
    assert [word for text in visible(page) for word in english(text, [])] == ["Two", "Three", "One", "Four"]
    unknown: JourneyResult = walked("failed", "home", failure_code="add_error")
    found: list[Verdict] = [VERDICTS[0]]
    assert "add_error" not in own_texts(audit(found, [unknown]), CHECKS, Path("run"))
