"""Whether a measured number is clear of its budget, or so near that the next measurement may say the opposite."""

from __future__ import annotations

from auditor.compare.bands import Band, band_of, effort_bands
from auditor.gate.measuring import Measurement
from auditor.noise.median import median_interval
from auditor.result.model import RuleOutcome

_CHECKS = {"lcp_ms": "speed-lcp", "ttfb_ms": "speed-ttfb", "inp_ms": "speed-inp-lab", "cls": "speed-cls"}
_FIGURES = {"journey_seconds": "klm_seconds", "checkout_seconds": "checkout_seconds", "wait_seconds": "wait_seconds"}


def interval_of(one: Measurement, unit: str, *, timed: bool) -> tuple[float, float] | None:
    """Return where the true value lies: by repeated loads, else by the usual noise of such a number; None of what does not vary."""
    found = median_interval(one.runs)
    if found is not None:
        return found.low, found.high
    band = _usual(one.metric, unit, timed=timed)
    if band is None:
        return None
    width = max(band.floor / band.scale, band.share * one.value)
    return round(max(0.0, one.value - width), 4), round(one.value + width, 4)


def cleared(one: Measurement, most: float, interval: tuple[float, float] | None) -> RuleOutcome:
    """Say what comes of a budget: broken only where the number is above it and so is all of its interval."""
    if one.value <= most:
        return "passed"
    return "failed" if interval is None or interval[0] > most else "unreliable"


def _usual(metric: str, unit: str, *, timed: bool) -> Band | None:
    """Return the noise that a comparison of two audits reckons with too, see `auditor/compare/bands.toml`."""
    if metric in _CHECKS:
        return band_of(_CHECKS[metric], unit)
    if metric in _FIGURES:
        return effort_bands()[_FIGURES[metric]]
    return band_of("", unit) if timed else None
