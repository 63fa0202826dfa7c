"""All that authors of checks, collectors and reports import. Semantic versioning holds for what stands here.

A check is metadata beside one pure function; register it under the entry-point group `auditor.checks`. A report renderer
has `name`, `suffix` and `render`; register it under `auditor.reports`. A collector takes an artifact of the open page that
checks of yours need; register it under `auditor.collectors`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from auditor.collecting import Collector
from auditor.errors import AuditorError, ReportError
from auditor.facts.cards import Card, title_similarity
from auditor.facts.choices import Choice, ChoiceGroup
from auditor.facts.fields import Field
from auditor.facts.page import PageFacts
from auditor.facts.prices import Amount, Price, amounts_in, without_amounts
from auditor.gate.gating import WHOLE_SHOP
from auditor.lexicon import Lexicon, normalise
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
from auditor.observe import Box, Control, Observation, Picture, Text
from auditor.record.artifacts import AxeRule, Cookie, Disclosure, Request
from auditor.record.places import called
from auditor.record.recording import JourneyRecord, Missing, PageRecord, Recording
from auditor.reporting import Renderer, ReportInput
from auditor.result.model import EffortResult, FailedCheck, FindingResult, JourneyResult, OneChange, Result, StepResult, VerdictResult
from auditor.result.survey import SurveyFigures, SurveyMetric, SurveyResult
from auditor.score.effort import LABEL as EFFORT_LABEL
from auditor.words.message import Message, listing, own, say, several, together
from auditor.words.quantity import quantity
from auditor.words.terms import country_name, language_name
from auditor.words.voice import Voice

if TYPE_CHECKING:
    from auditor.record.sight import Sight

__all__ = [
    "CATEGORIES",
    "CATEGORY_BY_ID",
    "EFFORT_LABEL",
    "FAILURES",
    "WHOLE_SHOP",
    "Amount",
    "AuditorError",
    "AxeRule",
    "Box",
    "Card",
    "Category",
    "Check",
    "Choice",
    "ChoiceGroup",
    "Collector",
    "Confidence",
    "Control",
    "Cookie",
    "Disclosure",
    "Effort",
    "EffortResult",
    "Ended",
    "FailedCheck",
    "Failure",
    "Field",
    "Finding",
    "FindingResult",
    "Journey",
    "JourneyRecord",
    "JourneyResult",
    "Kind",
    "Law",
    "Lexicon",
    "Message",
    "Missing",
    "Observation",
    "OneChange",
    "Outcome",
    "PageFacts",
    "PageRecord",
    "Picture",
    "Price",
    "Recording",
    "Renderer",
    "ReportError",
    "ReportInput",
    "Request",
    "Result",
    "Scope",
    "Severity",
    "Sight",
    "Source",
    "Stage",
    "Step",
    "StepOutcome",
    "StepResult",
    "SurveyFigures",
    "SurveyMetric",
    "SurveyResult",
    "Text",
    "VerdictResult",
    "Voice",
    "amounts_in",
    "called",
    "country_name",
    "failed",
    "info",
    "journey_check",
    "language_name",
    "listing",
    "measured",
    "normalise",
    "not_applicable",
    "not_measurable",
    "own",
    "page_check",
    "passed",
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
    """Import what collectors see only when it is asked for, since it brings the browser library."""
    if name == "Sight":
        from auditor.record.sight import Sight

        return Sight
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
