from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

from auditor.probes.furniture_links import furniture_links, probe_furniture_links
from tests.auditor.probes.conftest import Visit

PAGE = """<header><a href="/vases">Vases</a><a href="/cart/add?id=1">Add to cart</a><a href="/login">Log in</a>
<a href="https://elsewhere.example/x">Elsewhere</a></header><main><a href="/inside">Inside</a></main>
<footer><a href="/returns#top">Returns</a><a href="/gone">Old</a><a href="mailto:a@b.example">Mail</a></footer>"""


class Answers(BaseHTTPRequestHandler):
    """Knows all addresses but one, and answers some to GET only."""

    asked: list[str]

    def do_HEAD(self) -> None:
        self.asked.append(f"HEAD {self.path}")
        self.send_response(405 if self.path == "/returns" else 404 if self.path == "/gone" else 200)
        self.end_headers()

    def do_GET(self) -> None:
        self.asked.append(f"GET {self.path}")
        self.send_response(404 if self.path == "/gone" else 200)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Keep quiet."""


@pytest.fixture
def address() -> Iterator[str]:
    Answers.asked = []
    server = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


async def test_only_links_that_do_nothing_are_asked_for(visit: Visit) -> None:
    _, facts = await visit({"/": PAGE})
    assert [url.partition("shop.example")[2] for url in furniture_links(facts)] == ["/vases", "/returns", "/gone"]


async def test_a_page_without_landmarks_has_a_top_and_a_bottom(visit: Visit) -> None:
    top, middle = '<div><a href="/vases">Vases</a></div>', '<div style="height:3000px;padding-top:900px"><a href="/vase-1">A vase</a></div>'
    _, facts = await visit({"/": f'{top}{middle}<div><a href="/returns">Returns</a></div>'})
    assert [url.partition("shop.example")[2] for url in furniture_links(facts)] == ["/vases", "/returns"]


async def test_the_answers_are_noted(visit: Visit, address: str) -> None:
    walker, home = await visit({"/": PAGE.replace('href="/', f'href="{address}/')})
    home.host = address.removeprefix("http://")
    walker.seen.append(home)
    found, after = await probe_furniture_links(walker, home)
    assert {link["label"]: link["status"] for link in found["links"]} == {"Vases": 200, "Returns": 200, "Old": 404}
    assert [link["policy"] for link in found["links"] if link["label"] == "Returns"] == ["returns"]
    assert "GET /vases" not in Answers.asked
    assert after is home


async def test_a_page_without_such_links_is_told(visit: Visit) -> None:
    walker, facts = await visit({"/": "<main>Nothing</main>"})
    walker.seen.append(facts)
    found, _ = await probe_furniture_links(walker, facts)
    assert isinstance(found, str)


@pytest.mark.parametrize(("code", "lang"), [("EUR", "pl"), ("de-CH", "de")])
async def test_a_link_that_a_form_of_its_own_sends_leads_nowhere_by_itself(visit: Visit, code: str, lang: str) -> None:
    chooser = f'<html lang="{lang}"><header><form method="post" action="/set"><a href="{code}">{code}</a></form>'
    _, facts = await visit({"/": PAGE.replace("<header>", chooser)}, "/")
    assert not any(address.endswith(code) for address in furniture_links(facts))


async def test_links_of_a_page_that_is_one_form_are_links(visit: Visit) -> None:
    _, facts = await visit({"/": f'<form method="post">{PAGE}</form>'}, "/")
    assert any(address.endswith("/vases") for address in furniture_links(facts))
