"""Choices that were made for the shopper: a paid answer where another one of the same choice costs nothing."""

import re
from collections.abc import Iterator, Sequence

from auditor.api import Choice, ChoiceGroup, Missing, PageRecord, Stage, amounts_in, without_amounts
from auditor_checks.checkout.words import begins_with, says

_FORMS = {"radio", "select"}
_ELSEWHERE = {"header", "nav", "footer", "aside"}
_WAYS = ("shipping_choice", "pickup", "delivery_time", "payment_choice")
_NO_EXTRA = ("coupon", "free_shipping", "consent", "terms_box")
_OFF = re.compile(r"(?:^|[\s(\[])[-−–](?=[^\s\w]{0,2}\d)")  # "-5,00 €": what is taken off, not added


def paid_in_advance(pages: Sequence[PageRecord]) -> Iterator[tuple[PageRecord, Choice]]:
    """The extras that were chosen before the shopper could choose, each on the page where its choice is first seen.

    Later pages may only repeat what was answered there.
    """
    told = any(page.facts.checkout.shipping for page in pages)
    seen: set[tuple[str, ...]] = set()
    for page in pages:
        for group in page.facts.groups:
            answers = tuple(sorted(without_amounts(c.text) for c in group.choices))
            if group.form not in _FORMS or answers in seen:
                continue
            seen.add(answers)
            chosen = group.selected
            if chosen is not None and _is_extra(page, group, chosen, delivery_told=told) and _is_preset(page, chosen):
                yield page, chosen


def _is_extra(page: PageRecord, group: ChoiceGroup, chosen: Choice, *, delivery_told: bool) -> bool:
    """Whether a choice is about something beside the goods, and the answer that was made costs what another would not.

    Where no choice of the way is known as that of delivery, one that is not named as an extra may be it.
    """
    lexicon, language, checkout = page.facts.lexicon, page.facts.language, page.facts.checkout
    taken = {g.n for g in (*checkout.shipping, *checkout.payment)}
    if group.n in taken or chosen.control.landmark in _ELSEWHERE or not _costs(chosen.text, language):
        return False
    known = lexicon.mentions("extras", chosen.text)
    if page.stage is Stage.PRODUCT and not known:
        return False  # a dearer variant, most likely
    free = next((c for c in group.available if c is not chosen and is_free(c.text, language)), None)
    if free is None or any(lexicon.mentions(concept, chosen.text) for concept in _NO_EXTRA):
        return False
    variant = lexicon.has("option_group", group.label)  # as lines of a cart may let it be changed
    return known or (delivery_told and not variant and not (_is_way(page, group, chosen, free) or _is_known_field(page, group)))


def is_free(text: str, language: str) -> bool:
    """Whether an answer says that it costs nothing: by its amount, in words, or because it declines."""
    amounts = amounts_in(text)
    if amounts:
        return all(a.value == 0 for a in amounts)
    return says("free", language, text) or begins_with("declined", language, text)


def takes_off(text: str) -> bool:
    """Whether an amount is written as one that is taken off."""
    return _OFF.search(text) is not None


def _costs(text: str, language: str) -> bool:
    amounts = amounts_in(text)
    return bool(amounts) and all(a.value > 0 for a in amounts) and not takes_off(text) and not says("free", language, text)


def _is_way(page: PageRecord, group: ChoiceGroup, *answers: Choice) -> bool:
    """Whether a group may choose delivery or payment: it is called so, or one of its answers is named like a way of it."""
    lexicon = page.facts.lexicon
    if any(lexicon.has(concept, group.label) for concept in ("shipping_method", "payment_method")):
        return True
    return any(lexicon.mentions(concept, _name(answer.text)) for answer in answers for concept in _WAYS)


def _is_known_field(page: PageRecord, group: ChoiceGroup) -> bool:
    """Whether a list asks for a quantity, a country or another part of an address."""
    members = {c.control.n for c in group.choices}
    return any(field.kind and field.control.n in members for field in page.facts.fields)


def _name(text: str) -> str:
    """What an answer is called: the words before its amount, behind which it is described."""
    words = text.split()
    for place in range(1, len(words) + 1):
        if amounts_in(" ".join(words[:place])):
            name = without_amounts(" ".join(words[:place]))
            return name if any(c.isalpha() for c in name) else without_amounts(text)
    return text


def _is_preset(page: PageRecord, choice: Choice) -> bool:
    """Whether a choice was made when the page was first seen. Older recordings know it of lists by the page's source alone."""
    control = choice.control
    if choice.option < 0:
        return control.default_checked
    if any(option.preset for option in control.options):
        return control.options[choice.option].preset
    try:
        soup = page.soup
    except Missing:
        return False
    name = control.attrs.get("name", "")
    sent = soup.find("select", id=control.id) if control.id else soup.find("select", attrs={"name": name}) if name else None
    marked = sent.find_all("option", selected=True) if sent is not None else []
    return any(option.get("value", option.get_text(strip=True)) == control.options[choice.option].value for option in marked)
