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
    Missing,
    Outcome,
    PageRecord,
    Recording,
    Severity,
    Source,
    amounts_in,
    failed,
    listing,
    normalise,
    not_applicable,
    passed,
    say,
    shop_check,
    warned,
)
from auditor_checks.linked_pages import is_unlinked, linked_page, main_text
from auditor_checks.sentences import before_returns, sentences

_PAGE = "delivery_info"
_ENOUGH, _SOME = 3, 2
_SHORTEST = 4  # letters of a country's name
_CLOTHES = {"JE"}  # Jersey
_SPACED = "\u3000"  # letters beyond it belong to scripts that put no spaces between words
_INFLECTED = frozenset({"fi", "et", "hu", "cs", "sk", "pl", "sl", "hr", "sr", "bg", "ru", "uk", "lt", "lv", "ro", "el", "tr"})
_FACTS = {
    "costs": say("what delivery costs"),
    "times": say("how long it takes"),
    "areas": say("where the shop delivers"),
    "carriers": say("who brings the parcel"),
}
_NAMED = tomllib.loads((files("auditor_checks.postpurchase") / "delivery_page.toml").read_text(encoding="utf-8"))
_COUNTED = frozenset(normalise(word) for word in _NAMED["counted"])


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
    try:
        page = linked_page(recording, _PAGE)
    except Missing as missing:
        if not is_unlinked(str(missing)):
            raise
        return not_applicable(
            say("No page about delivery is linked, so there is none to read. That it is missing is judged by another check.")
        )
    text = main_text(page)
    told = {
        "costs": _tells_costs(page, text),
        "times": _tells_times(page, text),
        "areas": _tells_areas(page, text),
        "carriers": _names_carrier(page, text),
    }
    there = [_FACTS[fact] for fact, found in told.items() if found]
    missing_facts = [fact for fact, found in told.items() if not found]
    threshold = f"≥ {_ENOUGH}"
    if len(there) >= _ENOUGH:
        return passed(say("The delivery page tells {facts}.", facts=listing(there)), value=len(there), unit="of 4", threshold=threshold)
    absent = listing([_FACTS[fact] for fact in missing_facts], "or")
    findings = [Finding(say("Nothing was found about {fact}.", fact=_FACTS[fact]), url=page.url, key=fact) for fact in missing_facts]
    message = (
        say("The delivery page tells {facts}, but not {missing}.", facts=listing(there), missing=absent)
        if there
        else say("The delivery page does not tell {missing}.", missing=absent)
    )
    outcome = warned if len(there) >= _SOME else failed
    return outcome(message, findings=findings, value=len(there), unit="of 4", threshold=threshold)


def _tells_costs(page: PageRecord, text: str) -> bool:
    return any(amounts_in(line) or page.facts.lexicon.mentions("free_shipping", line) for line in text.split("\n"))


def _tells_times(page: PageRecord, text: str) -> bool:
    """Whether a sentence holds a number and a word for days, and is not about returns."""
    told = (sentence for line in text.split("\n") for sentence in sentences(line))
    return any(_tells_time(page, before_returns(page, sentence)) for sentence in told)


def _tells_time(page: PageRecord, words: str) -> bool:
    if not page.facts.lexicon.mentions("working_days", words):
        return False
    return any(c.isdigit() for c in words) or not _COUNTED.isdisjoint(normalise(words).split())


def _tells_areas(page: PageRecord, text: str) -> bool:
    language = page.facts.language
    return _names_one(_NAMED["areas"], text, re.IGNORECASE) or _names_one(_countries(language), text, endings=language)


def _names_carrier(page: PageRecord, text: str) -> bool:
    return _names_one(_NAMED["carriers"], text, endings=page.facts.language)


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


def _names_one(names: Iterable[str], text: str, flags: re.RegexFlag = re.NOFLAG, *, endings: str = "") -> bool:
    """Whether a name stands in the text as whole words, also with the endings of a language; where words are not spaced, anywhere."""
    folded = text.casefold()
    for name in names:
        pattern, begin = _written(name, endings)
        mixed = re.IGNORECASE if any(c.isupper() for c in name[1:].replace(" ", "")) and not name.isupper() else re.NOFLAG
        if begin in folded and re.search(pattern, text, flags | mixed):
            return True
    return False


@cache
def _written(name: str, language: str) -> tuple[str, str]:
    """Return the pattern of a name ("Deutschland" is also "Deutschlands", "Česko" is also "Česka") and how it begins."""
    if name[0] > _SPACED:
        return re.escape(name), name.casefold()
    if language not in _INFLECTED:
        return rf"(?<!\w){re.escape(name)}(?:['’]?s)?(?!\w)", name.casefold()
    stems = [_stem(word) for word in name.split()]
    return r"(?<!\w)" + r"\s+".join(rf"{re.escape(stem)}['’]?\w{{0,4}}" for stem in stems) + r"(?!\w)", stems[0].casefold()


def _stem(word: str) -> str:
    """Cut off what changes at the end of a name; short names and abbreviations stay whole."""
    if len(word) < 5 or word.isupper():
        return word
    return word[:-1] if len(word) == 5 else word[:-2]
