from __future__ import annotations

from urllib.request import urlopen

from auditor.demo.server import serve
from auditor.demo.shape import Shape


def test_the_shop_answers_while_it_is_served() -> None:
    with serve() as running:
        assert running.url.startswith("http://127.0.0.1:")
        with urlopen(running.url + "/product/fjell-wool-blanket") as answer:  # noqa: S310
            assert answer.status == 200
            assert "server" not in {name.lower() for name in answer.headers}
        assert list(running.ledger.deepest.values()) == ["product"]


def test_two_shops_do_not_share_a_ledger() -> None:
    with serve() as one, serve() as other:
        urlopen(one.url + "/product/fjell-wool-blanket").close()  # noqa: S310
        assert one.url != other.url
        assert other.ledger.log == []


def test_a_checkout_elsewhere_has_an_origin_of_its_own() -> None:
    with serve(Shape(checkout="otherhost", payment="hostedframe")) as running, urlopen(running.url) as answer:  # noqa: S310
        assert "http://localhost:" in answer.headers["content-security-policy"]
