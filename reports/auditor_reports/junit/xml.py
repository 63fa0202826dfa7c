"""Writes suites as XML."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from auditor_reports.view.cleaning import plain
from auditor_reports.view.moments import utc

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from auditor.api import Result
    from auditor_reports.junit.suites import Case, Suite


def document(result: Result, suites: Sequence[Suite]) -> bytes:
    """Return the whole document in UTF-8."""
    cases = [case for suite in suites for case in suite.cases]
    root = Element("testsuites", {"name": plain(result.site), **_counts(cases), "time": _time(*cases)})
    for suite in suites:
        _suite(root, suite, result)
    indent(root)
    written: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return written + b"\n"


def _suite(root: Element, suite: Suite, result: Result) -> None:
    attributes = {"name": plain(suite.name), **_counts(suite.cases), "skipped": _count(suite.cases, "skipped")}
    moment = utc(result.started_at)  # readers take no zone
    if moment:
        attributes["timestamp"] = moment
    element = SubElement(root, "testsuite", {**attributes, "time": _time(*suite.cases)})
    properties = SubElement(element, "properties")
    facts = {
        "site": result.site,
        "tool": f"{result.tool.name} {result.tool.version}",
        "score": result.score.total,
        "grade": result.score.grade,
    }
    for name, value in facts.items():
        if value is not None:
            SubElement(properties, "property", {"name": name, "value": plain(str(value))})
    for case in suite.cases:
        _case(element, case)


def _case(suite: Element, case: Case) -> None:
    element = SubElement(suite, "testcase", {"classname": plain(case.group), "name": plain(case.name), "time": _time(case)})
    if case.state != "passed":
        told = SubElement(element, case.state, {"type": plain(case.type), "message": plain(case.message)})
        told.text = plain(case.detail) or None
    elif case.detail:
        SubElement(element, "system-out").text = plain(case.detail)


def _counts(cases: Sequence[Case]) -> dict[str, str]:
    return {"tests": str(len(cases)), "failures": _count(cases, "failure"), "errors": _count(cases, "error")}


def _time(*cases: Case) -> str:
    return f"{sum(case.seconds for case in cases):.3f}"


def _count(cases: Iterable[Case], state: str) -> str:
    return str(sum(case.state == state for case in cases))
