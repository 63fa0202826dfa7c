"""Reads what Lighthouse reported on one page (its LHR), and whether that was the page it was asked for. Pure."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal
from urllib.parse import parse_qsl, urlsplit

from auditor.words.message import say

FormFactor = Literal["mobile", "desktop"]
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
# Milliseconds, but for the shift (no unit) and the weight (bytes); the names are Lighthouse's own.
METRICS = (
    "first-contentful-paint",
    "largest-contentful-paint",
    "total-blocking-time",
    "cumulative-layout-shift",
    "speed-index",
    "interactive",
    "server-response-time",
    "total-byte-weight",
)


@dataclass(frozen=True, slots=True)
class LighthouseRun:
    """What came of one page on one device.

    `landed` is where the browser ended ("" if unknown). `scores` (0 to 100, None where Lighthouse could not score) and
    `metrics` are empty whenever `error` says why they are not those of the page. `tries` counts how often Lighthouse
    started: it tries three times and tells nobody. `benchmark_index` is how fast Lighthouse found the machine; timings
    of a slow or busy one are unreliable. `report` is the LHR itself.
    """

    url: str
    device: FormFactor
    landed: str = ""
    scores: Mapping[str, int | None] = field(default_factory=dict)
    metrics: Mapping[str, float] = field(default_factory=dict)
    error: str = ""
    seconds: float = 0.0
    tries: int = 1
    warnings: tuple[str, ...] = ()
    benchmark_index: float | None = None
    version: str = ""
    report: Mapping[str, Any] = field(default_factory=dict, repr=False, compare=False)


def read_report(text: str, url: str, device: FormFactor) -> LighthouseRun:
    """Read an LHR that was asked for a page on a device; what is wrong with it is in the run's `error`, never raised."""
    try:
        lhr = json.loads(text)
    except ValueError:
        return LighthouseRun(url, device, error=say("Lighthouse’s report is not JSON."))
    if not (isinstance(lhr, dict) and isinstance(lhr.get("categories"), dict) and isinstance(lhr.get("audits"), dict)):
        return LighthouseRun(url, device, error=say("Lighthouse’s report has no categories and audits."))
    settings, environment = _table(lhr, "configSettings"), _table(lhr, "environment")
    settings.pop("extraHeaders", None)  # may hold a login; nothing of it is to be kept
    scores = {name: _score(lhr["categories"].get(name)) for name in CATEGORIES}
    landed = str(lhr.get("finalDisplayedUrl") or "")
    error = _wrong(lhr, settings, scores, url, device, landed)
    return LighthouseRun(
        url,
        device,
        landed,
        {} if error else scores,
        {} if error else {name: value for name in METRICS if (value := _metric(lhr["audits"].get(name))) is not None},
        error,
        warnings=tuple(str(warning) for warning in lhr.get("runWarnings") or ()),
        benchmark_index=_number(environment.get("benchmarkIndex")),
        version=str(lhr.get("lighthouseVersion") or ""),
        report=lhr,
    )


def is_same_page(asked: str, landed: str) -> bool:
    """Whether an address is that of the page asked for: same origin and path, nothing of the query lost.

    A slash at the end, a fragment, or parameters that the page has added make no other page of it.
    """
    a, b = urlsplit(asked), urlsplit(landed)
    if (a.scheme, a.netloc.lower(), a.path.rstrip("/")) != (b.scheme, b.netloc.lower(), b.path.rstrip("/")):
        return False
    return set(parse_qsl(a.query, keep_blank_values=True)) <= set(parse_qsl(b.query, keep_blank_values=True))


def _wrong(
    lhr: Mapping[str, Any], settings: Mapping[str, Any], scores: Mapping[str, int | None], url: str, device: FormFactor, landed: str
) -> str:
    """Say why the report's scores are not those of the page on the device; "" if they are."""
    failure = _table(lhr, "runtimeError")
    if failure.get("code"):
        return say("Lighthouse could not audit the page: {why}", why=str(failure.get("message") or failure["code"]))
    if not is_same_page(url, str(lhr.get("requestedUrl") or "")):
        return say("Lighthouse reports on {url}, which was not asked for.", url=str(lhr.get("requestedUrl") or "–"))
    if settings.get("formFactor") != device:
        found = str(settings.get("formFactor") or "–")
        return say("Lighthouse measured as {found}, not as {device}.", found=found, device=device)
    if not is_same_page(url, landed):
        return say("The browser landed elsewhere, on {url}; what Lighthouse says of that page does not count.", url=landed or "–")
    if all(score is None for score in scores.values()):
        return say("Lighthouse gave no score.")
    return ""


def _score(category: Any) -> int | None:
    number = _number(category.get("score")) if isinstance(category, dict) else None
    return None if number is None else round(number * 100)


def _metric(audit: Any) -> float | None:
    if not isinstance(audit, dict) or audit.get("scoreDisplayMode") in {"error", "notApplicable", "manual"}:
        return None
    return _number(audit.get("numericValue"))


def _number(value: Any) -> float | None:
    return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else None


def _table(lhr: Mapping[str, Any], key: str) -> dict[str, Any]:
    value = lhr.get(key)
    return value if isinstance(value, dict) else {}
