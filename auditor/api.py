"""All that authors of checks, collectors and reports import. Semantic versioning holds for what stands here.

A check is metadata beside one pure function; register it under the entry-point group `auditor.checks`. A report renderer
has `name`, `suffix` and `render`; register it under `auditor.reports`, one of comparisons under `auditor.reports.compare`, one of
benchmarks under `auditor.reports.benchmark`, one of histories under `auditor.reports.history`. A collector takes an artifact of the
open page that checks of yours need; register it under `auditor.collectors`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from auditor.benchmark.model import (
    Advantage,
    Benchmark,
    BenchmarkCaveat,
    CategoryRow,
    Cell,
    Practice,
    Shared,
    Shop,
    ShopEffort,
    Unique,
    Way,
)
from auditor.benchmark.reporting import BenchmarkInput, BenchmarkRenderer
from auditor.brand.brand import Accent, Brand, Logo, Paper
from auditor.brand.colour import DARK_PAPERS, LIGHT_PAPERS, mixed
from auditor.collecting import Collector
from auditor.compare.model import (
    Change,
    Comparison,
    ComparisonCaveat,
    EffortChange,
    FindingChange,
    JourneyChange,
    JourneySide,
    Metric,
    Pictures,
    PlaceChange,
    ProblemChange,
    Side,
    Unmeasured,
    ValueChange,
)
from auditor.compare.reporting import ComparisonInput, ComparisonRenderer
from auditor.config.settings_file import SettingsFile
from auditor.errors import AuditorError, ReportError
from auditor.external.lighthouse_artifact import LighthouseAudit, LighthousePage
from auditor.facts.cards import Card, title_similarity
from auditor.facts.choices import Choice, ChoiceGroup
from auditor.facts.fields import Field
from auditor.facts.page import PageFacts
from auditor.facts.page_topic import COMPANY_ADDRESSES, COMPANY_NUMBERS
from auditor.facts.patterns import QUESTION_MARKS
from auditor.facts.prices import Amount, Price, amounts_in, without_amounts
from auditor.gate.failures import WHOLE_SHOP
from auditor.gate.metrics import METRICS
from auditor.history.model import History, PastRun, RunJourney, RunMetric, SiteHistory
from auditor.history.reporting import HistoryInput, HistoryRenderer
from auditor.judge.fingerprint import fingerprint_of_check
from auditor.lexicon import Lexicon, normalise, phrase_source
from auditor.model.category import CATEGORIES, CATEGORY_BY_ID, Category
from auditor.model.check import Check, Effort, Law, Scope, Source, journey_check, page_check, shop_check
from auditor.model.failure import FAILURES, Failure
from auditor.model.journey import Ended, Journey, Step, StepOutcome
from auditor.model.outcome import (
    Confidence,
    Finding,
    Kind,
    Outcome,
    Severity,
    failed,
    info,
    measured,
    not_applicable,
    not_measurable,
    passed,
    warned,
)
from auditor.model.stage import Stage
from auditor.noise.median import Interval, median_interval
from auditor.observe import Box, Control, Observation, Picture, Text
from auditor.record.artifacts import AxeRule, Cookie, Disclosure, Request, Timings
from auditor.record.places import called
from auditor.record.recording import JourneyRecord, Missing, PageRecord, Recording
from auditor.reporting import Document, Renderer, ReportInput
from auditor.result.lighthouse import LighthouseAssertion, LighthouseResult
from auditor.result.model import (
    BaselineUse,
    EffortResult,
    FailedCheck,
    FindingResult,
    Gate,
    GateRule,
    JourneyResult,
    OneChange,
    Result,
    StepResult,
    VerdictResult,
    Waived,
)
from auditor.result.survey import SurveyFigures, SurveyMetric, SurveyResult
from auditor.score.effort import LABEL as EFFORT_LABEL
from auditor.words.message import Message, listing, own, say, several, together
from auditor.words.quantity import quantity
from auditor.words.terms import country_name, language_name
from auditor.words.voice import Voice

if TYPE_CHECKING:
    from auditor.browser.printing import print_pdf
    from auditor.record.sight import Sight

__all__ = [
    "CATEGORIES",
    "CATEGORY_BY_ID",
    "COMPANY_ADDRESSES",
    "COMPANY_NUMBERS",
    "DARK_PAPERS",
    "EFFORT_LABEL",
    "FAILURES",
    "LIGHT_PAPERS",
    "METRICS",
    "QUESTION_MARKS",
    "WHOLE_SHOP",
    "Accent",
    "Advantage",
    "Amount",
    "AuditorError",
    "AxeRule",
    "BaselineUse",
    "Benchmark",
    "BenchmarkCaveat",
    "BenchmarkInput",
    "BenchmarkRenderer",
    "Box",
    "Brand",
    "Card",
    "Category",
    "CategoryRow",
    "Cell",
    "Change",
    "Check",
    "Choice",
    "ChoiceGroup",
    "Collector",
    "Comparison",
    "ComparisonCaveat",
    "ComparisonInput",
    "ComparisonRenderer",
    "Confidence",
    "Control",
    "Cookie",
    "Disclosure",
    "Document",
    "Effort",
    "EffortChange",
    "EffortResult",
    "Ended",
    "FailedCheck",
    "Failure",
    "Field",
    "Finding",
    "FindingChange",
    "FindingResult",
    "Gate",
    "GateRule",
    "History",
    "HistoryInput",
    "HistoryRenderer",
    "Interval",
    "Journey",
    "JourneyChange",
    "JourneyRecord",
    "JourneyResult",
    "JourneySide",
    "Kind",
    "Law",
    "Lexicon",
    "LighthouseAssertion",
    "LighthouseAudit",
    "LighthousePage",
    "LighthouseResult",
    "Logo",
    "Message",
    "Metric",
    "Missing",
    "Observation",
    "OneChange",
    "Outcome",
    "PageFacts",
    "PageRecord",
    "Paper",
    "PastRun",
    "Picture",
    "Pictures",
    "PlaceChange",
    "Practice",
    "Price",
    "ProblemChange",
    "Recording",
    "Renderer",
    "ReportError",
    "ReportInput",
    "Request",
    "Result",
    "RunJourney",
    "RunMetric",
    "Scope",
    "SettingsFile",
    "Severity",
    "Shared",
    "Shop",
    "ShopEffort",
    "Side",
    "Sight",
    "SiteHistory",
    "Source",
    "Stage",
    "Step",
    "StepOutcome",
    "StepResult",
    "SurveyFigures",
    "SurveyMetric",
    "SurveyResult",
    "Text",
    "Timings",
    "Unique",
    "Unmeasured",
    "ValueChange",
    "VerdictResult",
    "Voice",
    "Waived",
    "Way",
    "amounts_in",
    "called",
    "country_name",
    "failed",
    "fingerprint_of_check",
    "info",
    "journey_check",
    "language_name",
    "listing",
    "measured",
    "median_interval",
    "mixed",
    "normalise",
    "not_applicable",
    "not_measurable",
    "own",
    "page_check",
    "passed",
    "phrase_source",
    "print_pdf",
    "quantity",
    "say",
    "several",
    "shop_check",
    "title_similarity",
    "together",
    "warned",
    "without_amounts",
]


def __getattr__(name: str) -> Any:
    """Import what brings the browser library only when it is asked for."""
    if name == "Sight":
        from auditor.record.sight import Sight

        return Sight
    if name == "print_pdf":
        from auditor.browser.printing import print_pdf

        return print_pdf
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
