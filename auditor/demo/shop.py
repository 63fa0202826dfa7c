"""Shop and Visit: everything one running shop knows, and one request seen from inside it."""

from __future__ import annotations

import secrets
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from starlette.responses import RedirectResponse, Response

from auditor.demo.basket import Basket, basket_of
from auditor.demo.session import Session, Sessions

if TYPE_CHECKING:
    from jinja2 import Environment
    from starlette.datastructures import FormData
    from starlette.requests import Request

    from auditor.demo.assets import Assets
    from auditor.demo.catalogue import Catalogue
    from auditor.demo.flaws import Planted
    from auditor.demo.ledger import Ledger
    from auditor.demo.shape import Shape
    from auditor.demo.wording import Wording

COOKIE = "nordlys_session"
THIRTY_DAYS = 30 * 24 * 3600


@dataclass
class Shop:
    """One shop with its shape, its flaws and its visitors."""

    shape: Shape
    planted: Planted
    ledger: Ledger
    wording: Wording
    catalogue: Catalogue
    assets: Assets
    templates: Environment
    sessions: Sessions = field(default_factory=Sessions)
    origin: str = ""  # where the shop lives, when it has a second origin; both are set by the server
    other_origin: str = ""  # the second origin, for a checkout or card fields that live elsewhere


@dataclass
class Visit:
    """One request, with the shop and the visitor it belongs to."""

    request: Request
    shop: Shop
    session: Session

    @property
    def basket(self) -> Basket:
        """The visitor's basket."""
        return basket_of(self.session, self.shop.catalogue)

    @property
    def today(self) -> date:
        """The day estimates count from."""
        return date.today()

    @property
    def part(self) -> str:
        """Which part of a page a script asked for; empty for whole pages."""
        return self.request.headers.get("x-part", "")

    async def form(self) -> FormData:
        """What was sent in the body."""
        return await self.request.form()

    def path(self, name: str, *rest: str) -> str:
        """The address of a page in the shop's language."""
        return self.shop.wording.path(name, *rest)

    def go(self, path: str) -> Response:
        """Send the visitor to another page by GET."""
        return RedirectResponse(path, status_code=303)

    def reach(self, stage: str) -> None:
        """Tell the ledger how deep this visitor got."""
        self.shop.ledger.reach(stage, self.session.id)

    def hand_over(self) -> str:
        """A token by which the other origin finds this visitor again; it works once."""
        token = secrets.token_urlsafe(18)
        self.session.tokens.add(token)
        return token

    def keep_basket(self) -> None:
        """Tell the ledger what the basket holds now."""
        self.shop.ledger.keep_basket(self.session.id, self.basket.ledger_lines())


Handler = Callable[[Visit], Awaitable[Response]]


def endpoint(handler: Handler) -> Callable[[Request], Awaitable[Response]]:
    """A handler of visits as Starlette wants it; gives every new visitor a session."""

    async def answer(request: Request) -> Response:
        shop: Shop = request.app.state.shop
        known = shop.sessions.find(request.cookies.get(COOKIE))
        session = known or shop.sessions.start()
        response = await handler(Visit(request, shop, session))
        if known is None:
            remember(response, session, request, shop)
        return response

    return answer


def remember(response: Response, session: Session, request: Request, shop: Shop) -> None:
    """Set the session cookie, the only one the healthy shop needs."""
    flags = shop.planted.cookie
    response.set_cookie(
        COOKIE,
        session.id,
        max_age=THIRTY_DAYS if flags.get("persistent", True) else None,
        httponly=flags.get("httponly", True),
        samesite="lax" if flags.get("samesite", True) else None,
        secure=request.url.scheme == "https",
    )
