"""security-card-fields-isolated."""

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
    passed,
    say,
    several,
    together,
    warned,
)
from auditor_checks.hosts import host_of
from auditor_checks.security.scripts import foreign_scripts
from auditor_checks.selectors import selector_of

_MANY = 8  # scripts of others on a page that takes card numbers itself; project policy
_CARD = {"card_number", "card_expiry", "card_code", "card_name"}


@journey_check(
    id="security-card-fields-isolated",
    category="security",
    title="Card numbers are typed at the payment provider, not in the shop",
    failure_title="Card numbers are typed into the shop itself",
    why="A card number typed into the shop's own page can be read by every script there, and brings the full set of card-industry rules.",
    fix="Use the payment provider's embedded fields (an iframe) or its own payment page instead of fields of your own.",
    severity=Severity.MAJOR,
    effort=Effort.L,
    stages=(Stage.PAYMENT,),
    needs=("html",),
    sources=(
        Source(
            "PCI Security Standards Council, Self-Assessment Questionnaire A",
            "https://www.pcisecuritystandards.org/document_library/",
            "all payment page elements come from the provider (PCI DSS 4.0.1, 2025)",
        ),
    ),
    limits="Fields that are made or fetched only after choosing a card are not seen. Large shops may take card numbers themselves "
    "by right, so it is a failure only together with many other companies' scripts.",
)
def card_fields_isolated(journey: JourneyRecord) -> Outcome:
    """Look whose document the card number field of the payment page belongs to."""
    page = journey.page(Stage.PAYMENT)
    own = _own_number_field(page) or _folded_number_field(page)
    if own is None:
        message = say("The shop's own page showed no field for a card number at the payment choice.")
        return passed(message, value=0, unit="own card fields", threshold="0")
    scripts = foreign_scripts(page)
    message = say("The card number is typed into the shop's own page.")
    finding = Finding(message, selector_of(own), own.box, page.url, "card number")
    if len(scripts) > _MANY:
        return failed(
            several(
                len(scripts),
                "The card number is typed into the shop's own page, where {n} script of other companies can read it.",
                "The card number is typed into the shop's own page, where {n} scripts of other companies can read it.",
            ),
            findings=[finding],
            value=1,
            unit="own card fields",
            threshold="0",
        )
    return warned(
        together(message, say("The card industry's full rules apply to it."), between=" "),
        findings=[finding],
        value=1,
        unit="own card fields",
        threshold="0",
    )


def _own_number_field(page: PageRecord) -> Control | None:
    """Return the card number field that stands beside another card field in a document of the shop's own host."""
    fields = [f for f in page.facts.checkout.card_fields if f.kind in _CARD]
    frames = [f.control.frame for f in fields]
    host = host_of(page.url)
    for field in fields:
        frame = field.control.frame
        if field.kind == "card_number" and frames.count(frame) > 1 and host_of(_address(page, frame)) == host:
            return field.control
    return None


def _folded_number_field(page: PageRecord) -> Control | None:
    """Return the card number field that the shop's own document holds ready until a card is chosen.

    Fields that catch what the browser fills in, for a provider's frame, have no label or cannot be reached with the keyboard.
    """
    folded = (c for c in page.observation.controls if c.is_text_field and not c.visible and c.label_text)
    asked = (c for c in folded if "cc-number" in c.attrs.get("autocomplete", "").split() and c.frame == 0)
    catching = {str(field.get("name")) for field in page.soup.select("input[tabindex='-1'], [aria-hidden='true'] input")}
    return next((c for c in asked if c.attrs.get("name") not in catching), None)


def _address(page: PageRecord, frame: int) -> str:
    return str(page.observation.raw["frames"][frame]["url"])
