"""A question of consent that lies over nothing: an ordinary part of the page, at its top or its bottom."""

from __future__ import annotations

from auditor.lexicon import Lexicon
from auditor.observe import Box, Control, Layer, Observation, Text

_BAND = 0.3  # of the window's height, from the top and from the bottom of the page
_TALLEST = 0.5  # of the window's height
_LEAST = 25  # characters of a sentence that asks
_LONGEST = 900  # characters of all that a strip says
_MOST = 8  # controls; more are a form or a page
_DEPTH = 4  # from the sentence up to what holds its answers too
_SURE = 0.75
_ANOTHER = ("newsletter_submit", "checkout", "place_order", "login", "add_to_cart")


def consent_strip(observation: Observation, lexicon: Lexicon) -> Layer | None:
    """Return the strip that asks for consent, in the shape of a layer, None if there is none.

    It is the smallest part of the page that holds a sentence about consent and a button that agrees. What has a field, a
    heading of the page or a button for anything else is no strip: a newsletter, a checkout, a policy.
    """
    for text in observation.texts:
        if text.control >= 0 or text.landmark in {"main", "nav"} or len(text.text) < _LEAST or not _is_at_an_edge(observation, text.box):
            continue
        if lexicon.mentions("consent", text.text) and (found := _around(observation, lexicon, text)) is not None:
            return found
    return None


def _around(observation: Observation, lexicon: Lexicon, sentence: Text) -> Layer | None:
    for node in [sentence.n, *observation.ancestors(sentence.n)][: _DEPTH + 1]:
        controls, texts = observation.within(node)
        shown = [c for c in controls if c.visible and c.tag != "label"]
        if len(shown) > _MOST or sum(len(t.text) for t in texts if not t.split) > _LONGEST:
            return None
        if not any(_agrees(control, lexicon) for control in shown):
            continue
        if any(c.is_text_field or c.tag == "select" for c in shown) or any(t.heading == 1 for t in texts):
            return None
        if any(lexicon.has(concept, *c.words, at_least=0.85) for concept in _ANOTHER for c in shown):
            return None
        return _as_layer(observation, node, [*(t.box for t in texts), *(c.box for c in shown)])
    return None


def _agrees(control: Control, lexicon: Lexicon) -> bool:
    """Whether a button agrees where it stands; a link to another page answers nothing."""
    stays = not control.raw_href or control.raw_href.startswith(("#", "?", "javascript:"))
    return control.is_button and stays and lexicon.has("consent_accept", *control.words, at_least=_SURE)


def _as_layer(observation: Observation, node: int, boxes: list[Box]) -> Layer | None:
    x, y = min(b.x for b in boxes), min(b.y for b in boxes)
    box = Box(x, y, max(b.right for b in boxes) - x, max(b.bottom for b in boxes) - y)
    width, height = observation.viewport
    if box.height > _TALLEST * height or not _is_at_an_edge(observation, box):
        return None
    return Layer(n=node, role="", position="static", z=0, box=box, share=round(box.area / (width * height), 3), center=False, modal=False)


def _is_at_an_edge(observation: Observation, box: Box) -> bool:
    band = _BAND * observation.viewport[1]
    return box.y <= band or box.bottom >= observation.page_size[1] - band
