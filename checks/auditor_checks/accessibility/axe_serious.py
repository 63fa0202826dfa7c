"""accessibility-axe-serious."""

from auditor.api import (
    Effort,
    Finding,
    Outcome,
    PageRecord,
    Severity,
    Source,
    Stage,
    failed,
    page_check,
    passed,
    warned,
)

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
    needs=("axe",),
    sources=(
        Source(
            "WebAIM Million 2026",
            "https://webaim.org/projects/million/",
            "95.9 % of home pages have detectable failures",
        ),
        Source("W3C, WCAG 2.2", "https://www.w3.org/TR/WCAG22/"),
    ),
    limits="Automation finds a part of the barriers only; a pass is no statement of conformity.",
)
def axe_serious(page: PageRecord) -> Outcome:
    """Count the violated axe-core rules of impact critical or serious (WCAG 2.0 to 2.2, A and AA)."""
    critical = [rule for rule in page.axe.violations if rule.impact == "critical"]
    serious = [rule for rule in page.axe.violations if rule.impact == "serious"]
    count = len(critical) + len(serious)
    findings = [
        Finding(f"{rule.help} ({rule.impact})", selector=node.selector, key=rule.id)
        for rule in (*critical, *serious)
        for node in rule.nodes[:_SHOWN]
    ]
    if critical or len(serious) > _MOST_SERIOUS:
        return failed(
            f"{count} rules are violated, {len(critical)} of them critical.",
            findings=findings,
            value=count,
            unit="rules",
            threshold="0",
        )
    if serious:
        return warned(
            f"{count} serious rules are violated.",
            findings=findings,
            value=count,
            unit="rules",
            threshold="0",
        )
    return passed("No critical or serious violation was found.", value=0, unit="rules", threshold="0")
