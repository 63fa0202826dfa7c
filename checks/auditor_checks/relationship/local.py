"""relationship-local."""

import re
from collections import Counter
from collections.abc import Iterator

from babel import Locale, UnknownLocaleError
from babel.languages import get_official_languages
from babel.numbers import get_decimal_symbol, get_territory_currencies

from auditor.api import (
    Confidence,
    Effort,
    Finding,
    JourneyRecord,
    Outcome,
    PageRecord,
    Severity,
    Source,
    Stage,
    country_name,
    failed,
    info,
    journey_check,
    passed,
    say,
    together,
    warned,
)
from auditor_checks.known_words import is_known

_STAGES = (Stage.HOME, Stage.PRODUCT, Stage.CHECKOUT)
_DECIMALS = re.compile(r"\d([.,٫])\d{2}(?!\d)")
_SHARED_SIGN = {"USD"}  # what a bare $ is read as, wherever it is used
_LEAST_AMOUNTS = 4
_CLEAR = 0.8
_TOLERATED = 1


@journey_check(
    id="relationship-local",
    category="relationship",
    title="Language, currency and numbers fit the visitor",
    failure_title="Language, currency or numbers do not fit the visitor",
    why="Prices in a foreign currency or written the foreign way make shoppers reckon, and doubt whether the shop delivers to them.",
    fix="Declare the language the page is written in, show prices in the currency of the country delivered to, and write them "
    "with that country's decimal sign.",
    severity=Severity.MINOR,
    effort=Effort.M,
    stages=_STAGES,
    confidence=Confidence.MEDIUM,
    sources=(
        Source(
            "Stripe, The state of European checkouts",
            "https://go.stripe.global/state-of-checkouts-2021",
            "adapting language, currency and payment to the country is named best practice (2021)",
        ),
        Source(
            "Unicode Consortium, Common Locale Data Repository",
            "https://cldr.unicode.org/",
            "currencies and decimal signs of countries (2026)",
        ),
    ),
    limits="Measured against the country the artificial shopper gave. A shop that deliberately sells in one foreign currency is "
    "warned only; it fails where two things do not fit.",
)
def local(journey: JourneyRecord) -> Outcome:
    """Compare declared and used language, currency and country, and the decimal signs of the prices."""
    journey.page(Stage.HOME)
    pages = [page for page in journey.pages if page.stage in _STAGES]
    compared = {
        say("language"): _language(pages),
        say("currency"): _currency(journey),
        say("numbers"): _numbers(pages, journey),
    }
    results = {name: wrong for name, wrong in compared.items() if wrong is not None}
    if not results:
        return info(say("The country of the visit is not known, so nothing can be compared with it."))
    wrong = [said for said in results.values() if said]
    value, threshold = len(results) - len(wrong), say("{count} of {count}", count=len(results))
    if not wrong:
        fitting = together(*results, between=", ")
        return passed(say("What could be compared fits the visitor: {things}.", things=fitting), value=value, threshold=threshold)
    findings = [Finding(said, url=pages[0].url, key=str(name)) for name, said in results.items() if said]
    outcome = failed if len(wrong) > _TOLERATED else warned
    return outcome(together(*wrong, between=" "), findings=findings, value=value, threshold=threshold)


def _language(pages: list[PageRecord]) -> str | None:
    """Say how the declared language differs from the one used; "" if it does not, None if none is declared."""
    declared = {page.observation.lang.replace("_", "-").partition("-")[0].lower() for page in pages if page.observation.lang}
    if not declared or not all(is_known(language) for language in declared):
        return None
    used = Counter(page.facts.language for page in pages)
    language, count = used.most_common(1)[0]
    alike = {"no": "nb", "nn": "nb"}
    if count < len(pages) or language in {alike.get(code, code) for code in declared}:
        return ""
    return say(
        "The pages declare the language “{declared}” and are written in “{used}”.",
        declared=together(*sorted(declared), between=", "),
        used=language,
    )


def _currency(journey: JourneyRecord) -> str | None:
    """Say how the product's currency differs from the country's; "" if it does not, None if one is unknown."""
    currency = str(journey.product.get("currency") or "")
    expected = get_territory_currencies(journey.country) if journey.country else []
    if not currency or not expected or currency in _SHARED_SIGN:
        return None
    if currency in expected:
        return ""
    return say(
        "Prices are in {currency} although the delivery goes to {country} ({expected}).",
        currency=currency,
        country=country_name(journey.country),
        expected=expected[0],
    )


def _numbers(pages: list[PageRecord], journey: JourneyRecord) -> str | None:
    """Say how decimal signs differ from the country's; "" if they do not, None where prices have none or the rule is unclear."""
    signs = Counter(sign for page in pages for sign in _signs(page))
    expected = _decimal_sign(pages[0].facts.language, journey.country)
    if signs.total() < _LEAST_AMOUNTS or not expected:
        return None
    wrong = signs.total() - signs[expected]
    if wrong < _CLEAR * signs.total():
        return ""
    return say("Prices are written with “{sign}” where “{usual}” is usual.", sign=max(signs, key=lambda s: signs[s]), usual=expected)


def _signs(page: PageRecord) -> Iterator[str]:
    for price in page.facts.prices:
        if found := _DECIMALS.search(price.text.text):
            yield found.group(1)


def _decimal_sign(language: str, country: str) -> str:
    """The decimal sign of a language in a country, "" where that is unclear.

    It is where the country writes its languages in different ways, and where the language is a foreign one there.
    """
    if not country or language not in get_official_languages(country, regional=True, de_facto=True):
        return ""
    try:
        here = get_decimal_symbol(Locale.parse(f"{language}_{country}"))
        return here if here == get_decimal_symbol(Locale.parse(f"und_{country}")) else ""
    except (UnknownLocaleError, ValueError):
        return ""
