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
    shop_check,
    warned,
)
from auditor_checks.hosts import stands_under
from auditor_checks.phrases import Phrases
from auditor_checks.wording import counted

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
        if asked := _asks(page):
            return passed(say("{asked} on the {place} page.", asked=asked, place=page.place), value=asked)
    if not any(_WORDS.knows(page) for page in pages):
        return not_measurable(say("There are no words for feedback in the language of this shop."))
    message = say("No way to give feedback was seen on {pages}", pages=counted(len(pages), "page"))
    if any(page.facts.says("customer_reviews") for page in pages):
        said = say("{message}; customers can only review products.", message=message)
        return warned(said, findings=[Finding(said, url=pages[0].url, key="feedback")], value="reviews")
    if any(page.facts.lexicon.has("contact", *c.words) for page in pages for c in page.observation.controls if c.href):
        said = say("{message}; customers can only write to the shop.", message=message)
        return warned(said, findings=[Finding(said, url=pages[0].url, key="feedback")], value="contact")
    return failed(f"{message}.", findings=[Finding(f"{message}.", url=pages[0].url, key="feedback")], value="none")


def _is_of_shop(page: PageRecord, control: Control) -> bool:
    """Whether a control may ask for an opinion of the shop: amid products and forms it asks for one of the product, or a note."""
    framed = control.fixed or control.landmark in {"header", "nav", "footer"}
    about_goods = page.stage not in {None, Stage.HOME} and not framed
    return not about_goods and not page.facts.lexicon.has("close", *control.words, at_least=_SURE)


def _asks(page: PageRecord) -> str:
    """Name the way in which a page asks for feedback, "" if it has none."""
    for control in filter(lambda c: _is_of_shop(page, c), page.observation.controls):
        words = [word for word in control.words if len(word) <= _LABEL]
        if control.is_button and any(_WORDS.mentions("feedback", word, page) for word in words):
            return say("“{words}” asks for feedback", words=words[0])
    service = next((r.host for r in page.network if stands_under(r.host, _HOSTS)), "")
    return say("A service that asks for feedback ({service}) is used", service=service) if service else ""
