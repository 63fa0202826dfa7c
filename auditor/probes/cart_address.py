"""Where the cart can be opened again once the journey has been through it."""

from __future__ import annotations

from urllib.parse import urldefrag

from auditor.facts.page import PageFacts
from auditor.journey.walker import Walker
from auditor.model.journey import StepOutcome
from auditor.model.stage import Stage

_LIKELY = 0.5


def cart_address(walker: Walker, here: PageFacts | None = None) -> str:
    """Return the address of the cart's page, "" if none was reached.

    A cart that was seen in a drawer has the product's address; a link to its own page is better, where one was seen.
    `here` is the cart while its stage is still under way.
    """
    reached = here.url if here is not None else _reached(walker)
    if not reached or urldefrag(reached)[0] != urldefrag(walker.product.url)[0]:
        return reached
    pages = walker.seen if here is None else [*walker.seen, here]
    links = [c for page in pages for c in page.cart_links if c.p >= _LIKELY and c.control.href.startswith("http")]
    best = max(links, key=lambda c: c.p, default=None)
    return best.control.href if best is not None else reached


def _reached(walker: Walker) -> str:
    return next((s.url for s in reversed(walker.steps) if s.stage is Stage.CART and s.outcome is StepOutcome.REACHED), "")
