"""product-image-count."""

from auditor.api import (
    Effort,
    Finding,
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
    several,
    warned,
)
from auditor_checks.picture_links import picture_name
from auditor_checks.product_page import gallery, is_gift_card, product_markup

_ENOUGH, _SOME = 4, 2


@page_check(
    id="product-image-count",
    category="product",
    title="The product is shown in several pictures",
    failure_title="The product is shown in one picture only",
    why="Pictures are what shoppers have instead of the thing itself: from all sides, in use, close up, beside something of known size.",
    fix="Show at least four pictures: the front, another side, a detail, and the product in use.",
    severity=Severity.MAJOR,
    effort=Effort.M,
    stages=(Stage.PRODUCT,),
    sources=(
        Source(
            "Baymard Institute, Secondary hover information",
            "https://baymard.com/blog/secondary-hover-information",
            "at least 3 pictures even in lists; that 4 are enough on the product page is our own rule",
        ),
        Source(
            "Baymard Institute, In-scale product images",
            "https://baymard.com/blog/in-scale-product-images",
            "42 % of users judge size by pictures",
        ),
    ),
    limits="Videos and turning views are not counted. For spare parts and the like fewer pictures may do.",
)
def image_count(page: PageRecord) -> Outcome:
    """Count the different pictures of the gallery, on screen, in the source and in the structured data."""
    if is_gift_card(page):
        return not_applicable(say("The product is a gift card."))
    found = gallery(page)
    if found is None:
        return not_measurable(say("No picture of the product was recognised near the top of the page."))
    listed = (product_markup(page) or {}).get("image")
    marked = {picture_name(image) for image in listed if isinstance(image, str)} if isinstance(listed, list) else set()
    number = max(1, found.count, len(marked))
    finding = Finding(say("The pictures of the product stand here."), box=found.main.box, key="gallery")
    threshold = f"≥ {_ENOUGH}"
    if number >= _ENOUGH:
        said = several(number, "The product is shown in {n} picture.", "The product is shown in {n} pictures.")
        return passed(said, value=number, threshold=threshold)
    if number >= _SOME:
        message = several(number, "The product is shown in {n} picture only.", "The product is shown in {n} pictures only.")
        return warned(message, findings=[finding], value=number, threshold=threshold)
    return failed(say("The product is shown in a single picture."), findings=[finding], value=number, threshold=threshold)
