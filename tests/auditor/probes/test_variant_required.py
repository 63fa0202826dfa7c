import pytest

from auditor.probes.variant_required import probe_variant_required
from tests.auditor.probes.conftest import Visit

CHOOSE = '<option value="">Choose a size</option>'
MESSAGE_AT_THE_CHOICE = """
const message = document.createElement("p");
message.setAttribute("role", "alert");
message.textContent = "Please choose a size.";
document.querySelector("select").after(message);
document.querySelector("select").focus();
"""
ADDED = """
document.querySelector("header a").textContent = "Cart (1)";
const message = document.createElement("p");
message.textContent = "Oak chair was added to your cart.";
document.body.append(message);
"""


def product(script: str = "", *, button: str = "<button>Add to cart</button>", first: str = CHOOSE) -> str:
    """A product with a size to choose; `script` is what the buy button does."""
    listen = f'document.querySelector("form").addEventListener("submit", (event) => {{ event.preventDefault(); {script} }});'
    return f"""<header><a href="/cart">Cart (0)</a></header>
<main><h1>Oak chair</h1><img src="/chair.svg" alt="Oak chair" width="400" height="400"><p>€ 120.00</p>
<form action="/cart" method="post"><label for="size">Size</label>
<select id="size" name="size">{first}<option>Small</option><option>Large</option></select>{button}</form></main>
<script>{listen}</script>"""


async def test_a_message_at_the_choice_is_seen(visit: Visit) -> None:
    walker, facts = await visit({"/chair": product(MESSAGE_AT_THE_CHOICE)}, "/chair")
    found, after = await probe_variant_required(walker, facts)
    assert (found["groups"], found["pressed"], found["added"]) == (["Size"], True, False)
    assert (found["near"], found["live"], found["focus_moved"]) == (True, True, True)
    assert "Please choose a size." in found["messages"]
    assert after.url == facts.url


async def test_a_dialog_of_the_browser_is_kept(visit: Visit) -> None:
    walker, facts = await visit({"/chair": product("alert('Choose a size!');")}, "/chair")
    found, _ = await probe_variant_required(walker, facts)
    assert (found["dialog"], found["messages"], found["added"]) == ("Choose a size!", [], False)


async def test_silence_is_seen_as_silence(visit: Visit) -> None:
    walker, facts = await visit({"/chair": product()}, "/chair")
    found, _ = await probe_variant_required(walker, facts)
    assert (found["pressed"], found["messages"], found["dialog"], found["near"]) == (True, [], "", False)


async def test_a_disabled_button_is_not_pressed(visit: Visit) -> None:
    walker, facts = await visit({"/chair": product(button="<button disabled>Add to cart</button>")}, "/chair")
    found, after = await probe_variant_required(walker, facts)
    assert (found["pressed"], found["disabled"], found["added"]) == (False, True, False)
    assert after is facts


async def test_a_product_that_is_added_without_a_choice_leads_back_to_the_product(visit: Visit) -> None:
    walker, facts = await visit({"/chair": product(ADDED)}, "/chair")
    found, after = await probe_variant_required(walker, facts)
    assert found["added"] is True
    assert after.url == facts.url
    assert walker.badge_before == 0  # the page was loaded anew


async def test_a_choice_the_shop_has_made_leaves_nothing_to_probe(visit: Visit) -> None:
    walker, facts = await visit({"/chair": product("document.title = 'pressed';", first="")}, "/chair")
    found, after = await probe_variant_required(walker, facts)
    assert (found, after) == ("The product has no choice that is still open.", facts)
    assert await walker.tab.page.title() != "pressed"


async def test_a_one_click_purchase_is_never_pressed(visit: Visit) -> None:
    walker, facts = await visit(
        {"/chair": product("document.title = 'pressed';", button="<button>Buy now with one click</button>")}, "/chair"
    )
    found, _ = await probe_variant_required(walker, facts)
    assert found == "The product page has no buy button that may be pressed."
    assert await walker.tab.page.title() != "pressed"


MUG = """<main><h1>Stone mug</h1><img src="/mug.svg" alt="Stone mug" width="400" height="400"><p>€ 20.00</p>
<form action="/cart" method="post"><button>Add to cart</button></form></main>"""
LIST = """<main><h1>All products</h1><ul>
<li><a href="/mug"><img src="/mug.svg" alt="" width="200" height="200">Stone mug</a> <span>€ 20.00</span></li>
<li><a href="/vase"><img src="/vase.svg" alt="" width="200" height="200">Glass vase</a> <span>€ 30.00</span></li>
<li><a href="/chair"><img src="/chair.svg" alt="" width="200" height="200">Oak chair</a> <span>€ 120.00</span></li>
</ul></main>"""
VASE = MUG.replace("Stone mug", "Glass vase").replace("mug", "vase").replace("20.00", "30.00")
SELLS_WHAT_IS_CHOSEN = f"if (!document.querySelector('select').value) return; {ADDED}"


@pytest.mark.parametrize(
    ("script", "silent"),
    [(SELLS_WHAT_IS_CHOSEN, True), (f"if (!document.querySelector('select').value) {{ {MESSAGE_AT_THE_CHOICE} }}", False)],
)
async def test_another_product_of_the_lists_is_tried_where_that_of_the_visit_has_no_choice(visit: Visit, script: str, silent: bool) -> None:
    pages: dict[str, str | None] = {"/mug": MUG, "/vase": VASE, "/chair": product(script), "/list": LIST}
    walker, seen = await visit(pages, "/list")
    walker.seen.append(seen)
    walker, facts = await visit(pages, "/mug")
    walker.seen.append(seen)
    found, after = await probe_variant_required(walker, facts)
    assert (found["url"], found["title"], found["added"]) == ("https://shop.example/chair", "Oak chair", False)
    assert bool(found["messages"]) is not silent
    assert (after, walker.tab.page.url) == (facts, "https://shop.example/mug")


async def test_a_button_that_never_sells_another_product_tells_nothing_of_its_choice(visit: Visit) -> None:
    pages: dict[str, str | None] = {"/mug": MUG, "/vase": VASE, "/chair": product(), "/list": LIST}
    _, seen = await visit(pages, "/list")
    walker, facts = await visit(pages, "/mug")
    walker.seen.append(seen)
    found, _ = await probe_variant_required(walker, facts)
    assert found == "The product has no choice that is still open."


async def test_a_clock_that_runs_on_is_no_message(visit: Visit) -> None:
    clock = """<p role="status">Ends in <span id="left">99</span> s</p><script>setInterval(() => {
document.getElementById("left").textContent -= 1; }, 200);</script>"""
    walker, facts = await visit({"/chair": product() + clock}, "/chair")
    found, _ = await probe_variant_required(walker, facts)
    assert (found["messages"], found["near"], found["live"]) == ([], False, False)
