"""accessibility-contrast."""

import re

from auditor.api import Effort, Outcome, PageRecord, Severity, Source, Stage, failed, page_check, passed, warned
from auditor_checks.axe_rules import findings_of, violations
from auditor_checks.wording import counted

_MOST = 3  # places that are a slip rather than a habit
_RATIO = re.compile(r"contrast of (\d+(?:\.\d+)?)")


@page_check(
    id="accessibility-contrast",
    category="accessibility",
    title="Text stands out from its background",
    failure_title="Text is too pale to read",
    why="Pale text cannot be read in the sun, on an old screen or with tired eyes; low contrast is the fault found most on the web.",
    fix="Make text darker, or its background lighter, until the contrast is 4.5 to 1 (3 to 1 for large type). Begin with price, "
    "buttons and error messages.",
    severity=Severity.MAJOR,
    effort=Effort.S,
    stages=(Stage.HOME, Stage.CATEGORY, Stage.PRODUCT, Stage.CART, Stage.CHECKOUT),
    needs=("axe",),
    sources=(
        Source(
            "W3C, WCAG 2.2, success criterion 1.4.3 Contrast (Minimum)", "https://www.w3.org/TR/WCAG22/#contrast-minimum", "level AA (2023)"
        ),
        Source("WebAIM Million 2026", "https://webaim.org/projects/million/", "83.9 % of home pages (second hand)"),
    ),
    limits="Measured by axe-core. Text on pictures and gradients, borders of fields and icons are not measured.",
)
def contrast(page: PageRecord) -> Outcome:
    """Count the texts whose contrast axe-core finds too low; the buy button and the price weigh more."""
    found = violations(page, "contrast")
    if not found:
        return passed("No text with too little contrast was found.", value=0, unit="places", threshold="0")
    ratios = [float(m[1]) for violation in found if (m := _RATIO.search(violation.summary))]
    worst = f", the palest with {min(ratios):g} to 1" if ratios else ""
    box = page.facts.buy_box
    buying = [c.control for c in box.buttons[:1]] if page.stage is Stage.PRODUCT else []
    hits = [control for control in buying if any(violation.is_about(control) for violation in found)]
    message = f"{counted(len(found), 'place')} with too little contrast{worst}."
    if hits:
        message = f"The button “{hits[0].label_text[:40]}” is too pale{worst}."
    outcome = failed if hits or len(found) > _MOST else warned
    return outcome(message, findings=findings_of(found), value=len(found), unit="places", threshold="0")
