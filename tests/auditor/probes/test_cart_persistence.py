from typing import Any

import pytest

from auditor.journey.walker import Walker
from auditor.model.journey import Step, StepOutcome
from auditor.model.stage import Stage
from auditor.probes.cart_persistence import lasting, probe_cart_persistence
from auditor.record.writer import JourneyWriter
from tests.auditor.probes.conftest import Visit

CART = "https://shop.example/cart"
KEPT_IN = """<main id=cart></main><script>
const full = "<h1>Cart</h1><ul><li><a href='/vase'>Stoneware vase</a> <input type=number name=quantity value=1> <b>€20.00</b></li></ul>"
  + "<p>Total €20.00</p><a href='/checkout'>Checkout</a>";
document.querySelector("#cart").innerHTML = STORE ? full : "<h1>Cart</h1><p>Your cart is empty.</p>";
</script>"""


def kept_in(store: str) -> str:
    return KEPT_IN.replace("STORE", store)


async def filled(visit: Visit, page: str, fill: str) -> Walker:
    """A walker whose cart page shows what its script finds, once the cart was filled in this tab."""
    walker, _ = await visit({"/cart": page}, "/cart")
    await walker.tab.page.evaluate(fill)
    walker.product.title, walker.product.url = "Stoneware vase", "https://shop.example/vase"
    walker.steps.append(Step(Stage.CART, StepOutcome.REACHED, CART))
    return walker


async def found(walker: Walker) -> dict[str, Any]:
    result, after = await probe_cart_persistence(walker, await walker.look())
    assert after.url == CART
    assert isinstance(result, dict)
    return result


async def test_a_cart_in_the_local_storage_is_kept(visit: Visit) -> None:
    walker = await filled(visit, kept_in("localStorage.cart"), "localStorage.cart = 1")
    seen = await found(walker)
    assert (seen["own_tab"], seen["new_tab"], seen["return"]) == ("kept", "kept", "kept")


async def test_a_cart_of_one_tab_is_lost_in_the_next(visit: Visit) -> None:
    walker = await filled(visit, kept_in("sessionStorage.cart"), "sessionStorage.cart = 1")
    seen = await found(walker)
    assert (seen["own_tab"], seen["new_tab"], seen["return"]) == ("kept", "empty", "empty")


async def test_a_cart_behind_a_session_cookie_is_forgotten(visit: Visit) -> None:
    page = kept_in('document.cookie.includes("cart=1")')
    walker = await filled(visit, page, "document.cookie = 'cart=1; path=/'")
    seen = await found(walker)
    assert (seen["new_tab"], seen["return"], seen["not_kept"]) == ("kept", "empty", {"session": 1, "short": 0})


@pytest.mark.parametrize(
    ("beside", "voucher"),
    [
        ("<form><label>Discount code <input name=coupon></label><button>Apply</button></form>", "Discount code"),
        ("<form><label>Gutscheincode <input name=code></label><button>Einlösen</button></form>", "Gutscheincode"),
        ("<details><summary>Have a discount code?</summary><label>Discount code <input name=coupon></label></details>", ""),
        ("<footer><label>Discount code <input name=coupon></label></footer>", ""),
    ],
)
async def test_an_open_voucher_field_of_the_cart_is_named(visit: Visit, beside: str, voucher: str) -> None:
    walker = await filled(visit, kept_in("localStorage.cart") + beside, "localStorage.cart = 1")
    assert (await found(walker))["voucher"] == voucher


@pytest.mark.parametrize(
    ("around", "first"),
    [
        ("{field}<p><a href=/checkout>Go to checkout</a></p>", True),
        ("<p><a href=/checkout>Go to checkout</a></p>{field}", False),
        ("<header><p><a href=/checkout>Go to checkout</a></p></header>{field}", False),
        ("<div style='display: flex; gap: 99px'>{field}<p style='margin-top: 200px'><a href=/checkout>Go to checkout</a></p></div>", False),
    ],
)
async def test_whether_the_voucher_field_stands_above_the_way_to_the_checkout(visit: Visit, around: str, first: bool) -> None:
    field = "<form style='width: 300px'><label>Discount code <input name=coupon></label><button>Apply</button></form>"
    page = kept_in("localStorage.cart") + around.format(field=field)
    walker = await filled(visit, page, "localStorage.cart = 1")
    assert (await found(walker))["voucher_first"] is first


async def test_without_a_cart_there_is_nothing_to_open(visit: Visit) -> None:
    walker, facts = await visit({"/": "<h1>Shop</h1>"})
    result, _ = await probe_cart_persistence(walker, facts)
    assert result == "Nothing was put into the cart."


def test_what_outlives_a_week() -> None:
    cookies = [{"name": "a", "expires": -1}, {"name": "b", "expires": 1500.0}, {"name": "c", "expires": 3000.0}]
    kept, lost = lasting({"cookies": cookies, "origins": []}, 2000.0)  # type: ignore[typeddict-item]  # what matters of them
    assert [c["name"] for c in kept["cookies"]] == ["c"]
    assert lost == {"session": 1, "short": 1}


async def test_the_page_of_a_cart_is_not_recorded_once_the_journey_is_over(visit: Visit) -> None:
    walker = await filled(visit, kept_in("localStorage.cart") + "<a href=/cart>Cart (1)</a>", "localStorage.cart = 1")
    walker.steps[-1] = Step(Stage.CART, StepOutcome.REACHED, "https://shop.example/vase")
    walker.seen.append(await walker.look())
    await found(walker)
    assert isinstance(walker.witness, JourneyWriter)
    assert walker.witness.pages_beside == []
