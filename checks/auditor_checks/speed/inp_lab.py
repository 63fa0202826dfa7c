"""speed-inp-lab."""

from auditor.api import (
    Confidence,
    Effort,
    Finding,
    JourneyRecord,
    Missing,
    Outcome,
    Severity,
    Source,
    journey_check,
    measured,
    not_applicable,
    say,
    together,
    warned,
)

_GOOD, _POOR = 200.0, 500.0  # milliseconds


@journey_check(
    id="speed-inp-lab",
    category="speed",
    title="Clicks and taps are answered without lag",
    failure_title="Clicks and taps are answered late",
    why="A button that does nothing for half a second is pressed again, or taken for broken.",
    fix="Find out which script works while the named element is pressed, split it up, and show that the press was noticed before "
    "the work begins.",
    severity=Severity.MAJOR,
    effort=Effort.M,
    needs=("timings",),
    confidence=Confidence.MEDIUM,
    sources=(
        Source(
            "Google, web.dev, Interaction to Next Paint",
            "https://web.dev/articles/inp",
            "good up to 200 ms, poor above 500 ms (2024)",
        ),
    ),
    limits="Fails only where two presses are that slow. Few presses and entries, on this machine's processor: lab values, not "
    "those of real visitors. What leads to another page at once is not measured.",
)
def inp_lab(journey: JourneyRecord) -> Outcome:
    """Read the slowest answer to a press or an entry on each page (Interaction to Next Paint)."""
    pages = list(journey.pages)
    if not pages:
        raise Missing(say("No page of the shop was reached on {device}", device=journey.device))
    found = [(page.timings.vitals["INP"], page) for page in pages if "INP" in page.timings.vitals]
    if not found:
        return not_applicable(say("Each press on the way led to another page at once; there was no answer to time."))
    found.sort(key=lambda pair: -pair[0].value)
    slowest, page = found[0]
    message = say(
        "The slowest press or entry was answered after {milliseconds:.0f} ms, on the {place} page (lab value).",
        milliseconds=slowest.value,
        place=page.place,
    )
    late = Finding(
        say("Answered after {milliseconds:.0f} ms.", milliseconds=slowest.value),
        slowest.element,
        url=page.url,
        key=slowest.element or "INP",
    )
    again = any(vital.value > _POOR for vital, _ in found if (vital.value, vital.element) != (slowest.value, slowest.element))
    if slowest.value > _POOR and not again:
        said = together(message, say("It was the only one so slow, so the machine may have been busy."), between=" ")
        return warned(said, findings=[late], value=slowest.value, unit="ms", threshold=say("≤ {good:g} ms", good=_GOOD))
    return measured(message, value=slowest.value, good=_GOOD, poor=_POOR, unit="ms", findings=[late] if slowest.value > _GOOD else ())
