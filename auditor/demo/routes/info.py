"""Information pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditor.demo.datafile import HERE
from auditor.demo.delivery import free_from, methods
from auditor.demo.pages import show
from auditor.demo.places import country_names

if TYPE_CHECKING:
    from starlette.responses import Response

    from auditor.demo.shop import Handler, Visit

TEXTS = (
    "about",
    "faq",
    "delivery",
    "returns",
    "warranty",
    "terms",
    "privacy",
    "imprint",
    "accessibility",
    "club",
    "payment_info",
)


def text_page(page: str) -> Handler:
    """A handler for a page of prose; a language that has no text of its own shows the English one."""

    async def answer(visit: Visit) -> Response:
        wording = visit.shop.wording
        own = HERE / "templates" / "info" / wording.lang / f"{page}.html"
        title = wording.word("nav", page)
        return show(
            visit,
            page,
            "pages/info.html",
            page=page,
            title=title,
            text_lang=wording.lang if own.exists() else "en",
            trail=[(title, "")],
            ways=methods(wording, 0, wording.market.country, digital=False, today=visit.today),
            free=free_from(wording),
            countries=[name for _, name in country_names(wording.market.locale)],
        )

    return answer
