"""Where postcodes are digits and nothing else."""

from collections.abc import Iterable

from auditor.api import PageRecord

_COUNTRIES = frozenset(
    {
        "AD",
        "AT",
        "AU",
        "BE",
        "BG",
        "CH",
        "DE",
        "DK",
        "EE",
        "ES",
        "FI",
        "FR",
        "HR",
        "HU",
        "IS",
        "IT",
        "LI",
        "LU",
        "MC",
        "NO",
        "RO",
        "RS",
        "SI",
    }
    | {"SM", "TR"}
)
_CODE = 2  # letters of a country's code
_LONG_LIST = 5  # countries; where their codes are not known, a longer list holds one whose postcodes have letters
_ELSEWHERE = frozenset({"header", "nav", "footer", "search"})


def only_digits(country: str, pages: Iterable[PageRecord]) -> bool:
    """Say whether postcodes are digits in the country and in all others the form sends to, so that no letters are needed."""
    return country in _COUNTRIES and not any(_offers_letters(page) for page in pages)


def _offers_letters(page: PageRecord) -> bool:
    offered = [
        {option.value.strip().upper() for option in field.control.options if option.value.strip() and not option.disabled}
        for field in page.facts.checkout_fields
        if field.kind == "country" and field.control.landmark not in _ELSEWHERE
    ]
    coded = [values for values in offered if all(len(value) == _CODE and value.isalpha() for value in values)]
    return any(values - _COUNTRIES for values in coded) or any(len(values) > _LONG_LIST for values in offered if values not in coded)
