"""accessibility-focus-visible."""

import re
from collections.abc import Mapping

from auditor.api import (
    Confidence,
    Effort,
    Finding,
    JourneyRecord,
    Message,
    Outcome,
    Severity,
    Source,
    Stage,
    failed,
    journey_check,
    not_measurable,
    passed,
    say,
    together,
    warned,
)
from auditor_checks.consent_layers import names_consent
from auditor_checks.reopened_pages import PROBE, reopened_pages

_FEWEST = 10  # stops that must have been judged
_GOOD, _POOR = 98, 90  # per cent
_SEVERAL = 3
_ICONS = re.compile("[\ue000-\uf8ff]")  # letters that stand for pictures


@journey_check(
    id="accessibility-focus-visible",
    category="accessibility",
    title="The keyboard's focus can be seen",
    failure_title="The keyboard's focus cannot be seen",
    why="Who moves with the Tab key must see where they are. Without a mark they press something else than they think, or give up.",
    fix="Never take the outline away without another mark: :focus-visible { outline: 3px solid; outline-offset: 2px }. Close or hide "
    "what is out of sight (visibility: hidden), and leave room below fixed bars (scroll-padding).",
    severity=Severity.MAJOR,
    effort=Effort.S,
    stages=(Stage.PRODUCT, Stage.CART, Stage.ADDRESS),
    devices="desktop",
    probes=(PROBE,),
    confidence=Confidence.MEDIUM,
    sources=(
        Source("W3C, WCAG 2.2, success criterion 2.4.7 Focus Visible", "https://www.w3.org/TR/WCAG22/#focus-visible", "level AA (2023)"),
        Source(
            "W3C, WCAG 2.2, success criterion 2.4.11 Focus Not Obscured (Minimum)",
            "https://www.w3.org/TR/WCAG22/#focus-not-obscured-minimum",
            "level AA (2023); the shares of 98 and 90 % are this project's policy",
        ),
    ),
    limits="Some twenty stops of each page, from its top and from where buying begins. Any change of looks counts as a mark, "
    "however faint; the caret in a text field is one. Stops inside embedded frames are not seen, and what lies below a banner about "
    "cookies, which shoppers answer first, is left out.",
)
def focus_visible(journey: JourneyRecord) -> Outcome:
    """Press Tab through product, cart and address form, and compare each stop with and without the focus."""
    pages = reopened_pages(journey)
    hidden = [(page, stop) for page in pages for stop in page["keyboard"]["unseen"]]
    counted = [(page, stop) for page, stop in hidden if stop["why"] != "covered" or not names_consent(stop["by"])]
    stops = sum(page["keyboard"]["stops"] for page in pages) - len(hidden) + len(counted)
    if stops < _FEWEST:
        return not_measurable(say("The Tab key came to {stops} places only, too few to judge.", stops=stops))
    unseen = {(stop["selector"], stop["words"]): (page, stop) for page, stop in counted}
    count = len(counted)
    share = round(100 * (stops - count) / stops)
    findings = [Finding(_told(stop), stop["selector"], url=page["url"], key=stop["selector"]) for page, stop in unseen.values()]
    if not count:
        return passed(
            say("At all {stops} places the Tab key came to, the focus can be seen.", stops=stops),
            value=100,
            unit="%",
            threshold=f"≥ {_GOOD} %",
        )
    if share >= _GOOD:
        said = say(
            "At {seen} of {stops} places the Tab key came to, the focus can be seen. Only {exception}",
            seen=stops - count,
            stops=stops,
            exception=findings[0].message,
        )
        return passed(said, value=share, unit="%", threshold=f"≥ {_GOOD} %")
    example = findings[0].message if count == 1 else say("For example, {example}", example=findings[0].message)
    lost = say("At {count} of {stops} places the Tab key came to, it cannot be seen where the focus is.", count=count, stops=stops)
    message = together(lost, example, between=" ")
    outcome = failed if share < _POOR and len(unseen) >= _SEVERAL else warned
    return outcome(message, findings=findings, value=share, unit="%", threshold=f"≥ {_GOOD} %")


def _told(stop: Mapping[str, str]) -> Message:
    """Say why nothing shows that the focus is at a stop."""
    control = _ICONS.sub("", stop["words"]).strip() or stop["selector"]
    return {
        "unchanged": say("“{control}” looks the same with and without the focus.", control=control),
        "out of sight": say("“{control}” gets the focus while it cannot be seen.", control=control),
        "covered": say("“{control}” gets the focus while something lies over all of it.", control=control),
    }[stop["why"]]
