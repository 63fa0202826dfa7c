from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from auditor.demo.datafile import HERE
from auditor.demo.flaws import FLAWS, plant
from auditor.demo.shape import Shape

if TYPE_CHECKING:
    from collections.abc import Callable

    from starlette.testclient import TestClient

    OpenShop = Callable[..., TestClient]

PAGES = (
    "/",
    "/shop/outdoor",
    "/search?q=zqxjvkw",
    "/search?q=wool",
    "/search?q=stneware",
    "/search?q=returns",
    "/nordlys-club",
    "/product/fjell-wool-blanket",
    "/cart",
    "/delivery-information",
    "/returns-and-refunds",
    "/contact",
    "/nope",
)
CLIENT_SIDE = {
    "speed-page-weight",
    "speed-cls",
    "speed-inp-lab",
    "speed-journey-errors",
    "privacy-no-tracking-before-consent",
    "privacy-reject-honoured",
    "privacy-no-form-leak",
    "security-no-data-in-url",
    "trust-no-fake-countdown",
    "mobile-content-parity",
    "accessibility-status-messages",
}
STYLED = {"mobile-input-zoom", "mobile-text-size"}
ON_THE_WAY = {
    "security-payment-scripts",
    "security-script-integrity",
    "security-card-fields-isolated",
    "privacy-policy",
    "trust-about-page",
    "trust-company-identity",
    "security-cookies",
    "product-variant-required",
    "checkout-guest-option",
    "checkout-empty-submit",
    "speed-lcp",
    "speed-ttfb",
    "speed-journey-wait",
    "checkout-cart-add-confirmation",
    "checkout-step-count",
    "checkout-guest-prominent",
}
WITH_A_CART = {"cart", "checkout", "shipping", "payment"}  # pages that show more to a shopper who has a cart
ON_THE_WAY |= {
    key for key, flaw in FLAWS.items() if flaw.edits and all({*edit.pages} and {*edit.pages} <= WITH_A_CART for edit in flaw.edits)
}


@pytest.mark.parametrize("flaw", FLAWS.values(), ids=list(FLAWS))
def test_a_flaw_is_named_after_its_check_and_says_what_is_wrong(flaw: object) -> None:
    assert getattr(flaw, "id") == getattr(flaw, "check")  # noqa: B009
    assert str(getattr(flaw, "summary")).endswith(".")  # noqa: B009


@pytest.mark.parametrize("flaw", FLAWS)
def test_a_flaw_bends_the_shop_into_a_shape_that_exists(flaw: str) -> None:
    shape = plant([flaw]).reshape(Shape())
    assert Shape.parse(str(shape)) == shape


@pytest.mark.parametrize("script", [flaw.script for flaw in FLAWS.values() if flaw.script])
def test_the_script_of_a_flaw_exists(script: str) -> None:
    assert (HERE / "static" / "js" / f"{script}.js").is_file()


@pytest.mark.parametrize("flaw", sorted(set(FLAWS) - CLIENT_SIDE - STYLED - ON_THE_WAY))
def test_a_flaw_changes_what_the_shop_answers(flaw: str, open_shop: OpenShop) -> None:
    healthy, flawed = open_shop(), open_shop("", flaw)
    assert any(_seen(healthy, page) != _seen(flawed, page) for page in PAGES) or _style(healthy) != _style(flawed)


@pytest.mark.parametrize("flaw", sorted(CLIENT_SIDE))
def test_a_flaw_of_the_browser_changes_the_script(flaw: str, open_shop: OpenShop) -> None:
    assert "A planted flaw" in _script(open_shop("", flaw))
    assert "A planted flaw" not in _script(open_shop())


@pytest.mark.parametrize("flaw", sorted(STYLED))
def test_a_flaw_of_the_looks_changes_the_style(flaw: str, open_shop: OpenShop) -> None:
    assert FLAWS[flaw].style in _style(open_shop("", flaw))
    assert FLAWS[flaw].style not in _style(open_shop())


def test_pages_are_late_where_a_flaw_says_so() -> None:
    assert [reply.path for reply in plant(["speed-ttfb", "speed-journey-wait"]).replies] == ["/product/", "/checkout"]


def test_an_unknown_flaw_is_named() -> None:
    with pytest.raises(ValueError, match="unknown flaw checkout-magic; known: speed-lcp"):
        plant(["checkout-magic"])


def test_the_session_cookie_loses_its_flags(open_shop: OpenShop) -> None:
    healthy = open_shop().get("/").headers["set-cookie"].lower()
    flawed = open_shop("", "security-cookies").get("/").headers["set-cookie"].lower()
    assert "httponly" in healthy
    assert "samesite=lax" in healthy
    assert "httponly" not in flawed
    assert "samesite" not in flawed


def test_adding_without_a_variant_says_nothing(open_shop: OpenShop) -> None:
    body = {"product": "fjell", "quantity": "1"}
    assert "Please choose" in open_shop().post("/cart/add", data=body).text
    assert "Please choose" not in open_shop("", "product-variant-required").post("/cart/add", data=body).text


def test_an_empty_address_form_says_nothing(open_shop: OpenShop) -> None:
    for flaws, expected in (((), True), (("checkout-empty-submit",), False)):
        shop = open_shop("", *flaws)
        shop.post("/cart/add", data={"product": "morgen"})
        page = shop.post("/checkout/details", data={}).text
        assert ("aria-invalid" in page) is expected
        assert ("autofocus" in page) is expected


def test_guests_stand_before_a_wall(open_shop: OpenShop) -> None:
    shop = open_shop("", "checkout-guest-option")
    shop.post("/cart/add", data={"product": "morgen"})
    page = shop.get("/checkout").text
    assert 'type="password"' in page
    assert 'name="postcode"' not in page


def test_only_the_main_picture_of_the_home_page_is_late() -> None:
    (reply,) = plant(["speed-lcp"]).replies
    assert reply.path == "/media/hero-"
    assert reply.seconds > 4.5


def test_ballast_weighs_more_than_four_and_a_half_megabytes(open_shop: OpenShop) -> None:
    assert len(open_shop("", "speed-page-weight").get("/api/ballast").content) > 4_500_000


def _seen(shop: TestClient, page: str) -> object:
    answer = shop.get(page)
    headers = {name: value for name, value in answer.headers.items() if name not in ("content-length", "set-cookie")}
    return answer.status_code, headers, answer.text.replace(" ", "").replace("\n", "")[:400], len(answer.text)


def _style(shop: TestClient) -> str:
    page = shop.get("/").text
    return shop.get(page.split('<link rel="stylesheet" href="')[1].split('"')[0]).text


def _script(shop: TestClient) -> str:
    page = shop.get("/").text
    return shop.get(page.split('<script src="')[1].split('"')[0]).text
