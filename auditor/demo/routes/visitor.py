"""What a visitor keeps: a wish list, an account that does not exist, answers to banners."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.responses import JSONResponse, Response

from auditor.demo.pages import show

if TYPE_CHECKING:
    from auditor.demo.shop import Visit


async def wishlist(visit: Visit) -> Response:
    """The wish list, and saving or dropping a product; no account needed."""
    session, shop = visit.session, visit.shop
    if visit.request.method == "POST":
        key = str((await visit.form()).get("product", ""))
        if key in session.wishlist:
            session.wishlist.remove(key)
        elif key in shop.catalogue.products:
            session.wishlist.append(key)
        saved = key in session.wishlist
        words = shop.wording.t.wish
        if visit.part == "wish":
            return JSONResponse({"saved": saved, "label": words.saved if saved else words.save})
        return visit.go(visit.path("wishlist"))
    return show(
        visit,
        "wishlist",
        "pages/wishlist.html",
        wished=[shop.catalogue.products[key] for key in session.wishlist],
    )


async def account(visit: Visit) -> Response:
    """Signing in and registering."""
    error = visit.session.take_errors().get("login", "")
    return show(visit, "account", "pages/account.html", login_error=error)


async def close(visit: Visit) -> Response:
    """An answer to a banner or overlay, which is then not shown again."""
    form = await visit.form()
    what = str(form.get("what", ""))
    if what.startswith("-"):
        visit.session.closed.discard(what[1:])
    else:
        visit.session.closed.add(what)
    visit.shop.ledger.note(visit.session.id, f"closed {what} {form.get('answer', '')}")
    response = Response(status_code=204)
    if what == "consent":
        response.set_cookie("nordlys_choice", str(form.get("answer", "")), max_age=180 * 24 * 3600, samesite="lax")
    return response
