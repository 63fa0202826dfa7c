"""accessibility-axe-serious."""

from collections.abc import Iterable

from auditor.api import Effort, Finding, Outcome, PageRecord, Severity, Source, Stage, failed, page_check, passed, say, warned
from auditor_checks.axe_rules import Violation, violations
from auditor_checks.wording import counted

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
    findings = [
        Finding(f"{v.help} ({v.impact}): {v.called}.", selector=v.selector, key=v.rule) for several in rules for v in several[:_SHOWN]
    ]
    first = "; ".join([several[0].help for several in rules[:_SHOWN]] + (["…"] if count > _SHOWN else []))
    weighty = say(", {critical} of them critical", critical=len(critical)) if critical and serious else ""
    kind = "" if critical and serious else "critical " if critical else "serious "
    message = say(
        "{counted} {it} violated{weighty}: {first}.",
        counted=counted(count, kind + "rule"),
        it="is" if count == 1 else "are",
        weighty=weighty,
        first=first,
    )
    sure = [several[0] for several in rules if not several[0].is_of("disputed")]
    outcome = failed if any(v.impact == "critical" for v in sure) or len(sure) > _MOST_SERIOUS else warned
    return outcome(message, findings=findings, value=count, unit="rules", threshold="0")


def _by_rule(found: Iterable[Violation]) -> dict[str, list[Violation]]:
    rules: dict[str, list[Violation]] = {}
    for violation in found:
        rules.setdefault(violation.rule, []).append(violation)
    return rules
