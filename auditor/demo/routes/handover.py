"""The door between the shop's two origins: a visitor arrives with a token and gets the same session there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.responses import RedirectResponse, Response

from auditor.demo.shop import Shop, remember

if TYPE_CHECKING:
    from starlette.requests import Request


async def handover(request: Request) -> Response:
    """Set the session cookie of this origin and go on to the checkout."""
    shop: Shop = request.app.state.shop
    session = shop.sessions.by_token(request.query_params.get("token", ""))
    response = RedirectResponse(shop.wording.path("checkout"), status_code=303)
    if session is not None:
        remember(response, session, request, shop)
    return response
