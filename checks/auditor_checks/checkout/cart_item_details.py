"""checkout-cart-item-details."""

from auditor.api import (
    Box,
    Effort,
    Finding,
    JourneyRecord,
    Message,
    Outcome,
    PageRecord,
    Severity,
    Source,
    Stage,
    failed,
    journey_check,
    listing,
    normalise,
    not_measurable,
    passed,
    say,
    title_similarity,
    warned,
)
from auditor_checks.checkout.sums import cart_part, leads_to_cart, only_confirms, rows

_ALIKE, _REACH, _SMALLEST = 0.6, 160, 28
_PICTURE, _LINK, _VARIANT = "picture", "link to the product", "chosen variant"
_THRESHOLD = say("picture, name, variant, price and a link")


@journey_check(
    id="checkout-cart-item-details",
    category="checkout",
    title="Cart lines show picture, name, variant and price",
    failure_title="Cart lines do not show the price",
    why="Before they pay, shoppers check that the right thing in the right size is in the cart.",
    fix="Show in each line of the cart a picture, the name with a link to the product, the chosen size and colour, quantity and price.",
    severity=Severity.MAJOR,
    effort=Effort.S,
    stages=(Stage.CART,),
    sources=(
        Source(
            "EU, Consumer Rights Directive 2011/83/EU, Art. 8(2)",
            "https://eur-lex.europa.eu/eli/dir/2011/83/oj",
            "main characteristics of the goods before the order (2011)",
        ),
    ),
    limits="The line of the one product that was added. What stands close to its name counts as part of the line.",
)
def cart_item_details(journey: JourneyRecord) -> Outcome:
    """Look around the product's name in the cart for picture, link, variant and price."""
    page = journey.page(Stage.CART)
    product = str(journey.product.get("title", ""))
    names = _names(page, product) if product else []
    if not names:
        return not_measurable(say("The product was not recognised in the cart."))
    if not rows(page):
        message = say("The cart shows no price at all.")
        return failed(message, findings=[Finding(message, url=page.url, key="price")], threshold=_THRESHOLD)
    missing = [what for what, there in _details(page, names, [str(c) for c in journey.product.get("choices", ())]).items() if not there]
    if not missing:
        return passed(say("The line of the product shows what was chosen."), threshold=_THRESHOLD)
    if leads_to_cart(page):
        return not_measurable(say("Only the short cart that opens over the page was seen; it leads to a page that may show more."))
    if (confirms := only_confirms(page)) is not None:
        return not_measurable(confirms)
    findings = [
        Finding(
            say("The line of “{product}” {faults}.", product=product[:60], faults=_faults([what])), box=names[0], url=page.url, key=what
        )
        for what in missing
    ]
    return warned(say("The line of the product {faults}.", faults=_faults(missing)), findings=findings, threshold=_THRESHOLD)


def _faults(missing: list[str]) -> Message:
    """Say of the line what it lacks."""
    faults = []
    if _PICTURE in missing and _LINK in missing:
        faults.append(say("has no picture and no link to the product"))
    elif _PICTURE in missing:
        faults.append(say("has no picture"))
    elif _LINK in missing:
        faults.append(say("has no link to the product"))
    if _VARIANT in missing:
        faults.append(say("does not say which variant was chosen"))
    return listing(faults)


def _names(page: PageRecord, product: str) -> list[Box]:
    """Where the product's name stands as a line of the cart, else wherever it stands."""
    part = cart_part(page)
    lines = [line.title.box for line in page.facts.cart_lines(product, part)]
    return [box for box in lines if box.y < lines[0].y + _REACH] or [
        t.box
        for t in page.observation.texts
        if t.landmark not in {"nav", "footer"}
        and (part is None or page.observation.contains(part, t.n))
        and (title_similarity(product, t.text) >= _ALIKE or normalise(product) in normalise(t.text))
    ]


def _details(page: PageRecord, names: list[Box], choices: list[str]) -> dict[str, bool]:
    observation = page.observation
    near = normalise(" ".join(t.text for t in observation.texts if any(t.box.distance(name) <= _REACH for name in names)))
    pictures = [p for p in observation.pictures if min(p.box.width, p.box.height) >= _SMALLEST]
    links = [c for c in observation.visible if c.href or c.custom]
    return {
        _PICTURE: any(p.box.distance(name) <= _REACH for p in pictures for name in names),
        _LINK: any(c.box.overlaps(name) or c.box.distance(name) <= _SMALLEST for c in links for name in names),
        _VARIANT: all(normalise(choice.partition("(")[0]) in near for choice in choices),
    }
