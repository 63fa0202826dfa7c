"""A refused form is mended from what the shop says: the named field only, each way to write it once."""

from __future__ import annotations

import pytest
from playwright.async_api import Browser

from auditor.journey.repair import Corrections, another_value, refused_fields, repair, said_since, told_fields
from auditor.shopper.identity import identity_for
from tests.auditor.journey.site import by_id, visiting
from tests.auditor.pages import Pages

FORM = """<form><label>City <input id="city" name="city" value="London" {city}></label>
<p><label>Postcode <input id="code" name="postcode" value="NW1 2DB" {code}></label>{beside}</p>
<div style="margin-top:200px"><label>Phone <input id="phone" name="phone" value="07400 123456"></label></div>
<button>Continue</button></form>"""
ERROR = '<span class="error" role="alert" style="color:red">Please enter a valid postcode</span>'


def form(city: str = "", code: str = "", beside: str = "") -> str:
    return FORM.format(city=city, code=code, beside=beside)


@pytest.mark.parametrize(
    ("page", "refused"),
    [
        (form(), []),
        (form(code='aria-invalid="true"'), ["code"]),
        (form(code='class="is-invalid"'), ["code"]),
        (form(code='class="border aria-invalid:ring-red invalid:border-red"'), []),
        (form(code='pattern="\\d{5}"'), ["code"]),
        (form(city='aria-invalid="false"', code='aria-invalid="true"'), ["code"]),
    ],
)
async def test_fields_marked_as_wrong_are_refused(pages: Pages, page: str, refused: list[str]) -> None:
    assert [f.control.id for f in refused_fields(await pages.facts(page))] == refused


async def test_a_message_refuses_the_field_it_stands_beside(pages: Pages) -> None:
    refused = [f.control.id for f in refused_fields(await pages.facts(form(beside=ERROR)))]
    assert "code" in refused
    assert "phone" not in refused


async def test_a_message_in_a_layer_stands_beside_no_field(pages: Pages) -> None:
    layer = f'<div role="dialog" style="position:fixed;top:20px;left:20px;width:400px;height:80px;z-index:9;background:#fff">{ERROR}</div>'
    assert refused_fields(await pages.facts(form() + layer)) == []


async def test_what_a_page_did_not_say_before_is_what_it_says_now(pages: Pages) -> None:
    before, after = await pages.facts(form()), await pages.facts(form() + "<p>We cannot find this postcode.</p>")
    assert said_since(before, after) == ["We cannot find this postcode."]
    assert said_since(after, after) == []


async def test_a_label_that_lost_its_message_says_nothing_new(pages: Pages) -> None:
    told = '<label for="c">Postcode{}</label><input id="c" name="postcode">'
    before, after = await pages.facts(told.format(" <b>This field is required</b>")), await pages.facts(told.format(""))
    assert said_since(before, after) == []


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("The postcode is not valid.", ["code"]),
        ("Your phone number is too short.", ["phone"]),
        ("Something went wrong.", []),
    ],
)
async def test_a_message_names_the_field_it_means(pages: Pages, said: str, told: list[str]) -> None:
    assert [f.control.id for f in told_fields(await pages.facts(form()), [said])] == told


async def test_each_way_to_write_an_answer_is_tried_once(browser: Browser) -> None:
    async with visiting(browser, form()) as visit:
        visit.walker.identity = identity_for("GB")
        item = next(f for f in visit.facts.fields if f.kind == "postcode")
        tried = {item.control.value}
        found = []
        while (value := another_value(visit.walker, item, visit.facts, tried)) is not None:
            found.append(value)
            tried.add(value)
        assert found == ["NW12DB"]


async def test_the_refused_field_is_written_as_the_message_shows(browser: Browser) -> None:
    page = form(beside='<span id="e" class="error" role="alert" style="color:red">Invalid postcode, for example SW1A1AA</span>')
    async with visiting(browser, page) as visit:
        visit.walker.identity = identity_for("GB")
        corrections = Corrections()
        assert await repair(visit.walker, visit.facts, corrections)
        assert (await visit.value("code"), await visit.value("phone")) == ("NW12DB", "07400 123456")
        assert corrections.rounds == 1


async def test_a_box_the_step_demands_is_ticked_where_no_field_is_refused(browser: Browser) -> None:
    box = '<p><input type="checkbox" id="box"><label for="box">Leave it at the door</label></p>'
    async with visiting(browser, form() + box) as visit:
        visit.walker.identity = identity_for("GB")
        assert await repair(visit.walker, visit.facts, Corrections())
        assert await visit.ticked("box")
        assert await visit.value("code") == "NW1 2DB"


async def test_a_box_of_unknown_meaning_is_left_alone_while_anything_else_can_be_answered(browser: Browser) -> None:
    box = '<p><input type="checkbox" id="box"><label for="box">Send me the weekly post</label></p>'
    time = '<p><label>When <input id="when" name="when" size="4"></label></p>'
    async with visiting(browser, form() + time + box) as visit:
        visit.walker.identity = identity_for("GB")
        assert await repair(visit.walker, visit.facts, Corrections())
        assert await visit.value("when")
        assert not await visit.ticked("box")


async def test_where_nothing_can_be_changed_it_says_so(browser: Browser) -> None:
    async with visiting(browser, form()) as visit:
        visit.walker.identity = identity_for("GB")
        assert not await repair(visit.walker, visit.facts, Corrections())
        assert by_id((await visit.walker.look()).observation, "code").value == "NW1 2DB"


def test_corrections_come_to_an_end() -> None:
    assert Corrections().left
    assert not Corrections(rounds=4).left


CARD = """<form><label>City <input id="city" name="city" required></label></form>
<form><label>Card number <input id="number" autocomplete="cc-number" required aria-invalid="true"></label>
<label>Expiry <input id="expiry" name="exp" autocomplete="cc-exp" required aria-invalid="true"></label>
<label>IBAN <input id="iban" name="iban" required aria-invalid="true"></label></form>"""


async def test_nothing_is_ever_typed_into_a_means_of_payment(browser: Browser) -> None:
    async with visiting(browser, CARD) as visit:
        assert [f.control.id for f in refused_fields(visit.facts)] == ["city"]
        assert told_fields(visit.facts, ["Please enter a valid card number, an expiry and an IBAN"]) == []
        for _ in range(3):
            await repair(visit.walker, await visit.walker.look(), Corrections())
        assert [await visit.value(i) for i in ("city", "number", "expiry", "iban")] == ["London", "", "", ""]


@pytest.mark.parametrize("refusal", ['aria-invalid="true"', ""])
async def test_a_question_about_the_shopper_is_answered_once_the_shop_refuses_the_form_for_it(browser: Browser, refusal: str) -> None:
    ask = f"""<p><label>Comment nous avez-vous connus ? <select id="source" name="source" {refusal}>
    <option value="">Choisir dans la liste</option><option>Un ami</option></select></label></p>
    <p><label>Comment nous avez-vous trouv\u00e9s ?
    <input id="how" name="comment" {refusal}></label></p>"""
    page = (
        '<html lang="fr"><form><label>Ville <input id="city" name="city" value="Lyon"></label>' + ask + "<button>Continuer</button></form>"
    )
    async with visiting(browser, page) as visit:
        visit.walker.identity = identity_for("FR")
        corrections = Corrections()
        await repair(visit.walker, visit.facts, corrections)
        assert await visit.value("source") == "Un ami"
        assert bool(await visit.value("how")) is bool(refusal)
        assert visit.walker.missed == ({"source", "comment"} if refusal else set())
