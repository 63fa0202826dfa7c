"""trust-about-page."""

from auditor.api import (
    Effort,
    Finding,
    Missing,
    Outcome,
    Recording,
    Severity,
    Source,
    failed,
    not_measurable,
    passed,
    say,
    shop_check,
    warned,
)
from auditor_checks.linked_pages import is_gone, is_unlinked, length_of, linked_page, own_text
from auditor_checks.wording import counted, ended

_LEAST_WORDS = 100  # project policy


@shop_check(
    id="trust-about-page",
    category="trust",
    title="The shop tells its story",
    failure_title="The shop tells nothing about itself",
    why="Who does not know a shop looks for the people behind it before paying.",
    fix="Write a page “About us” with who you are, where you are, since when, and a real photo, and link it in the footer.",
    severity=Severity.MINOR,
    effort=Effort.S,
    site_pages=("about",),
    sources=(
        Source(
            "Nielsen Norman Group, Trustworthiness in web design",
            "https://www.nngroup.com/articles/trustworthy-design/",
            "up-front disclosure and signs of a real-world presence (2016)",
        ),
    ),
    limits="Finds the page by the name of its link or by what it says, and counts words; that 100 words are enough is our own measure.",
)
def about_page(recording: Recording) -> Outcome:
    """Open the linked page about the shop; count its words."""
    threshold = say("≥ {count} words", count=_LEAST_WORDS)
    try:
        page = linked_page(recording, "about")
    except Missing as missing:
        reason: str = missing.args[0]
        if is_unlinked(reason) or is_gone(reason):
            message = say("No link to a page about the shop was found.") if is_unlinked(reason) else ended(reason)
            return failed(message, findings=[Finding(message, url=recording.site, key="about")], value=0, unit="words")
        return not_measurable(ended(reason))
    words = length_of(own_text(recording, page))
    if words < _LEAST_WORDS:
        message = say("The page about the shop has only {words}.", words=counted(words, "word"))
        return warned(message, findings=[Finding(message, url=page.url, key="about")], value=words, unit="words", threshold=threshold)
    return passed(say("The shop tells about itself on a page of its own."), value=words, unit="words", threshold=threshold)
