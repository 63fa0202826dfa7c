"""relationship-newsletter."""

from collections.abc import Iterator, Sequence

from auditor.api import (
    Confidence,
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
    info,
    journey_check,
    listing,
    passed,
    say,
    warned,
)
from auditor_checks.consent_layers import in_consent_layer
from auditor_checks.page_links import names
from auditor_checks.selectors import selector_of

_ENOUGH = 3
_LONGEST = 700  # characters of the part of the page that belongs to the form
_FACTS = {"benefit": say("what it brings"), "frequency": say("how often it comes"), "unsubscribe": say("how to end it")}
_PARCEL = ("tracking", "delivery_info", "delivery_time")
_PROMISES = ("newsletter", "benefit")
_BARRIERS = ("body", "main", "html")


@journey_check(
    id="relationship-newsletter",
    category="relationship",
    title="The newsletter sign-up is clear and voluntary",
    failure_title="The newsletter sign-up is unclear or not voluntary",
    why="A box ticked in advance is no consent, and a form that promises nothing is not filled in.",
    fix="Say beside the e-mail field what the newsletter brings and how often it comes, link the privacy "
    "policy, say that it can be ended at any time, and leave the box for the shopper to tick.",
    severity=Severity.MINOR,
    effort=Effort.XS,
    stages=(Stage.HOME,),
    devices="desktop",
    confidence=Confidence.MEDIUM,
    sources=(
        Source(
            "EDPB, Report of the cookie banner taskforce",
            "https://www.edpb.europa.eu/our-work-tools/our-documents/other/report-work-undertaken-cookie-banner-taskforce_en",
            "boxes ticked in advance are no consent (2023)",
        ),
        Source(
            "Google, Retail UX playbook",
            "https://de.slideshare.net/hmvrulz/google-secret-ux-retail-playbook",
            "say what a sign-up brings (copy read in 2026)",
        ),
    ),
    limits="The form on the home page. Boxes of the checkout, pop-ups and consent banners are judged elsewhere.",
)
def newsletter(journey: JourneyRecord) -> Outcome:
    """Read the words around the newsletter field, and whether a box for advertising is ticked in advance."""
    home = journey.page(Stage.HOME)
    ticked = [box for box in _boxes(home) if _is_on(box)]
    if ticked:
        findings = [
            Finding(say("“{label}” is ticked in advance.", label=b.label_text[:80]), selector_of(b), b.box, home.url, "ticked")
            for b in ticked
        ]
        return failed(findings[0].message, findings=findings, value=len(ticked), unit="boxes", threshold="0")
    field = _field(home)
    if field is None:
        return info(say("The home page offers no newsletter, and nothing is ticked in advance."))
    missing = _missing_facts(home, field)
    count = len(_FACTS) + 1 - len(missing)
    findings = [
        Finding(say("The form does not say {fact}.", fact=fact), selector_of(field), field.box, home.url, str(fact)) for fact in missing
    ]
    if count >= _ENOUGH:
        message = say("The newsletter form tells {count} of 4 facts, and nothing is ticked in advance.", count=count)
        return passed(message, value=count, unit="of 4", threshold=f"≥ {_ENOUGH}")
    message = say("The newsletter form does not say {facts}.", facts=listing(missing, "or"))
    return warned(message, findings=findings, value=count, unit="of 4", threshold=f"≥ {_ENOUGH}")


def _field(page: PageRecord) -> Control | None:
    """The home page's field for an e-mail address, unless it belongs to a login or a consent layer."""
    logins = {f.control.form for f in page.facts.fields if f.kind == "password"}
    emails = (f.control for f in page.facts.fields if f.kind == "email")
    return next((c for c in emails if (c.form < 0 or c.form not in logins) and not in_consent_layer(page, c)), None)


def _missing_facts(page: PageRecord, field: Control) -> list[Message]:
    around = _part_around(page, field)
    controls, texts = page.observation.within(around)
    lexicon = page.facts.lexicon
    missing = [title for concept, title in _FACTS.items() if not any(lexicon.mentions(concept, t.text) for t in texts)]
    if not any(c.href and names(page, "privacy", c) for c in controls):
        missing.append(say("where the privacy policy is"))
    return missing


def _part_around(page: PageRecord, field: Control) -> int:
    """The largest part of the page around the field that holds no more than a sign-up's worth of words."""
    observation = page.observation
    best = field.n
    for n in observation.ancestors(field.n):
        kind = observation.kinds[n].partition(".")[0]
        if kind in _BARRIERS or len(observation.text_of(n, _LONGEST + 1)) > _LONGEST:
            break
        best = n
    return best


def _boxes(page: PageRecord) -> Iterator[Control]:
    """The check boxes in sight that ask for advertising: by their words, or in the form of the newsletter's field.

    Purposes of a consent layer ("Marketing") ask for something else; another check judges them.
    """
    field = _field(page)
    for control in page.observation.controls:
        if control.type != "checkbox" or control.disabled:
            continue
        label = page.observation.label_of(control)
        shown = control.visible or (label is not None and label.visible)
        if not shown or in_consent_layer(page, control):
            continue
        words = (*control.words, label.text if label else "")
        with_field = field is not None and field.form >= 0 and control.form == field.form
        if with_field or _advertises(page, words):
            yield control


def _advertises(page: PageRecord, words: Sequence[str]) -> bool:
    """Whether a box asks to be sent advertising, and not just news of the parcel."""
    lexicon = page.facts.lexicon
    asks = lexicon.has("marketing_box", *words) or lexicon.has("newsletter", *words)
    parcel = any(lexicon.mentions(concept, word) for concept in _PARCEL for word in words)
    return asks and not (parcel and not any(lexicon.mentions(concept, word) for concept in _PROMISES for word in words))


def _is_on(control: Control) -> bool:
    return control.checked or control.default_checked
