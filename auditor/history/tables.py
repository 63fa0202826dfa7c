"""The tables of a history. A change here needs a migration in `migrations/versions/`; a test holds the two together."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Column, DateTime, Dialect, Float, ForeignKey, Index, Integer, MetaData, String, Table, TypeDecorator


class Moment(TypeDecorator[datetime]):
    """A moment in UTC: with its zone where the database knows zones, as UTC where it does not (SQLite)."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Put a moment into UTC."""
        return value and value.astimezone(UTC)

    def process_result_value(self, value: Any | None, dialect: Dialect) -> datetime | None:
        """Give a moment its zone back."""
        return value and (value.astimezone(UTC) if value.tzinfo else value.replace(tzinfo=UTC))


METADATA = MetaData()

RUNS = Table(
    "runs",
    METADATA,
    Column("id", String(32), primary_key=True),
    Column("site", String, nullable=False),
    Column("host", String, nullable=False),
    Column("started_at", Moment, nullable=False),
    Column("finished_at", Moment, nullable=False),
    Column("seconds", Float, nullable=False),
    Column("tool_version", String, nullable=False),
    Column("scoring_version", String, nullable=False),
    Column("profile", String, nullable=False),
    Column("likeness", String(32), nullable=False),
    Column("score", Integer),
    Column("grade", String(1)),
    Column("coverage", Float, nullable=False),
    Column("gate", String(16), nullable=False),
    Column("critical", Integer, nullable=False),
    Column("major", Integer, nullable=False),
    Column("minor", Integer, nullable=False),
    Column("warnings", Integer, nullable=False),
    Column("label", String, nullable=False),
    Column("commit", String, nullable=False),
    Column("folder", String, nullable=False),
    Index("runs_by_site", "site", "started_at"),
    Index("runs_by_likeness", "site", "likeness", "started_at"),
    Index("runs_by_host", "host"),
)


def _of_run() -> Column[str]:
    return Column("run_id", ForeignKey("runs.id", ondelete="CASCADE"), primary_key=True)


CATEGORIES = Table(
    "run_categories", METADATA, _of_run(), Column("category", String, primary_key=True), Column("score", Integer)
)  # fmt: skip
JOURNEYS = Table(
    "run_journeys",
    METADATA,
    _of_run(),
    Column("device", String, primary_key=True),
    Column("ended", String, nullable=False),
    Column("deepest_stage", String),
    Column("failure_code", String),
    Column("seconds", Float, nullable=False),
    Column("score", Integer),
)
METRICS = Table(
    "run_metrics",
    METADATA,
    _of_run(),
    Column("place", Integer, primary_key=True),
    Column("check_id", String, nullable=False),
    Column("device", String),
    Column("stage", String),
    Column("value", Float, nullable=False),
    Column("unit", String, nullable=False),
)
FINDINGS = Table(
    "run_findings",
    METADATA,
    _of_run(),
    Column("fingerprint", String, primary_key=True),
    Column("check_id", String, nullable=False),
    Column("severity", String(16), nullable=False),
    Column("outcome", String(8), nullable=False),
    Column("device", String),
    Column("stage", String),
)
