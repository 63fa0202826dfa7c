"""Lines of an address that are closed at first: opened by hand, by a search, or picked from what a search offers."""

from __future__ import annotations

import pytest
from playwright.async_api import Browser

from auditor.journey.address_lookup import closed_address, open_lines
from auditor.journey.form import fill_form
from tests.auditor.journey.site import visiting

PERSON = '<label>First name <input id="first" name="firstname"></label><label>Postcode <input id="code" name="postcode" required></label>'
LINES = """<label>Street <input id="street" name="address1" required></label><label>City <input id="city" name="city" required></label>"""
OTHER, OWN = "12 Euston Road, London NW1 2DB", "96 Euston Road, London NW1 2DB"
BUTTON = '<button type="button" id="{id}">{text}</button>'


def lookup(text: str, *, lines: str = LINES, opens: str = "rest.hidden = false") -> str:
    """A form that asks for the postcode and opens the lines with a button."""
    button = BUTTON.format(id="more", text=text)
    return f'<form>{PERSON}{button}<div id="rest" hidden>{lines}</div></form><script>more.onclick = () => {{ {opens} }};</script>'


@pytest.mark.parametrize(
    ("lang", "country", "text", "city"),
    [
        ("en", "GB", "Enter address manually", "London"),
        ("en", "GB", "Find address", "London"),
        ("de", "DE", "Adresse manuell eingeben", "Berlin"),
        ("it", "IT", "Trova indirizzo", "Roma"),
    ],
)
async def test_the_closed_lines_are_opened_and_filled(browser: Browser, lang: str, country: str, text: str, city: str) -> None:
    async with visiting(browser, lookup(text), lang=lang, country=country) as visit:
        assert closed_address(visit.facts)
        facts, filled = await fill_form(visit.walker, visit.facts)
        assert await visit.value("city") == city
        assert await visit.value("street")
        assert {"postcode", "street", "city"} <= set(filled.kinds)
        assert not closed_address(facts)


async def test_a_folded_part_of_the_form_is_opened_whatever_it_is_called(browser: Browser) -> None:
    page = lookup("Ei postinumeroa?").replace('id="more"', 'id="more" aria-expanded="false"')
    async with visiting(browser, page, lang="fi", country="FI") as visit:
        await fill_form(visit.walker, visit.facts)
        assert await visit.value("city")


async def test_lines_that_are_drawn_only_when_opened_count_as_closed_too(browser: Browser) -> None:
    page = lookup("Enter address manually", lines="", opens=f"rest.innerHTML = `{LINES}`; rest.hidden = false")
    async with visiting(browser, page) as visit:
        assert closed_address(visit.facts)
        await fill_form(visit.walker, visit.facts)
        assert await visit.value("city") == "London"


TAKEN = 'street.value = text.split(",")[0]; city.value = "London"; rest.hidden = false; list.remove();'
LIST = f"""const list = document.createElement("ul"); list.setAttribute("role", "listbox"); more.after(list);
list.innerHTML = `<li role="option" tabindex="0">{OTHER}</li><li role="option" tabindex="0">{OWN}</li>`;
list.onclick = (e) => {{ const text = e.target.textContent; {TAKEN} }}"""
SELECT = f"""const list = document.createElement("select"); more.after(list);
list.innerHTML = `<option value="">2 addresses found</option><option>{OTHER}</option><option>{OWN}</option>`;
list.onchange = (e) => {{ const text = list.value; {TAKEN} }}"""


@pytest.mark.parametrize("opens", [LIST, SELECT])
async def test_an_address_that_a_search_offers_is_picked(browser: Browser, opens: str) -> None:
    async with visiting(browser, lookup("Find address", opens=opens)) as visit:
        await fill_form(visit.walker, visit.facts)
        assert await visit.value("street") == "96 Euston Road"


async def test_an_address_line_takes_what_is_offered_below_it(browser: Browser) -> None:
    page = """<form><label>Full name <input name="name"></label>
    <label>Address <input id="line" name="full_address" role="combobox" aria-autocomplete="list" required></label>
    <ul id="list" role="listbox" hidden><li role="option" tabindex="0">96 Euston Road, London NW1 2DB</li></ul></form>
    <script>line.oninput = () => list.hidden = line.value.length < 3;
    list.onclick = () => { line.dataset.taken = "yes"; list.hidden = true; };</script>"""
    async with visiting(browser, page) as visit:
        await fill_form(visit.walker, visit.facts)
        assert await visit.walker.tab.page.get_attribute("#line", "data-taken") == "yes"


async def test_where_nothing_is_closed_nothing_is_pressed(browser: Browser) -> None:
    open_form = f"<form>{PERSON}{LINES}{BUTTON.format(id='find', text='Find address')}</form>"
    billing = f'<form>{PERSON}<div hidden><label>Billing street <input name="billing_address1" required></label></div></form>'
    for page in (open_form, billing):
        async with visiting(browser, page) as visit:
            assert not closed_address(visit.facts)
            assert await open_lines(visit.walker, visit.facts) is None
            assert visit.walker.attempts == []


async def test_a_button_that_opens_nothing_leaves_the_address_closed(browser: Browser) -> None:
    async with visiting(browser, lookup("Find address", opens="")) as visit:
        facts, _ = await fill_form(visit.walker, visit.facts)
        assert closed_address(facts)
