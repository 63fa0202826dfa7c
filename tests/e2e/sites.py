"""Small sites that are no shop to buy in, each served on a free loopback port while a `with` lasts."""

from __future__ import annotations

import socket
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import count
from math import inf
from threading import Thread


@dataclass(frozen=True)
class Answer:
    """What a site answers."""

    body: str
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)


def page(title: str, main: str, links: str = "") -> str:
    """A page with a header that links to these, and a footer."""
    return f"""<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1"></head>
<body><header><a href="/">Lakeside</a><nav>{links}</nav></header><main>{main}</main>
<footer><a href="/about">About us</a> <a href="/contact">Contact</a></footer></body></html>"""


@contextmanager
def site(pages: Mapping[str, Answer], otherwise: Answer | None = None, *, patience: float = inf) -> Iterator[str]:
    """Serve pages by their path, and one answer for every other; yields the address.

    After as many pages as its `patience` lasts, it gives the other answer to whatever is asked.
    """
    served = count(1)
    lost = otherwise or Answer(page("Not found", "<h1>Page not found</h1>"), 404)

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            known = pages.get(self.path.partition("?")[0])
            answer = known if known and next(served) <= patience else lost
            body = answer.body.encode()
            self.send_response(answer.status)
            for name, value in {"content-type": "text/html; charset=utf-8", "content-length": str(len(body)), **answer.headers}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}/"
        finally:
            server.shutdown()
            thread.join()


@contextmanager
def silence() -> Iterator[str]:
    """A server that takes every connection and never says a word."""
    with socket.create_server(("127.0.0.1", 0), backlog=100) as listening:
        yield f"http://127.0.0.1:{listening.getsockname()[1]}/"


@contextmanager
def nobody() -> Iterator[str]:
    """An address where nothing listens, and nothing else can come to listen meanwhile."""
    with socket.socket() as bound:
        bound.bind(("127.0.0.1", 0))
        yield f"http://127.0.0.1:{bound.getsockname()[1]}/"


def blog() -> dict[str, Answer]:
    """Articles, and nothing for sale."""
    posts = {f"/posts/{number}": f"Notes from the garden, part {number}" for number in range(1, 7)}
    links = '<a href="/">Home</a> <a href="/archive">Archive</a> <a href="/about">About</a>'
    teasers = "".join(
        f'<article><h2><a href="{path}">{title}</a></h2><p>The tomatoes came early this year, and the beans did not.</p></article>'
        for path, title in posts.items()
    )
    found = {
        path: Answer(page(title, f"<h1>{title}</h1><p>The tomatoes came early this year.</p>", links)) for path, title in posts.items()
    }
    return {
        "/": Answer(page("Lakeside garden notes", f"<h1>Garden notes</h1>{teasers}", links)),
        "/archive": Answer(page("Archive", f"<h1>Archive</h1>{teasers}", links)),
        "/about": Answer(page("About", "<h1>About</h1><p>Two people and a garden.</p>", links)),
        **found,
    }


SHOP_LINKS = '<a href="/category/mugs">Mugs</a> <a href="/category/bowls">Bowls</a> <a href="/cart">Cart (0)</a>'


def sold_out_shop() -> dict[str, Answer]:
    """A shop with nothing left on its shelves."""
    goods = {"mugs": ("Blue mug", "Green mug", "White mug"), "bowls": ("Oak bowl", "Ash bowl", "Elm bowl")}
    pages = {"/cart": Answer(page("Your cart", "<h1>Your cart</h1><p>Your cart is empty.</p>", SHOP_LINKS))}
    cards: dict[str, str] = {}
    for category, names in goods.items():
        for name in names:
            path = f"/product/{name.lower().replace(' ', '-')}"
            cards[name] = f'<li><a href="{path}">{name}</a> <span class="price">$18.00</span> <span>Sold out</span></li>'
            buy = '<p class="price">$18.00</p><p>Sold out</p><button type="button" disabled>Sold out</button>'
            pages[path] = Answer(page(name, f"<h1>{name}</h1>{buy}<p>Thrown by hand, glazed twice.</p>", SHOP_LINKS))
        listed = "".join(cards[name] for name in names)
        pages[f"/category/{category}"] = Answer(page(category.title(), f"<h1>{category.title()}</h1><ul>{listed}</ul>", SHOP_LINKS))
    pages["/"] = Answer(page("Lakeside pottery", f"<h1>Lakeside pottery</h1><ul>{''.join(cards.values())}</ul>", SHOP_LINKS))
    return pages


def empty_shop() -> dict[str, Answer]:
    """A shop that has not been filled yet."""
    nothing = "<p>No products were found.</p>"
    return {
        "/": Answer(page("Lakeside pottery", "<h1>Lakeside pottery</h1><p>Mugs and bowls, thrown by hand.</p>", SHOP_LINKS)),
        "/category/mugs": Answer(page("Mugs", f"<h1>Mugs</h1>{nothing}", SHOP_LINKS)),
        "/category/bowls": Answer(page("Bowls", f"<h1>Bowls</h1>{nothing}", SHOP_LINKS)),
        "/cart": Answer(page("Your cart", "<h1>Your cart</h1><p>Your cart is empty.</p>", SHOP_LINKS)),
    }


LOGIN = Answer(
    page(
        "Log in",
        """<h1>Trade customers, please log in</h1><form action="/login" method="post">
<label for="e">E-mail</label><input id="e" name="email" type="email">
<label for="p">Password</label><input id="p" name="password" type="password">
<button>Log in</button></form>""",
    )
)
FORBIDDEN = Answer("<!doctype html><html><head><title>403 Forbidden</title></head><body><h1>403 Forbidden</h1></body></html>", 403)
BROKEN = Answer(page("Error", "<h1>Internal Server Error</h1><p>Something went wrong.</p>"), 500)
CHALLENGE = Answer(
    """<!doctype html><html lang="en-US"><head><title>Just a moment...</title></head>
<body><h1>lakeside.example</h1><p>Verifying you are human. This may take a few seconds.</p>
<noscript>Enable JavaScript and cookies to continue</noscript></body></html>""",
    403,
    {"cf-mitigated": "challenge", "server": "cloudflare", "cf-ray": "8f00000000000000-ARN"},
)
