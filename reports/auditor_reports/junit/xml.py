"""Writes suites as XML."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from auditor_reports.view.cleaning import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from auditor.api import Result
    from auditor_reports.junit.suites import Case, Suite


def document(result: Result, suites: Sequence[Suite]) -> bytes:
    """Return the whole document in UTF-8."""
    cases = [case for suite in suites for case in suite.cases]
    root = Element("testsuites", {"name": plain(result.site), **_counts(cases), "time": f"{result.seconds:.3f}"})
    for suite in suites:
        _suite(root, suite, result)
    indent(root)
    written: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return written + b"\n"


def _suite(root: Element, suite: Suite, result: Result) -> None:
    attributes = {"name": plain(suite.name), **_counts(suite.cases), "skipped": _count(suite.cases, "skipped")}
    moment = plain(result.started_at)[:19]  # readers take no zone
    element = SubElement(root, "testsuite", {**attributes, "time": f"{suite.seconds:.3f}", "timestamp": moment})
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
    element = SubElement(suite, "testcase", {"classname": plain(case.group), "name": plain(case.name), "time": "0"})
    if case.state != "passed":
        told = SubElement(element, case.state, {"type": plain(case.type), "message": plain(case.message)})
        told.text = plain(case.detail) or None
    elif case.detail:
        SubElement(element, "system-out").text = plain(case.detail)


def _counts(cases: Sequence[Case]) -> dict[str, str]:
    return {"tests": str(len(cases)), "failures": _count(cases, "failure"), "errors": _count(cases, "error")}


def _count(cases: Iterable[Case], state: str) -> str:
    return str(sum(case.state == state for case in cases))
