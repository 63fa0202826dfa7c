"""trust-no-confirmshaming."""

import re
import tomllib
from collections.abc import Iterator
from importlib.resources import files

from auditor.api import (
    QUESTION_MARKS,
    Effort,
    Finding,
    JourneyRecord,
    Missing,
    Outcome,
    PageRecord,
    Recording,
    Severity,
    Source,
    failed,
    passed,
    say,
    several,
    shop_check,
)
from auditor_checks.selectors import selector_of

_DATA = tomllib.loads((files("auditor_checks.trust") / "confirmshaming.toml").read_text(encoding="utf-8"))
_SHAMING = re.compile("|".join(_DATA["shaming"]))
_REFUSED = re.compile(rf"^\W*(?:{_DATA['refusals']})\b.*?(?:{'|'.join(_DATA['refused'])})")
_PROBE = "linger"
_LONGEST = 100  # characters of a label


@shop_check(
    id="trust-no-confirmshaming",
    category="trust",
    title="Refusing is worded neutrally",
    failure_title="Refusing is worded so that shoppers feel ashamed",
    why="“No, I don't like saving money” makes people press yes for a moment and think worse of the shop for longer.",
    fix="Call the refusal what it is: “No thanks”.",
    severity=Severity.MINOR,
    effort=Effort.XS,
    probes=(_PROBE,),
    sources=(
        Source(
            "Mathur et al., Dark Patterns at Scale",
            "https://arxiv.org/abs/1907.07032",
            "confirmshaming 169 times on 164 of about 11,000 shopping sites (2019)",
        ),
    ),
    limits="Knows typical sentences of thirteen languages; of pop-ups, those within twelve seconds on the home page, on desktop.",
)
def no_confirmshaming(recording: Recording) -> Outcome:
    """Look for such sentences on the buttons and links of all pages."""
    pages = [page for journey in recording.journeys for page in journey.pages]
    if not pages:
        raise Missing(say("No page of the shop was reached"))
    layers = [finding for journey in recording.journeys for finding in _in_layers(journey)]
    findings = list({f.key: f for f in [*(f for page in pages for f in _shaming(page)), *layers]}.values())
    if findings:
        message = several(
            len(findings),
            "{n} refusal puts shoppers to shame: {example}",
            "{n} refusals put shoppers to shame: {example}",
            example=findings[0].message,
        )
        return failed(message, findings=findings, value=len(findings), unit="buttons", threshold="0")
    return passed(say("No button puts shoppers to shame."), value=0, unit="buttons", threshold="0")


def _shaming(page: PageRecord) -> Iterator[Finding]:
    for control in page.observation.visible:
        label = control.label_text
        if control.is_button and _is_shaming(label):
            yield Finding(say("“{label}”.", label=label), selector_of(control), control.box, page.url, label.casefold())


def _in_layers(journey: JourneyRecord) -> Iterator[Finding]:
    """Such labels in windows that came up while a visitor stayed on the home page."""
    try:
        found = journey.probe(_PROBE)
    except Missing:
        return  # on phones, or without probes
    for label in (label for layer in found["layers"] for label in layer["labels"] if _is_shaming(label)):
        yield Finding(say("“{label}”.", label=label), url=found["url"], key=label.casefold())


def _is_shaming(label: str) -> bool:
    if len(label) > _LONGEST or label.endswith(QUESTION_MARKS):
        return False
    told = label.casefold().replace("’", "'")
    return _SHAMING.search(told) is not None or _REFUSED.search(told) is not None
