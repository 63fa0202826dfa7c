"""The checkout as a shopper walks it: its pages in order, and the fields that are asked on the way, each once."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from auditor.api import Field, Finding, JourneyRecord, Message, Missing, PageRecord, Stage, listing, say, several
from auditor_checks.page_links import CHECKOUT_STAGES
from auditor_checks.selectors import selector_of
from auditor_checks.wording import quoted

_NO_QUESTIONS = frozenset({"search", "coupon", "quantity", "username", "code", "password"})
PERSONAL = frozenset(
    {"email", "given_name", "family_name", "full_name", "street", "postcode", "city", "state", "country", "phone", "house_number"}
)
# Fields without a name, by what they ask for.
CALLED: Mapping[str, Message] = {
    "email": say("email"),
    "email_again": say("repeated e-mail address"),
    "given_name": say("given name"),
    "family_name": say("family name"),
    "full_name": say("full name"),
    "given_name_kana": say("given name kana"),
    "family_name_kana": say("family name kana"),
    "salutation": say("salutation"),
    "birth_date": say("birth date"),
    "company": say("company"),
    "tax_id": say("tax id"),
    "full_address": say("full address"),
    "street": say("street"),
    "house_number": say("house number"),
    "address2": say("second line of the address"),
    "postcode": say("postcode"),
    "city": say("city"),
    "state": say("state or province"),
    "country": say("country"),
    "phone": say("phone"),
    "note": say("note"),
    "card_number": say("card number"),
    "card_name": say("card name"),
    "card_expiry": say("card expiry"),
    "card_code": say("card code"),
    "iban": say("iban"),
}
_EXAMPLE = re.compile(r"[@\d]")


@dataclass(frozen=True, slots=True)
class Asked:
    """A field of the checkout, with the page on which it is asked first; `missed` where the shop refused the form without it."""

    field: Field
    page: PageRecord
    missed: bool = False

    @property
    def label(self) -> str:
        """What the field is called in a message."""
        control = self.field.control
        own = self.field.label.strip(" *:") if control.named_by not in {"", "placeholder"} or control.label >= 0 else ""
        if not own and self.page.facts.lexicon.has(f"field_{self.field.kind}", self.field.label):
            own = self.field.label.strip(" *:")
        hint = control.placeholder.strip(" *:")
        beside = control.beside.strip(" *:") if sum(c.isalpha() for c in control.beside) > 1 else ""
        kind = CALLED.get(self.field.kind, self.field.kind.replace("_", " "))
        alike = sum(f.control.placeholder == control.placeholder for f in self.page.facts.checkout.fields)
        if self.field.kind and (alike > 1 or _EXAMPLE.search(hint)):
            hint = ""  # "12345" is an example, "Please fill in" a request, no name
        return own or hint or beside or kind or say("a field without a name")

    def finding(self, message: str) -> Finding:
        """Point at the field."""
        control = self.field.control
        return Finding(message, selector_of(control), control.box, self.page.url, self.field.kind or self.label)


def checkout_pages(journey: JourneyRecord) -> list[PageRecord]:
    """Return the pages of the checkout that were reached, in order; raises `Missing` if there is none."""
    found = [page for page in journey.pages if page.stage in CHECKOUT_STAGES]
    if not found:
        raise Missing(journey.why_not(Stage.CHECKOUT))
    return found


def asked_fields(journey: JourneyRecord) -> list[Asked]:
    """Return what a new guest is asked on the way to payment, each field once; a login beside it is no question."""
    found: dict[tuple[str, str], Asked] = {}
    pages, missed = checkout_pages(journey), missed_fields(journey)
    later = [page for page in pages if page.stage is Stage.PAYMENT]
    for page in (*(p for p in pages if p not in later), *journey.more_forms, *later):
        checkout = page.facts.checkout
        for field in checkout.fields:
            if field.kind in _NO_QUESTIONS or field.control.form in checkout.walled_forms - {-1}:
                continue
            if field.kind == "state" and any(_is_drawn_anew(field, a, page) for a in found.values()):
                continue
            name = field.control.sent_as or field.label
            found.setdefault((name, field.section), Asked(field, page, missed=name in missed))
    return list(found.values())


def missed_fields(journey: JourneyRecord) -> frozenset[str]:
    """The names of the fields without which the shop refused a form: the shopper's, or the address form that a probe sent empty."""
    missed = frozenset(journey.recorded.missed_fields)
    try:
        return missed | frozenset(journey.probe("empty_submit").get("refused", ()))
    except Missing:
        return missed


def _is_drawn_anew(field: Field, asked: Asked, page: PageRecord) -> bool:
    """Whether a field was there before under another name, as a region becomes a list once the country is known."""
    other = asked.field
    return asked.page is not page and (other.kind, other.label, other.section) == (field.kind, field.label, field.section)


def address_fields(journey: JourneyRecord, least: int = 3) -> list[Asked]:
    """Return the fields up to the page with the address; raises `Missing` where the form was not seen."""
    asked = [a for a in asked_fields(journey) if a.page.stage in {Stage.CHECKOUT, Stage.ADDRESS} and not a.field.is_card]
    if sum(a.field.kind in PERSONAL for a in asked) < least:
        raise Missing(journey.why_not(Stage.ADDRESS) if not journey.reached(Stage.ADDRESS) else say("The address form was not seen."))
    return asked


def listed(names: Sequence[str], most: int = 5) -> Message:
    """Name fields for a message: "“Phone” and “Title”"."""
    shown = [quoted(name) for name in names[:most]]
    if len(names) > most:
        shown.append(several(len(names) - most, "{n} more", "{n} more"))
    return listing(shown)
