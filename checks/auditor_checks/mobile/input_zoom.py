"""mobile-input-zoom."""

from collections.abc import Iterator

from auditor.api import (
    Control,
    Effort,
    Finding,
    JourneyRecord,
    Message,
    Outcome,
    PageRecord,
    Severity,
    Source,
    Stage,
    failed,
    journey_check,
    not_applicable,
    not_measurable,
    passed,
    say,
    warned,
)
from auditor_checks.selectors import selector_of
from auditor_checks.wording import portion, quoted

_LEAST = 16  # CSS pixels
_POOR = 14
_STAGES = (Stage.SEARCH, Stage.CART, Stage.CHECKOUT, Stage.ADDRESS, Stage.SHIPPING, Stage.PAYMENT)
_SLIP = 1  # field that is a slip rather than a habit
_SHOWN = 8
_FRAME = frozenset({"header", "nav", "footer"})  # search and newsletter: few who buy tap them
_PICKED_ELSEWHERE = {"range", "color", "file"}


@journey_check(
    id="mobile-input-zoom",
    category="mobile",
    title="Fields do not make iPhones zoom in",
    failure_title="Fields make iPhones zoom in",
    why="Safari on iPhones zooms into a field with small letters when it is tapped, and the shopper has to zoom out again after each.",
    fix="Give input, select and textarea a font-size of at least 16px on phones.",
    severity=Severity.MINOR,
    effort=Effort.XS,
    stages=_STAGES,
    devices="mobile",
    sources=(
        Source(
            "CSS-Tricks, 16px or larger text prevents iOS form zoom",
            "https://css-tricks.com/16px-or-larger-text-prevents-ios-form-zoom/",
            "fields below 16 px are zoomed into (2021)",
        ),
    ),
    limits="Sizes are measured in Chromium; only Safari on iPhones zooms. Pages with maximum-scale=1 do not zoom and are left out. One "
    "tiny field, or those of header and footer alone, only warn.",
)
def input_zoom(journey: JourneyRecord) -> Outcome:
    """Measure the letters of every field from the search to the payment."""
    pages = [page for page in journey.pages if page.stage in _STAGES]
    if not pages:
        return not_measurable(journey.why_not(Stage.CHECKOUT))
    fields = {(field.frame, selector_of(field), _called(field)): (page, field) for page in pages for field in _fields(page)}
    if not fields:
        return not_applicable(say("None of the pages reached has a field that could be zoomed into."))
    small = [(page, field) for page, field in fields.values() if field.size < _LEAST]
    findings = [
        Finding(
            say("{field} has letters of {size:g} px.", field=_called(field), size=field.size),
            selector_of(field),
            field.box,
            page.url,
            selector_of(field),
        )
        for page, field in sorted(small, key=lambda found: found[1].size)[:_SHOWN]
    ]
    least = min(field.size for _, field in fields.values())
    if not small:
        message = portion(len(fields), len(fields), "field", "has letters of 16 px or more.", "have letters of 16 px or more.")
        return passed(message, value=least, unit="px", threshold="≥ 16 px")
    if len({field.size for _, field in small}) == 1:
        message = portion(len(small), len(fields), "field", "has letters of {least:g} px.", "have letters of {least:g} px.", least=least)
    else:
        message = portion(
            len(small),
            len(fields),
            "field",
            "has letters below 16 px, down to {least:g} px.",
            "have letters below 16 px, down to {least:g} px.",
            least=least,
        )
    tiny = [field for _, field in small if field.size <= _POOR and field.landmark not in _FRAME]
    outcome = failed if len(tiny) > _SLIP or (tiny and len(small) == len(fields)) else warned
    return outcome(message, findings=findings, unlisted=len(small) - len(findings), value=least, unit="px", threshold="≥ 16 px")


def _called(field: Control) -> Message:
    words = field.label_text or field.placeholder or field.beside
    return quoted(words[:60]) if words else say("A field without a name")


def _fields(page: PageRecord) -> Iterator[Control]:
    content = page.observation.meta.get("viewport", "").replace(" ", "")
    if "maximum-scale=1" in content.split(",") or "maximum-scale=1.0" in content.split(","):
        return
    for control in page.observation.fields:
        typed = control.is_text_field or control.tag == "select"
        if typed and control.type not in _PICKED_ELSEWHERE and not control.readonly and control.size > 0:
            yield control
