"""accessibility-axe-serious."""

from collections.abc import Iterable

from auditor.api import (
    Effort,
    Finding,
    Message,
    Outcome,
    PageRecord,
    Severity,
    Source,
    Stage,
    failed,
    page_check,
    passed,
    say,
    several,
    together,
    warned,
)
from auditor_checks.axe_rules import Violation, violations

_MOST_SERIOUS = 2
_SHOWN = 3


@page_check(
    id="accessibility-axe-serious",
    category="accessibility",
    title="The automated WCAG 2.2 scan finds no critical or serious issue",
    failure_title="The automated WCAG 2.2 scan finds critical or serious issues",
    why="Such issues keep people who use a screen reader, a keyboard or large print from buying.",
    fix="Mend the listed elements; each rule's page explains how. Begin with those on buttons and form fields.",
    severity=Severity.MAJOR,
    effort=Effort.M,
    stages=(Stage.HOME, Stage.CATEGORY, Stage.PRODUCT, Stage.CART, Stage.CHECKOUT),
    needs=("axe", "html"),
    sources=(
        Source(
            "WebAIM Million 2026",
            "https://webaim.org/projects/million/",
            "95.9 % of home pages have detectable failures",
        ),
        Source("W3C, WCAG 2.2", "https://www.w3.org/TR/WCAG22/"),
    ),
    limits="Automation finds a part of the barriers only; a pass is no statement of conformity. A rule experts differ about warns only.",
)
def axe_serious(page: PageRecord) -> Outcome:
    """Count the violated axe-core rules of impact critical or serious (WCAG 2.0 to 2.2, A and AA)."""
    found = violations(page)
    critical, serious = (_by_rule(v for v in found if v.impact == impact) for impact in ("critical", "serious"))
    count = len(critical) + len(serious)
    if not count:
        return passed(say("No critical or serious violation was found."), value=0, unit="rules", threshold="0")
    rules = [*critical.values(), *serious.values()]
    findings = [Finding(_told(v), selector=v.selector, key=v.rule) for places in rules for v in places[:_SHOWN]]
    first = together(*(places[0].help for places in rules[:_SHOWN]), *(["…"] if count > _SHOWN else []), between="; ")
    if critical and serious:
        message = several(
            count,
            "{n} rule is violated, {critical} of them critical: {rules}.",
            "{n} rules are violated, {critical} of them critical: {rules}.",
            critical=len(critical),
            rules=first,
        )
    elif critical:
        message = several(count, "{n} critical rule is violated: {rules}.", "{n} critical rules are violated: {rules}.", rules=first)
    else:
        message = several(count, "{n} serious rule is violated: {rules}.", "{n} serious rules are violated: {rules}.", rules=first)
    sure = [places[0] for places in rules if not places[0].is_of("disputed")]
    outcome = failed if any(v.impact == "critical" for v in sure) or len(sure) > _MOST_SERIOUS else warned
    return outcome(message, findings=findings, unlisted=sum(map(len, rules)) - len(findings), value=count, unit="rules", threshold="0")


def _told(violation: Violation) -> Message:
    """Say which rule an element violates, in axe-core's words, and how much that weighs."""
    if violation.impact == "critical":
        return say("{rule} (critical): {element}.", rule=violation.help, element=violation.called)
    return say("{rule} (serious): {element}.", rule=violation.help, element=violation.called)


def _by_rule(found: Iterable[Violation]) -> dict[str, list[Violation]]:
    rules: dict[str, list[Violation]] = {}
    for violation in found:
        rules.setdefault(violation.rule, []).append(violation)
    return rules
