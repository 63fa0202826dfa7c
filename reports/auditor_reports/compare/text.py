"""The comparison as Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditor_reports.compare.view import View, view_of
from auditor_reports.several.markdown import escaped, table, within
from auditor_reports.view.names import severity_word
from auditor_reports.view.voice import tell, tell_several

if TYPE_CHECKING:
    from collections.abc import Sequence

    from auditor.api import ComparisonInput
    from auditor_reports.compare.figures import Row
    from auditor_reports.compare.problems import ProblemGroup, ProblemItem

_ITEMS = 60
_BLIND = 30
_EVIDENCE = 3


def text(report: ComparisonInput) -> str:
    """Return the document; what does not fit is left out from the end and said."""
    view = view_of(report)
    groups = [_group(group) for group in view.groups]
    blocks = [_verdict(view), _doubts(view), *groups, *_numbers(view), _blind(view), ["", escaped(view.foot)]]
    return within(blocks, escaped(tell("There is more; the HTML and the JSON document have all of it.")))


def _verdict(view: View) -> list[str]:
    counts = " · ".join(f"{word}: **{count}**" for _, word, count in ((k, escaped(w), c) for k, w, c in view.counts))
    sites = [] if view.sites[0] == view.sites[1] else [f"{escaped(view.sites[0])} → {escaped(view.sites[1])}", ""]
    return [
        f"# {escaped(view.title)}", "", f"{escaped(view.before)} → {escaped(view.after)}", "", *sites, f"**{escaped(view.sentence)}**", "",
        counts, "", *(f"- {escaped(remark)}" for remark in view.remarks),
    ]  # fmt: skip


def _doubts(view: View) -> list[str]:
    if not view.doubts:
        return []
    return ["", f"> **{escaped(tell('Mind when comparing'))}**", ">", *(f"> - {escaped(doubt)}" for doubt in view.doubts)]


def _group(group: ProblemGroup) -> list[str]:
    lines = ["", f"## {escaped(group.title)} ({len(group.items)})", ""]
    for item in group.items[:_ITEMS]:
        lines += _item(item)
    if len(group.items) > _ITEMS:
        lines.append(f"- {escaped(_more(len(group.items) - _ITEMS))}")
    return lines


def _item(item: ProblemItem) -> list[str]:
    lines = [f"- **{escaped(item.title)}** ({escaped(severity_word(item.severity))}, {escaped(item.where)}; `{item.id}`)"]
    if item.change == "unchanged":
        return lines
    for row in item.places:
        message = escaped(row.before_message if row.after_message in {"", tell("as before")} else row.after_message, 200)
        note = f" {escaped(row.note)}" if row.note else ""
        lines.append(f"  - {escaped(row.where)}: {escaped(row.before)} → {escaped(row.after)}. {message}{note}")
    lines += [f"  - {escaped(row.word)}: {escaped(row.message, 160)}" for row in item.evidence[:_EVIDENCE]]
    rest = len(item.evidence) + item.rest - _EVIDENCE
    return [*lines, f"  - {escaped(_more(rest))}"] if rest > 0 else lines


def _numbers(view: View) -> list[list[str]]:
    reasons = [f"- {escaped(reason)}" for reason in view.score_reasons]
    still = ["", escaped(tell("No measured value moved beyond its noise."))]
    blocks = [
        [*_title(tell("Scores")), "", *reasons, *_table([view.score, *view.categories], tell("Category"))],
        [*_title(tell("Measured values")), *(_table(view.moved, tell("Measure"), banded=True) if view.moved else still)],
    ]
    if view.effort:
        blocks.append([*_title(tell("Interaction effort")), "", escaped(view.effort_label, 600)])
    blocks += [["", f"### {escaped(effort.device)}", *_table(effort.rows, tell("Figure"), banded=True)] for effort in view.effort]
    if view.journeys:
        blocks.append([*_title(tell("The way to payment")), *_table(view.journeys, tell("Device"))])
    return blocks


def _title(title: str) -> list[str]:
    return ["", f"## {escaped(title)}"]


def _table(rows: Sequence[Row], first: str, *, banded: bool = False) -> list[str]:
    heads = [first, tell("Before"), tell("After"), tell("Change"), *([tell("Noise")] if banded else [])]
    cells = [
        [
            escaped(f"{row.title} ({row.where})" if row.where else row.title),
            *map(escaped, (row.before, row.after, f"{row.word} {row.by}", *([row.band] if banded else []))),
        ]
        for row in rows
    ]
    return table([escaped(head) for head in heads], cells, figures=(1, 2))


def _blind(view: View) -> list[str]:
    if not view.blind:
        return []
    lines = ["", f"## {escaped(tell('Judged on one side only'))}", ""]
    for blind in view.blind:
        named = ", ".join(f"{escaped(title)} (`{name}`)" for title, name, _ in blind.checks[:_BLIND])
        more = f", {escaped(_more(len(blind.checks) - _BLIND))}" if len(blind.checks) > _BLIND else ""
        lines.append(f"- {escaped(blind.reason)}: {named}{more}")
    return lines


def _more(count: int) -> str:
    return tell_several(count, "and {n:,} more", "and {n:,} more")
