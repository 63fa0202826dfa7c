"""What a country is called, in many languages, so that it is found in any country list."""

from __future__ import annotations

from functools import cache

from babel import Locale, UnknownLocaleError

_LANGUAGES = (
    "en",
    "de",
    "fr",
    "es",
    "it",
    "pt",
    "nl",
    "pl",
    "sv",
    "da",
    "nb",
    "fi",
    "cs",
    "sk",
    "hu",
    "ro",
    "el",
    "tr",
    "hr",
    "sl",
    "bg",
    "ru",
    "uk",
    "et",
    "lv",
    "lt",
    "ja",
    "zh",
    "ko",
    "ca",
)
_ALSO = {
    "GB": ("UK", "Great Britain", "England", "United Kingdom (UK)"),
    "US": ("USA", "United States of America", "United States (US)"),
    "NL": ("Holland", "The Netherlands"),
    "CZ": ("Czech Republic", "Česká republika", "Tschechische Republik", "République tchèque"),
    "SK": ("Slovak Republic", "Slovenská republika", "Slowakische Republik"),
    "DE": ("Bundesrepublik Deutschland",),
    "FR": ("France métropolitaine", "France (métropolitaine)"),
    "IE": ("Republic of Ireland",),
    "CH": ("Schweiz / Suisse", "Swiss Confederation"),
    "PL": ("Rzeczpospolita Polska",),
    "PT": ("Portugal continental", "Portugal Continental"),
    "ES": ("España (península)", "España peninsular", "Península"),
    "IT": ("Italia (IT)",),
    "JP": ("日本国",),
}


@cache
def country_names(code: str) -> tuple[str, ...]:
    """Return a country's names in all languages there are, English first (CLDR)."""
    found = []
    for language in _LANGUAGES:
        try:
            found.append(Locale.parse(language).territories.get(code, ""))
        except UnknownLocaleError:
            continue
    return tuple(dict.fromkeys(n for n in (*found, *_ALSO.get(code, ())) if n))


@cache
def country_of(name: str) -> str:
    """Return the ISO 3166 code of a country by its code or name in any language, "" if unknown."""
    from auditor.lexicon import normalise
    from auditor.shopper.identity import countries

    wanted = normalise(name)
    for code in countries():
        if wanted == code.lower() or any(normalise(n) == wanted for n in country_names(code)):
            return code
    return ""
