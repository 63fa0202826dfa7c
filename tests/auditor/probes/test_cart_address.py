from auditor.journey.walker import Walker
from auditor.model.journey import Step, StepOutcome
from auditor.model.stage import Stage
from auditor.probes.cart_address import cart_address
from tests.auditor.probes.conftest import Visit

DRAWER = "<header><a class=cart href='/basket'>Cart (1)</a></header><main><h1>Vase</h1><p>€20.00</p><button>Add to cart</button></main>"
VASE = "https://shop.example/vase"


async def seen(visit: Visit, body: str, url: str) -> Walker:
    """A walker who has seen a page, and the cart at an address."""
    walker, facts = await visit({"/vase": body}, "/vase")
    walker.product.url = VASE
    walker.seen.append(facts)
    walker.steps.append(Step(Stage.CART, StepOutcome.REACHED, url))
    return walker


async def test_a_cart_with_a_page_of_its_own_stands_there(visit: Visit) -> None:
    assert cart_address(await seen(visit, DRAWER, "https://shop.example/cart")) == "https://shop.example/cart"


async def test_a_drawer_over_the_product_gives_way_to_the_page_that_is_linked(visit: Visit) -> None:
    assert cart_address(await seen(visit, DRAWER, f"{VASE}#cart")) == "https://shop.example/basket"


async def test_without_a_link_the_product_page_is_all_there_is(visit: Visit) -> None:
    assert cart_address(await seen(visit, "<h1>Vase</h1>", VASE)) == VASE


async def test_while_its_stage_is_under_way_the_cart_in_sight_counts(visit: Visit) -> None:
    walker, facts = await visit({"/vase": DRAWER}, "/vase")
    walker.product.url = VASE
    assert cart_address(walker, facts) == "https://shop.example/basket"


async def test_without_a_cart_there_is_no_address(visit: Visit) -> None:
    walker, _ = await visit({"/": "<h1>Shop</h1>"})
    assert cart_address(walker) == ""
