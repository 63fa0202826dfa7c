"""A shop that sells, and writes what acts somewhere into everything: titles, names, prices, headers, alternatives, messages."""

from __future__ import annotations

import json
from html import escape

from tests.e2e.sites import Answer
from tests.reports.hostile import NASTY, TITLE

NAMES = [f"Mug {name}: {text[:150]}" for name, text in NASTY.items() if name not in {"nulls", "lone surrogates"}]
_SHOWN = 12  # products
# What no HTML can hold, a script can write: halves of characters, and a form that stands in the way of what it is asked for.
_SCRIPT = """document.title = "\\ud83d " + document.title + " \\udc00";
const half = document.createElement("meta"); half.name = "x\\ud800"; half.content = "y\\udfff"; document.head.append(half);
console.error(NASTY); setTimeout(() => { throw new Error(NASTY); }, 0);
document.cookie = "x=" + encodeURIComponent(NASTY); localStorage.setItem("\\ud800", NASTY);"""


def hostile_shop() -> dict[str, Answer]:
    """Serve a home page, a category, products, a cart and a checkout that asks for an address."""
    products = {f"/product/{number}": name for number, name in enumerate(NAMES[:_SHOWN])}
    listed = "".join(_card(path, name) for path, name in products.items())
    pages = {
        "/": _page(TITLE, f"<h1>{escape(NASTY['script'])}</h1><ul>{listed}</ul>"),
        "/category/mugs": _page(f"Mugs {NASTY['closing title']}", f"<h1>Mugs</h1><ul>{listed}</ul>"),
        "/cart": _page("Your cart", f"<h1>Your cart</h1><p>{escape(NAMES[0])} 1 × $18.00</p><p>Total $18.00</p>{_FORWARD}"),
        "/checkout": _page(f"Checkout {NASTY['attribute']}", f"<h1>Checkout</h1>{_fields()}"),
    }
    pages["/payment"] = _page(f"Payment {NASTY['svg']}", f"<h1>Payment</h1>{_PAYMENT}")
    pages |= {path: _page(f"{name} {TITLE}", _buying(name), _data(name)) for path, name in products.items()}
    return {path: Answer(body.encode("utf-8", "replace").decode(), headers=_HEADERS) for path, body in pages.items()}


_FORWARD = '<a class="button" href="/checkout">Proceed to checkout</a>'
_PAYMENT = """<form action="/order" method="post"><h2>Payment method</h2>
<label><input type="radio" name="pay" value="card"> Credit card</label>
<label><input type="radio" name="pay" value="invoice"> Invoice</label>
<p>Total $18.00</p><button>Place order</button></form>"""
_HEADERS = {
    "server": NASTY["script"],
    "x-powered-by": NASTY["formula"],
    "x-note": f"{NASTY['mentions']} {NASTY['css']}",
    "strict-transport-security": NASTY["template"],
}


def _card(path: str, name: str) -> str:
    picture = f'<img src="/m.png" width="200" height="200" alt="{escape(name)}">'
    return f'<li><a href="{path}">{picture}{escape(name)}</a> <span class="price">$18.00</span></li>'


def _buying(name: str) -> str:
    picture = f'<img src="/m.png" width="400" height="400" alt="{escape(name)}">'
    form = '<form action="/cart"><input type="hidden" name="id" value="1"><button>Add to cart</button></form>'
    nasty = "".join(f"<p>{escape(text[:300])}</p>" for text in NASTY.values())
    return f'<h1>{escape(name)}</h1>{picture}<p class="price">$18.00</p>{form}{nasty}'


def _data(name: str) -> str:
    offer = {"@type": "Offer", "price": "=18+1", "priceCurrency": NASTY["script"], "availability": NASTY["attribute"]}
    data = {"@context": "https://schema.org", "@type": "Product", "name": name, "description": TITLE[:5000], "offers": offer}
    return f'<script type="application/ld+json">{_in_script(data)}</script>'


def _in_script(data: object) -> str:
    return json.dumps(data).replace("<", r"\u003c")


def _fields() -> str:
    named = "".join(f'<label>{escape(text[:80])} <input name="{escape(name)}"></label>' for name, text in list(NASTY.items())[:10])
    known = "".join(
        f'<label>{label} <input name="{name}" required></label>' for label, name in (("E-mail", "email"), ("Last name", "last_name"))
    )
    alert = f'<p role="alert">{escape(NASTY["script"])}</p>'
    return f'<form action="/payment"><fieldset>{known}{named}</fieldset>{alert}<button>Continue</button></form>'


def _page(title: str, main: str, head: str = "") -> str:
    links = '<a href="/">Home</a> <a href="/category/mugs">Mugs</a> <a href="/cart">Cart (0)</a>'
    evil = "".join(
        f'<a href="{escape(address)}">{escape(text[:60])}</a> ' for address, text in zip(_ADDRESSES, NASTY.values(), strict=False)
    )
    script = f"const NASTY = {_in_script(' '.join(NASTY.values())[:3000])}; {_SCRIPT}"
    nav = f'<nav aria-label="{escape(NASTY["handler"])}">{links}</nav>'
    return f"""<!doctype html><html lang="{escape(NASTY["attribute"])}"><head><meta charset="utf-8"><title>{escape(title)}</title>
<meta name="description" content="{escape(NASTY["closing style"])}"><meta name="viewport" content="width=device-width">{head}
<script>{script}</script></head><body><header><a href="/">{escape(NASTY["svg"])}</a>{nav}</header>
<main>{main}</main><footer>{evil}<a href="/about">About us</a></footer></body></html>"""


_ADDRESSES = ("javascript:void(0)", "data:text/html,x", "//evil.example/", "https://evil.example/<script>", "mailto:=1+1@evil.example")
