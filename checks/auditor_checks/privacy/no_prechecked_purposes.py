"""privacy-no-prechecked-purposes."""

from itertools import islice

from auditor.api import (
    Control,
    Effort,
    Finding,
    JourneyRecord,
    Law,
    Observation,
    Outcome,
    Severity,
    Source,
    Stage,
    failed,
    journey_check,
    not_applicable,
    passed,
    say,
    several,
    together,
    warned,
)
from auditor_checks.consent_layers import in_consent_layer
from auditor_checks.jurisdiction import market_of
from auditor_checks.privacy.answered import was_asked
from auditor_checks.privacy.consent_words import names_necessary, names_purpose
from auditor_checks.selectors import selector_of

_WHOLE = frozenset({"html", "body", "main"})
_PAGES = frozenset({"header", "footer", "main"})
_UP = 4  # elements around a box that may be the set it belongs to


@journey_check(
    id="privacy-no-prechecked-purposes",
    category="privacy",
    title="Purposes that need consent are switched off by default",
    failure_title="Purposes that need consent are switched on by default",
    why="A box that is ticked in advance is no consent in the EU and the UK (indication).",
    fix="Take the ticks away from statistics, marketing and the like; only what is strictly necessary may be on and fixed.",
    severity=Severity.MAJOR,
    effort=Effort.XS,
    stages=(Stage.HOME,),
    legal=True,
    laws=(Law("eu", "Regulation (EU) 2016/679 (GDPR), Article 4(11)"), Law("uk", "UK GDPR, Article 4(11)")),
    sources=(
        Source(
            "Court of Justice of the EU, C-673/17 Planet49",
            "https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=CELEX:62017CJ0673",
            "a pre-ticked checkbox is no valid consent (2019)",
        ),
        Source(
            "EDPB, Report of the cookie banner taskforce",
            "https://www.edpb.europa.eu/our-work-tools/our-documents/other/report-work-undertaken-cookie-banner-taskforce_en",
            "pre-ticked boxes do not lead to valid consent (2023)",
        ),
    ),
    limits="Reads the boxes that the banner brings with it on arrival, also those in a closed settings layer, and those of the settings "
    "where they had to be opened to refuse.",
)
def no_prechecked_purposes(journey: JourneyRecord) -> Outcome:
    """Look at the boxes of the consent banner as it greets the visitor, or else of its settings as they were opened."""
    page = journey.page(Stage.HOME)
    banner = next((o for o in page.facts.overlays if o.kind == "consent"), None)
    if banner is None and not was_asked(journey):
        return passed(say("There is no banner with boxes that could be ticked in advance."), value=0, unit="boxes", threshold="0")
    purposes = [c for c in page.observation.controls if c.is_choice and names_purpose(_label(page.observation, c))]
    boxes = [c for c in purposes if in_consent_layer(page, c) or _beside_necessary(page.observation, c)]
    opened = [p for p in journey.consent.get("purposes", ()) if names_purpose(p["label"])] if not boxes else []
    total = len(boxes) or len(opened)
    if not total:
        return not_applicable(say("The banner asks for all purposes at once, or fetches its settings only when they are opened."))
    ticked = [c for c in boxes if c.checked and not c.disabled]
    findings = [
        Finding(say("“{label}” is on by default.", label=label), selector_of(c), c.box if c.visible else None, page.url, label)
        for c in ticked
        if (label := _label(page.observation, c)[:60])
    ]
    findings += [
        Finding(say("“{label}” is on by default.", label=label), url=page.url, key=label)
        for p in opened
        if p["on"] and not p["fixed"] and (label := p["label"][:60])
    ]
    if not findings:
        return passed(
            several(total, "{n} purpose, not on by default.", "{n} purposes, none of them on by default."),
            value=0,
            unit="boxes",
            threshold="0",
        )
    on = several(len(findings), "{n} purpose of {total} on by default.", "{n} purposes of {total} on by default.", total=total)
    message = together(on, findings[0].message, between=" ")
    market = market_of([journey])
    if not (market.eea or market.uk):
        outside = say("The shop seems to sell in {market}, outside of EU and UK law.", market=market.name)
        return warned(together(message, outside, between=" "), findings=findings, value=len(findings), unit="boxes", threshold="0")
    return failed(say("Indication: {finding}", finding=message), findings=findings, value=len(findings), unit="boxes", threshold="0")


def _beside_necessary(observation: Observation, purpose: Control) -> bool:
    """Whether a box stands with one for what is necessary, which is on already: such a set is the settings, whatever markup calls it."""
    fixed = [c for c in observation.controls if c.is_choice and c.checked and names_necessary(_label(observation, c))]
    for node in islice(observation.ancestors(purpose.n), _UP):
        if observation.kinds[node].partition(".")[0] in _WHOLE or _holds_more(observation, node):
            return False
        if any(observation.contains(node, c.n) for c in fixed):
            return True
    return False


def _holds_more(observation: Observation, node: int) -> bool:
    """Whether a part of the page is more than settings: something is typed there, or it holds the page's header, footer or main part."""
    over = [*(r.n for r in observation.regions if r.kind == "dialog"), *(layer.n for layer in observation.layers)]
    regions = [r.n for r in observation.regions if r.kind in _PAGES and not any(n != r.n and observation.contains(n, r.n) for n in over)]
    typed = [c.n for c in observation.controls if c.is_field and not c.is_choice]
    return any(observation.contains(node, n) for n in (*regions, *typed))


def _label(observation: Observation, control: Control) -> str:
    label = observation.label_of(control)
    return control.label_text or (label.text if label else "") or control.beside
