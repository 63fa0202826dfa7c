"""mobile-tap-targets."""

from collections.abc import Iterator

from auditor.api import (
    Box,
    Control,
    Effort,
    Finding,
    JourneyRecord,
    Missing,
    Outcome,
    PageRecord,
    Severity,
    Source,
    failed,
    journey_check,
    passed,
    say,
    several,
    together,
    warned,
)
from auditor_checks.page_links import CHECKOUT_STAGES
from auditor_checks.selectors import selector_of

_LEAST = 24  # CSS pixels
_COMFORTABLE = 44
_ROUNDING = 1
_SLIP = 1  # target that is a slip rather than a habit
_SHOWN = 8
_PRIMARY = ("add_to_cart", "checkout", "place_order")
_LABEL = 0.8
_REAL = {"a", "button", "input", "select", "textarea", "summary"}


@journey_check(
    id="mobile-tap-targets",
    category="mobile",
    title="Tap targets are big and apart",
    failure_title="Tap targets are too small or too close together",
    why="A thumb that hits the neighbour of what it aimed at removes the product instead of adding one.",
    fix="Make buttons for buying at least 44 px high, and everything else that is tapped 24 by 24 px, by padding rather than by "
    "larger letters, or keep that much room between small targets.",
    severity=Severity.MAJOR,
    effort=Effort.S,
    devices="mobile",
    sources=(
        Source(
            "Baymard Institute, Mobile UX 2024, in a reprint",
            "https://betaaloptimaal.nl/?p=31959",
            "88 % of mobile sites have undersized targets, 82 % have them too close (2024, second hand)",
        ),
        Source(
            "W3C, WCAG 2.2, success criterion 2.5.8 Target Size (Minimum)",
            "https://www.w3.org/TR/WCAG22/#target-size-minimum",
            "level AA: 24 by 24 CSS pixels or as much spacing (2023); 44 px are level AAA",
        ),
    ),
    limits="Links within sentences, links to where a larger one on the page leads too and what another layer covers are left out; labels "
    "count as part of their box. A single target that is too small warns only, and so do those of the footer, which is no part of the way. "
    "What scripts enlarge beyond what is seen is not known.",
)
def tap_targets(journey: JourneyRecord) -> Outcome:
    """Measure what can be tapped on each page reached, and how far its neighbours are away."""
    pages = list(journey.pages)
    if not pages:
        raise Missing(say("No page of the shop was reached on {device}", device=journey.device))
    crowded: dict[str, Finding] = {}
    aside: dict[str, Finding] = {}
    low: dict[str, Finding] = {}
    for page in pages:
        targets = {control.n: (control, box) for control, box in _targets(page)}
        for control, box in targets.values():
            if _is_small(box) and (other := _too_close(page, control, box, targets)):
                message = say(
                    "“{target}” is {width:g} × {height:g} px, and “{neighbour}” is right beside it.",
                    target=_called(control),
                    width=box.width,
                    height=box.height,
                    neighbour=_called(other),
                )
                found_in = aside if control.landmark == "footer" else crowded
                found_in.setdefault(_key(control, box), _finding(page, control, message))
            elif min(box.width, box.height) < _COMFORTABLE - _ROUNDING and _is_primary(page, control):
                message = say(
                    "“{button}” on the {place} page is only {width:g} × {height:g} px.",
                    button=_called(control),
                    place=page.place,
                    width=box.width,
                    height=box.height,
                )
                low.setdefault(_key(control, box), _finding(page, control, message))
    threshold = say("24 px, buttons for buying 44 px")
    close = [*crowded.values(), *aside.values()]
    if close:
        found = close[:_SHOWN]
        said = several(len(close), "{n} tap target is too small and too close.", "{n} tap targets are too small and too close.")
        outcome = failed if len(crowded) > _SLIP else warned
        return outcome(
            together(said, found[0].message, between=" "),
            findings=found,
            unlisted=len(close) - len(found),
            value=len(close),
            unit="targets",
            threshold=threshold,
        )
    if low:
        found = [*low.values()][:_SHOWN]
        said = several(len(low), "{n} button for buying is smaller than a thumb.", "{n} buttons for buying are smaller than a thumb.")
        return warned(
            together(said, found[0].message, between=" "),
            findings=found,
            unlisted=len(low) - len(found),
            value=len(low),
            unit="targets",
            threshold=threshold,
        )
    said = several(
        len(pages),
        "What can be tapped on the only page reached is large enough or far enough apart.",
        "What can be tapped on the {n} pages reached is large enough or far enough apart.",
    )
    return passed(said, value=0, unit="targets", threshold=threshold)


def _targets(page: PageRecord) -> Iterator[tuple[Control, Box]]:
    """What a thumb may aim at, with the area that answers: a box together with its label."""
    observation = page.observation
    for control in observation.visible:
        if control.tag not in _REAL or control.frame or control.inside >= 0 or control.disabled or control.inert or control.covered:
            continue
        if control.type == "hidden":
            continue
        label = observation.label_of(control)
        yield control, _around(control.box, label.box) if label is not None and label.visible and control.is_choice else control.box


def _around(one: Box, other: Box) -> Box:
    x, y = min(one.x, other.x), min(one.y, other.y)
    return Box(x, y, max(one.right, other.right) - x, max(one.bottom, other.bottom) - y)


def _is_small(box: Box) -> bool:
    return min(box.width, box.height) < _LEAST - _ROUNDING


def _too_close(page: PageRecord, control: Control, box: Box, targets: dict[int, tuple[Control, Box]]) -> Control | None:
    """The neighbour that comes into the circle around a small target, None if there is room or it needs none."""
    if _in_a_sentence(page, control) or _native_box(control, box) or _has_larger_twin(control, targets):
        return None
    x, y = box.middle
    for other, whole in targets.values():
        area = other.box if other.is_choice else whole  # its label is for who aims at the box
        if other.n == control.n or other.fixed != control.fixed or (other.href and other.href == control.href):
            continue
        if page.observation.contains(other.n, control.n) or page.observation.contains(control.n, other.n) or area.overlaps(box):
            continue  # one within the other, or lying over it: not a neighbour to be hit by mistake
        own = _LEAST / 2
        circle = _LEAST / 2 if _is_small(area) and not _native_box(other, area) else 0.0
        mx, my = area.middle
        gap = ((mx - x) ** 2 + (my - y) ** 2) ** 0.5 - circle if circle else area.distance(Box(x, y, 0, 0))
        if gap < own - _ROUNDING:
            return other
    return None


def _in_a_sentence(page: PageRecord, control: Control) -> bool:
    """Whether a link stands in a line of text, whose height decides its own."""
    parent = page.observation.parents[control.n]
    return control.tag == "a" and any(t.n == parent and t.control < 0 for t in page.observation.texts)


def _has_larger_twin(control: Control, targets: dict[int, tuple[Control, Box]]) -> bool:
    """Whether a link that is large enough leads to the same address, which WCAG lets stand for the small one."""
    twins = (area for other, area in targets.values() if control.href and other.href == control.href)
    return any(not _is_small(area) for area in twins)


def _native_box(control: Control, box: Box) -> bool:
    """Whether the browser alone decided the size, which WCAG exempts."""
    return control.is_choice and control.tag == "input" and max(box.width, box.height) <= 13 + _ROUNDING


def _is_primary(page: PageRecord, control: Control) -> bool:
    lexicon = page.facts.lexicon
    concepts = (*_PRIMARY, "continue") if page.stage in CHECKOUT_STAGES else _PRIMARY
    if control.landmark == "footer":
        return False  # newsletters are ordered there, in many languages with the word for buying
    sends = control.tag == "button" or control.is_submit or control.role == "button"
    return sends and control.box.width > control.box.height and any(lexicon.has(c, *control.words, at_least=_LABEL) for c in concepts)


def _key(control: Control, box: Box) -> str:
    """Tell targets apart; the same one of every page's header, whose address differs from page to page, counts once."""
    words = control.label_text
    return f"{words} {box.width:.0f}×{box.height:.0f}" if words else selector_of(control)


def _called(control: Control) -> str:
    return (control.label_text or selector_of(control))[:60]


def _finding(page: PageRecord, control: Control, message: str) -> Finding:
    return Finding(message, selector_of(control), control.box, page.url, selector_of(control))
