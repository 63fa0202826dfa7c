"""A corner shop of a few plain pages on loopback, with accounts; what it knows of a customer can be set."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Literal
from urllib.parse import parse_qs

USER, PASSWORD = "trader@corner.example", "open-sesame-1"
STREET, POSTCODE, CITY = "Longmeadow Lane 77", "SW1A 1AA", "London"

Knows = Literal["nothing", "form", "book", "summary"]


@dataclass
class Corner:
    """The shop. `knows`: how the checkout treats a customer: an empty form, a filled one, an address book, a summary.

    `wall`: nothing is shown without logging in. `steps`: user and password are asked for one after the other. `main` is put
    into pages by path, instead of what stands there.
    """

    knows: Knows = "nothing"
    wall: bool = False
    steps: bool = False
    main: dict[str, str] = field(default_factory=dict)
    url: str = ""
    orders: int = 0
    logins: int = 0
    accounts: int = 0
    sent: list[tuple[str, str]] = field(default_factory=list)


@dataclass
class _Visit:
    logged_in: bool = False
    cart: int = 0
    user: str = ""
    wrong: bool = False


@contextmanager
def corner(shop: Corner) -> Iterator[Corner]:
    """Serve the shop on a free port while the block lasts."""
    visits: dict[str, _Visit] = {}

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            visit, path = self._visit(), self.path.partition("?")[0]
            if shop.wall and not visit.logged_in and path != "/login":
                self._go("/login")
                return
            main = shop.main.get(path) or (_PAGES[path](shop, visit) if path in _PAGES else "")
            self._send(_document(path, main or "<h1>Page not found</h1>", visit), 200 if main else 404)

        def do_POST(self) -> None:
            visit, path = self._visit(), self.path.partition("?")[0]
            body = self.rfile.read(int(self.headers.get("content-length") or 0)).decode()
            shop.sent.append((path, body))
            self._go(_posted(shop, visit, path, {k: v[0] for k, v in parse_qs(body).items()}))

        def _visit(self) -> _Visit:
            self._key = next((c.strip()[2:] for c in (self.headers.get("cookie") or "").split(";") if c.strip().startswith("v=")), "")
            if self._key not in visits:
                self._key = str(len(visits) + 1)
                visits[self._key] = _Visit()
            return visits[self._key]

        def _send(self, html: str, status: int = 200) -> None:
            body = html.encode()
            self.send_response(status)
            self.send_header("content-type", "text/html; charset=utf-8")
            self.send_header("content-length", str(len(body)))
            self.send_header("set-cookie", f"v={self._key}; Path=/; HttpOnly")
            self.end_headers()
            self.wfile.write(body)

        def _go(self, where: str) -> None:
            self.send_response(303)
            self.send_header("location", where)
            self.send_header("set-cookie", f"v={self._key}; Path=/; HttpOnly")
            self.send_header("content-length", "0")
            self.end_headers()

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        server.daemon_threads = True
        shop.url = f"http://127.0.0.1:{server.server_address[1]}/"
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield shop
        finally:
            server.shutdown()
            thread.join()


def _posted(shop: Corner, visit: _Visit, path: str, form: dict[str, str]) -> str:
    """Do what was sent; return where to go then."""
    if path == "/login":
        visit.user = form.get("user", visit.user)
        if "password" not in form:
            return "/login"
        visit.logged_in = (visit.user, form["password"]) == (USER, PASSWORD)
        visit.wrong = not visit.logged_in
        shop.logins += visit.logged_in
        return "/account" if visit.logged_in else "/login"
    if path == "/register":
        shop.accounts += 1
        return "/account"
    if path == "/order":
        shop.orders += 1
        return "/thanks"
    if path == "/add":
        visit.cart += 1
        return "/cart"
    return {"/address": "/delivery", "/delivery": "/payment"}.get(path, "/")


def _document(path: str, main: str, visit: _Visit) -> str:
    name = f'<a href="/account">Hello {visit.user}</a>' if visit.logged_in else '<a href="/login">Log in</a>'
    top = (
        '<header><a href="/checkout">Corner checkout</a></header>'
        if path in {"/checkout", "/delivery", "/payment"}
        else f'<header><a href="/">Corner</a><nav><a href="/mugs">Mugs</a> <a href="/bowls">Bowls</a> {name} '
        f'<a href="/cart" class="cart">Cart ({visit.cart})</a></nav></header>'
    )
    return f"""<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Corner pottery</title>
<meta name="viewport" content="width=device-width, initial-scale=1"></head>
<body>{top}<main>{main}</main><footer><a href="/about">About us</a></footer></body></html>"""


_GOODS = {"blue": ("Blue stoneware mug", "£18.00"), "green": ("Green stoneware mug", "£19.00"), "white": ("White stoneware mug", "£17.00")}


def _list(_: Corner, __: _Visit) -> str:
    cards = "".join(
        f'<li class="card"><a href="/p/{key}"><img src="/{key}.png" alt="" width="200" height="200">{name}</a> '
        f'<span class="price">{price}</span></li>'
        for key, (name, price) in _GOODS.items()
    )
    return f"<h1>Mugs</h1><ul>{cards}</ul>"


def _product(key: str) -> Callable[[Corner, _Visit], str]:
    name, price = _GOODS[key]
    return lambda _, __: (
        f'<h1>{name}</h1><p class="price">{price}</p><form action="/add" method="post"><input type="hidden" name="id" value="{key}">'
        '<button class="add">Add to cart</button></form><p>Thrown by hand, glazed twice.</p>'
    )


def _cart(_: Corner, visit: _Visit) -> str:
    if not visit.cart:
        return "<h1>Your cart</h1><p>Your cart is empty.</p>"
    return (
        '<h1>Your cart</h1><table><tr><td><a href="/p/blue">Blue stoneware mug</a></td><td><input name="quantity" value="1" size="2" '
        'aria-label="Quantity"></td><td>£18.00</td></tr></table><p>Total £18.00</p><a class="onward" href="/checkout">Checkout</a>'
    )


def _login(shop: Corner, visit: _Visit) -> str:
    said = '<p class="error" role="alert" style="color:#b00">The password is invalid.</p>' if visit.wrong else ""
    user = '<label for="u">E-mail address</label><input id="u" name="user" type="email" autocomplete="username">'
    password = '<label for="p">Password</label><input id="p" name="password" type="password" autocomplete="current-password">'
    if shop.steps and not visit.user:
        return f'<h1>Log in</h1><form action="/login" method="post">{user}<button>Continue</button></form>'
    if shop.steps:
        return f'<h1>Log in</h1>{said}<p>{visit.user}</p><form action="/login" method="post">{password}<button>Log in</button></form>'
    register = (
        '<h2>New here?</h2><form action="/register" method="post"><label for="e">E-mail address</label>'
        '<input id="e" name="email" type="email">'
        '<label for="n">Password</label><input id="n" name="new" type="password"><button>Create account</button></form>'
    )
    return (
        f'<h1>Log in</h1>{said}{register}<h2>Log in</h2><form action="/login" method="post">{user}{password}<button>Log in</button></form>'
    )


_FIELDS = {
    "name": ("Full name", "Terry Trader-Longname"),
    "email": ("E-mail", USER),
    "street": ("Street and number", STREET),
    "postcode": ("Postcode", POSTCODE),
    "city": ("City", CITY),
}


def _form(*, filled: bool) -> str:
    fields = "".join(
        f'<p><label for="{key}">{label}</label><input id="{key}" name="{key}" required value="{value if filled else ""}"></p>'
        for key, (label, value) in _FIELDS.items()
    )
    return f'<h2>Delivery address</h2><form action="/address" method="post">{fields}<button class="on">Continue to delivery</button></form>'


_SUM = "<aside><h2>Your order</h2><p>Blue stoneware mug <span>£18.00</span></p><p>Total £18.00</p></aside>"
_ADDRESS = f"<p>Terry Trader-Longname<br>{STREET}<br>{POSTCODE} {CITY}</p>"
_DELIVERIES = """<form action="/delivery" method="post"><fieldset><legend>Delivery method</legend>
<p><input type="radio" name="d" id="d1" value="1"><label for="d1">Standard delivery £3.90</label></p>
<p><input type="radio" name="d" id="d2" value="2"><label for="d2">Express delivery £9.90</label></p></fieldset>
<button class="on">Continue to payment</button></form>"""


def _checkout(shop: Corner, visit: _Visit) -> str:
    known = shop.knows if visit.logged_in else "nothing"
    if known == "book":
        book = (
            '<h2>Deliver to</h2><form action="/address" method="post"><p><input type="radio" name="a" id="a1" checked>'
            f'<label for="a1">Terry Trader-Longname, {STREET}, {POSTCODE} {CITY}</label></p>'
            '<p><input type="radio" name="a" id="a2"><label for="a2">Terry Trader-Longname, Station Road 1, N1 9AL London</label></p>'
            '<button class="on">Deliver to this address</button></form>'
        )
        return f"<h1>Checkout</h1>{book}{_SUM}"
    if known == "summary":
        return f"<h1>Checkout</h1><h2>Delivery address</h2>{_ADDRESS}<a href='/account'>Change</a>{_DELIVERIES}{_SUM}"
    return f"<h1>Checkout</h1>{_form(filled=known == 'form')}{_SUM}"


def _payment(_: Corner, __: _Visit) -> str:
    return f"""<h1>Payment</h1>{_SUM}<form action="/order" method="post"><fieldset><legend>Payment method</legend>
<p><input type="radio" name="pay" id="c"><label for="c">Credit card</label></p>
<p><input type="radio" name="pay" id="i"><label for="i">Invoice</label></p></fieldset>
<button class="on" id="order">Place order</button></form>"""


_PAGES: dict[str, Callable[[Corner, _Visit], str]] = {
    "/": _list,
    "/mugs": _list,
    "/bowls": _list,
    "/p/blue": _product("blue"),
    "/p/green": _product("green"),
    "/p/white": _product("white"),
    "/cart": _cart,
    "/login": _login,
    "/account": lambda _, visit: f"<h1>Your account</h1><p>Hello {visit.user}</p>",
    "/checkout": _checkout,
    "/delivery": lambda _, __: f"<h1>Delivery</h1>{_DELIVERIES}{_SUM}",
    "/payment": _payment,
    "/thanks": lambda _, __: "<h1>Thank you for your order</h1>",
}
