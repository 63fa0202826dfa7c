"""The findings in the comment: the first ones with what mends them, the others in a list that is folded away."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from auditor_reports.markdown.escaping import code, link, text
from auditor_reports.markdown.fitting import Section
from auditor_reports.view.figures import readable
from auditor_reports.view.names import effort_words, severity_word
from auditor_reports.view.places import places_of, where
from auditor_reports.view.readings import Sighting, readings_of, sightings_of
from auditor_reports.view.topics import Topic, failures, warnings, with_outcome
from auditor_reports.view.unmeasured import Reason, reasons_of
from auditor_reports.view.voice import tell, tell_all, tell_several

if TYPE_CHECKING:
    from collections.abc import Sequence

_FIRST, _EVIDENCE, _STAGES, _NAMED = 5, 2, 4, 5
_MARKS = {"critical": "🔴", "major": "🟠", "minor": "🔵"}


def first_findings(topics: Sequence[Topic], site: str) -> Section:
    """Return the findings to begin with, each with evidence and how to mend it."""
    first = _problems(topics)[:_FIRST]
    return Section(f"### {text(tell('To mend first'))}", [_finding(topic, site) for topic in first]) if first else Section("")


def further_findings(topics: Sequence[Topic]) -> Section:
    """Return the other findings, one line each."""
    rest = _problems(topics)[_FIRST:]
    failed, warned = len(failures(rest)), len(warnings(rest))
    counts = [
        tell_several(failed, "{n:,} more problem", "{n:,} more problems") if failed else "",
        tell_several(warned, "{n:,} more warning", "{n:,} more warnings") if warned else "",
    ]
    return _folded(tell_all(filter(None, counts)), [_line(topic) for topic in rest])


def not_measured(topics: Sequence[Topic]) -> Section:
    """Return what could not be looked at, by reason."""
    count = len(with_outcome(topics, "not_measurable"))
    title = tell_several(count, "Not measured: {n:,} check, wholly or in part", "Not measured: {n:,} checks, wholly or in part")
    return _folded(title, [_reason(reason) for reason in reasons_of(topics, "not_measurable")])


def broken(topics: Sequence[Topic]) -> Section:
    """Return the checks that broke, by reason."""
    count = len(with_outcome(topics, "error"))
    title = tell_several(
        count,
        "Broke (a fault of the tool, not of the shop): {n:,} check, wholly or in part",
        "Broke (a fault of the tool, not of the shop): {n:,} checks, wholly or in part",
    )
    return _folded(title, [_reason(reason) for reason in reasons_of(topics, "error")])


def _problems(topics: Sequence[Topic]) -> list[Topic]:
    return [*failures(topics), *warnings(topics)]


def _folded(title: str, lines: Sequence[str]) -> Section:
    if not lines:
        return Section("")
    return Section(f"<details>\n<summary>{escape(title)}</summary>\n", lines, "</details>", between="\n")


def _finding(topic: Topic, site: str) -> str:
    said = readings_of(topic.verdicts, "fail", "warn")[0].message
    title = topic.title if topic.fails else tell("{title} (warning)", title=topic.title)
    parts = [
        f"#### {_MARKS[topic.severity]} {text(title, 160)}",
        f"{text(severity_word(topic.severity))} · {_place(topic)} · {code(topic.id)}\\\n{text(said)}",
        "\n".join(f"- {_evidence(sighting, site, said)}" for sighting in sightings_of(topic.problems)[:_EVIDENCE]),
    ]
    if topic.check and topic.check.fix:
        effort = tell("Usual effort: {size}, {time}.", size=topic.effort, time=effort_words(topic.effort))
        parts.append(f"**{text(tell('How to fix it'))}:** {text(readable(topic.check.fix), 600)} {text(effort)}")
    return "\n\n".join(filter(None, parts))


def _evidence(sighting: Sighting, site: str, said: str) -> str:
    """Return what was seen, on which element and page; what was said before is not said again."""
    message = readable(sighting.message)
    address = next((finding.url for finding in sighting.findings if finding.url), "")
    parts = (
        "" if message in said and address else text(message, 200),
        code(sighting.selector, 120),
        link(address, site, 80) if address else "",
    )
    return " · ".join(filter(None, parts))


def _line(topic: Topic) -> str:
    title = topic.title if topic.fails else tell("{title} (warning)", title=topic.title)
    said = readings_of(topic.verdicts, "fail", "warn")[0].message
    return f"- {_MARKS[topic.severity]} **{text(title, 120)}** ({text(severity_word(topic.severity))}; {_place(topic)}). {text(said, 160)}"


def _reason(reason: Reason) -> str:
    titles = [title for title, _, _ in reason.checks]
    named = "; ".join(titles[:_NAMED])
    more = tell_several(len(titles) - _NAMED, "and {n} more", "and {n} more") if len(titles) > _NAMED else ""
    return f"- {text(reason.sentence, 200)} – {text(named)}{f'; {text(more)}' if more else ''}"


def _place(topic: Topic) -> str:
    return text(where(places_of(topic.problems), most=_STAGES), 160)
