"""Counts journeys into tables."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from typing import Any

from auditor.model.stage import Stage
from benchmarks.journeys.beds import STAGES
from benchmarks.journeys.walking import Walked


def summary(walks: Sequence[Walked]) -> dict[str, Any]:
    """Sum up walks: shares per device and kind, a row per step, trap counters, durations in seconds."""
    return {
        "groups": {f"{kind} · {device}": _group(own) for (kind, device), own in _grouped(walks).items()},
        "steps": {device: _steps([w for w in walks if w.device == device]) for device in sorted({w.device for w in walks})},
        "traps": {name: sum(w.truth.traps.get(name, 0) for w in walks) for name in sorted({n for w in walks for n in w.truth.traps})},
        "seconds": _durations([w.seconds for w in walks]),
    }


def _grouped(walks: Sequence[Walked]) -> dict[tuple[str, str], list[Walked]]:
    groups: dict[tuple[str, str], list[Walked]] = {}
    for walked in walks:
        groups.setdefault((walked.kind, walked.device), []).append(walked)
    return groups


def _group(walks: Sequence[Walked]) -> dict[str, Any]:
    right = sum(w.right for w in walks)
    return {
        "shops": len(walks),
        "right": right,
        "share": round(right / len(walks), 4),
        "false_success": sum(bool(w.false_successes) for w in walks),
        **_durations([w.seconds for w in walks]),
    }


def _steps(walks: Sequence[Walked]) -> dict[str, dict[str, Any]]:
    table = {}
    for stage in Stage:
        attempted = [w for w in walks if stage.value in w.attempted]
        if not attempted:
            continue
        table[stage.value] = {
            "attempted": len(attempted),
            "verified": sum(stage.value in w.reached for w in attempted),
            "false_success": sum(stage.value in w.false_successes for w in walks) if stage.value in STAGES else None,
            "false_failure": sum(stage.value in w.false_failures for w in walks) if stage.value in STAGES else None,
            **_durations([w.step_seconds.get(stage.value, 0.0) for w in attempted]),
        }
    return table


def _durations(seconds: Sequence[float]) -> dict[str, float]:
    if not seconds:
        return {}
    p90 = statistics.quantiles(seconds, n=10, method="inclusive")[8] if len(seconds) > 1 else seconds[0]
    return {"median_seconds": round(statistics.median(seconds), 2), "p90_seconds": round(p90, 2)}


def markdown(result: dict[str, Any]) -> str:
    """Render a summary, its ablations and the shops that went wrong as Markdown."""
    lines = ["# Journeys", "", result["conditions"], ""]
    for title, part in result["runs"].items():
        lines += [f"## {title}", "", "| shops | right | share | false success | median s | p90 s |", "|---|---|---|---|---|---|"]
        for group, row in part["summary"]["groups"].items():
            share = f"{100 * row['share']:.1f} %"
            figures = (group, f"{row['right']}/{row['shops']}", share, row["false_success"], row["median_seconds"], row["p90_seconds"])
            lines.append("| " + " | ".join(map(str, figures)) + " |")
        for device, steps in part["summary"]["steps"].items():
            lines += ["", f"### Steps, {device}", "", "| step | attempted | verified | false success | false failure | median s | p90 s |"]
            lines.append("|---|---|---|---|---|---|---|")
            for stage, row in steps.items():
                cells = (stage, *("" if row[k] is None else row[k] for k in ("attempted", "verified", "false_success", "false_failure")))
                lines.append("| " + " | ".join(map(str, (*cells, row["median_seconds"], row["p90_seconds"]))) + " |")
        traps = ", ".join(f"{name} {count}" for name, count in part["summary"]["traps"].items())
        lines += ["", f"Traps: {traps}.", ""]
        wrong = [w for w in part["walks"] if not w["right"]]
        lines += [f"- {w['bed']} ({w['device']}): {w['ended']} {w['failure']} – {w['message'][:160]}" for w in wrong]
        lines.append("")
    return "\n".join(lines)
