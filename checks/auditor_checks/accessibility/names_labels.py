"""accessibility-names-labels."""

from collections import Counter
from dataclasses import replace

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
    listing,
    page_check,
    passed,
    say,
    several,
    warned,
)
from auditor_checks.accessibility.ordering_controls import serves_the_order
from auditor_checks.axe_rules import Violation, element_of, violations
from auditor_checks.page_links import CHECKOUT_STAGES
from auditor_checks.wording import counted

_MOST = 2  # outside the checkout
_SHOWN = 6
_FRAME = frozenset({"header", "nav", "footer", "search"})
_OPTIONAL = frozenset({"note", "coupon", "newsletter", "search", "password", "company", "address2", "salutation", "vat_id", "username"})


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
    needs=("axe", "html"),
    sources=(
        Source("W3C, WCAG 2.2, success criteria 4.1.2, 1.3.1 and 2.5.3", "https://www.w3.org/TR/WCAG22/#name-role-value", "level A (2023)"),
        Source(
            "Baymard Institute, Accessibility benchmark",
            "https://baymard.com/blog/accessibility-benchmark-launch",
            "58 % of large shops fail with form fields, 73 % with links (2021)",
        ),
    ),
    limits="Measured by axe-core, up to twelve places per rule. Whether a name is a good one is not judged. Up to two places warn, "
    "unless they are fields that an order needs, the steps of a quantity, or controls of the cart's own window.",
)
def names_labels(page: PageRecord) -> Outcome:
    """Count the controls without a name that axe-core finds; a nameless field the checkout needs is critical."""
    found = violations(page, "names")
    if not found:
        return passed(say("All links, buttons and fields that were scanned have a name."), value=0, threshold="0")
    fields = [violation for violation in found if violation.is_of("fields")]
    needed = [violation for violation in fields if _is_needed(page, violation)] if page.stage in CHECKOUT_STAGES else []
    found = [*needed, *(v for v in found if v not in needed)]
    message = several(
        len(found),
        "{elements} has no name for screen readers: {example}.",
        "{elements} have no name for screen readers, such as {example}.",
        elements=listing(_counted(kind, number) for kind, number in Counter(v.kind for v in found).most_common()),
        example=found[0].called,
    )
    findings = [
        Finding(say("No name for screen readers: {element}.", element=v.called), selector=v.selector, key=f"{v.rule} {v.selector}")
        for v in found[:_SHOWN]
    ]
    unlisted = len(found) - len(findings)
    if needed:
        outcome = failed(message, findings=findings, unlisted=unlisted, value=len(found), threshold="0")
        return replace(outcome, severity=Severity.CRITICAL)
    ordering = any(serves_the_order(page, element_of(page, violation)) for violation in found)
    judged = failed if ordering or len(found) > _MOST else warned
    return judged(message, findings=findings, unlisted=unlisted, value=len(found), threshold="0")


def _counted(kind: str, number: int) -> Message:
    return {
        "link": counted(number, "link"),
        "button": counted(number, "button"),
        "field": counted(number, "field"),
        "list": counted(number, "list"),
        "picture": counted(number, "picture"),
        "frame": counted(number, "frame"),
        "text": counted(number, "text"),
        "element": counted(number, "element"),
    }[kind]


def _is_needed(page: PageRecord, violation: Violation) -> bool:
    """Whether it is a field in the main part that an order needs: no search, no note or voucher, no trap for robots."""
    asked = {f.control.n for f in page.facts.checkout_fields if f.kind and f.kind not in _OPTIONAL}
    shown = [c for c in page.observation.fields if c.landmark not in _FRAME and (c.required or c.n in asked)]
    names = [f'{key}="{value}"' for c in shown for key, value in (("id", c.id), ("name", c.attrs.get("name", ""))) if value]
    return any(name in violation.source for name in names)
