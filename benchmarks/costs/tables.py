"""Writes a comparison down: JSON for machines, Markdown for people. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from benchmarks.costs.comparison import MEASURES, Subject, Target, ratios, targets

TITLES = {"bare_script": "bare script", "auditor": "auditor run", "lighthouse_ci": "Lighthouse CI"}


def document(subjects: Sequence[Subject], machine: Mapping[str, Any], date: str) -> dict[str, Any]:
    """Return everything measured as one JSON document."""
    return {
        "date": date,
        "machine": dict(machine),
        "subjects": {subject.name: _subject(subject) for subject in subjects},
        "auditor_to": ratios(_auditor(subjects), _others(subjects)),
        "targets": [asdict(target) for target in targets(_auditor(subjects), _others(subjects))],
    }


def markdown(subjects: Sequence[Subject], machine: Mapping[str, Any], date: str) -> str:
    """Return the table and what is needed to read it."""
    found = ratios(_auditor(subjects), _others(subjects))
    lines = [f"# What an audit costs, {date}", "", _machine(machine), ""]
    lines += [
        "| | wall time | processor time | peak memory | calm runs | pages judged | other programs |",
        "|---|---:|---:|---:|---:|---:|---:|",
    ]
    lines += [_row(subject) for subject in subjects]
    lines += ["", "| auditor as a multiple of | wall time | processor time | peak memory |", "|---|---:|---:|---:|"]
    lines += [f"| {TITLES[name]} | {' | '.join(f'{values[m]:.2f}' for m in MEASURES)} |" for name, values in found.items()]
    lines += ["", *_reading(subjects)]
    return "\n".join(lines) + "\n"


def _subject(subject: Subject) -> dict[str, Any]:
    return {
        "what": subject.what,
        "pages_judged": subject.pages,
        "median": {measure: round(subject.median(measure), 3) for measure in MEASURES},
        "runs": [{k: round(v, 3) if isinstance(v, float) else v for k, v in asdict(cost).items()} for cost in subject.costs],
        **subject.details,
    }


def _row(subject: Subject) -> str:
    cells = (
        TITLES[subject.name],
        f"{subject.median('wall'):.1f} s",
        f"{subject.median('cpu'):.1f} s",
        f"{subject.median('peak_mb'):.0f} MB",
        f"{len(subject.calm)} of {len(subject.costs)}",
        str(subject.pages or "none"),
        f"{subject.median('others'):.0%}",
    )
    return f"| {' | '.join(cells)} |"


def _machine(machine: Mapping[str, Any]) -> str:
    return f"{machine['cores']} cores, {machine['memory_gb']} GB, {machine['browser']}."


def _reading(subjects: Sequence[Subject]) -> list[str]:
    kinds = sorted({cost.memory for subject in subjects for cost in subject.costs})
    lines = [f"- {TITLES[subject.name]}: {subject.what}." for subject in subjects]
    lines.append(
        "- Medians of the calm runs, those during which other programs took at most a quarter of the machine; of all runs where there was "
        "none. Times are of the whole process tree, browser and Node included. Peak memory is the highest sum of "
        f"{'/'.join(kinds)} over the tree, looked at four times a second. The shop's own server is in none of them."
    )
    disturbed = [TITLES[subject.name] for subject in subjects if subject.disturbed]
    if disturbed:
        lines.append(
            f"- Other programs took much of the machine in every run of these: {', '.join(disturbed)}. "
            "Their wall times are too long; go by processor time."
        )
    return lines + [_target(target) for target in targets(_auditor(subjects), _others(subjects))]


def _target(target: Target) -> str:
    outcome = {True: "met", False: "missed", None: "not decided, the machine was too busy"}[target.met]
    return f"- Target, wall time at most {target.most:g} times that of {TITLES[target.name]}: {outcome} ({target.found:.2f})."


def _auditor(subjects: Sequence[Subject]) -> Subject:
    return next(subject for subject in subjects if subject.name == "auditor")


def _others(subjects: Sequence[Subject]) -> list[Subject]:
    return [subject for subject in subjects if subject.name != "auditor"]
