"""product-image-zoom."""

from auditor.api import (
    Confidence,
    Effort,
    Finding,
    JourneyRecord,
    Outcome,
    Severity,
    Source,
    Stage,
    failed,
    journey_check,
    not_applicable,
    not_measurable,
    passed,
    say,
    warned,
)
from auditor_checks.product_page import shows_product

_PROBE = "image_zoom"
_LARGER = 1.15
_FILLS_WIDTH, _FILLS_HEIGHT = 0.6, 0.85  # of the window
_SAID = {
    ("hover", "layer"): say("Pointing at the picture opens a layer with it"),
    ("hover", "picture"): say("Pointing at the picture shows it larger"),
    ("hover", "page"): say("Pointing at the picture leads to a page"),
    ("press", "layer"): say("Pressing the picture opens a layer with it"),
    ("press", "picture"): say("Pressing the picture shows it larger"),
    ("press", "file"): say("Pressing the picture leads to the picture itself"),
    ("press", "page"): say("Pressing the picture leads to a page"),
    ("press", "tab"): say("Pressing the picture opens a tab"),
}
_NO_LARGER = {
    "hover": say("Pointing at the picture opens a layer that shows it no larger"),
    "press": say("Pressing the picture opens a layer that shows it no larger"),
}


@journey_check(
    id="product-image-zoom",
    category="product",
    title="The product's picture can be enlarged",
    failure_title="The product's picture cannot be enlarged",
    why="Shoppers want to see cloth, seams, sockets and small print. What they cannot make out, they do not buy, or send back.",
    fix="Let a press on the main picture open it as large as the window allows, in full resolution, with a button and the Escape key "
    "to close it.",
    severity=Severity.MINOR,
    effort=Effort.S,
    stages=(Stage.PRODUCT,),
    devices="desktop",
    probes=(_PROBE,),
    confidence=Confidence.MEDIUM,
    sources=(
        Source(
            "Nielsen Norman Group, Top 10 web design mistakes of 2005",
            "https://www.nngroup.com/articles/top-ten-web-design-mistakes-of-2005/",
            "inadequate photo enlargement is number ten: the same picture again, or only a little larger (2005)",
        ),
        Source(
            "Baymard Institute, Mobile image gestures",
            "https://baymard.com/blog/mobile-image-gestures",
            "40 % of mobile shops did not support them (2016)",
        ),
    ),
    limits="The main picture of one product, on desktop: pointed at and pressed in its middle. Other ways to enlarge it are not tried.",
)
def image_zoom(journey: JourneyRecord) -> Outcome:
    """Point at the product's main picture and press it; see whether it is shown larger."""
    found = journey.probe(_PROBE)
    width, height = found["shown"]
    if width >= _FILLS_WIDTH * found["window"][0] or height >= _FILLS_HEIGHT * found["window"][1]:
        return not_applicable(say("The picture is shown {width} by {height} pixels large already.", width=width, height=height))
    seen = [(how, found[how]) for how in ("hover", "press") if found[how]]
    shown = [(how, view) for how, view in seen if view["view"] != "elsewhere"]
    if not shown and seen:
        return not_measurable(say("The picture is a link to another page, which was not followed."))
    if not shown and found["promised"]:
        return not_measurable(say("The page speaks of enlarging its pictures, but nothing was seen when it was tried."))
    threshold = say("> {times:g}", times=_LARGER)
    if not shown and not _is_sure(journey):
        return not_measurable(say("Whether the largest picture of the page shows the product cannot be told."))
    if not shown:
        message = say(
            "Neither pointing at the picture ({width} by {height} pixels) nor pressing it shows it larger.", width=width, height=height
        )
        return failed(message, findings=[Finding(message, url=found["url"], key="zoom")], value=1, unit="×", threshold=threshold)
    how, best = max(shown, key=lambda one: max(one[1].get("size", [0])))
    happens = _SAID[how, best["view"]]
    if "size" not in best:
        return passed(say("{what_happens}.", what_happens=happens), threshold=threshold)
    times = round(max(best["size"][0] / max(width, 1), best["size"][1] / max(height, 1)), 2)
    more = max(best["natural"], default=0) / max(width, height, 1)
    if times >= _LARGER:
        message = say("{what_happens}: {size} instead of {width} pixels wide.", what_happens=happens, size=best["size"][0], width=width)
        return passed(message, value=times, unit="×", threshold=threshold)
    if best["view"] == "picture" or more >= _LARGER:
        message = say("{what_happens}, in more detail.", what_happens=happens)
        return passed(message, value=round(more, 2), unit="×", threshold=threshold)
    message = say("{what_happens}: {size} instead of {width} pixels wide.", what_happens=_NO_LARGER[how], size=best["size"][0], width=width)
    return warned(message, findings=[Finding(message, url=found["url"], key="zoom")], value=times, unit="×", threshold=threshold)


def _is_sure(journey: JourneyRecord) -> bool:
    page = journey.page(Stage.PRODUCT)
    picture = page.facts.main_picture
    return picture is not None and shows_product(page, picture)
