"""Pages that let no shopper through, and the page after an order."""

from __future__ import annotations

import pytest

from auditor.facts.walls import bot_wall, is_error_page, login_wall, order_confirmation
from tests.auditor.pages import Pages

SHOP = "<header><a href='/cart'>Cart</a></header><main><h1>Wool and linen</h1><p>Blankets, bags and stools.</p></main>"


@pytest.mark.parametrize(
    ("html", "status", "headers", "vendor"),
    [
        ("<h1>Just a moment...</h1>", 403, {"cf-mitigated": "challenge", "server": "cloudflare"}, "Cloudflare"),
        (
            "<p>Verify you are human</p><iframe src='https://challenges.cloudflare.com/x' width=300 height=65></iframe>",
            200,
            {},
            "Cloudflare",
        ),
        ("<iframe src='https://geo.captcha-delivery.com/captcha' width=300 height=300></iframe>", 403, {}, "DataDome"),
        ("<p>Press &amp; Hold to confirm you are a human</p><p>px-captcha</p>", 403, {}, "HUMAN"),
        ("<h1>Access Denied</h1><p>Reference #18.2d351ab8</p>", 403, {}, "Akamai"),
        ("<p>Request unsuccessful.</p>", 403, {"x-iinfo": "1"}, "Imperva"),
        ("<p></p>", 429, {"x-kpsdk-ct": "1"}, "Kasada"),
        ("<p>Please wait</p>", 403, {"x-amzn-waf-action": "challenge"}, "AWS WAF"),
        (
            "<h1>Are you a robot?</h1><iframe src='https://www.google.com/recaptcha/api2' width=300 height=80></iframe>",
            200,
            {},
            "a captcha",
        ),
        ("<h1>Access denied</h1>", 200, {}, "an unnamed protection"),
        (
            "<h1>Zugriff verweigert</h1><p>Sicherheitsüberprüfung: Bitte bestätigen Sie, dass Sie kein Roboter sind.</p>",
            200,
            {},
            "an unnamed protection",
        ),
        ("<p>503</p>", 503, {}, "an unnamed protection"),
        (SHOP, 200, {}, ""),
        (SHOP, 200, {"server": "cloudflare", "cf-ray": "1"}, ""),
        (SHOP + "<iframe src='https://www.google.com/recaptcha/api2' width=300 height=80></iframe>", 200, {}, ""),
        ("<p>Log in</p>", 401, {}, ""),
        ("<h1>Not found</h1>", 404, {}, ""),
    ],
)
async def test_bot_walls_by_their_vendor(pages: Pages, html: str, status: int, headers: dict[str, str], vendor: str) -> None:
    assert bot_wall(await pages.facts(html, status=status), headers) == vendor


LOGIN = "<form method=post><label>E-mail <input type=email></label><label>Password <input type=password></label><button>Go</button></form>"
LIST = "".join(f"<div><a href='/p/{n}'>Blanket {n}</a><p>€ {n}9,00</p></div>" for n in range(1, 5))


@pytest.mark.parametrize(
    ("html", "status", "walled"),
    [
        (LOGIN, 200, True),
        ("<p>Unauthorised</p>", 401, True),
        (LOGIN + LIST, 200, False),
        (LOGIN + "<button>Continue as guest</button>", 200, False),
        (LOGIN + "<form><label>Street <input></label><label>City <input></label></form>", 200, False),
        (SHOP, 200, False),
    ],
)
async def test_login_walls(pages: Pages, html: str, status: int, walled: bool) -> None:
    assert login_wall(await pages.facts(html, status=status)) is walled


@pytest.mark.parametrize(
    ("lang", "html", "status", "error"),
    [
        ("en", SHOP, 404, True),
        ("en", SHOP, 500, True),
        ("en", "<h1>Page not found</h1>", 200, True),
        ("de", "<h1>Seite nicht gefunden</h1>", 200, True),
        ("fr", "<h1>Page introuvable</h1>", 200, True),
        ("es", "<h1>Página no encontrada</h1>", 200, True),
        ("ja", "<h1>ページが見つかりません</h1>", 200, True),
        ("en", "<h1>Blankets</h1><p>No products found</p>", 200, False),
        ("en", SHOP, 0, False),
    ],
)
async def test_error_pages(pages: Pages, lang: str, html: str, status: int, error: bool) -> None:
    assert is_error_page(await pages.facts(html, lang=lang, status=status)) is error


@pytest.mark.parametrize(
    ("lang", "heading"),
    [
        ("en", "Thank you for your order"),
        ("en", "Your order has been placed"),
        ("de", "Vielen Dank für Ihre Bestellung"),
        ("fr", "Merci pour votre commande"),
        ("es", "Gracias por tu pedido"),
        ("it", "Grazie per il tuo ordine"),
        ("pt", "Obrigado pela sua encomenda"),
        ("nl", "Bedankt voor je bestelling"),
        ("pl", "Dziękujemy za zamówienie"),
        ("sv", "Tack för din beställning"),
        ("da", "Tak for din ordre"),
        ("nb", "Takk for din bestilling"),
        ("fi", "Kiitos tilauksestasi"),
        ("cs", "Děkujeme za vaši objednávku"),
        ("ja", "ご注文ありがとうございます"),
    ],
)
async def test_the_page_after_an_order(pages: Pages, lang: str, heading: str) -> None:
    assert order_confirmation(await pages.facts(f"<main><h1>{heading}</h1><p>10042</p></main>", lang=lang))
    assert order_confirmation(await pages.facts(f"<main><div style='font-size:28px'>{heading}</div></main>", lang=lang))


@pytest.mark.parametrize(
    "html",
    [
        "<main><h1>Review your order</h1><p>Total € 49,00</p><button>Place order</button></main>",
        "<main><h1>Blankets</h1><p>Thank you for your order, said the customer in her review.</p></main>",
        "<footer><h2>Thank you for your order</h2></footer>",
        f"<main><h1>{'x' * 150} Thank you for your order</h1></main>",
    ],
)
async def test_pages_that_thank_for_nothing(pages: Pages, html: str) -> None:
    assert not order_confirmation(await pages.facts(html))
