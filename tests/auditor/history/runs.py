"""Runs to store: the same audit on other days, with other scores and other evidence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

from auditor.api import Result, Severity
from auditor.history.place import place_of
from auditor.history.store import Store, kept_at
from auditor.history.taking import Entry, entry_of
from auditor.model.outcome import Kind
from tests.auditor.specimens import check, verdict, walked
from tests.reports.results import audit, said, seen

START = datetime(2026, 1, 1, 9, tzinfo=UTC)
SITE = "https://shop.example"


def result(day: int = 0, *, site: str = f"{SITE}/", score: int | None = 80, evidence: Sequence[str] = ("a", "b"), **facts: Any) -> Result:
    """The result of an audit on a day after the first."""
    shown = [
        said("checkout-bad", severity="critical", findings=[seen(fingerprint=name) for name in evidence]),
        said("trust-good", "pass"),
        said("mobile-half", "warn", device="mobile", severity="minor"),
        said("speed-lcp", "pass", value=1.5 + day / 10, unit="s", stage="home"),
        said("speed-css", "pass", value=3.0, unit="files"),
    ]
    ways = [walked(seconds=10.0 + day), walked("failed", "cart", "mobile", failure_code="add_error")]
    verdicts = [verdict(check("checkout-bad", severity=Severity.CRITICAL), Kind.FAIL), verdict(check("trust-good"))]
    made = audit(verdicts, ways, shown=shown, site=site)
    moment = START + timedelta(days=day)
    known = {
        "score": made.score.model_copy(update={"total": score}),
        "started_at": moment.isoformat(),
        "finished_at": (moment + timedelta(minutes=1)).isoformat(),
    }
    return made.model_copy(update={**known, **facts})


def entry(day: int = 0, *, label: str = "", **facts: Any) -> Entry:
    """What is stored of it."""
    return entry_of(result(day, **facts), label=label)


@contextmanager
def store(place: str) -> Iterator[Store]:
    """Open a history where its address says."""
    found = place_of(place)
    assert found is not None
    with kept_at(found) as opened:
        yield opened
