from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest
from starlette.testclient import TestClient

from auditor.demo.app import create_app
from auditor.demo.ledger import Ledger
from auditor.demo.shape import Shape

OpenShop = Callable[..., TestClient]

ADDRESS = {
    "email": "anna@example.com",
    "first_name": "Anna",
    "last_name": "Test",
    "address1": "1 Main Street",
    "postcode": "D02 X285",
    "city": "Dublin",
    "country": "IE",
    "billing_same": "1",
}


@pytest.fixture
def ledger() -> Ledger:
    return Ledger()


@pytest.fixture
def open_shop(ledger: Ledger) -> Iterator[OpenShop]:
    """A browserless visitor of a shop of a shape with flaws; every shop writes into the same ledger."""
    with ExitStack() as stack:

        def opened(shape: str = "", *flaws: str) -> TestClient:
            return stack.enter_context(TestClient(create_app(Shape.parse(shape), flaws, ledger)))

        yield opened


@pytest.fixture
def shop(open_shop: OpenShop) -> TestClient:
    return open_shop()


@pytest.fixture
def filled(shop: TestClient) -> TestClient:
    """A visitor of the plain shop with one blanket in the cart."""
    shop.post("/cart/add", data={"product": "fjell", "quantity": "1", "colour": "moss"})
    return shop


@pytest.fixture
def address() -> dict[str, str]:
    return dict(ADDRESS)
