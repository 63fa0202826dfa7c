"""accessibility-statement."""

import tomllib
from importlib.resources import files

from auditor.api import (
    Confidence,
    Effort,
    Finding,
    Law,
    Missing,
    Outcome,
    Recording,
    Severity,
    Source,
    listing,
    not_applicable,
    passed,
    say,
    shop_check,
    warned,
)
from auditor_checks.jurisdiction import market_of
from auditor_checks.linked_pages import is_unlinked, linked_page
from auditor_checks.page_links import names
from auditor_checks.page_text import told_lines

_STANDARDS = tomllib.loads((files("auditor_checks.accessibility") / "axe_rules.toml").read_text(encoding="utf-8"))["standards"]


@shop_check(
    id="accessibility-statement",
    category="accessibility",
    title="An accessibility statement with a contact is published (EU)",
    failure_title="No accessibility statement with a contact was found (EU)",
    why="Since 28 June 2025 shops in the EU have to tell how accessible they are and whom to turn to; the smallest are exempt.",
    fix="Publish a statement in the footer: which standard you follow (WCAG, EN 301 549), what does not work yet, whom to write to.",
    severity=Severity.MINOR,
    effort=Effort.S,
    site_pages=("accessibility",),
    legal=True,
    laws=(Law("eu", "Directive (EU) 2019/882 (European Accessibility Act), Article 13 and Annex V"),),
    confidence=Confidence.MEDIUM,
    sources=(
        Source(
            "EU, European Accessibility Act, Directive 2019/882",
            "https://eur-lex.europa.eu/eli/dir/2019/882/oj",
            "e-commerce since 28 June 2025; fewer than 10 staff and at most 2 million euro are exempt (second hand)",
        ),
    ),
    limits="An indication for a lawyer, never more than a warning: small businesses are exempt, and the statement may stand in the terms.",
)
def statement(recording: Recording) -> Outcome:
    """Open the linked statement; look for the name of a standard and a contact."""
    if not market_of(recording.journeys).eea:
        return not_applicable(say("The shop does not seem to sell in the EU."))
    try:
        page = linked_page(recording, "accessibility")
    except Missing as missing:
        if not is_unlinked(str(missing)):
            raise
        message = say("Indication: no page of the shop links to an accessibility statement.")
        return warned(message, findings=[Finding(message, key="none")], value=say("none"))
    text = " ".join(told_lines(page)).casefold()
    controls = page.observation.controls
    inside = [c for c in controls if c.landmark not in {"header", "footer", "nav"}]
    contact = "@" in text or any(c.raw_href.startswith(("mailto:", "tel:")) or names(page, "contact", c) for c in inside)
    parts = {say("a standard such as WCAG"): any(standard in text for standard in _STANDARDS), say("a contact"): contact}
    lacking = [name for name, there in parts.items() if not there]
    if not lacking:
        return passed(say("A statement names a standard and a contact."), value=say("full"))
    message = say("Indication: the accessibility statement lacks {lacking}.", lacking=listing(lacking))
    return warned(message, findings=[Finding(message, url=page.url, key=str(name)) for name in lacking], value=say("partly"))
