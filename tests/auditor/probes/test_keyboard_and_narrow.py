from typing import Any

from auditor.model.journey import Step, StepOutcome
from auditor.model.stage import Stage
from auditor.probes.keyboard_and_narrow import probe_keyboard_and_narrow
from tests.auditor.probes.conftest import Visit

MENU = "".join(f"<a href='/c{n}'>Category {n}</a> " for n in range(12))
BUY = "<button type=submit>Add to cart</button>"


def product(style: str = "", buy: str = BUY, script: str = "", menu: str = MENU) -> str:
    """A product page with a menu of twelve links, a quantity and a buy button."""
    form = f"<form action='/cart/add' method=post><label>Quantity <input name=quantity value=1></label> {buy}</form>"
    return (
        f"<style>{style}</style><header><nav>{menu}</nav><a href='/cart'>Cart</a></header>"
        f"<main><h1>Stoneware vase</h1><p class=price>€20.00</p>{form}</main><script>{script}</script>"
    )


ADDRESS = """<main><h1>Delivery address</h1><form action="/pay" method="post">
<p><label>First name <input name="firstname"></label></p><p><label>Last name <input name="lastname"></label></p>
<p><label>Street <input name="street"></label></p><p><label>City <input name="city"></label></p>
<p><label>Postcode <input name="postcode"></label></p><button>Continue to delivery</button></form></main>"""
HOLDS = """document.querySelector("[name=city]").addEventListener("keydown", (event) => event.key === "Tab" && event.preventDefault());"""


async def first_page(visit: Visit, body: str, stage: Stage = Stage.PRODUCT) -> dict[str, Any]:
    """What the probe writes of one page."""
    walker, facts = await visit({"/page": body}, "/page")
    walker.steps.append(Step(stage, StepOutcome.REACHED, facts.url))
    found, after = await probe_keyboard_and_narrow(walker, facts)
    assert after is facts
    assert isinstance(found, dict)
    assert [p["stage"] for p in found["pages"]] == [stage.value]
    return dict(found["pages"][0])


def said(page: dict[str, Any]) -> dict[str, str]:
    return {name: control["said"] for name, control in page["keyboard"]["needed"].items()}


async def test_a_plain_page_can_be_used_and_fits(visit: Visit) -> None:
    page = await first_page(visit, product())
    assert said(page) == {"buy button": "reached", "way to the cart": "reached"}
    assert page["keyboard"]["stops"] >= 8
    assert (page["keyboard"]["unseen"], page["keyboard"]["trap"]) == ([], "")
    assert (page["narrow"]["cut"], page["narrow"]["sideways"]) == ([], 0)


async def test_a_focus_without_outline_is_unseen(visit: Visit) -> None:
    page = await first_page(visit, product(":focus { outline: none }"))
    unseen = page["keyboard"]["unseen"]
    assert len(unseen) >= 5
    assert {stop["why"] for stop in unseen} == {"unchanged"}
    assert unseen[0]["words"] == "Category 0"


async def test_a_page_that_glides_is_looked_at_where_it_stands(visit: Visit) -> None:
    style = "html { scroll-behavior: smooth } :focus { outline: none } main { margin-top: 3000px }"
    below = "".join(f"<a href='/h{n}'>Help {n}</a> " for n in range(20))  # the last stops are far below the first
    page = await first_page(visit, product(style, buy=BUY + below))
    assert page["keyboard"]["unseen"][0]["words"] == "Category 0"


async def test_a_mark_beside_the_link_is_a_mark(visit: Visit) -> None:
    page = await first_page(visit, product("a:focus, button:focus { outline: none; text-decoration: none; background: #ffd }"))
    assert page["keyboard"]["unseen"] == []


async def test_a_mark_that_only_pictures_show_is_a_mark(visit: Visit) -> None:
    menu = f"{MENU}<i id=mark style='position:absolute;left:0;top:0;width:9px;height:9px'></i>"
    style = ":focus { outline: none } nav { position: relative } nav:focus-within #mark { background: red }"
    page = await first_page(visit, product(style, menu=menu))
    assert "Category 0" not in {stop["words"] for stop in page["keyboard"]["unseen"]}


async def test_what_lies_over_a_stop_is_named(visit: Visit) -> None:
    banner = "<div class=banner style='position:fixed;left:0;top:0;right:0;height:90px;background:#fff'>Sale</div>"
    page = await first_page(visit, product() + banner)
    stop = page["keyboard"]["unseen"][0]
    assert (stop["words"], stop["why"], stop["by"]) == ("Category 0", "covered", "div.banner")


async def test_a_buy_button_that_is_no_button_is_out_of_reach(visit: Visit) -> None:
    page = await first_page(visit, product(buy="<div class='btn-buy' onclick='add()'>Add to cart</div>"))
    assert said(page)["buy button"] == "unreachable"


async def test_a_button_taken_out_of_the_order_is_out_of_reach(visit: Visit) -> None:
    page = await first_page(visit, product(buy=BUY.replace("type", "tabindex=-1 type")))
    assert said(page)["buy button"] == "unreachable"


async def test_the_fields_of_an_address_are_tried(visit: Visit) -> None:
    page = await first_page(visit, ADDRESS, Stage.ADDRESS)
    assert said(page)["button that goes on"] == "reached"
    assert said(page)["field “City”"] == "reached"


async def test_a_field_that_holds_the_focus_is_a_trap(visit: Visit) -> None:
    page = await first_page(visit, f"{ADDRESS}<script>{HOLDS}</script>", Stage.ADDRESS)
    assert said(page)["field “City”"] == "trap"


async def test_a_layout_of_fixed_width_does_not_fit(visit: Visit) -> None:
    page = await first_page(visit, product("main { width: 900px } form { margin-left: 500px }"))
    assert "buy button" in {part["what"] for part in page["narrow"]["cut"]}
    assert page["narrow"]["sideways"] > 500


async def test_a_wide_table_may_be_wide(visit: Visit) -> None:
    table = "<table><tr>" + "<td>A long word of a table</td>" * 12 + "</tr></table>"
    page = await first_page(visit, product("td { white-space: nowrap }") + table)
    assert page["narrow"]["sideways"] > 100
    assert (page["narrow"]["cut"], page["narrow"]["beyond"]) == ([], [])


async def test_without_a_page_there_is_nothing_to_open(visit: Visit) -> None:
    walker, facts = await visit({"/": "<h1>Shop</h1>"})
    found, _ = await probe_keyboard_and_narrow(walker, facts)
    assert found == "No page of the purchase was reached."
