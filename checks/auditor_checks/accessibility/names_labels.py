"""accessibility-names-labels."""

from dataclasses import replace

from auditor.api import Effort, Outcome, PageRecord, Severity, Source, Stage, failed, page_check, passed, warned
from auditor_checks.axe_rules import Violation, findings_of, violations
from auditor_checks.page_links import CHECKOUT_STAGES
from auditor_checks.wording import counted

_MOST = 2  # outside the checkout
_FRAME = frozenset({"header", "nav", "footer", "search"})


@page_check(
    id="accessibility-names-labels",
    category="accessibility",
    title="Links, buttons and fields have names",
    failure_title="Links, buttons or fields have no name",
    why="A screen reader reads an icon without a name as “button”, a field without a label as “edit”. Nobody can buy that way.",
    fix='Give each field a label that is tied to it (<label for="email">), and each icon button a name (aria-label="Open cart").',
    severity=Severity.MAJOR,
    effort=Effort.S,
    stages=(Stage.HOME, Stage.CATEGORY, Stage.PRODUCT, Stage.CART, Stage.CHECKOUT, Stage.ADDRESS, Stage.SHIPPING, Stage.PAYMENT),
    needs=("axe",),
    sources=(
        Source("W3C, WCAG 2.2, success criteria 4.1.2, 1.3.1 and 2.5.3", "https://www.w3.org/TR/WCAG22/#name-role-value", "level A (2023)"),
        Source(
            "Baymard Institute, Accessibility benchmark",
            "https://baymard.com/blog/accessibility-benchmark-launch",
            "58 % of large shops fail with form fields, 73 % with links (2021)",
        ),
    ),
    limits="Measured by axe-core, up to twelve places per rule. Whether a name is a good one is not judged.",
)
def names_labels(page: PageRecord) -> Outcome:
    """Count the controls without a name that axe-core finds; a nameless field in the checkout is critical."""
    found = violations(page, "names")
    if not found:
        return passed("All links, buttons and fields that were scanned have a name.", value=0, threshold="0")
    fields = [violation for violation in found if violation.is_of("fields") and _is_asked(page, violation)]
    message = f"{counted(len(found), 'control')} without a name, {len(fields)} of them fields to fill in."
    if fields and page.stage in CHECKOUT_STAGES:
        outcome = failed(message, findings=findings_of(found), value=len(found), threshold="0")
        return replace(outcome, severity=Severity.CRITICAL)
    judged = failed if len(found) > _MOST else warned
    return judged(message, findings=findings_of(found), value=len(found), threshold="0")


def _is_asked(page: PageRecord, violation: Violation) -> bool:
    """Whether it is a field that shoppers see in the main part: no search, no trap for robots."""
    shown = [c for c in page.observation.fields if c.landmark not in _FRAME]
    names = [f'{key}="{value}"' for c in shown for key, value in (("id", c.id), ("name", c.attrs.get("name", ""))) if value]
    return any(name in violation.source for name in names)
