"""postpurchase-delivery-page."""

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

from babel import Locale, UnknownLocaleError

from auditor.api import (
    Effort,
    Finding,
    Lexicon,
    Outcome,
    PageRecord,
    Recording,
    Severity,
    Source,
    amounts_in,
    failed,
    passed,
    shop_check,
    warned,
)
from auditor_checks.linked_pages import linked_page, main_text

_PAGE = "delivery_info"
_ENOUGH, _SOME = 3, 2
_SHORTEST = 4  # letters of a country's name
_CLOTHES = {"JE"}  # Jersey
_SPACED = "\u3000"  # letters beyond it belong to scripts that put no spaces between words
_NAMED = tomllib.loads((files("auditor_checks.postpurchase") / "delivery_page.toml").read_text(encoding="utf-8"))


@shop_check(
    id="postpurchase-delivery-page",
    category="postpurchase",
    title="The delivery page tells costs, times, areas and carriers",
    failure_title="The delivery page leaves out costs, times, areas or carriers",
    why="What delivery costs and how long it takes are among the first things shoppers want to know, and in the EU they must be told.",
    fix="List on one page, best as a table: what each way of delivery costs and from which order value it is "
    "free, how many days it takes, to which countries you deliver, and who brings the parcel.",
    severity=Severity.MAJOR,
    effort=Effort.S,
    site_pages=(_PAGE,),
    sources=(
        Source(
            "Baymard Institute, Return and shipping links in the footer",
            "https://baymard.com/blog/footer-needs-return-shipping-links",
            "20 % of sites do not link shipping information directly (2024)",
        ),
        Source(
            "EU, Consumer Rights Directive 2011/83/EU, Art. 6(1)(g) and 8(3)",
            "https://eur-lex.europa.eu/eli/dir/2011/83/oj",
            "arrangements and time of delivery; delivery restrictions (2011)",
        ),
    ),
    limits="Reads words and amounts, not whether they are true. Costs that only the cart works out do not count.",
)
def delivery_page(recording: Recording) -> Outcome:
    """Open the linked delivery page; look for amounts, day ranges, countries and carriers."""
    page = linked_page(recording, _PAGE)
    text = main_text(page)
    told = {
        "costs": _tells_costs(page, text),
        "times": _tells_times(page, text),
        "areas": _tells_areas(page, text),
        "carriers": _names_one(_NAMED["carriers"], text),
    }
    there = [fact for fact, found in told.items() if found]
    missing = [fact for fact, found in told.items() if not found]
    threshold = f"≥ {_ENOUGH}"
    message = f"The delivery page tells {_listed(there)}; it leaves out {_listed(missing)}."
    findings = [Finding(f"Nothing about {fact} was found.", url=page.url, key=fact) for fact in missing]
    if len(there) >= _ENOUGH:
        return passed(f"The delivery page tells {_listed(there)}.", value=len(there), unit="of 4", threshold=threshold)
    outcome = warned if len(there) >= _SOME else failed
    return outcome(message, findings=findings, value=len(there), unit="of 4", threshold=threshold)


def _tells_costs(page: PageRecord, text: str) -> bool:
    return any(amounts_in(line) or page.facts.lexicon.mentions("free_shipping", line) for line in text.split("\n"))


def _tells_times(page: PageRecord, text: str) -> bool:
    """Whether a line holds a number and a word for days, and is not about returns."""
    lexicon = page.facts.lexicon
    return any(
        any(c.isdigit() for c in line) and lexicon.mentions("working_days", line) and not lexicon.mentions("returns", line)
        for line in text.split("\n")
    )


def _tells_areas(page: PageRecord, text: str) -> bool:
    language = page.facts.language
    return _names_one(_NAMED["areas"], text, re.IGNORECASE) or _names_one(_countries(language), text)


@cache
def _countries(language: str) -> tuple[str, ...]:
    """The names of all countries in a language and in English."""
    names: dict[str, None] = {}
    for code in dict.fromkeys((Lexicon(language).language, "en")):
        try:
            territories = Locale.parse(code).territories
        except (UnknownLocaleError, ValueError):
            continue
        names |= {n: None for t, n in territories.items() if len(t) == 2 and t not in _CLOTHES and len(n) >= _SHORTEST}
    return tuple(names)


def _names_one(names: Iterable[str], text: str, flags: re.RegexFlag = re.NOFLAG) -> bool:
    """Whether a name stands in the text as whole words; where words are not spaced, anywhere."""
    folded = text.casefold()
    for name in names:
        if name.casefold() in folded:
            edges = ("", "") if name[0] > _SPACED else (r"(?<!\w)", r"(?!\w)")
            if re.search(f"{edges[0]}{re.escape(name)}{edges[1]}", text, flags):
                return True
    return False


def _listed(facts: list[str]) -> str:
    return ", ".join(facts) if facts else "nothing of it"
