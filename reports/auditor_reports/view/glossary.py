"""Words of the report that not every reader knows, in the order of the reader's alphabet."""

from __future__ import annotations

from dataclasses import dataclass

from auditor.api import say
from auditor_reports.view.voice import told


@dataclass(frozen=True)
class Term:
    """A word and what it means."""

    id: str
    word: str
    meaning: str


_TERMS = (
    Term(
        "lcp",
        say("LCP (Largest Contentful Paint)"),
        say("The time until the largest picture or text in the window is drawn. Good is 2.5 seconds at most, poor more than 4."),
    ),
    Term(
        "inp",
        say("INP (Interaction to Next Paint)"),
        say("The time from a click, tap or key until the page visibly reacts. Good is 200 milliseconds at most, poor more than 500."),
    ),
    Term(
        "cls",
        say("CLS (Cumulative Layout Shift)"),
        say("How much of the page moves while it is being read, as a number without a unit. Good is 0.1 at most, poor more than 0.25."),
    ),
    Term(
        "ttfb",
        say("TTFB (Time to First Byte)"),
        say("The time until the shop’s server begins to answer. Good is 0.8 seconds at most, poor more than 1.8."),
    ),
    Term("guest", say("Guest checkout"), say("Buying without creating an account or signing in.")),
    Term(
        "wcag",
        say("WCAG (Web Content Accessibility Guidelines)"),
        say("The rules of the W3C for pages that people with disabilities can use. Levels A and AA are what most laws refer to."),
    ),
    Term(
        "klm",
        say("KLM (keystroke-level model)"),
        say(
            "A way to work out how long a practised person takes, from the keys, clicks, pauses for thought and waiting that a task needs."
        ),
    ),
    Term(
        "coverage",
        say("Measured (coverage)"),
        say("The share of the checks that apply to this shop, by their weight, that could look at what they judge."),
    ),
    Term(
        "confidence",
        say("Confidence"),
        say("How sure a measurement is: sure, fairly sure or unsure. What is less sure weighs less, and what is unsure limits no score."),
    ),
    Term("severity", say("Severity"), say("How much a problem hurts shoppers: critical, major or minor.")),
    Term(
        "impact",
        say("Impact"),
        say("How much a problem hurts here, from 0 to 100: severity, how many stages and devices, how near to the payment, how bad."),
    ),
    Term(
        "effort",
        say("Effort (XS to XL)"),
        say("What mending usually takes: XS half a day, S two days, M a week, L a month, XL more. Nobody looked at the shop’s code."),
    ),
    Term("quick-win", say("Quick win"), say("A problem of much impact that two days of work at most mend.")),
    Term(
        "cap",
        say("Cap"),
        say("A limit of the score because of a critical failure, since a good average must not hide that nobody can buy."),
    ),
    Term("gate", say("Release gate"), say("The rules, set for this audit, that say whether a release of the shop may go live.")),
    Term(
        "stage",
        say("Stage"),
        say("One of the nine places of a purchase: home page, category, search, product, cart, checkout, address, delivery, payment."),
    ),
    Term("check", say("Check"), say("One question put to the shop, with a fixed rule for what passes, warns and fails.")),
    Term(
        "probe",
        say("Active probe"),
        say("Something done on purpose to see the answer, such as a search with a typing mistake or a form sent empty."),
    ),
    Term("not-measurable", say("Not measurable"), say("A check that applies, but could not look. It is neither a pass nor a failure.")),
    Term(
        "dark-pattern",
        say("Dark pattern"),
        say("A design that leads shoppers to what they did not want, such as a box that is ticked already."),
    ),
    Term(
        "structured-data",
        say("Structured data"),
        say("Price, availability and ratings written for machines beside the text, so that search engines can show them."),
    ),
    Term("csp", say("CSP (Content Security Policy)"), say("A rule sent with a page that names the places its scripts may come from.")),
    Term("hsts", say("HSTS"), say("A rule sent by a shop that makes browsers use only encrypted connections to it.")),
)


def glossary() -> list[Term]:
    """Return the terms in the report's language, by the alphabet."""
    spoken = [Term(term.id, told(term.word), told(term.meaning)) for term in _TERMS]
    return sorted(spoken, key=lambda term: term.word.casefold())
