"""The product page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.exceptions import HTTPException

from auditor.demo.basket import basket_of
from auditor.demo.delivery import methods
from auditor.demo.descriptions import prose, reviews, specs
from auditor.demo.pages import recent, show
from auditor.demo.structured_data import product_data

if TYPE_CHECKING:
    from starlette.responses import Response

    from auditor.demo.product import Product
    from auditor.demo.shop import Visit


async def product(visit: Visit) -> Response:
    """One product with everything a shopper asks before buying."""
    found = visit.shop.catalogue.product(visit.request.path_params["slug"])
    if found is None:
        raise HTTPException(404)
    seen_before = recent(visit, but=found.id)
    visit.session.saw(found.id)
    visit.reach("product")
    shop = visit.shop
    country = shop.wording.market.country
    ways = methods(shop.wording, found.price, country, digital=found.digital, today=visit.today)
    priciest = methods(shop.wording, 0, country, digital=found.digital, today=visit.today)
    number = list(shop.catalogue.products).index(found.id)
    said = reviews(shop.wording, number)
    category = shop.catalogue.categories[found.category]
    base = f"{visit.request.url.scheme}://{visit.request.url.netloc}"
    return show(
        visit,
        "product",
        "pages/product.html",
        product=found,
        category=category,
        here_category=found.category,
        here_department=category.department,
        trail=[(category.name, visit.path("category", category.slug)), (found.name, "")],
        text=prose(found, shop.wording),
        specs=specs(found, shop.wording),
        ways=ways,
        standard=ways[0],
        full_shipping=priciest[0].price,
        reviews=said,
        related=shop.catalogue.related(found),
        recent=seen_before,
        problems=visit.session.take_errors(),
        added=_just_added(visit, found),
        data=[product_data(found, shop.wording, base, found.lead, ways[0], said)],
    )


def _just_added(visit: Visit, product: Product) -> object:
    """The basket's line of this product, when the shopper was sent back here after adding it."""
    if "added" not in visit.request.query_params:
        return None
    rows = basket_of(visit.session, visit.shop.catalogue).rows
    return next((row for row in reversed(rows) if row.product.id == product.id), None)
