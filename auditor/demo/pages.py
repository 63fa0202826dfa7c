"""Pages: from a template to the response, by way of the planted flaws and the shape's rendering."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from auditor.demo.rendering import present
from auditor.demo.structured_data import breadcrumb_list, organization
from auditor.demo.surgery import operate

if TYPE_CHECKING:
    from starlette.responses import Response

    from auditor.demo.shop import Visit

Trail = Sequence[tuple[str, str]]

_FRAMED = {"hostedframe", "radios"}  # shapes of payment whose card fields stand in the frame of a provider
NOTHING: Mapping[str, Any] = {
    "query": "",
    "added": None,
    "enclosed": False,
    "here_category": None,
    "here_department": None,
    "login_error": "",
    "coupon_error": "",
    "channel": "",
    "sent": "",
    "intro": "",
    "show_method": False,
}


def show(
    visit: Visit,
    kind: str,
    template: str,
    *,
    status: int = 200,
    data: Sequence[Mapping[str, Any]] = (),
    **context: Any,
) -> Response:
    """A whole page of a kind; flaws and tests speak of pages by their kind. ``data`` is its JSON-LD."""
    html = render(visit, kind, template, data=data, **context)
    return present(visit, operate(html, visit.shop.planted.edits, kind), status)


def show_part(visit: Visit, kind: str, template: str, **context: Any) -> str:
    """A piece of a page, for a script to put in place."""
    return operate(render(visit, kind, template, **context), visit.shop.planted.edits, kind)


def render(visit: Visit, kind: str, template: str, data: Sequence[Mapping[str, Any]] = (), **context: Any) -> str:
    """A template with everything that all templates may ask for."""
    shop, request = visit.shop, visit.request
    base = f"{request.url.scheme}://{request.url.netloc}"
    trail: Trail = context.get("trail", ())
    known = {
        **NOTHING,
        "kind": kind,
        "planted": shop.planted,
        "session": visit.session,
        "basket": visit.basket,
        "canonical": f"{base}{request.url.path}",
        "shop_origin": shop.origin if shop.shape.checkout == "otherhost" else "",
        "frame_origin": shop.other_origin if shop.shape.payment in _FRAMED else "",
        "phone": "mobile" in request.headers.get("user-agent", "").lower(),
        "recent": recent(visit),
        "trail": trail,
        "json_ld": [organization(shop.wording, base), *breadcrumb_list(trail, base), *data],
    }
    return shop.templates.get_template(template).render({**known, **context})


def recent(visit: Visit, but: str = "") -> list[Any]:
    """What this visitor looked at lately."""
    return [visit.shop.catalogue.products[key] for key in visit.session.viewed if key != but][:4]
