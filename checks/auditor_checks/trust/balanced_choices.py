"""trust-balanced-choices."""

from collections.abc import Sequence

from auditor.api import (
    Control,
    Effort,
    Finding,
    JourneyRecord,
    Outcome,
    PageRecord,
    Severity,
    Source,
    Stage,
    failed,
    journey_check,
    not_applicable,
    passed,
    say,
    warned,
)
from auditor_checks.colours import contrast
from auditor_checks.consent_buttons import best_button
from auditor_checks.privacy.consent_words import only_informs
from auditor_checks.selectors import selector_of

_READABLE, _FAINT = 4.5, 3.0  # contrast ratios
_MOST = 1.5  # times the area
_LETTER = 0.5  # times the size of the letters: about how wide one is
_ROOM = 16.0  # pixels that a button has more than a link, beside its words
_ALIKE = 1.15  # times the height, and the width that the words ask for


@journey_check(
    id="trust-balanced-choices",
    category="trust",
    title="Yes and no look alike",
    failure_title="No is made hard to see beside yes",
    why="A refusal that can hardly be read is a trick, and authorities count it among the manipulative designs.",
    fix="Give both buttons of the banner the same size, and the refusal a contrast of at least 4.5 to 1 to its background.",
    severity=Severity.MINOR,
    effort=Effort.XS,
    stages=(Stage.HOME,),
    sources=(
        Source(
            "European Commission, sweep on manipulative online practices",
            "https://ec.europa.eu/commission/presscorner/detail/en/ip_23_418",
            "54 of 399 shops steered consumers by design or language (2023)",
        ),
        Source("W3C, WCAG 2.2, 1.4.3", "https://www.w3.org/TR/WCAG22/", "contrast of text of at least 4.5 to 1 (2023)"),
    ),
    limits="Looks at the consent banner on arrival. Contrast is judged where the button has a background of its own. A refusal drawn as a "
    "link beside a button only warns. A banner without a refusal fails where the only other way is such a link, to the settings; else "
    "another check judges it.",
)
def balanced_choices(journey: JourneyRecord) -> Outcome:
    """Compare size and contrast of the banner's buttons to accept and to refuse."""
    page = journey.page(Stage.HOME)
    banner = next((o for o in page.facts.overlays if o.kind == "consent"), None)
    if banner is None and journey.consent.get("seen"):
        return not_applicable(say("The banner appears late and was not there when the page was looked at."))
    if banner is None:
        return passed(say("No banner asks to choose on arrival."))
    lexicon = page.facts.lexicon
    buttons = [c for c in banner.controls if c.is_button]
    accept = best_button(buttons, lexicon, "consent_accept")
    refuse = best_button([c for c in buttons if c is not accept], lexicon, "consent_reject")
    if accept is not None and refuse is None and (link := _link_to_settings(page, buttons, accept)) is not None:
        message = say(
            "Beside the button “{acceptance}” stands only the link “{settings}”.", acceptance=accept.label_text, settings=link.label_text
        )
        finding = Finding(message, selector_of(link), link.box, page.url, "settings")
        return failed(message, findings=[finding], value=say("a link only"))
    if accept is None or refuse is None:
        return not_applicable(say("The banner does not offer both to accept and to refuse on its first layer."))
    faint, other = contrast(refuse.color, refuse.background), contrast(accept.color, accept.background)
    finding = Finding(
        say("“{refusal}” beside “{acceptance}”.", refusal=refuse.label_text, acceptance=accept.label_text),
        selector_of(refuse),
        refuse.box,
        page.url,
        "refusal",
    )
    if faint is not None and other is not None and faint < _FAINT and other >= _READABLE:
        message = say(
            "“{refusal}” has a contrast of {faint:.1f} to 1, “{acceptance}” of {strong:.1f} to 1.",
            refusal=refuse.label_text,
            faint=faint,
            acceptance=accept.label_text,
            strong=other,
        )
        return failed(message, findings=[finding], value=round(faint, 1), unit="to 1", threshold=say("≥ {least}", least=_READABLE))
    ratio = accept.box.area / refuse.box.area if refuse.box.area else 0.0
    if _is_link_beside(refuse, accept):
        message = say(
            "“{refusal}” is drawn as a link beside the button “{acceptance}”.", refusal=refuse.label_text, acceptance=accept.label_text
        )
        return warned(message, findings=[finding], value=say("a link only"))
    if ratio > _MOST and accept.background and refuse.background and not _grown_by_words(accept, refuse):
        message = say(
            "“{acceptance}” is {ratio:.1f} times as large as “{refusal}”.",
            acceptance=accept.label_text,
            ratio=ratio,
            refusal=refuse.label_text,
        )
        return warned(message, findings=[finding], value=round(ratio, 1), unit="times", threshold=say("≤ {most}", most=_MOST))
    return passed(say("“{acceptance}” and “{refusal}” can be seen alike.", acceptance=accept.label_text, refusal=refuse.label_text))


def _link_to_settings(page: PageRecord, buttons: Sequence[Control], accept: Control) -> Control | None:
    """The link that leads to the settings where there is nothing else to press: what is called otherwise may refuse in other words."""
    if only_informs(page):
        return None
    lexicon = page.facts.lexicon
    settings = best_button([c for c in buttons if c is not accept], lexicon, "consent_settings")
    if settings is None or not _is_link_beside(settings, accept):
        return None
    # A link to the policy chooses nothing, nor does the banner itself where it takes the focus.
    chosen = (c for c in buttons if c.n not in {accept.n, settings.n} and not c.raw_href and c.tag in {"button", "a", "input"})
    return None if any(True for _ in chosen) else settings


def _is_link_beside(other: Control, accept: Control) -> bool:
    """Whether a control has neither a background nor the room around its words that a button has, as the one beside it does."""
    if other.background or not accept.background or not other.box.area:
        return False
    larger = accept.box.area > _MOST * other.box.area
    return larger and not _grown_by_words(accept, other) and _room(accept) - _room(other) > _ROOM


def _room(control: Control) -> float:
    """About how much of a control's width its words do not fill, in pixels."""
    return control.box.width - _LETTER * control.size * len(control.label_text)


def _grown_by_words(accept: Control, refuse: Control) -> bool:
    """Whether both are drawn alike and one is wider only because more stands on it."""
    longer = len(accept.label_text) / max(len(refuse.label_text), 1)
    return accept.box.height <= _ALIKE * refuse.box.height and accept.box.width <= _ALIKE * max(longer, 1.0) * refuse.box.width
