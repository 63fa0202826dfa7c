"""navigation-lighthouse-seo."""

from auditor.api import (
    Confidence,
    Effort,
    JourneyRecord,
    LighthousePage,
    Outcome,
    Severity,
    Source,
    Stage,
    journey_check,
    say,
    together,
)
from auditor_checks.lighthouse_scores import judge_scores

_STAGES = (Stage.HOME, Stage.CATEGORY, Stage.PRODUCT)  # a cart and a checkout had better not be found


@journey_check(
    id="navigation-lighthouse-seo",
    category="navigation",
    title="Search engines can read home, category and product page",
    failure_title="Search engines cannot read pages well",
    why="Many shoppers come to a product by a search engine. A page that shuts it out, or has neither title nor description, is not found.",
    fix="Look at the audits that are named: allow the page to be indexed, give it a title and a description of its own, and make links "
    "real links. A shop under construction that shuts search engines out on purpose should open up before release.",
    severity=Severity.MAJOR,
    effort=Effort.S,
    confidence=Confidence.MEDIUM,
    stages=_STAGES,
    sources=(
        Source(
            "Chrome for Developers, Lighthouse SEO audits",
            "https://developer.chrome.com/docs/lighthouse/seo",
            "what a page needs so that search engines can read it (2025)",
        ),
        Source(
            "Google Search Central, SEO starter guide",
            "https://developers.google.com/search/docs/fundamentals/seo-starter-guide",
            "titles, descriptions, links that can be crawled (2025)",
        ),
    ),
    limits="Only where Lighthouse was asked for (--lighthouse). Looks at the technical side of single pages, not at what is written on "
    "them. Carts and checkouts are left out: they should not be found. The lowest page counts.",
)
def lighthouse_seo(journey: JourneyRecord) -> Outcome:
    """Take the lowest SEO score of the pages that shoppers find by a search engine."""
    return judge_scores(journey, "seo", _STAGES, _described)


_AUDITS = (
    "is-crawlable",
    "document-title",
    "meta-description",
    "http-status-code",
    "link-text",
    "crawlable-anchors",
    "canonical",
    "hreflang",
)


def _described(page: LighthousePage, score: int) -> str:
    failed = [name for name in _AUDITS if (audit := page.audits.get(name)) is not None and audit.score == 0]
    told = say("{score} of 100 points.", score=score)
    return together(told, say("Failed audits: {names}.", names=", ".join(failed)), between=" ") if failed else told
