"""The application: a shop of a shape, with flaws planted, as a Starlette app."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from auditor.demo.assets import join_assets
from auditor.demo.catalogue import Catalogue
from auditor.demo.flaws import plant
from auditor.demo.headers import Headers
from auditor.demo.held import Held
from auditor.demo.ledger import Ledger
from auditor.demo.routes import browse, cart, checkout, files, guest, info, letters, order, product, visitor
from auditor.demo.routes.handover import handover
from auditor.demo.shape import PLAIN, Shape
from auditor.demo.shop import Handler, Shop, endpoint
from auditor.demo.templating import environment
from auditor.demo.watch import Watch
from auditor.demo.wording import wording

if TYPE_CHECKING:
    from collections.abc import Collection

    from starlette.requests import Request

BOTH = ["GET", "POST"]
ANY = ["GET", "POST", "PUT", "PATCH", "DELETE"]


def create_app(shape: Shape = PLAIN, flaws: Collection[str] = (), ledger: Ledger | None = None) -> Starlette:  # frozen
    """The embedded shop in a shape, with these flaws planted; what it sees is written into the ledger."""
    planted = plant(flaws)
    shape = planted.reshape(shape)
    words = wording(shape.lang)
    catalogue = Catalogue(words, shape)
    assets = join_assets(shape, planted.style, planted.scripts)
    shop = Shop(
        shape=shape,
        planted=planted,
        ledger=ledger if ledger is not None else Ledger(),
        wording=words,
        catalogue=catalogue,
        assets=assets,
        templates=environment(words, shape, catalogue, assets),
    )
    app = Starlette(
        routes=_routes(shop),
        middleware=[
            Middleware(Headers, shop=shop),
            Middleware(Held, shop=shop),
            Middleware(Watch, shop=shop),
            Middleware(GZipMiddleware, minimum_size=800, compresslevel=5),
        ],
        exception_handlers={404: _lost},
    )
    app.state.shop = shop
    return app


async def _lost(request: Request, _: Exception) -> Response:
    shop: Shop = request.app.state.shop
    if shop.planted.on("blank-not-found"):
        return Response(status_code=500)
    return await endpoint(browse.not_found)(request)


def _routes(shop: Shop) -> list[BaseRoute]:
    path = shop.wording.path

    def page(where: str, handler: Handler, methods: list[str] | None = None) -> Route:
        return Route(where, endpoint(handler), methods=methods or ["GET"])

    final = order.order if shop.shape.danger == "channel_action" else checkout.payment_step
    return [
        page("/", browse.home),
        page(path("category", "{slug}"), browse.category),
        page(path("department", "{slug}"), browse.department),
        page(path("all"), browse.everything),
        page(path("search"), browse.search),
        page("/api/suggest", browse.suggest),
        page(path("product", "{slug}"), product.product),
        page(path("cart"), cart.cart),
        page(path("cart/add"), cart.add, ["POST"]),
        page(path("cart/update"), cart.update, ["POST"]),
        page(path("cart/extras"), cart.extras),
        page(path("checkout"), checkout.checkout),
        page(path("checkout/details"), checkout.details, ["POST"]),
        page(path("checkout/delivery_step"), checkout.delivery_step, BOTH),
        page(path("checkout/payment_step"), checkout.payment_step),
        page(path("checkout/payment_step"), final, ["POST", "PUT", "PATCH"]),
        page(path("checkout/guest"), guest.guest, BOTH),
        page(path("checkout/order"), order.order, ANY),
        Route("/handover", handover),
        page("/api/check", checkout.check, ["POST"]),
        page("/api/town", checkout.town, ["POST"]),
        page("/api/regions", checkout.region_list),
        page("/thank-you/{number}", order.thanks),
        page("/buy-now", order.buy_now, ANY),
        page("/express", order.express, ANY),
        page("/graphql", order.graphql, ANY),
        page("/card-frame", order.card_frame),
        page("/pay-frame", order.pay_frame),
        page(path("wishlist"), visitor.wishlist, BOTH),
        page(path("account"), visitor.account),
        page("/login", guest.login, ["POST"]),
        page("/register", guest.register, ANY),
        page("/newsletter", letters.newsletter, ANY),
        page("/api/close", visitor.close, ["POST"]),
        *(page(path(name), info.text_page(name)) for name in info.TEXTS),
        *(page(path(name), letters.letter_page(name), BOTH) for name in letters.LETTERS),
        Route("/assets/{name}", files.asset),
        Route("/media/{name}", files.media),
        Route("/favicon.ico", files.icon),
        Route("/order-worker.js", files.order_worker),
        Route("/robots.txt", files.robots),
        Route("/sitemap.xml", files.sitemap),
    ]
