"""postpurchase-withdrawal-function."""

from collections.abc import Sequence

from auditor.api import (
    Confidence,
    Effort,
    Finding,
    Law,
    Missing,
    Outcome,
    PageRecord,
    Recording,
    Severity,
    Source,
    failed,
    language_name,
    not_applicable,
    not_measurable,
    passed,
    say,
    shop_check,
    warned,
)
from auditor_checks.jurisdiction import market_of
from auditor_checks.linked_pages import is_read_only
from auditor_checks.phrases import Phrases
from auditor_checks.postpurchase.offline import is_offline, sends_back_otherwise
from auditor_checks.postpurchase.on_paper import is_on_paper

_WORDS = Phrases("auditor_checks.postpurchase", "policy_facts.toml")
_SITE_PAGES = ("returns", "terms", "contact", "faq")
_LABEL = 80  # characters; a longer text is no name of a button


@shop_check(
    id="postpurchase-withdrawal-function",
    category="postpurchase",
    title="A contract can be withdrawn from online (EU)",
    failure_title="No button to withdraw from a contract online was found (EU)",
    why="Since 19 June 2026 shops that sell to consumers in the EU have to offer withdrawal by a function of their website.",
    fix="Put a link “Withdraw from contract here” into the footer. Behind it ask only for name, order and e-mail, confirm "
    "with “Confirm withdrawal”, and send a receipt.",
    severity=Severity.CRITICAL,
    effort=Effort.M,
    site_pages=_SITE_PAGES,
    legal=True,
    laws=(Law("eu", "Directive 2011/83/EU (Consumer Rights), Article 11a, by Directive (EU) 2023/2673"),),
    confidence=Confidence.LOW,
    sources=(
        Source(
            "EU, Directive 2023/2673, new Art. 11a of the Consumer Rights Directive",
            "https://eur-lex.europa.eu/eli/dir/2023/2673/oj",
            "withdrawal function, applies since 19 June 2026 (second hand)",
        ),
    ),
    limits="An indication for a lawyer. A failure only where the returns page takes paper or phone and nothing else, and no other page "
    "read here tells another way; elsewhere a warning, since the function may come up in the account or after an order only, and some "
    "goods are exempt. Where the link leads to the page on returns, terms, contact or help, that page has to ask for something; no other "
    "is opened.",
)
def withdrawal_function(recording: Recording) -> Outcome:
    """Look for a link or button whose name withdraws from a contract, on the pages reached and on returns, terms, contact, help."""
    if not market_of(recording.journeys).eea:
        return not_applicable(say("The shop does not seem to sell in the EU."))
    pages = [page for journey in recording.journeys for page in journey.pages]
    read = [j.site_page(name) for j in recording.journeys for name in _SITE_PAGES if j.has_site_page(name)]
    pages += read
    if not pages:
        raise Missing(say("No page of the shop was reached"))
    if not any(_WORDS.knows(page) for page in pages):
        return not_measurable(
            say(
                "The words for withdrawal are not known in the shop's language ({language}).",
                language=language_name(pages[0].facts.language),
            )
        )
    named = next(((page, label) for page in pages if (label := _button(page, read))), None)
    if named is not None:
        return passed(say("“{label}” leads there, on {page}.", label=named[1], page=named[0].place), value=True)
    returns = [j.site_page("returns") for j in recording.journeys if j.has_site_page("returns")]
    offline = bool(returns) and all(_WORDS.knows(page) and is_offline(page) for page in returns)
    if offline and not any(map(sends_back_otherwise, read)):
        message = say("Indication: the returns page takes a withdrawal on paper or by phone only, and nothing withdraws online.")
        return failed(message, findings=[Finding(message, url=returns[0].url, key="none")], value=False)
    message = say("Indication: no link or button to withdraw from a contract online was found without logging in.")
    return warned(message, findings=[Finding(message, url=pages[0].url, key="none")], value=False)


def _button(page: PageRecord, read: Sequence[PageRecord]) -> str:
    buttons = (c for c in page.observation.controls if c.is_button and 0 < len(c.label_text) <= _LABEL)
    named = (c for c in buttons if _WORDS.mentions("withdraw", c.label_text, page) and not is_on_paper(c.label_text, page))
    return next((c.label_text for c in named if not is_read_only(c.href, read)), "")
