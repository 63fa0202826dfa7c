"""mobile-text-size."""

from collections import Counter
from math import ceil, floor

from auditor.api import (
    Effort,
    Finding,
    JourneyRecord,
    Missing,
    Outcome,
    PageRecord,
    Severity,
    Source,
    Text,
    failed,
    journey_check,
    not_measurable,
    passed,
    say,
    warned,
)

_READABLE, _SMALL, _TINY = 14, 13, 12  # CSS pixels
_GOOD, _POOR = 0.95, 0.85
_MOST = 0.5  # share that is nearly readable; less of it are notes beside the text
_LEAST_LETTERS = 500
_SHOWN_AT_ALL = 2  # CSS pixels; icons hide their names in smaller letters
_SMALL_PRINT = {"footer"}
_SHOWN = 6


@journey_check(
    id="mobile-text-size",
    category="mobile",
    title="Text can be read without zooming",
    failure_title="Much of the text is too small for a phone",
    why="Small letters on a small screen are skipped, and with them what should persuade.",
    fix="Set the text of the main part in at least 14 px, better 16 px (font-size: 1rem), and keep smaller sizes for small print.",
    severity=Severity.MINOR,
    effort=Effort.XS,
    devices="mobile",
    sources=(
        Source(
            "Google, Retail UX playbook",
            "https://de.slideshare.net/hmvrulz/google-secret-ux-retail-playbook",
            "legible font sizes (copy read in 2026)",
        ),
        Source(
            "Google Lighthouse, legible font sizes",
            "https://developer.chrome.com/docs/lighthouse/seo/font-size",
            "60 % of the text at 12 px or more (retired in 2024); 14 px for 95 % is this project's policy",
        ),
    ),
    limits="Counts letters in sight outside of the footer. It fails only where more than 15 % of them are below 13 px, or more than half "
    "below 14 px; the shares are this project's policy.",
)
def text_size(journey: JourneyRecord) -> Outcome:
    """Add up the letters of all pages reached by their size."""
    pages = list(journey.pages)
    if not pages:
        raise Missing(say("No page of the shop was reached on {device}", device=journey.device))
    sizes: Counter[float] = Counter()
    small: dict[str, tuple[PageRecord, Text]] = {}
    for page in pages:
        for text in _read(page):
            sizes[text.size] += len(text.text)
            if text.size < _READABLE:
                small.setdefault(text.text, (page, text))
    total = sizes.total()
    if total < _LEAST_LETTERS:
        return not_measurable(
            say("The pages reached show only {letters} letters; that says little about the size of the text.", letters=total)
        )
    readable = sum(count for size, count in sizes.items() if size >= _READABLE) / total
    larger = sum(count for size, count in sizes.items() if size >= _SMALL) / total
    legible = sum(count for size, count in sizes.items() if size >= _TINY) / total
    value, threshold = round(readable, 3), say("≥ 95 % at 14 px")
    if readable >= _GOOD:
        said = say(
            "{readable}% of the text is set in 14 px or larger, {legible}% in 12 px or larger.",
            readable=floor(100 * readable),
            legible=floor(100 * legible),
        )
        return passed(said, value=value, threshold=threshold)
    smallest = sorted(small.values(), key=lambda found: (found[1].size, -len(found[1].text)))[:_SHOWN]
    findings = [
        Finding(say("“{text}” is set in {size:g} px.", text=text.text[:60], size=text.size), box=text.box, url=page.url, key=text.text[:60])
        for page, text in smallest
    ]
    hard, tiny = ceil(100 * (1 - readable)), ceil(100 * (1 - legible))
    if legible < 1:
        message = say("{small}% of the text is smaller than 14 px, {tiny}% smaller than 12 px.", small=hard, tiny=tiny)
    else:
        message = say("{small}% of the text is smaller than 14 px.", small=hard)
    outcome = failed if larger < _POOR or readable < _MOST else warned
    return outcome(message, findings=findings, unlisted=len(small) - len(findings), value=value, threshold=threshold)


def _read(page: PageRecord) -> list[Text]:
    """The pieces of text on a page that are there to be read."""
    texts = page.observation.texts
    read = [t for t in texts if t.size >= _SHOWN_AT_ALL]
    return [t for t in read if not t.split and t.landmark not in _SMALL_PRINT and t.frame == 0 and any(c.isalpha() for c in t.text)]
