"""checkout-no-unneeded-data."""

import re
from collections.abc import Iterator, Sequence

from auditor.api import (
    Effort,
    Finding,
    JourneyRecord,
    Message,
    Outcome,
    Severity,
    Source,
    Stage,
    failed,
    journey_check,
    passed,
    say,
    warned,
)
from auditor_checks.checkout.marks import has_star, is_demanded, texts_of
from auditor_checks.checkout.steps import CALLED, Asked, address_fields, checkout_pages, listed
from auditor_checks.checkout.words import listed_for, says
from auditor_checks.selectors import selector_of

_NEEDLESS = frozenset({"birth_date", "salutation", "company"})
_STAGES = (Stage.CHECKOUT, Stage.ADDRESS)
_SHOP = frozenset({Stage.HOME, Stage.CATEGORY, Stage.PRODUCT, Stage.CART, Stage.CHECKOUT, Stage.ADDRESS})
_NAMED = 0.6
_BORN = re.compile(r"bday|birth|born|dob|geburt|naissance|nacimiento|nascita|nascimento|geboorte|urodz|fodels|fodsel|syntym", re.IGNORECASE)


@journey_check(
    id="checkout-no-unneeded-data",
    category="checkout",
    title="The checkout demands no personal data it does not need",
    failure_title="The checkout demands personal data it does not need",
    why="No parcel needs a date of birth or a form of address. Asking for it costs trust and breaks the rule of data minimisation.",
    fix="Remove date of birth, form of address, company, fax and surveys from the form, or make them optional.",
    severity=Severity.MAJOR,
    effort=Effort.XS,
    stages=_STAGES,
    needs=("html",),
    sources=(
        Source(
            "Baymard Institute, Explain the phone number field",
            "https://baymard.com/blog/explain-phone-number-field",
            "27 % of shoppers are reluctant to give their date of birth, 14 % their gender (2025)",
        ),
        Source(
            "EU, General Data Protection Regulation (EU) 2016/679, Art. 5(1)(c)",
            "https://eur-lex.europa.eu/eli/reg/2016/679/oj",
            "data minimisation (2016)",
        ),
    ),
    limits="Only fields that the page marks as required, in markup or with an asterisk, or without which the shop refuses the form. "
    "One of them alone is a warning, but a date of birth fails, unless the shop speaks of an age, of credit, or of goods that not all "
    "may buy. Who sells to companies asks for one on purpose.",
)
def no_unneeded_data(journey: JourneyRecord) -> Outcome:
    """Look for required fields that no delivery needs."""
    fields = address_fields(journey)
    demanded = [(_called(a), a.finding(_told(_called(a))), a.field.kind) for a in fields if _is_needless(a, journey.country)]
    demanded += [(label, finding, "salutation") for label, finding in _forms_of_address(journey)]
    if not demanded:
        return passed(say("Only what the delivery needs is demanded."), value=0, threshold="0")
    surely = [kind for _, _, kind in demanded if kind != "company"]  # who sells to companies must know which
    born = "birth_date" in surely and not _has_to_know_ages(journey, fields)
    outcome = failed if len(surely) > 1 or born else warned
    message = say("The checkout demands {fields}.", fields=listed([label for label, _, _ in demanded]))
    return outcome(message, findings=[finding for _, finding, _ in demanded], value=len(demanded), threshold="0")


def _told(label: str) -> Message:
    return say("“{label}” must be filled in, although no delivery needs it.", label=label)


def _called(asked: Asked) -> str:
    """What a field is called; the lists of a date only say which part each of them is."""
    return CALLED["birth_date"] if asked.field.kind == "birth_date" and asked.field.part[1] > 1 else asked.label


def _is_needless(asked: Asked, country: str) -> bool:
    field = asked.field
    if not is_demanded(asked):
        return False
    if field.kind == "tax_id":
        return bool(country) and country not in listed_for("tax_number_countries")
    lexicon, (place, parts) = asked.page.facts.lexicon, field.part
    named = any(lexicon.has(f"field_{field.kind}", w, at_least=0.6) for w in (field.label, field.control.placeholder) if w)
    if field.kind == "birth_date" and parts > 1:
        return place == 0 and (named or _BORN.search(f"{field.control.tokens} {field.control.attrs.get('autocomplete', '')}") is not None)
    return (field.kind in _NEEDLESS and named) or says("needless", asked.page.facts.language, field.label)


def _forms_of_address(journey: JourneyRecord) -> Iterator[tuple[str, Finding]]:
    """Radio buttons for a form of address that must be chosen; a list of them is a field."""
    seen = set()
    for page in checkout_pages(journey):
        lexicon = page.facts.lexicon
        for group in page.facts.groups if page.stage in _STAGES else ():
            label = group.label.strip(" *:")
            must = group.required or has_star(group.label) or any(c.control.required for c in group.choices)
            if group.form != "radio" or not must or label in seen or lexicon.mentions("optional", group.label):
                continue
            if lexicon.has("field_salutation", label, at_least=_NAMED):
                seen.add(label)
                yield label, Finding(_told(label), selector_of(group.choices[0].control), group.box, page.url, "salutation")


def _has_to_know_ages(journey: JourneyRecord, fields: Sequence[Asked]) -> bool:
    """Whether the shop may have to know when its shoppers were born: it sells what not all may buy, or says why at the field."""
    pages = [page for page in journey.pages if page.stage in _SHOP]
    if any(says("of_age", page.facts.language, text.text) for page in pages for text in page.observation.texts):
        return True
    born = (a for a in fields if a.field.kind == "birth_date")
    return any(
        says("of_age", a.page.facts.language, text) or says("credit", a.page.facts.language, text) for a in born for text in texts_of(a)
    )
