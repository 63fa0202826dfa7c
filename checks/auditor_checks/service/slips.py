"""Two phone numbers of which one is most likely the other, mistyped."""

import phonenumbers

_MOST_SWAPS = 2
_EXTENSION = 3  # last digits in which lines of one switchboard differ on purpose


def is_slip(one: str, other: str) -> bool:
    """Whether two numbers in international form differ only as a slip of the finger makes them differ.

    Neighbouring digits that are swapped, once or twice, or one other digit. Not in the area code, by which branches differ; and
    not one of the last digits alone, by which departments do.
    """
    try:
        first, second = phonenumbers.parse(one), phonenumbers.parse(other)
    except phonenumbers.NumberParseException:
        return False
    a, b = (phonenumbers.national_significant_number(n) for n in (first, second))
    if first.country_code != second.country_code or len(a) != len(b):
        return False
    places = [i for i in range(len(a)) if a[i] != b[i]]
    if not places or places[0] < phonenumbers.length_of_national_destination_code(first):
        return False
    if len(places) == 1:
        return places[0] < len(a) - _EXTENSION
    pairs = list(zip(places[::2], places[1::2], strict=False))
    swapped = all(j == i + 1 and a[i] == b[j] and a[j] == b[i] for i, j in pairs)
    return len(places) == 2 * len(pairs) and len(pairs) <= _MOST_SWAPS and swapped


def is_extension(one: str, other: str) -> bool:
    """Whether two numbers may be lines of one switchboard: only the last digits differ."""
    return one != other and one[:-_EXTENSION] == other[:-_EXTENSION]
