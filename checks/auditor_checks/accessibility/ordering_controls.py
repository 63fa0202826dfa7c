"""Which elements of a page's source an order passes by: the steps of a quantity, and what stands in the cart's own layer."""

from itertools import islice

from bs4 import Tag

from auditor.api import PageRecord, Stage

_AROUND = 2  # elements around a step of a quantity that hold its field
_STEPS = 2
_QUANTITY = ("qty", "quantity")
_LAYERS = ["dialog", "alertdialog"]
_SURE = 0.9


def serves_the_order(page: PageRecord, element: Tag | None) -> bool:
    """Whether a shopper meets the element on the way to an order, rather than beside it."""
    if element is None or page.stage not in {Stage.PRODUCT, Stage.CART}:
        return False
    return _is_step(element) or (page.stage is Stage.CART and _is_in_cart_layer(page, element))


def _is_step(element: Tag) -> bool:
    """Whether it is a "+" or "-": one of at most two buttons around a single field for a number."""
    if element.name != "button" and element.get("role") != "button":
        return False
    for holder in islice(element.parents, _AROUND):
        fields = [one for one in holder.find_all("input") if one.get("type") != "hidden"]
        if fields:
            buttons = holder.find_all(lambda tag: tag.name == "button" or tag.get("role") == "button")
            return len(fields) == 1 and len(buttons) <= _STEPS and _is_number(fields[0])
    return False


def _is_number(field: Tag) -> bool:
    name = f"{field.get('name') or ''} {field.get('id') or ''}".lower()
    return field.get("type") == "number" or field.get("role") == "spinbutton" or any(word in name for word in _QUANTITY)


def _is_in_cart_layer(page: PageRecord, element: Tag) -> bool:
    """Whether the layer around it leads to the checkout: a window that asks for consent or an address does not."""
    layer = element.find_parent("dialog") or element.find_parent(role=_LAYERS)
    pressed = layer.find_all(["a", "button"]) if layer is not None else []
    words = (" ".join(one.get_text(" ").split()) for one in pressed)
    return any(told and page.facts.lexicon.has("checkout", told, at_least=_SURE) for told in words)
