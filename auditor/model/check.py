"""What a check is: metadata for people beside one pure function."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from auditor.model.outcome import Confidence, Outcome, Severity
from auditor.model.stage import Stage

if TYPE_CHECKING:
    from auditor.record.recording import JourneyRecord, PageRecord, Recording


class Scope(StrEnum):
    """What a check looks at: one page at a time, one device's whole journey, or the shop on all devices."""

    PAGE = "page"
    JOURNEY = "journey"
    SHOP = "shop"


class Effort(StrEnum):
    """What mending usually takes: XS half a day, S two days, M a week, L a month, XL more."""

    XS = "XS"
    S = "S"
    M = "M"
    L = "L"
    XL = "XL"


@dataclass(frozen=True, slots=True)
class Source:
    """Where a figure or a rule comes from: name, public address, the figure with its year."""

    name: str
    url: str
    figure: str = ""


JURISDICTIONS = {"eu": "the European Union", "uk": "the United Kingdom", "us": "the United States"}


@dataclass(frozen=True, slots=True)
class Law:
    """A rule of law: the jurisdiction (`eu`, `uk`, `us`) and the article as a lawyer would cite it."""

    jurisdiction: str
    article: str


@dataclass(frozen=True)
class Check:
    """A check as the engine and the documentation know it.

    `title` is the passing statement, `failure_title` the failing one. `needs` names the artifacts it reads, `probes` the
    active probes, `site_pages` the linked pages (terms, privacy ...). `devices` is "both", "desktop" or "mobile".
    `blocker` marks the few failures that cap the whole score: nobody can buy. `laws` are the articles that demand it; `legal`
    says that it is a matter of law alone, and so judged only under a jurisdiction that was named.
    """

    id: str
    category: str
    title: str
    failure_title: str
    why: str
    fix: str
    severity: Severity
    effort: Effort
    sources: tuple[Source, ...]
    scope: Scope
    judge: Callable[[Any], Outcome]
    stages: tuple[Stage, ...] = ()
    needs: tuple[str, ...] = ()
    probes: tuple[str, ...] = ()
    site_pages: tuple[str, ...] = ()
    devices: str = "both"
    confidence: Confidence = Confidence.HIGH
    limits: str = ""
    blocker: bool = False
    legal: bool = False
    laws: tuple[Law, ...] = ()


_PageJudge = Callable[["PageRecord"], Outcome]
_JourneyJudge = Callable[["JourneyRecord"], Outcome]
_ShopJudge = Callable[["Recording"], Outcome]


def page_check(*, stages: tuple[Stage, ...], **metadata: Any) -> Callable[[_PageJudge], Check]:
    """Make a check of a function that judges one page; it runs on each of the stages and devices.

    Takes the fields of `Check`; raises TypeError for an unknown one.
    """
    return lambda judge: Check(scope=Scope.PAGE, judge=judge, stages=stages, **metadata)


def journey_check(**metadata: Any) -> Callable[[_JourneyJudge], Check]:
    """Make a check of a function that judges one device's whole journey. Takes the fields of `Check`."""
    return lambda judge: Check(scope=Scope.JOURNEY, judge=judge, **metadata)


def shop_check(**metadata: Any) -> Callable[[_ShopJudge], Check]:
    """Make a check of a function that judges the recording of all devices at once. Takes the fields of `Check`."""
    return lambda judge: Check(scope=Scope.SHOP, judge=judge, **metadata)
