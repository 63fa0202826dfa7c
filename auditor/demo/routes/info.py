"""Information pages and the forms by which shoppers write to the shop."""

from __future__ import annotations

from starlette.responses import Response

from auditor.demo.datafile import HERE
from auditor.demo.delivery import free_from, methods
from auditor.demo.pages import show
from auditor.demo.places import country_names
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
FORMS = ("contact", "track", "return_start", "withdrawal", "feedback")


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


def form_page(page: str) -> Handler:
    """A handler for a page with a form; what is sent counts as a message, except a question for a parcel."""

    async def answer(visit: Visit) -> Response:
        wording = visit.shop.wording
        words = wording.t.forms
        sent = ""
        if visit.request.method == "POST":
            if page != "track":
                visit.shop.ledger.count("messages", visit.session.id, page)
            sent = words.track_none if page == "track" else words.sent
        email = ("email", wording.t.fields.email, "email", "email")
        name = ("name", words.name, "text", "name")
        number = ("order", words.order, "text", "")
        fields = {
            "contact": [name, email, ("message", words.message, "textarea", "")],
            "track": [number, email],
            "return_start": [number, email, ("message", words.reason, "textarea", "")],
            "withdrawal": [name, number, email],
            "feedback": [("score", words.score, "score", ""), ("message", words.message, "textarea", "")],
        }
        intro = {
            "contact": words.contact_intro,
            "track": words.track_intro,
            "return_start": words.return_intro,
            "withdrawal": words.withdrawal_intro,
            "feedback": words.feedback_intro,
        }
        button = {"track": words.track_go, "return_start": words.return_go, "withdrawal": words.withdrawal_go}
        title = wording.word("nav", page)
        return show(
            visit,
            page,
            "pages/form.html",
            title=title,
            trail=[(title, "")],
            action=wording.path(page),
            form_fields=fields[page],
            intro=intro[page],
            submit=button.get(page, words.send),
            sent=sent,
        )

    return answer


async def newsletter(visit: Visit) -> Response:
    """A newsletter subscription; it is counted and thanked for."""
    visit.shop.ledger.count("newsletters", visit.session.id)
    words = visit.shop.wording.t.news
    return show(visit, "newsletter", "pages/said.html", title=words.title, text=words.thanks)
