"""Which button of a checkout goes on."""

from __future__ import annotations

import pytest

from auditor.facts.continuing import propose_continue
from tests.auditor.pages import Pages

HEAD = '<header><form action="/search"><input name="q"><button>Search</button></form><button>Menu</button></header>'
FORM = """<main><h1>Address</h1><form method="post"><label>First name <input name="first_name" value="Audit"></label>
<label>Street <input name="street" value="Main Street 1"></label><label>City <input name="city" value="Berlin"></label>{}</form>{}</main>"""
COUPON = '<form class="coupon"><label>Promo code <input name="coupon"></label><button>Apply</button></form>'
NEWS = '<footer><form class="newsletter"><input type="email" name="email"><button>Subscribe</button></form></footer>'


async def likely(pages: Pages, own: str, beside: str = "", lang: str = "en") -> list[str]:
    facts = await pages.facts(HEAD + FORM.format(own, beside) + NEWS, lang=lang)
    found = propose_continue(facts.observation, facts.lexicon, facts.checkout)
    return [c.control.id or c.control.label_text for c in found if c.p >= 0.45]


@pytest.mark.parametrize(
    ("lang", "label"),
    [
        ("en", "Continue to delivery"),
        ("en", "Save and continue"),
        ("en", "Next: Place order"),
        ("de", "Weiter zur Versandart"),
        ("fr", "Continuer"),
        ("es", "Continuar con el envío"),
        ("it", "Avanti"),
        ("nl", "Doorgaan"),
        ("pl", "Dalej"),
        ("sv", "Fortsätt"),
        ("ja", "次へ進む"),
        ("en", "Xyzzy"),
    ],
)
async def test_the_button_of_the_filled_form(pages: Pages, lang: str, label: str) -> None:
    own = f'<a href="/cart">Back to cart</a><button type="button">Edit</button><button id="x">{label}</button>'
    assert (await likely(pages, own, COUPON, lang))[:1] == ["x"]


async def test_a_button_outside_the_form(pages: Pages) -> None:
    assert (await likely(pages, "", '<button id="x">Continue to payment</button>'))[:1] == ["x"]


@pytest.mark.parametrize(
    "label",
    ["Back", "Log in", "Apply coupon", "PayPal", "Continue shopping", "Remove", "Search", "Subscribe", "Place order", "Chat with us"],
)
async def test_what_does_not_go_on(pages: Pages, label: str) -> None:
    assert label not in await likely(pages, "", f'<button type="button">{label}</button>')


async def test_what_stands_around_the_checkout_does_not_go_on(pages: Pages) -> None:
    assert await likely(pages, '<button id="x">Continue</button>', COUPON) == ["x"]


async def test_a_login_beside_the_guests_form_does_not_go_on(pages: Pages) -> None:
    login = (
        '<form method="post"><label>E-mail <input name="mail"></label><input type="password"><button id="login">Continue</button></form>'
    )
    assert await likely(pages, '<button id="x">Continue</button>', login) == ["x"]
