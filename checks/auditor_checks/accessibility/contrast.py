"""accessibility-contrast."""

import re
from collections.abc import Sequence

from auditor.api import (
    Control,
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
    warned,
)
from auditor_checks.axe_rules import Violation, violations
from auditor_checks.page_links import CHECKOUT_STAGES

_MOST = 3  # places that are a slip rather than a habit
_NEAR = 0.9  # of what is asked for: measured as too little, seen by few
_RATIO = re.compile(r"contrast of (\d+(?:\.\d+)?)")
_ASKED = re.compile(r"ratio of (\d+(?:\.\d+)?):1")
_UNSEEN = 1.15  # to 1: nobody is meant to read that, or it is just fading in
_MANY = 12  # places axe-core's findings are cut at
_SHOWN = 6
_LABEL = 0.8
_AA, _AA_LARGE = 4.5, 3.0


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
    needs=("axe", "html"),
    sources=(
        Source(
            "W3C, WCAG 2.2, success criterion 1.4.3 Contrast (Minimum)", "https://www.w3.org/TR/WCAG22/#contrast-minimum", "level AA (2023)"
        ),
        Source("WebAIM Million 2026", "https://webaim.org/projects/million/", "83.9 % of home pages (second hand)"),
    ),
    limits="Measured by axe-core, up to twelve places. Text on pictures and gradients, borders of fields and icons are not measured, "
    "and what cannot be used at the time is left out. Contrasts within a tenth of what is asked for warn only.",
)
def contrast(page: PageRecord) -> Outcome:
    """Count the texts whose contrast axe-core finds too low; the buttons for buying weigh more."""
    seen = (violation for violation in violations(page, "contrast") if not 0 < _ratio(violation) < _UNSEEN)
    found = sorted(seen, key=lambda v: _ratio(v) / _asked(v))
    if not found:
        return passed(say("No text with too little contrast was found."), value=0, unit="places", threshold="0")
    clear = [violation for violation in found if _ratio(violation) < _NEAR * _asked(violation)]
    hits = [(control, v) for control in _buying(page) for v in clear if v.is_about(control)]
    message = _counted(found)
    if hits:
        control, violation = hits[0]
        found = [violation, *(v for v in found if v is not violation)]
        pale = say("The button “{label}” is too pale", label=control.label_text[:40])
        message = say("{sentence}.", sentence=_measured(pale, violation))
    findings = [
        Finding(
            say("{fault}: {element}.", fault=_measured(say("Too little contrast"), v), element=v.called),
            selector=v.selector,
            key=f"{v.rule} {v.selector}",
        )
        for v in found[:_SHOWN]
    ]
    outcome = failed if hits or len(clear) > _MOST else warned
    return outcome(message, findings=findings, unlisted=len(found) - len(findings), value=len(found), unit="places", threshold="0")


def _buying(page: PageRecord) -> list[Control]:
    """The buttons a purchase needs: the buy button of a product, else what leads to and through the checkout."""
    if page.stage is Stage.PRODUCT:
        return [c.control for c in page.facts.buy_box.buttons[:1]]
    if page.stage not in {Stage.CART, *CHECKOUT_STAGES}:
        return []
    wanted = ("checkout",) if page.stage is Stage.CART else ("checkout", "continue", "place_order")
    buttons = [c for c in page.observation.visible if c.is_button]
    return [c for c in buttons if any(page.facts.lexicon.has(concept, *c.words, at_least=_LABEL) for concept in wanted)]


def _ratio(violation: Violation) -> float:
    return float(m[1]) if (m := _RATIO.search(violation.summary)) else 0.0


def _asked(violation: Violation) -> float:
    return float(m[1]) if (m := _ASKED.search(violation.summary)) else _AA


def _counted(found: Sequence[Violation]) -> Message:
    """Say how many places are too pale, and which is the palest."""
    palest = _measured(found[0].called, found[0])
    if len(found) >= _MANY:
        return say("At least {count} places with too little contrast, the palest {palest}.", count=len(found), palest=palest)
    return several(
        len(found),
        "{n} place with too little contrast: {palest}.",
        "{n} places with too little contrast, the palest {palest}.",
        palest=palest,
    )


def _measured(what: Message, violation: Violation) -> Message:
    """Add to what is too pale the contrast it has and the one it needs, if axe-core told it."""
    ratio, asked = _ratio(violation), _asked(violation)
    if not ratio:
        return what
    if asked <= _AA_LARGE:
        return say("{what} with {ratio:g} to 1 where {asked:g} for large type is needed", what=what, ratio=ratio, asked=asked)
    return say("{what} with {ratio:g} to 1 where {asked:g} is needed", what=what, ratio=ratio, asked=asked)
