"""Two phone numbers, or e-mail addresses, of which one is most likely the other, mistyped."""

import phonenumbers

_MOST_MOVED = 4  # digits
_LONG_DOMAIN, _LONG_BOX = 6, 4  # letters from which two names that differ by one slip are hardly two names
_EXTENSION = 3  # last digits in which lines of one switchboard differ on purpose


def is_slip(one: str, other: str) -> bool:
    """Whether two numbers in international form differ only as a slip of the finger makes them differ.

    The same digits with a few of them in another order, or one other digit. Not in the area code, by which branches differ; and not
    one of the last digits alone, by which departments do.
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
    return len(places) <= _MOST_MOVED and is_swapped(a, b)


def is_swapped(one: str, other: str) -> bool:
    """Whether two numbers of one length are made of the same digits: swapped ones, not another one in a place."""
    return sorted(one) == sorted(other)


def is_hyphenated(one: str, other: str) -> bool:
    """Whether two addresses differ by hyphens only: shops own both domains, and letters arrive at both."""
    return one.replace("-", "") == other.replace("-", "")


def is_extension(one: str, other: str) -> bool:
    """Whether two numbers may be lines of one switchboard: only the last digits differ."""
    return one != other and one[:-_EXTENSION] == other[:-_EXTENSION]


def is_misspelt(one: str, other: str) -> bool:
    """Whether two e-mail addresses differ only as a slip makes them differ.

    In the name of the domain by a hyphen, one letter or two that are swapped; in the box by two that are swapped, since "sale" and
    "sales" may both be there. Endings differ by country and digits by branch.
    """
    (box, _, domain), (other_box, _, other_domain) = one.partition("@"), other.partition("@")
    (name, _, ending), (other_name, _, other_ending) = domain.partition("."), other_domain.partition(".")
    if domain == other_domain:
        return len(box) >= _LONG_BOX and _is_swapped(box, other_box)
    if box != other_box or ending != other_ending or min(len(name), len(other_name)) < _LONG_DOMAIN:
        return False
    plain, other_plain = name.replace("-", ""), other_name.replace("-", "")
    return plain == other_plain or _is_swapped(plain, other_plain) or _is_one_letter(plain, other_plain)


def _is_swapped(one: str, other: str) -> bool:
    """Whether two neighbouring letters are swapped and all else is the same."""
    places = [i for i in range(len(one)) if one[i] != other[i]] if len(one) == len(other) else []
    return len(places) == 2 and places[1] == places[0] + 1 and one[places[0]] == other[places[1]] and one[places[1]] == other[places[0]]


def _is_one_letter(one: str, other: str) -> bool:
    """Whether a letter is missing from one of the two, or another in its place; no digit, which tells branches apart."""
    short, long = sorted((one, other), key=len)
    if one == other or len(long) - len(short) > 1:
        return False
    at = next((i for i, letter in enumerate(short) if letter != long[i]), len(short))
    replaced = short[at : at + 1] if len(short) == len(long) else ""
    return long[at + 1 :] == short[at + len(replaced) :] and (long[at] + replaced).isalpha()
