"""Runs with their categories, journeys, key measures and evidence."""

from __future__ import annotations

from alembic import op
from sqlalchemy import Column, DateTime, Float, ForeignKey, Integer, String

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the first tables."""
    op.create_table(
        "runs",
        Column("id", String(32), primary_key=True),
        Column("site", String, nullable=False),
        Column("host", String, nullable=False),
        Column("started_at", DateTime(timezone=True), nullable=False),
        Column("finished_at", DateTime(timezone=True), nullable=False),
        Column("seconds", Float, nullable=False),
        Column("tool_version", String, nullable=False),
        Column("scoring_version", String, nullable=False),
        Column("profile", String, nullable=False),
        Column("likeness", String(32), nullable=False),
        Column("score", Integer),
        Column("grade", String(1)),
        Column("coverage", Float, nullable=False),
        Column("gate", String(16), nullable=False),
        *(Column(name, Integer, nullable=False) for name in ("critical", "major", "minor", "warnings")),
        *(Column(name, String, nullable=False) for name in ("label", "commit", "folder")),
    )
    op.create_index("runs_by_site", "runs", ["site", "started_at"])
    op.create_index("runs_by_likeness", "runs", ["site", "likeness", "started_at"])
    op.create_index("runs_by_host", "runs", ["host"])
    op.create_table("run_categories", _of_run(), Column("category", String, primary_key=True), Column("score", Integer))
    op.create_table(
        "run_journeys",
        _of_run(),
        Column("device", String, primary_key=True),
        Column("ended", String, nullable=False),
        Column("deepest_stage", String),
        Column("failure_code", String),
        Column("seconds", Float, nullable=False),
        Column("score", Integer),
    )
    op.create_table(
        "run_metrics",
        _of_run(),
        Column("place", Integer, primary_key=True),
        Column("check_id", String, nullable=False),
        Column("device", String),
        Column("stage", String),
        Column("value", Float, nullable=False),
        Column("unit", String, nullable=False),
    )
    op.create_table(
        "run_findings",
        _of_run(),
        Column("fingerprint", String, primary_key=True),
        Column("check_id", String, nullable=False),
        Column("severity", String(16), nullable=False),
        Column("outcome", String(8), nullable=False),
        Column("device", String),
        Column("stage", String),
    )


def _of_run() -> Column[str]:
    return Column("run_id", String(32), ForeignKey("runs.id", ondelete="CASCADE"), primary_key=True)
