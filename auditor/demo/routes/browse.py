"""Browsing: home page, lists and search."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, Response

from auditor.demo import listing, searching
from auditor.demo.descriptions import reviews
from auditor.demo.pages import show
from auditor.demo.structured_data import website

if TYPE_CHECKING:
    from collections.abc import Sequence

    from auditor.demo.product import Product
    from auditor.demo.shop import Visit

BEST = ("fjell", "tinde", "holm", "elv", "hei", "vidda", "eik", "skog")
SEASON = ("regn", "mane", "morgen", "myr")


def some(visit: Visit, ids: Sequence[str], wanted: int) -> list[Product]:
    """The first of these products that can be bought."""
    products = (visit.shop.catalogue.products[key] for key in ids)
    return [product for product in products if product.available][:wanted]


async def home(visit: Visit) -> Response:
    """The home page."""
    base = f"{visit.request.url.scheme}://{visit.request.url.netloc}"
    return show(
        visit,
        "home",
        "pages/home.html",
        best=some(visit, BEST, 4),
        season=some(visit, SEASON, 4),
        voices=reviews(visit.shop.wording, 0)[:3],
        data=[website(visit.shop.wording, base)],
    )


async def category(visit: Visit) -> Response:
    """One category's list."""
    found = visit.shop.catalogue.category(visit.request.path_params["slug"])
    if found is None:
        raise HTTPException(404)
    words = visit.shop.wording
    trail = [(found.name, "")]
    if visit.shop.shape.menu == "nested":
        department = (words.word("departments", found.department), words.path("department", found.department))
        trail.insert(0, department)
    return _list(
        visit,
        "category",
        found.products,
        title=found.name,
        lead=found.lead,
        trail=trail,
        here_category=found.id,
        here_department=found.department,
    )


async def everything(visit: Visit) -> Response:
    """The list of all products."""
    words = visit.shop.wording.t
    return _list(
        visit,
        "all",
        tuple(visit.shop.catalogue),
        title=words.nav.all,
        lead=words.home.lead,
        trail=[(words.nav.all, "")],
    )


async def department(visit: Visit) -> Response:
    """A department's categories, as tiles."""
    key, shop = visit.request.path_params["slug"], visit.shop
    if key not in shop.catalogue.departments:
        raise HTTPException(404)
    return show(
        visit,
        "department",
        "pages/department.html",
        title=shop.wording.word("departments", key),
        inside=[shop.catalogue.categories[inner] for inner in shop.catalogue.departments[key]],
        here_department=key,
    )


async def search(visit: Visit) -> Response:
    """Search results, or help when there are none."""
    query = visit.request.query_params.get("q", "").strip()[:80]
    shop = visit.shop
    found = searching.find_products(query, shop.catalogue, shop.wording, forgiving=not shop.planted.on("strict-search"))
    help_pages = searching.find_help(query, shop.wording)
    if not found and not help_pages:
        return show(visit, "search-empty", "pages/search_empty.html", query=query, best=some(visit, BEST, 4))
    words = shop.wording.t.search
    return _list(
        visit,
        "search",
        tuple(found),
        title=words.title.format(query=query),
        lead="",
        trail=[(words.results, "")],
        query=query,
        help_pages=help_pages,
        template="pages/search.html",
    )


async def suggest(visit: Visit) -> Response:
    """What to offer while a shopper types, for a script."""
    query = visit.request.query_params.get("q", "")[:80]
    offered = searching.suggest(query, visit.shop.catalogue, visit.shop.wording) if len(query) > 1 else []
    return JSONResponse([{"label": label, "href": href} for label, href in offered])


async def not_found(visit: Visit) -> Response:
    """The page for addresses that lead nowhere."""
    return show(visit, "notfound", "pages/not_found.html", status=404, best=some(visit, BEST, 4))


def _list(
    visit: Visit,
    kind: str,
    products: Sequence[Product],
    *,
    query: str = "",
    template: str = "pages/list.html",
    **context: Any,
) -> Response:
    params = visit.request.query_params
    sort = params.get("sort", "recommended")
    sort = sort if sort in listing.SORTS else "recommended"
    ticked = {key: params.getlist(key) for key in params}
    groups = listing.groups(products, ticked, visit.shop.wording)
    path = visit.request.url.path
    return show(
        visit,
        kind,
        template,
        found=listing.narrow(products, groups, sort),
        groups=groups,
        chosen=listing.chosen(groups, sort, path, query),
        query=query,
        bare_path=path,
        bare=f"{path}?q={query}" if query else path,
        **context,
    )
