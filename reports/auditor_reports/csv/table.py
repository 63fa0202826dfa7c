"""The columns and rows of the table."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditor_reports.csv.cells import cell
from auditor_reports.view.cleaning import cleaned
from auditor_reports.view.readings import said
from auditor_reports.view.topics import Topic, topics_of

if TYPE_CHECKING:
    from auditor.api import Check, FindingResult, ReportInput, VerdictResult

_BYTE_ORDER_MARK = "\ufeff"
_PROBLEMS = {"fail", "warn"}


@dataclass(frozen=True)
class Row:
    """One piece of evidence, or a failure or warning that has none."""

    verdict: VerdictResult
    finding: FindingResult | None
    check: Check | None

    @property
    def title(self) -> str:
        """The failing statement where it is a problem, else the passing one."""
        return Topic(self.verdict.check, (self.verdict,), self.check).title


# What stands in which column. Programs read these names: add new ones at the end, and tell of them in docs/formats.md.
COLUMNS: Mapping[str, Callable[[Row], str | float | bool | None]] = {
    "check": lambda row: row.verdict.check,
    "title": lambda row: row.title,
    "category": lambda row: row.verdict.category,
    "severity": lambda row: row.verdict.severity,
    "outcome": lambda row: row.verdict.outcome,
    "device": lambda row: _first("device", row),
    "stage": lambda row: _first("stage", row),
    "message": lambda row: said(row.verdict),
    "evidence": lambda row: row.finding.message if row.finding else None,
    "value": lambda row: row.verdict.value,
    "unit": lambda row: row.verdict.unit,
    "threshold": lambda row: row.verdict.threshold,
    "url": lambda row: row.finding.url if row.finding else None,
    "selector": lambda row: row.finding.selector if row.finding else None,
    "fix": lambda row: row.check.fix if row.check else None,
    "effort": lambda row: row.check.effort.value if row.check else None,
    "priority": lambda row: row.verdict.priority,
    "confidence": lambda row: row.verdict.confidence,
    "laws": lambda row: "; ".join(law.article for law in row.verdict.laws),
    "screenshot": lambda row: row.finding.screenshot if row.finding else None,
    "fingerprint": lambda row: row.finding.fingerprint if row.finding else None,
}


def table(report: ReportInput) -> str:
    """Return the whole table, what to mend first at the top."""
    out = io.StringIO(newline="")
    out.write(_BYTE_ORDER_MARK)
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    writer.writerows([cell(value(row)) for value in COLUMNS.values()] for row in _rows(report))
    return out.getvalue()


def _rows(report: ReportInput) -> Iterator[Row]:
    for topic in topics_of(cleaned(report.result).verdicts, report.checks):
        for verdict in topic.verdicts:
            for finding in verdict.findings:
                yield Row(verdict, finding, topic.check)
            if verdict.outcome in _PROBLEMS and not verdict.findings:
                yield Row(verdict, None, topic.check)


def _first(name: str, row: Row) -> str | None:
    """Return the finding's own place, else that of its verdict."""
    own: str | None = getattr(row.finding, name, None)
    return own or getattr(row.verdict, name)
