"""relationship-feedback."""

import tomllib
from importlib.resources import files

from auditor.api import (
    Confidence,
    Control,
    Effort,
    Finding,
    Missing,
    Outcome,
    PageRecord,
    Recording,
    Severity,
    Source,
    Stage,
    failed,
    not_measurable,
    passed,
    say,
    several,
    shop_check,
    warned,
)
from auditor_checks.hosts import stands_under
from auditor_checks.page_links import names
from auditor_checks.phrases import Phrases

_PACKAGE, _FILE = "auditor_checks.relationship", "feedback.toml"
_WORDS = Phrases(_PACKAGE, _FILE)
_HOSTS = frozenset(tomllib.loads((files(_PACKAGE) / _FILE).read_text(encoding="utf-8"))["hosts"]["any"])
_LABEL = 60
_SURE = 0.8  # from which a label is taken to mean something else


@shop_check(
    id="relationship-feedback",
    category="relationship",
    title="Customers can say what they think",
    failure_title="Customers are not asked what they think",
    why="Who can complain to the shop complains less elsewhere, and satisfaction that is not asked for cannot be measured.",
    fix="Link a short feedback form from the footer, and ask after each order how likely customers are to recommend the shop.",
    severity=Severity.MINOR,
    effort=Effort.S,
    needs=("network",),
    confidence=Confidence.MEDIUM,
    sources=(
        Source(
            "Reichheld, The one number you need to grow, Harvard Business Review",
            "https://hbr.org/2003/12/the-one-number-you-need-to-grow",
            "asking customers whether they would recommend the shop (2003); the list of services is this project's",
        ),
    ),
    limits="Links, buttons and known services on the pages reached. Surveys that are mailed after an order cannot be seen.",
)
def feedback(recording: Recording) -> Outcome:
    """Look on all pages reached for a link to give feedback, a survey service, product reviews or a way to write."""
    pages = [page for journey in recording.journeys for page in journey.pages]
    if not pages:
        raise Missing(say("No page of the shop was reached"))
    for page in pages:
        if label := _asking(page):
            said = say("“{label}” asks for feedback on the {page} page.", label=label, page=page.place)
            return passed(said, value=say("“{label}” asks for feedback", label=label))
        if service := next((r.host for r in page.network if stands_under(r.host, _HOSTS)), ""):
            said = say("A service that asks for feedback ({service}) is used on the {page} page.", service=service, page=page.place)
            return passed(said, value=say("A service that asks for feedback ({service}) is used", service=service))
    if not any(_WORDS.knows(page) for page in pages):
        return not_measurable(say("There are no words for feedback in the language of this shop."))
    if any(page.facts.says("customer_reviews") for page in pages):
        said = several(
            len(pages),
            "No way to give feedback was seen on {n} page; customers can only review products.",
            "No way to give feedback was seen on {n} pages; customers can only review products.",
        )
        return warned(said, findings=[Finding(said, url=pages[0].url, key="feedback")], value=say("reviews"))
    if any(names(page, "contact", c) for page in pages for c in page.observation.controls if c.href):
        said = several(
            len(pages),
            "No way to give feedback was seen on {n} page; customers can only write to the shop.",
            "No way to give feedback was seen on {n} pages; customers can only write to the shop.",
        )
        return warned(said, findings=[Finding(said, url=pages[0].url, key="feedback")], value=say("contact"))
    said = several(len(pages), "No way to give feedback was seen on {n} page.", "No way to give feedback was seen on {n} pages.")
    return failed(said, findings=[Finding(said, url=pages[0].url, key="feedback")], value=say("none"))


def _is_of_shop(page: PageRecord, control: Control) -> bool:
    """Whether a control may ask for an opinion of the shop: amid products and forms it asks for one of the product, or a note."""
    framed = control.fixed or control.landmark in {"header", "nav", "footer"}
    about_goods = page.stage not in {None, Stage.HOME} and not framed
    return not about_goods and not page.facts.lexicon.has("close", *control.words, at_least=_SURE)


def _asking(page: PageRecord) -> str:
    """Return what stands on a link or button that asks for feedback, "" if there is none."""
    for control in filter(lambda c: _is_of_shop(page, c), page.observation.controls):
        words = [word for word in control.words if len(word) <= _LABEL]
        if control.is_button and any(_WORDS.mentions("feedback", word, page) for word in words):
            return words[0]
    return ""
