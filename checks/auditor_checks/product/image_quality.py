"""product-image-quality."""

import re

from bs4 import Tag

from auditor.api import (
    Confidence,
    Effort,
    Finding,
    Missing,
    Outcome,
    PageRecord,
    Severity,
    Source,
    Stage,
    failed,
    not_applicable,
    not_measurable,
    page_check,
    passed,
    say,
    warned,
)
from auditor_checks.picture_links import picture_name
from auditor_checks.product_page import Gallery, gallery, is_gift_card

_GOOD, _POOR = 1200, 800  # pixels of the long edge
_BROKEN = 400  # HTTP status from which a picture is missing
_WIDTH = re.compile(r"\s(\d{2,5})w")
_DENSITY = re.compile(r"\s([1-4](?:\.\d+)?)x")
_LARGER = re.compile(r"zoom|large|full|original|hires|high-?res|magnif|lightbox|fancybox|photoswipe|pswp", re.IGNORECASE)


@page_check(
    id="product-image-quality",
    category="product",
    title="The product's pictures are large and sharp",
    failure_title="The product's pictures are too small, or broken",
    why="Shoppers want to see the weave and the seam. A small picture looks blurred on today's screens, and cannot be enlarged.",
    fix="Offer the main picture with a long edge of at least 1200 pixels, in several sizes (srcset), so that phones load the smaller ones.",
    severity=Severity.MAJOR,
    effort=Effort.M,
    stages=(Stage.PRODUCT,),
    confidence=Confidence.MEDIUM,
    sources=(
        Source(
            "Google, Merchant listing structured data",
            "https://developers.google.com/search/docs/appearance/structured-data/merchant-listing",
            "large pictures are asked for (2026); the figures are our own rule",
        ),
    ),
    limits="Counts pixels, not whether they are sharp. A larger picture that a script loads on a press counts if the markup hints at it.",
)
def image_quality(page: PageRecord) -> Outcome:
    """Take the largest size the markup offers of the main picture; look for pictures that did not load."""
    if is_gift_card(page):
        return not_applicable(say("The product is a gift card."))
    found = gallery(page)
    if found is None:
        return not_measurable(say("No picture of the product was recognised near the top of the page."))
    broken = _broken(page, found)
    if broken:
        message = say("A picture of the product does not load: {address}.", address=broken[:120])
        return failed(message, findings=[Finding(message, box=found.main.box, key="broken")], value=0, unit="px")
    edge = _largest_edge(found)
    if edge == 0:
        return not_measurable(say("The main picture had not loaded when the page was recorded."))
    threshold = say("≥ {good} px", good=_GOOD)
    if _is_drawing(found.main.src):
        return passed(say("The main picture is a vector drawing, which is sharp at any size."), threshold=threshold)
    if edge >= _GOOD:
        return passed(say("The main picture comes with up to {edge} pixels.", edge=edge), value=edge, unit="px", threshold=threshold)
    finding = Finding(say("This picture has {edge} pixels on its long edge.", edge=edge), box=found.main.box, key="small")
    if edge >= _POOR or _hints_at_larger(found):
        message = say("The main picture comes with {edge} pixels on its long edge, fewer than {good}.", edge=edge, good=_GOOD)
        return warned(message, findings=[finding], value=edge, unit="px", threshold=threshold)
    message = say("The main picture has only {edge} pixels on its long edge, and no larger one is offered.", edge=edge)
    return failed(message, findings=[finding], value=edge, unit="px", threshold=threshold)


def _is_drawing(address: str) -> bool:
    return address.partition("?")[0].casefold().endswith(".svg") or address.startswith("data:image/svg")


def _own(found: Gallery) -> list[Tag]:
    """The elements of the main picture."""
    name = picture_name(found.main.src)
    return [e for e in found.elements if name and name in str(e).casefold()] or list(found.elements[:1])


def _largest_edge(found: Gallery) -> int:
    width, height = found.main.natural
    stretch = max(1.0, height / width) if width else 1.0
    edges = [max(width, height)]
    for element in _own(found):
        sources = [element, *(element.parent.find_all("source") if element.parent is not None and element.parent.name == "picture" else [])]
        listed = " ".join(f" {s.get(key) or ''}" for s in sources for key in ("srcset", "data-srcset"))
        edges += [round(int(w) * stretch) for w in _WIDTH.findall(listed)]
        edges += [round(float(x) * max(width, height)) for x in _DENSITY.findall(listed)]
    return max(edges)


def _hints_at_larger(found: Gallery) -> bool:
    for element in _own(found):
        around = [element, *list(element.parents)[:3]]
        if any(_LARGER.search(" ".join(f"{k} {v}" for k, v in tag.attrs.items())) for tag in around if tag.name not in {"body", "main"}):
            return True
        if any(tag.name == "a" and re.search(r"\.(jpe?g|png|webp|avif)", str(tag.get("href"))) for tag in around):
            return True
    return False


def _broken(page: PageRecord, found: Gallery) -> str:
    """The address of a picture of the gallery on screen that the server refused, "" if all came."""
    try:
        requests = page.network
    except Missing:
        return ""
    shown = {p.src for p in found.shown if p.natural == (0, 0) and not p.pending}
    return next((r.url for r in requests if r.url in shown and r.status >= _BROKEN), "")
