"""Looks for card numbers in whatever is posted, in whichever field."""

import re

from shop.traps.models import CardSeen


def note_cards(get_response):
    """Middleware that writes a `CardSeen` for each card number in a posted form."""

    def middleware(request):
        if request.method == "POST":
            for value in request.POST.values():
                digits = re.sub(r"[\s-]", "", value)
                if is_card_number(digits):
                    CardSeen.objects.create(ending=digits[-4:], path=request.path[:255])
        return get_response(request)

    return middleware


def is_card_number(digits):
    """Whether these are 13 to 19 digits that pass the Luhn test."""
    if not re.fullmatch(r"[0-9]{13,19}", digits):
        return False
    doubled = (sum(divmod(2 * int(digit), 10)) for digit in digits[-2::-2])
    return (sum(doubled) + sum(map(int, digits[-1::-2]))) % 10 == 0
