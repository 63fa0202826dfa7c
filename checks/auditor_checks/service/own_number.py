"""Phone numbers that a page tells as the shop's own: in one sentence with an e-mail address of the shop."""

import re
from collections.abc import Collection, Iterator

import phonenumbers

from auditor.api import PageRecord
from auditor_checks.linked_pages import main_text
from auditor_checks.service.ways import ADDRESS

_NEAR = 60  # letters between the address and the number, as in "write to … or call us on …"
_PLAIN = phonenumbers.PhoneNumberType.FIXED_LINE
_OFFICES = frozenset({_PLAIN, phonenumbers.PhoneNumberType.FIXED_LINE_OR_MOBILE, phonenumbers.PhoneNumberType.VOIP})
_LONG_NAME = 6  # letters of a domain's name that is no common word
_APART = re.compile(r"[.;!?]\s|\bfax|\bfaks", re.IGNORECASE)  # what ends the sentence, or makes the number another machine's


def own_numbers(page: PageRecord, addresses: Collection[str], country: str) -> Iterator[str]:
    """Numbers that stand in one sentence with an own address of the shop: one of these, or one at a domain that is akin to theirs."""
    for line in main_text(page).split("\n"):
        own = [m for m in ADDRESS.finditer(line) if _is_own(m[0].casefold(), addresses)]
        if not own:
            continue
        for found in phonenumbers.PhoneNumberMatcher(line, country or None, phonenumbers.Leniency.VALID):
            if any(_stand_together(line, found.start, found.end, *address.span()) for address in own):
                yield str(phonenumbers.format_number(found.number, phonenumbers.PhoneNumberFormat.E164))


def is_alike(one: str, other: str) -> bool:
    """Whether two numbers in international form are of one country and kind: no free line beside one that costs."""
    try:
        numbers = [phonenumbers.parse(number) for number in (one, other)]
    except phonenumbers.NumberParseException:
        return False
    return len({(number.country_code, _kind(number)) for number in numbers}) == 1


def _kind(number: phonenumbers.PhoneNumber) -> int:
    kind = int(phonenumbers.number_type(number))
    return _PLAIN if kind in _OFFICES else kind


def _stand_together(line: str, start: int, end: int, first: int, last: int) -> bool:
    between = line[min(end, last) : max(start, first)]
    return len(between) <= _NEAR and _APART.search(between) is None


def _is_own(address: str, addresses: Collection[str]) -> bool:
    """Whether an address is one of the shop's, or at another domain of the same name: "shop.com" beside "shop-toys.com".

    Another box at the very same domain may be a department's, and so may its number.
    """
    domain = address.partition("@")[2]
    return address in addresses or any(_is_akin(domain, other.partition("@")[2]) for other in addresses)


def _is_akin(domain: str, other: str) -> bool:
    short, long = sorted((_name(domain), _name(other)), key=len)
    return domain != other and len(short) >= _LONG_NAME and long.startswith(short)


def _name(domain: str) -> str:
    return domain.partition(".")[0].replace("-", "")
