"""A form is filled as the shopper and as a guest: read back, no secrets."""

from __future__ import annotations

from playwright.async_api import Browser

from auditor.journey.form import answer_radios, fill_form, refuse_mail
from tests.auditor.journey.site import ADDRESS, visiting


async def test_the_address_is_filled_and_what_arrived_is_read_back(browser: Browser) -> None:
    async with visiting(browser, ADDRESS.format("")) as visit:
        _, filled = await fill_form(visit.walker, visit.facts)
        assert await visit.value("street") == "96 Euston Road"
        assert await visit.value("code") == "NW1 2DB"
        assert set(filled.kinds) == {"email", "given_name", "family_name", "street", "city", "postcode", "phone"}
        assert filled.refused == []
        assert visit.walker.introduced
        assert visit.walker.witness.secrets >= {"96 Euston Road", "NW1 2DB"}  # type: ignore[attr-defined]


async def test_what_is_no_part_of_a_guests_address_stays_empty(browser: Browser) -> None:
    others = """<label>Card number <input id="x0" name="cardnumber" required></label>
    <label>Security code <input id="x1" autocomplete="cc-csc" required></label>
    <label>IBAN <input id="x2" name="iban" required></label><label>Discount code <input id="x3" name="coupon" required></label>
    <label>Order notes <textarea id="x4" name="note"></textarea></label><label>Company <input id="x5" name="company"></label>
    <label>Verification code <input id="x6" autocomplete="one-time-code" required></label>
    <label>Password (optional) <input id="x7" type="password"></label>"""
    async with visiting(browser, ADDRESS.format(others)) as visit:
        await fill_form(visit.walker, visit.facts, eager=True)
        assert [await visit.value(f"x{i}") for i in range(8)] == [""] * 8
        assert await visit.value("city") == "London"


async def test_a_login_beside_the_address_is_left_alone(browser: Browser) -> None:
    login = '<form><label>Your email <input id="me" type="email"></label><label>Password <input id="pw" type="password"></label></form>'
    async with visiting(browser, login + ADDRESS.format("")) as visit:
        await fill_form(visit.walker, visit.facts)
        assert (await visit.value("me"), await visit.value("pw"), await visit.value("city")) == ("", "", "London")


async def test_the_country_comes_first_because_it_draws_the_form_anew(browser: Browser) -> None:
    page = """<form><label>Country <select id="land" name="country"><option value="">Choose</option><option value="DE">Germany</option>
    <option value="GB">United Kingdom</option><option value="FR">France</option></select></label><div id="rest"></div></form>
    <script>land.onchange = () => rest.innerHTML = `<label>Postcode <input id="code"></label>
    <label>City <input id="city"></label>`;</script>"""
    async with visiting(browser, page) as visit:
        await fill_form(visit.walker, visit.facts)
        assert (await visit.value("land"), await visit.value("code"), await visit.value("city")) == ("GB", "NW1 2DB", "London")


async def test_a_field_that_takes_only_keys_is_typed_key_by_key(browser: Browser) -> None:
    script = """<script>let keys = 0; city.onkeydown = () => keys++;
    city.oninput = () => { if (keys < city.value.length) city.value = ""; };</script>"""
    async with visiting(browser, ADDRESS.format(script)) as visit:
        await fill_form(visit.walker, visit.facts)
        assert await visit.value("city") == "London"


async def test_what_the_postcode_brings_is_left_as_it_is(browser: Browser) -> None:
    lookup = """<script>code.onchange = () => setTimeout(() => { city.value = "Camden"; first.focus(); street.focus(); }, 30);</script>"""
    async with visiting(browser, ADDRESS.format("") + lookup) as visit:
        _, filled = await fill_form(visit.walker, visit.facts)
        assert (await visit.value("city"), await visit.value("street")) == ("Camden", "96 Euston Road")
        assert filled.kinds["postcode"] == "NW1 2DB"


async def test_a_page_is_given_a_moment_to_wake_up(browser: Browser) -> None:
    waking = """<p id="heard"></p><script>addEventListener("load", () => setTimeout(() => {
      code.onchange = () => { heard.textContent += "postcode "; };
    }, 600));</script>"""
    async with visiting(browser, ADDRESS.format("") + waking) as visit:
        await fill_form(visit.walker, visit.facts)
        assert await visit.walker.tab.page.inner_text("#heard") == "postcode"


async def test_a_country_list_that_is_no_select_is_opened_and_picked_from(browser: Browser) -> None:
    page = """<form><label>City <input name="city"></label><label>Postcode <input name="zip"></label>
    <label id="l">Country</label><div id="box" role="combobox" tabindex="0" aria-labelledby="l" aria-haspopup="listbox"
    style="width:200px;height:30px;border:1px solid">Germany</div><ul id="list" role="listbox" hidden>
    <li role="option">France</li><li role="option">United Kingdom</li><li role="option">Spain</li></ul></form>
    <script>box.onclick = () => list.hidden = false;
    list.onclick = (e) => { box.textContent = e.target.textContent; list.hidden = true; };</script>"""
    async with visiting(browser, page) as visit:
        await fill_form(visit.walker, visit.facts)
        assert await visit.walker.tab.page.inner_text("#box") == "United Kingdom"


async def test_the_shop_decides_who_buys_unless_told(browser: Browser) -> None:
    page = """<form><label>Country <select id="land" name="country"><option value="DE">Germany</option>
    <option value="FR" selected>France</option></select></label><label>City <input id="city" name="city"></label></form>"""
    async with visiting(browser, page, country="") as visit:
        await fill_form(visit.walker, visit.facts)
        assert visit.walker.identity is not None
        assert (visit.walker.identity.country, await visit.value("city")) == ("FR", "Paris")


async def test_fields_of_unknown_meaning_are_answered_only_once_the_shop_has_refused(browser: Browser) -> None:
    page = ADDRESS.format('<label>Favourite animal <input id="x" name="zz9"></label>')
    async with visiting(browser, page) as visit:
        facts, _ = await fill_form(visit.walker, visit.facts)
        assert await visit.value("x") == ""
        await fill_form(visit.walker, facts, eager=True)
        assert await visit.value("x") == "Test"


async def test_a_newsletter_set_to_yes_is_answered_with_no(browser: Browser) -> None:
    page = """<form><fieldset><legend>Newsletter</legend><label><input type="radio" name="n" id="yes" checked> Yes, please</label>
    <label><input type="radio" name="n" id="no"> No, thank you</label></fieldset></form>"""
    async with visiting(browser, page) as visit:
        await refuse_mail(visit.walker, visit.facts)
        assert (await visit.ticked("yes"), await visit.ticked("no")) == (False, True)


async def test_open_questions_are_answered_with_no_and_those_of_an_account_are_not(browser: Browser) -> None:
    page = ADDRESS.format("""<fieldset><legend>Gift wrapping</legend><label><input type="radio" name="g" id="yes"> Yes, £3.00</label>
    <label><input type="radio" name="g" id="no"> No thanks</label></fieldset>
    <fieldset><legend>Account</legend><label><input type="radio" name="a" id="log"> Log in</label>
    <label><input type="radio" name="a" id="reg"> Register</label></fieldset>""")
    async with visiting(browser, page) as visit:
        await answer_radios(visit.walker, visit.facts)
        assert [await visit.ticked(i) for i in ("yes", "no", "log", "reg")] == [False, True, False, False]
