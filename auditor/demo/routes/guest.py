"""The guest step: how a shopper without an account gets into the checkout, or does not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditor.demo.pages import show

if TYPE_CHECKING:
    from starlette.responses import Response

    from auditor.demo.shop import Visit


def guest_step(visit: Visit) -> Response:
    """The account step of this shape."""
    style = visit.shop.shape.guest
    asked = style == "email" and bool(visit.session.typed.get("email"))
    return show(
        visit,
        "checkout",
        "pages/guest.html",
        enclosed=True,
        style=style,
        asked=asked,
        typed=visit.session.typed,
        login_error=visit.session.take_errors().get("login", ""),
    )


async def guest(visit: Visit) -> Response:
    """Go on as a guest, if the shop lets guests in at all."""
    style = visit.shop.shape.guest
    form = await visit.form() if visit.request.method == "POST" else {}
    if style == "radio" and form.get("how") == "register":
        return visit.go(visit.path("account"))
    if style == "email" and "email" in form:
        visit.session.typed["email"] = str(form["email"]).strip()
        return visit.go(visit.path("checkout"))
    if style != "required":
        visit.session.guest = True
    return visit.go(visit.path("checkout"))


async def login(visit: Visit) -> Response:
    """Nobody has an account here, so every login is refused."""
    visit.session.errors = {"login": visit.shop.wording.t.account.wrong}
    return visit.go(visit.path("checkout") if visit.session.basket else visit.path("account"))


async def register(visit: Visit) -> Response:
    """A registration; it is counted and let through."""
    visit.shop.ledger.count("accounts", visit.session.id)
    visit.session.guest = True
    return visit.go(visit.path("checkout") if visit.session.basket else visit.path("account"))
