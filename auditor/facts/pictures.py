"""The picture of a product page that shows the product."""

from __future__ import annotations

from collections.abc import Sequence

from auditor.facts.cards import Card
from auditor.observe import Observation, Picture

_ELSEWHERE = frozenset({"header", "nav", "footer", "dialog", "search"})
_LEAST_SIDE = 140  # CSS pixels of a product's main picture
_SCREENS = 1.6
_LARGE = 10**6  # square CSS pixels; beyond that the first of several counts


def main_picture(observation: Observation, cards: Sequence[Card]) -> Picture | None:
    """Return the largest picture near the top that stands in no list of products, header or footer; None if there is none."""
    limit = _SCREENS * observation.viewport[1]
    regions = [r.n for r in observation.regions if r.kind in _ELSEWHERE]
    listed = [card.n for card in cards] if len(cards) > 1 else []

    def is_candidate(picture: Picture) -> bool:
        if picture.kind != "img" or min(picture.box.width, picture.box.height) < _LEAST_SIDE or picture.box.y > limit:
            return False
        return not any(observation.contains(n, picture.n) for n in (*regions, *listed))

    return max((p for p in observation.pictures if is_candidate(p)), key=lambda p: min(p.box.area, _LARGE), default=None)
