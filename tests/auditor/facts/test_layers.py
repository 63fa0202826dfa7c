"""What lies over the page, and how it is answered."""

from __future__ import annotations

import pytest

from auditor.facts.layers import Kind, Overlay, best_for, dismissers
from auditor.facts.page import PageFacts
from tests.auditor.pages import Pages, by_id

BOTTOM = "position:fixed;left:0;bottom:0;width:100%;height:160px;background:#eee"
MIDDLE = "position:fixed;left:400px;top:250px;width:560px;height:380px;background:#fff"
DRAWER = "position:fixed;right:0;top:0;width:400px;height:100%;background:#fff"


async def overlay(pages: Pages, html: str, style: str = MIDDLE, lang: str = "en", attrs: str = "") -> tuple[PageFacts, Overlay]:
    facts = await pages.facts(f'<main><h1>Shop</h1><p>Welcome</p></main><div style="{style}" {attrs}>{html}</div>', lang=lang)
    (found,) = facts.overlays
    return facts, found


CONSENT = [
    ("en", "We use cookies", "Accept all", "Reject all"),
    ("de", "Wir verwenden Cookies", "Alle akzeptieren", "Ablehnen"),
    ("fr", "Nous utilisons des cookies", "Tout accepter", "Tout refuser"),
    ("es", "Utilizamos cookies", "Aceptar todo", "Rechazar todo"),
    ("it", "Utilizziamo i cookie", "Accetta tutti", "Rifiuta tutti"),
    ("nl", "Wij gebruiken cookies", "Alles accepteren", "Alles weigeren"),
    ("sv", "Vi använder cookies", "Acceptera alla", "Neka alla"),
    ("cs", "Používáme cookies", "Přijmout vše", "Odmítnout vše"),
    ("ja", "当サイトはCookieを使用しています", "すべて許可", "すべて拒否"),
]


@pytest.mark.parametrize(("lang", "text", "accept", "reject"), CONSENT)
@pytest.mark.parametrize("style", [BOTTOM, MIDDLE], ids=["bar", "dialog"])
async def test_consent_banners_and_their_answers(pages: Pages, lang: str, text: str, accept: str, reject: str, style: str) -> None:
    facts, found = await overlay(pages, f'<p>{text}</p><button id="a">{accept}</button><button id="r">{reject}</button>', style, lang)
    assert found.kind == "consent"
    assert found.blocking is (style == MIDDLE)
    for concept, identifier in (("consent_accept", "a"), ("consent_reject", "r")):
        answer = best_for(found, facts.lexicon, concept)
        assert answer is not None
        assert answer.id == identifier


async def test_a_banner_that_offers_no_refusal(pages: Pages) -> None:
    facts, found = await overlay(pages, "<p>We use cookies</p><button>OK</button><a href='/privacy'>Privacy policy</a>", BOTTOM)
    assert found.kind == "consent"
    assert best_for(found, facts.lexicon, "consent_reject") is None


KINDS: list[tuple[str, str, Kind]] = [
    ("en", "<p>Are you over 18?</p><button>Yes, I am</button><button>No</button>", "age"),
    ("de", "<p>Sind Sie über 18 Jahre alt?</p><button>Ja</button><button>Nein</button>", "age"),
    ("en", "<p>Choose your country</p><button>Germany</button><button>France</button>", "region"),
    ("fr", "<p>Choisissez votre pays</p><button>France</button><button>Belgique</button>", "region"),
    ("en", "<h2>Get 10% off</h2><p>Join our newsletter</p><input type='email'><button>Subscribe</button><button>×</button>", "newsletter"),
    ("de", "<p>10 % Rabatt mit unserem Newsletter</p><input type='email'><button>Anmelden</button>", "newsletter"),
    ("en", "<p>Wool blanket was added to your cart</p><a href='/cart'>View cart</a>", "cart"),
    ("de", "<p>Warenkorb</p><p>Wolldecke 49 €</p><a href='/kasse'>Zur Kasse</a>", "cart"),
    ("fr", "<p>Votre panier est vide</p><button>Fermer</button>", "cart"),
    ("nl", "<h2>Je tas</h2><p>Wollen deken € 49,00</p><button>Verder kijken</button>", "cart"),
    ("en", "<h2>Your basket of ideas</h2><p>Cook with what you have</p><button>Go on</button>", "other"),
    ("en", "<a href='/1'>A</a><a href='/2'>B</a><a href='/3'>C</a><a href='/4'>D</a><a href='/5'>E</a><a href='/6'>F</a>", "menu"),
    ("en", "<p>Choose a size</p><button>S</button><button>M</button>", "other"),
    ("en", "<label>E-mail <input type='email'></label><label>Password <input type='password'></label><button>Log in</button>", "other"),
]


@pytest.mark.parametrize(("lang", "html", "kind"), KINDS)
async def test_what_a_layer_is_about(pages: Pages, lang: str, html: str, kind: Kind) -> None:
    _, found = await overlay(pages, html, MIDDLE, lang)
    assert found.kind == kind


@pytest.mark.parametrize(
    ("html", "style", "attrs", "kind", "blocking"),
    [
        ("<p>Free delivery</p><a href='/d'>More</a>", "position:sticky;top:0;height:60px;width:100%", "", "bar", False),
        ("<p>Wool blanket</p><a href='/checkout'>Checkout</a>", DRAWER, "", "cart", False),
        ("<p>Wool blanket</p><a href='/checkout'>Checkout</a>", DRAWER, 'role="dialog" aria-modal="true"', "cart", True),
        ("<button>Chat with us</button>", "position:fixed;right:9px;bottom:9px;width:200px;height:80px", "", "chat", False),
        ("<p>Hello</p><button>Go</button>", "position:fixed;inset:0;background:#fff", "", "other", True),
    ],
)
async def test_which_layers_block_the_page(pages: Pages, html: str, style: str, attrs: str, kind: Kind, blocking: bool) -> None:
    _, found = await overlay(pages, html, style, "en", attrs)
    assert (found.kind, found.blocking) == (kind, blocking)


async def test_a_banner_is_known_by_the_name_it_gives_itself(pages: Pages) -> None:
    question = "<p>Mogen we bijhouden welke pagina’s werken?</p><button>Is goed</button><button>Liever niet</button>"
    assert (await overlay(pages, question, BOTTOM, "nl", 'role="region" aria-label="Cookies"'))[1].kind == "consent"
    assert (await overlay(pages, question, BOTTOM, "nl"))[1].kind != "consent"


async def test_layers_in_layers_are_one(pages: Pages) -> None:
    inner = f'<div style="{MIDDLE}"><p>Hello</p><button>Close</button></div>'
    facts = await pages.facts(f'<p>x</p><div style="position:fixed;inset:0;background:#0008">{inner}</div>')
    assert len(facts.overlays) == 1


async def test_what_blocks_comes_first(pages: Pages) -> None:
    bar = f'<div style="{BOTTOM}"><p>We use cookies</p><button>OK</button></div>'
    facts = await pages.facts(f'{bar}<div style="{MIDDLE};z-index:9"><p>Hi</p><button>Go</button></div>')
    assert [o.blocking for o in facts.overlays] == [True, False]


async def test_an_empty_layer_is_none(pages: Pages) -> None:
    assert (await pages.facts('<div style="position:fixed;inset:0;background:#0008"></div><p>x</p>')).overlays == []


NEWSLETTER = "<h2>Join our newsletter</h2><input type='email'><button>Subscribe</button>{}<a href='/terms'>Terms</a>"
CORNER = "position:absolute;right:5px;top:5px;width:30px;height:30px"


@pytest.mark.parametrize(
    ("lang", "html"),
    [
        ("en", f'<button id="x" style="{CORNER}">×</button>'),
        ("en", f'<button id="x" style="{CORNER}" aria-label="Close"></button>'),
        ("de", f'<button id="x" style="{CORNER}" aria-label="Schließen"></button>'),
        ("en", f'<div id="x" onclick="1" class="modal-close" style="{CORNER}"></div>'),
        ("en", '<a id="x" href="#">No thanks</a>'),
        ("fr", '<button id="x">Non merci</button>'),
        ("ja", '<button id="x">閉じる</button>'),
    ],
)
async def test_how_a_layer_is_closed_without_agreeing(pages: Pages, lang: str, html: str) -> None:
    facts, found = await overlay(pages, NEWSLETTER.format(html), MIDDLE, lang)
    best = dismissers(found, facts.lexicon)
    assert best[0].control == by_id(facts.observation, "x")
    assert best[0].p >= 0.5


async def test_what_commits_or_leads_away_does_not_close(pages: Pages) -> None:
    facts, found = await overlay(pages, NEWSLETTER.format(""))
    assert dismissers(found, facts.lexicon) == []


# -- strips that lie over nothing -------------------------------------------------------------------------------

STRIP = [
    ("it", "Usiamo cookie tecnici e, se va bene, un cookie di statistica.", "Va bene, accetto"),
    ("de", "Wir verwenden Cookies, um Besuche zu zählen.", "Einverstanden"),
    ("en", "We use cookies to count visits to this shop.", "Accept"),
]
REST = '<header><a href="/">Shop</a></header><main style="height:3000px"><h1>Teapots</h1></main>'


@pytest.mark.parametrize(("lang", "text", "accept"), STRIP)
@pytest.mark.parametrize("place", ["top", "bottom"])
async def test_a_strip_at_an_edge_of_the_page_asks_for_consent(pages: Pages, lang: str, text: str, accept: str, place: str) -> None:
    strip = f'<div><p>{text} <button id="a">{accept}</button> <a href="/privacy">Privacy</a></p></div>'
    facts = await pages.facts(strip + REST if place == "top" else REST + strip, lang=lang)
    (found,) = facts.overlays
    assert (found.kind, found.blocking, found.layer.position) == ("consent", False, "static")
    answer = best_for(found, facts.lexicon, "consent_accept")
    assert answer is not None
    assert answer.id == "a"


@pytest.mark.parametrize(
    ("lang", "html"),
    [
        ("en", f"<p>{STRIP[2][1]}</p><a href='/privacy'>Accept</a>{REST}"),  # nothing agrees here
        ("en", f"<p>{STRIP[2][1]}</p>{REST}"),
        ("en", f"{REST}<div><p>We use cookies to keep your e-mail address.</p><input type='email'><button>OK</button></div>"),
        ("de", f"{REST}<div><p>Mehr über Cookies in der Datenschutzerklärung.</p><input type='email'><button>OK</button></div>"),
        ("en", f"<div><h1>How this shop uses cookies and why</h1><p>{STRIP[2][1]}</p><button>OK</button></div>{REST}"),
        ("en", f"<main><p>{STRIP[2][1]}</p><button>Accept</button></main><div style='height:3000px'></div>"),
        ("de", f"<main><p>{STRIP[1][1]}</p><button>Einverstanden</button></main><div style='height:3000px'></div>"),
        ("en", f"<div style='height:1500px'></div><div><p>{STRIP[2][1]}</p><button>Accept</button></div><div style='height:1500px'></div>"),
        ("en", "<div><p>Your consent to our terms is part of this order.</p><button>I agree</button><button>Place order</button></div>"),
        ("en", "<div>Free delivery over 50 pounds, every day of the week</div><button>OK</button>" + REST),
    ],
)
async def test_what_only_resembles_a_strip_asks_for_nothing(pages: Pages, lang: str, html: str) -> None:
    assert (await pages.facts(html, lang=lang)).overlays == []


async def test_a_banner_over_the_page_goes_before_a_strip(pages: Pages) -> None:
    strip = f"<div><p>{STRIP[2][1]}</p><button>Accept</button></div>"
    banner = f'<div style="{BOTTOM}"><p>We use cookies</p><button>Accept all</button></div>'
    (found,) = (await pages.facts(strip + REST + banner)).overlays
    assert found.layer.position == "fixed"


@pytest.mark.parametrize(("marks", "kind"), [('class="cookie-notice"', "consent"), ('class="strip"', "other")])
async def test_an_unusual_yes_is_one_where_words_and_markup_both_speak_of_consent(pages: Pages, marks: str, kind: Kind) -> None:
    html = "<p>Vi använder cookies för att mäta besök. Genom att fortsätta samtycker du.</p><button>Jag förstår och godkänner</button>"
    _, found = await overlay(pages, html, "position:fixed;left:16px;bottom:16px;width:430px;height:170px;background:#fff", "sv", marks)
    assert found.kind == kind
