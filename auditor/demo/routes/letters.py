"""Letters: the forms by which shoppers write to the shop, and the newsletter they can ask for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from auditor.demo.datafile import read_toml
from auditor.demo.pages import show

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.responses import Response

    from auditor.demo.shop import Handler, Visit

LETTERS: Mapping[str, Mapping[str, Any]] = read_toml("letters.toml")

KINDS = {"email": "email", "message": "textarea", "reason": "textarea", "score": "score"}


def letter_page(page: str) -> Handler:
    """A handler for a page with a form; what is sent counts as a message, unless it only asks something."""
    letter = LETTERS[page]

    async def answer(visit: Visit) -> Response:
        words = visit.shop.wording.words("forms")
        sent, held = "", {}
        if visit.request.method == "POST":
            form = {name: str(value) for name, value in (await visit.form()).items()}
            if letter.get("is_question"):
                sent = words.track_none
            elif "confirm" in letter and "confirmed" not in form:
                held = form
            else:
                sent = words.sent
            if not letter.get("is_question"):
                visit.shop.ledger.count("messages", visit.session.id, page)
        title = visit.shop.wording.word("nav", page)
        return show(
            visit,
            page,
            "pages/form.html",
            title=title,
            trail=[(title, "")],
            action=visit.path(page),
            form_fields=_fields(visit, letter["fields"]),
            intro=getattr(words, f"{page}_intro"),
            submit=getattr(words, letter["button"]),
            confirm=getattr(words, letter.get("confirm", "send")),
            held=held,
            sent=sent,
        )

    return answer


async def newsletter(visit: Visit) -> Response:
    """A newsletter subscription; it is counted and thanked for."""
    visit.shop.ledger.count("newsletters", visit.session.id)
    words = visit.shop.wording.t.news
    return show(visit, "newsletter", "pages/said.html", title=words.title, text=words.thanks)


def _fields(visit: Visit, names: list[str]) -> list[tuple[str, str, str, str]]:
    """Name, label, type and autocomplete token of each field."""
    wording = visit.shop.wording
    tokens = {"name": "name", "email": "email"}
    return [
        (
            name,
            wording.word("fields" if name == "email" else "forms", name),
            KINDS.get(name, "text"),
            tokens.get(name, ""),
        )
        for name in names
    ]
