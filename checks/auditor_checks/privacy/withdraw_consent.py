"""privacy-withdraw-consent."""

from urllib.parse import urldefrag

from auditor.api import (
    Confidence,
    Control,
    Effort,
    Finding,
    JourneyRecord,
    Law,
    Missing,
    Outcome,
    PageRecord,
    Recording,
    Severity,
    Source,
    Stage,
    failed,
    not_applicable,
    passed,
    say,
    shop_check,
    warned,
)
from auditor_checks.jurisdiction import market_of
from auditor_checks.page_links import footer_links
from auditor_checks.privacy.answered import pages_after, was_asked
from auditor_checks.privacy.consent_words import is_cookie_page, only_informs, reopens
from auditor_checks.wording import quoted

_ICON = say("An icon")  # what stands for its name where it has none


@shop_check(
    id="privacy-withdraw-consent",
    category="privacy",
    title="The cookie choice can be changed on every page",
    failure_title="The cookie choice cannot be changed any more",
    why="Withdrawing consent has to be as easy as giving it (indication, GDPR Art. 7(3)); a choice made in passing should not be for ever.",
    fix="Put a link “Cookie settings” into the footer of every page that opens the banner again.",
    severity=Severity.MINOR,
    effort=Effort.XS,
    site_pages=("privacy",),
    legal=True,
    laws=(Law("eu", "Regulation (EU) 2016/679 (GDPR), Article 7(3)"), Law("uk", "UK GDPR, Article 7(3)")),
    confidence=Confidence.MEDIUM,
    sources=(
        Source(
            "EU, GDPR (2016/679), Art. 7(3)",
            "https://eur-lex.europa.eu/eli/reg/2016/679/oj",
            "it shall be as easy to withdraw as to give consent (2016)",
        ),
        Source(
            "EDPB, Report of the cookie banner taskforce",
            "https://www.edpb.europa.eu/our-work-tools/our-documents/other/report-work-undertaken-cookie-banner-taskforce_en",
            "an icon or a link to withdraw consent is to be put in place (2023)",
        ),
    ),
    limits="Finds the link or icon by its name and its markup; whether it opens the banner is not tried.",
)
def withdraw_consent(recording: Recording) -> Outcome:
    """After the banner was answered, look on the pages that follow, and in the privacy policy, for a way back to it."""
    asked = [journey for journey in recording.journeys if was_asked(journey)]
    if not asked:
        if not any(True for journey in recording.journeys for _ in journey.pages):
            raise Missing(say("No page of the shop was reached"))
        return passed(say("There is no consent banner, so there is no choice to change."))
    market = market_of(recording.journeys)
    if not (market.eea or market.uk):
        return not_applicable(say("The shop seems to sell in {market}; the rule is of the EU and the UK.", market=market.name))
    if all(_had_no_choice(journey) for journey in asked):
        return not_applicable(say("The banner only informs and leaves no choice, so there is none to change."))
    pages = [page for journey in asked for page in pages_after(journey)]
    if not pages:
        raise Missing(say("No page was reached after the banner was answered"))
    label = next((label for page in pages if (label := _way_back(page))), "")
    if label:
        message = (
            say("An icon brings the cookie choice back.")
            if label == _ICON
            else say("“{label}” brings the cookie choice back.", label=label)
        )
        return passed(message, value=label if label == _ICON else quoted(label))
    policies = [journey.site_page("privacy") for journey in recording.journeys if journey.has_site_page("privacy")]
    if any(_way_back(page) for page in policies):
        message = say("The cookie choice can be changed only inside the privacy policy.")
        return warned(message, findings=[Finding(message, url=policies[0].url, key="way back")])
    unread = [c for page in pages for c in footer_links(page) if c.href and is_cookie_page(c) and not _is_read(c, policies)]
    if unread:
        message = say(
            "No link or icon says that it brings the cookie choice back; the page “{page}” may, but was not looked at.",
            page=unread[0].label_text[:60],
        )
        return warned(message, findings=[Finding(message, url=pages[0].url, key="way back")])
    message = say("No link or icon on the pages after the banner brings the cookie choice back.")
    return failed(say("Indication: {finding}", finding=message), findings=[Finding(message, url=pages[0].url, key="way back")])


def _had_no_choice(journey: JourneyRecord) -> bool:
    """Whether the banner was closed without an answer, or says that nothing needs consent."""
    if journey.consent.get("choice") == "none":
        return True
    return any(page.stage is Stage.HOME and only_informs(page) for page in journey.pages)


def _is_read(link: Control, policies: list[PageRecord]) -> bool:
    """Whether a link leads to a policy that was looked at."""
    return any(urldefrag(link.href)[0] == urldefrag(page.url)[0] for page in policies)


def _way_back(page: PageRecord) -> str:
    """Name the control that brings the settings back, "" if there is none."""
    return next((c.label_text[:60] or _ICON for c in _offered(page) if reopens(c)), "")


def _offered(page: PageRecord) -> list[Control]:
    """Return the buttons and links in sight, and those of the footer, which phones often fold."""
    return [c for c in page.observation.controls if (c.visible or c.landmark == "footer") and c.is_button]
