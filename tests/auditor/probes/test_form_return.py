from typing import Any

from playwright.async_api import Route

from auditor.journey.walker import Walker
from auditor.probes.form_return import probe_form_return
from tests.auditor.probes.conftest import Visit
from tests.auditor.probes.forms import address_form

TYPED = {
    "email": "anna@shop.example",
    "firstname": "Anna",
    "lastname": "Berg",
    "street": "5th Avenue 476",
    "postcode": "10018",
    "city": "New York",
}
REMEMBERS = """
const kept = JSON.parse(sessionStorage.getItem("typed") || "{}");
for (const f of fields) f.value = kept[f.name] || "";
"""
FORGETS = "addEventListener('pageshow', () => setTimeout(() => { for (const f of fields) f.value = ''; }));"


async def paid(visit: Visit, form: str, *, single: bool = False) -> Walker:
    """Fill the form and go on to the payment step, as a journey does."""
    walker, _ = await visit({"/cart": "<h1>Cart</h1>", "/address": form, "/payment": "<h1>Payment</h1>"}, "/cart")
    await walker.tab.goto("https://shop.example/address")
    for name, value in TYPED.items():
        await walker.tab.page.fill(f"[name={name}]", value)
    await walker.tab.page.evaluate("typed => sessionStorage.setItem('typed', JSON.stringify(typed))", TYPED)
    walker.seen.append(await walker.look())
    if not single:
        await walker.tab.goto("https://shop.example/payment")
    walker.guard.sealed = True
    return walker


async def returned(walker: Walker) -> dict[str, Any]:
    found, _ = await probe_form_return(walker, await walker.look())
    assert isinstance(found, dict), found
    return found


async def test_a_form_that_remembers_is_full_after_back_and_after_reloading(visit: Visit) -> None:
    found = await returned(await paid(visit, address_form(REMEMBERS)))
    assert (found["back"]["kept"], found["back"]["lost"], found["reload"]["lost"]) == (6, [], [])
    assert not found["held_back"]


async def test_the_only_address_counts_whatever_it_is_called(visit: Visit) -> None:
    html = address_form(REMEMBERS)
    walker = await paid(visit, html.replace('name="street"', 'name="street" id="billing_street"'))
    found = await returned(walker)
    assert (found["back"]["kept"], found["back"]["lost"]) == (6, [])


async def test_a_form_that_forgets_is_empty(visit: Visit) -> None:
    found = await returned(await paid(visit, address_form(FORGETS)))
    assert (found["back"]["kept"], len(found["back"]["lost"]), found["kept_whole"]) == (0, 6, True)


async def test_a_checkout_on_one_page_is_left_and_opened_again(visit: Visit) -> None:
    found = await returned(await paid(visit, address_form(REMEMBERS), single=True))
    assert (found["leaves"], found["back"]["lost"], found["back"]["kept"]) == (True, [], 6)


async def test_a_summary_of_the_address_has_kept_it(visit: Visit) -> None:
    walker = await paid(visit, address_form(REMEMBERS), single=True)
    await visit({"/address": "<h1>Your address</h1><p>5th Avenue 476, 10018 New York</p>"})
    found = await returned(walker)
    assert (found["back"]["lost"], found["back"]["kept"]) == ([], 3)


async def test_a_page_that_sends_what_is_held_back_says_so(visit: Visit) -> None:
    walker = await paid(visit, address_form(REMEMBERS, "fetch('/graphql', {method: 'POST', body: '{}'}).catch(() => 0);"))

    async def refuse(route: Route) -> None:
        walker.guard.refuses(route.request.method, route.request.url, "")
        await route.abort()

    await walker.context.route("**/graphql", refuse)
    assert (await returned(walker))["held_back"] is True


async def test_without_a_form_there_is_nowhere_to_return_to(visit: Visit) -> None:
    walker, facts = await visit({"/cart": "<h1>Cart</h1>"}, "/cart")
    assert (await probe_form_return(walker, facts))[0] == "No address form was filled in on the way."
