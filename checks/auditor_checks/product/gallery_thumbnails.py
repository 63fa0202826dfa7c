"""product-gallery-thumbnails."""

import re
from collections import Counter

from auditor.api import (
    Box,
    Confidence,
    Effort,
    Finding,
    Outcome,
    PageRecord,
    Picture,
    Severity,
    Source,
    Stage,
    failed,
    not_applicable,
    not_measurable,
    page_check,
    passed,
    say,
    several,
    warned,
)
from auditor_checks.picture_links import picture_name
from auditor_checks.product_page import Gallery, addresses_of, gallery

_SMALL = (24, 200)  # CSS pixels of a thumbnail's sides
_LARGE = 200
_COUNTER = re.compile(r"^\d{1,2}\s*(/|of|von|sur|de|di|van|z|av|af)\s*\d{1,2}$", re.IGNORECASE)
_REACH = 300  # CSS pixels from the main picture
_BESIDE = 150  # CSS pixels from the main picture where small ones outside the gallery may belong to it
_PEEK = 40  # CSS pixels of the next picture that tell there is one
_ROUNDING = 2  # CSS pixels by which the next slide of a track may lie over the one before it
_HINT = 30  # characters of "+3" or "All 8 pictures"


@page_check(
    id="product-gallery-thumbnails",
    category="product",
    title="Further pictures are announced by small ones",
    failure_title="Further pictures of the product are not announced by small ones",
    why="Dots under a picture say nothing about what comes next, and many shoppers never see the other pictures.",
    fix="Show a row of small pictures under or beside the main one; on phones it may scroll sideways.",
    severity=Severity.MINOR,
    effort=Effort.S,
    stages=(Stage.PRODUCT,),
    confidence=Confidence.MEDIUM,
    sources=(
        Source(
            "Baymard Institute, Always use thumbnails for additional images",
            "https://baymard.com/blog/always-use-thumbnails-additional-images",
            "76 % of mobile sites do not",
        ),
    ),
    limits="Fails only where the page's source holds each picture once, so that no small ones can be hidden; a counter such as “1 / 6” "
    "warns. Pictures one below the other count as shown, and beside one another where the window and the text beside the gallery leave "
    "room for them.",
)
def gallery_thumbnails(page: PageRecord) -> Outcome:
    """Look in and around the gallery for small pictures, or for the large ones one below the other."""
    found = gallery(page)
    if found is None:
        return not_measurable(say("No picture of the product was recognised near the top of the page."))
    if found.count < 2:
        return not_applicable(say("The product is shown in a single picture."))
    main = found.main.box
    near = [p for p in found.shown if p.n != found.main.n and p.box.distance(main) <= _REACH]
    small = [p for p in near if _SMALL[0] <= max(p.box.width, p.box.height) <= _SMALL[1]]
    if len(small) >= 2:
        return passed(
            several(len(small), "{n} small picture announces the others.", "{n} small pictures announce the others."), value=len(small)
        )
    if _in_sight(page, found):
        return passed(say("The pictures stand beside or below one another."), value=len(found.shown))
    counter = next((t.text for t in page.observation.texts if t.box.distance(main) <= _REACH and _COUNTER.match(t.text)), "")
    count = found.count
    message = several(
        count,
        "There is {n} picture, but no small picture to announce it.",
        "There are {n} pictures, but no small pictures to announce them.",
    )
    if counter:
        message = several(
            count,
            "There is {n} picture, but only the counter “{counter}” to announce it.",
            "There are {n} pictures, but only the counter “{counter}” to announce them.",
            counter=counter,
        )
    outcome = warned if counter or _may_be_announced(page, found) else failed
    return outcome(message, findings=[Finding(message, box=main, key="no thumbnails")], value=0)


def _may_be_announced(page: PageRecord, found: Gallery) -> bool:
    """Whether small pictures may be hidden, drawn otherwise or outside the gallery, or words with a number tell of the others."""
    names = [{picture_name(address) for address in addresses_of(element)} - {""} for element in found.elements]
    times = Counter(name for own in names for name in own)
    if len(times) < 2 or sum(number > 1 for number in times.values()) > 1:
        return True  # the others are not known from the source, or it holds several of them twice: large and small
    main, observation = found.main.box, page.observation
    near = [p.box for p in observation.pictures if p.kind != "svg" and p.box.distance(main) <= _BESIDE]  # arrows are drawings
    if sum(_SMALL[0] <= min(box.width, box.height) and max(box.width, box.height) <= _SMALL[1] for box in near) > 1:
        return True
    said = [t for t in observation.texts if len(t.text) <= _HINT and t.box.overlaps(main)]
    return any(c.isdigit() for t in said for c in t.text)


def _in_sight(page: PageRecord, found: Gallery) -> list[Picture]:
    """The large pictures that are shown beside or below the main one, without those that wait beyond the edge of a track that slides.

    A track is cut at the gallery's edge: its other pictures lie where the name, price or button of the product stands, and further on.
    """
    main, width, bought = found.main.box, page.observation.viewport[0], page.facts.buy_box
    places = [t.box for t in (bought.heading, bought.price.text if bought.price else None) if t is not None]
    places += [b.control.box for b in bought.buttons[:1]]
    cut = [p.box.x for p in found.shown if _in_row(p.box, main) and any(p.box.overlaps(place) for place in places)]
    return [
        p
        for p in found.shown
        if p.box.height >= _LARGE
        and not p.box.overlaps(main)
        and min(p.box.right, width) - max(p.box.x, 0) >= _PEEK
        and not (_in_row(p.box, main) and any(x <= p.box.x for x in cut))
    ]


def _in_row(box: Box, main: Box) -> bool:
    return box.x >= main.right - _ROUNDING and box.y < main.bottom and main.y < box.bottom
