"""privacy-reject-first-layer."""

from auditor.api import (
    Control,
    Effort,
    Finding,
    JourneyRecord,
    Law,
    Lexicon,
    Outcome,
    Severity,
    Source,
    Stage,
    failed,
    journey_check,
    listing,
    not_applicable,
    not_measurable,
    passed,
    say,
    warned,
)
from auditor_checks.consent_buttons import best_button
from auditor_checks.jurisdiction import market_of
from auditor_checks.privacy.consent_words import only_informs
from auditor_checks.privacy.trackers import traces_of
from auditor_checks.selectors import selector_of
from auditor_checks.wording import quoted

_LEAST_SHARE = 0.5  # of the accept button's area
_LEAST_HEIGHT = 24  # CSS pixels


@journey_check(
    id="privacy-reject-first-layer",
    category="privacy",
    title="Refusing cookies is as easy as accepting them",
    failure_title="Refusing cookies is harder than accepting them",
    why="Most authorities in the EU see a banner without a refusal on its first layer as a breach "
    "(indication), and shoppers see through it.",
    fix="Put a button to refuse beside the button to accept, on the first layer, of the same size and strength.",
    severity=Severity.MAJOR,
    effort=Effort.XS,
    stages=(Stage.HOME,),
    needs=("network", "cookies", "html"),
    legal=True,
    laws=(
        Law("eu", "Directive 2002/58/EC (ePrivacy), Article 5(3), with GDPR, Article 7"),
        Law("uk", "Privacy and Electronic Communications Regulations 2003, regulation 6"),
    ),
    sources=(
        Source(
            "EDPB, Report of the cookie banner taskforce",
            "https://www.edpb.europa.eu/our-work-tools/our-documents/other/report-work-undertaken-cookie-banner-taskforce_en",
            "for the vast majority of authorities, accepting without refusing on one layer is a breach, 2023",
        ),
        Source(
            "DuckDuckGo, autoconsent",
            "https://github.com/duckduckgo/autoconsent",
            "labels of refusing buttons in many languages (2026)",
        ),
    ),
    limits="Judges the banner by its labels, sizes and backgrounds. Banners that ask to pay or agree are not told apart.",
)
def reject_first_layer(journey: JourneyRecord) -> Outcome:
    """Look in the banner that greets the visitor on the home page for buttons that refuse and accept."""
    page = journey.page(Stage.HOME)
    banner = next((o for o in page.facts.overlays if o.kind == "consent"), None)
    seen = journey.consent
    if banner is None and not seen.get("seen"):
        if traces_of(page):
            return not_applicable(say("There is no banner. That trackers run without one is judged by another check."))
        return passed(say("There is no banner, and no known tracker that would need one."), value=0, unit="extra clicks")
    market = market_of([journey])
    if not (market.eea or market.uk):
        return not_applicable(say("The shop seems to sell in {market}; the rule is of the EU and the UK.", market=market.name))
    if banner is None:
        return _by_journey(bool(seen.get("first_layer_reject")), str(seen.get("choice", "")), page.url)
    if only_informs(page) and not traces_of(page):
        return not_applicable(
            say("The banner says that only necessary cookies are set, and no tracker was seen: there is nothing to refuse.")
        )
    lexicon = page.facts.lexicon
    buttons = [c for c in banner.controls if c.is_button]
    accept = best_button(buttons, lexicon, "consent_accept")
    refuse = best_button([c for c in buttons if c is not accept], lexicon, "consent_reject")
    if refuse is None:
        settings = best_button([c for c in buttons if c is not accept], lexicon, "consent_settings")
        unclear = [c for c in buttons if c not in (accept, settings) and _may_refuse(c, lexicon)]
        return _without_refusal(accept, settings, unclear, str(seen.get("choice", "")), page.url)
    if accept is not None and _is_weaker(refuse, accept):
        message = say(
            "“{refusal}” is there, but smaller or paler than “{acceptance}”.",
            refusal=refuse.label_text,
            acceptance=accept.label_text,
        )
        return warned(message, findings=[_finding(refuse, message, page.url)], value=0, unit="extra clicks", threshold="0")
    message = say("The banner offers “{refusal}” on its first layer.", refusal=refuse.label_text)
    return passed(message, value=0, unit="extra clicks", threshold="0")


def _without_refusal(accept: Control | None, settings: Control | None, unclear: list[Control], choice: str, url: str) -> Outcome:
    anchor = settings or accept
    if unclear:
        labels = listing(map(quoted, dict.fromkeys(c.label_text[:40] for c in unclear[:3])))
        message = say("No button of the banner clearly refuses; whether {labels} does, its words do not tell.", labels=labels)
        return warned(message, findings=[_finding(unclear[0], message, url)], threshold="0")
    if settings is not None and choice.startswith("rejected"):
        message = say(
            "The first layer has no button to refuse: that takes the way through “{settings}”, accepting one press.",
            settings=settings.label_text,
        )
        return failed(
            say("Indication: {finding}", finding=message),
            findings=[_finding(settings, message, url)],
            value=1,
            unit="extra clicks",
            threshold="0",
        )
    message = (
        say("The banner has no button to refuse on its first layer.")
        if accept is None
        else say(
            "The banner can be accepted (“{acceptance}”), but offers no way to refuse on its first layer.",
            acceptance=accept.label_text[:40],
        )
    )
    findings = [_finding(anchor, message, url)] if anchor else [Finding(message, url=url)]
    return failed(say("Indication: {finding}", finding=message), findings=findings, threshold="0")


def _may_refuse(control: Control, lexicon: Lexicon) -> bool:
    """Whether a button does something unnamed to the banner, such as closing it, and does not lead away or to the settings."""
    stays = not control.raw_href or control.raw_href.startswith(("#", "javascript:"))
    return stays and bool(control.label_text) and not any(lexicon.has(c, *control.words) for c in ("privacy", "consent_settings"))


def _by_journey(refused: bool, choice: str, url: str) -> Outcome:
    """Judge a banner that appeared only after the page was recorded by what the journey met."""
    if refused:
        return passed(say("The banner, which appears late, offers a refusal on its first layer."), value=0, unit="extra clicks")
    if choice != "rejected in settings":
        return not_measurable(say("The banner appears late, so its buttons were not recorded, and none was known as a refusal."))
    message = say("The banner, which appears late, has no button to refuse on its first layer: that takes the way through its settings.")
    return failed(say("Indication: {finding}", finding=message), findings=[Finding(message, url=url)], threshold="0")


def _is_weaker(refuse: Control, accept: Control) -> bool:
    """Whether the refusal is a mere link beside a button: no background where the other has one, small."""
    bare = bool(accept.background) and not refuse.background
    small = refuse.box.area < _LEAST_SHARE * accept.box.area or refuse.box.height < _LEAST_HEIGHT
    return refuse.faded or (bare and (small or refuse.tag == "a"))


def _finding(control: Control, message: str, url: str) -> Finding:
    return Finding(message, selector_of(control), control.box, url, "no refusal")
