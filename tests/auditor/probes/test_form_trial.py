from typing import Any

import pytest

from auditor.browser.devices import MOBILE
from auditor.journey.residence import settle_identity
from auditor.probes.form_help import asks_for_street
from auditor.probes.form_trial import probe_form_trial
from auditor.probes.tried_form import TriedForm
from tests.auditor.probes.conftest import Visit
from tests.auditor.probes.forms import (
    BRINGS_TOWN,
    FORGETTING,
    IN_A_DIALOG,
    LISTED,
    MARKED_BEFORE,
    ON_BLUR,
    ON_INPUT,
    ON_SENDING,
    RED_FRAME,
    SUGGESTS,
    address_form,
)


async def tried(visit: Visit, html: str) -> dict[str, Any]:
    walker, facts = await visit({"/address": html}, "/address")
    found, after = await probe_form_trial(walker, facts)
    assert after is facts  # the journey's own tab is left alone
    assert not walker.guard.stepping
    assert isinstance(found, dict), found
    return found


def mistakes(found: dict[str, Any]) -> dict[str, Any]:
    return {m["kind"]: m for m in found["mistakes"]}


async def test_what_is_said_when_a_field_is_left_and_mended(visit: Visit) -> None:
    email = mistakes(await tried(visit, address_form(ON_BLUR, ON_SENDING)))["email"]
    assert (email["after_blur"], email["early"], email["clears"]) == (True, False, True)
    assert email["messages"][0] == {"wrong": "no @", "said": "An e-mail address needs an @ sign."}
    assert email["colours"] == [["rgb(0, 0, 0)", "rgb(255, 255, 255)"]]


async def test_what_is_said_while_one_is_typing_is_early(visit: Visit) -> None:
    email = mistakes(await tried(visit, address_form(ON_INPUT, ON_SENDING)))["email"]
    assert (email["after_blur"], email["early"]) == (True, True)


async def test_what_is_said_only_when_the_form_is_sent(visit: Visit) -> None:
    found = await tried(visit, address_form(ON_SENDING))
    assert [m["after_blur"] for m in found["mistakes"]] == [False, False]
    sent = found["sent"]
    assert (sent["accepted"], sent["native"], sent["lost"], sent["given"]) == (False, False, [], 3)
    assert {m["kind"]: m["said"] for m in sent["messages"]}["postcode"] == "A postcode has 5 digits."


@pytest.mark.parametrize(("behaviour", "shown"), [((), [None, False]), ((ON_BLUR,), [True, True]), ((ON_INPUT,), [True, True])])
async def test_fields_that_were_marked_before_are_tried_once_they_are_right(
    visit: Visit, behaviour: tuple[str, ...], shown: list[bool | None]
) -> None:
    found = await tried(visit, address_form(MARKED_BEFORE, *behaviour, ON_SENDING))
    assert [m["after_blur"] for m in found["mistakes"]] == shown  # an e-mail address may be refused, so a mark that stays tells nothing


async def test_a_form_that_forgets_what_was_right(visit: Visit) -> None:
    sent = (await tried(visit, address_form(FORGETTING)))["sent"]
    assert sent["lost"] == ["First name", "Street", "City"]


async def test_a_red_frame_without_words(visit: Visit) -> None:
    sent = (await tried(visit, address_form(RED_FRAME)))["sent"]
    assert (sent["told"], sent["marked"], sent["native"]) == ([], ["email", "family_name", "postcode"], False)


async def test_the_browsers_own_hint_is_told_apart(visit: Visit) -> None:
    sent = (await tried(visit, address_form(attributes="")))["sent"]
    assert (sent["told"], sent["native"]) == ([], True)


def refusing(which: str) -> str:
    """What refuses some phone numbers when their field is left."""
    return ON_BLUR.replace("say(f, wrong(f))", f"say(f, f.name === 'phone' && {which}.test(f.value) ? 'Digits only, please.' : '')")


async def test_a_format_that_is_refused_while_the_usual_one_is_taken(visit: Visit) -> None:
    found = await tried(visit, address_form(refusing("/[+].* /"), phone=True))
    phone = {f["how"]: f["refused"] for f in found["formats"] if f["kind"] == "phone"}
    assert phone == {"country code and spaces": "Digits only, please.", "brackets and hyphens": ""}


async def test_a_format_counts_only_where_the_usual_one_is_taken(visit: Visit) -> None:
    found = await tried(visit, address_form(refusing("/./"), phone=True))
    assert [f for f in found["formats"] if f["kind"] == "phone"] == []


async def test_a_format_that_is_refused_on_sending(visit: Visit) -> None:
    found = await tried(visit, address_form(ON_SENDING, phone=True))
    later = {f["kind"]: f["refused"] for f in found["sent"]["formats"]}
    assert (later["email"], later["postcode"]) == ("", "")


async def test_what_is_refused_in_one_way_on_sending_is_sent_in_another(visit: Visit) -> None:
    found = await tried(visit, address_form(ON_SENDING, phone=True))
    phone = {f["how"]: f["refused"] for f in found["sent"]["formats"] if f["kind"] == "phone"}
    assert phone == {"country code and spaces": "Digits only, please.", "brackets and hyphens": "Digits only, please."}


async def test_the_other_way_may_be_taken_on_sending(visit: Visit) -> None:
    found = await tried(visit, address_form(LISTED, phone=True))
    phone = {f["how"]: bool(f["refused"]) for f in found["sent"]["formats"] if f["kind"] == "phone"}
    assert phone == {"country code and spaces": True, "brackets and hyphens": False}


@pytest.mark.parametrize("telling", [LISTED, IN_A_DIALOG])
async def test_errors_told_in_a_list_or_a_dialog_are_told_by_field(visit: Visit, telling: str) -> None:
    found = await tried(visit, address_form(telling, phone=True))
    assert {m["kind"] for m in found["sent"]["messages"]} == {"email", "postcode"}
    refused = [f["kind"] for f in found["sent"]["formats"] if f["refused"]]
    assert refused == ["phone"]


@pytest.mark.parametrize(
    ("place", "hint"), [("append", "<small style='display: block; height: 50px'>As on letters</small>"), ("prepend", "")]
)
async def test_a_message_belongs_to_the_field_of_its_row_though_another_is_nearer(visit: Visit, place: str, hint: str) -> None:
    """Below a hint the next field is nearer, above the label the one before."""
    told = ON_SENDING.replace("check();", "check(); for (const p of document.querySelectorAll('.error')) p.parentElement.{place}(p);")
    form = address_form(told.replace("{place}", place)).replace("margin: 60px 0", "margin: 2px 0; line-height: 24px")
    form = form.replace("An e-mail address needs an @ sign.", "Where is the @?").replace("A postcode has 5 digits.", "Five digits, please.")
    hints = form.replace(" required></label>", f" required>{hint}</label>")
    sent = (await tried(visit, f"<style>.error {{ margin: 0; font-size: 12px }} input {{ display: block }}</style>{hints}"))["sent"]
    assert {m["kind"]: m["said"] for m in sent["messages"]} == {"email": "Where is the @?", "postcode": "Five digits, please."}


async def test_a_town_that_comes_with_the_postcode(visit: Visit) -> None:
    assert (await tried(visit, address_form(BRINGS_TOWN)))["help"]["filled"] == ["city"]


async def test_suggestions_for_a_street(visit: Visit) -> None:
    assert (await tried(visit, address_form(SUGGESTS)))["help"]["suggestions"] >= 1


@pytest.mark.parametrize(
    ("url", "body", "asked"),
    [
        ("https://places.example/find", "", True),
        ("https://shop.example/suggest?q=5th+Av", "", True),
        ("https://shop.example/suggest", '{"q": "5th Av"}', True),
        ("https://shop.example/?wc-ajax=update_order_review", f"street=5th+Av&{'x' * 300}", False),
        ("https://shop.example/totals", "", False),
    ],
)
def test_a_request_that_asks_for_a_street(url: str, body: str, *, asked: bool) -> None:
    assert asks_for_street("https://shop.example/address", url, body, "5th Av") is asked


async def test_a_form_that_opens_nowhere_else_is_tried_where_it_is_and_cleared(visit: Visit) -> None:
    walker, facts = await visit({"/address": address_form(ON_BLUR)}, "/address")
    await visit({"/address": "<h1>Your cart is empty</h1>"})
    found, after = await probe_form_trial(walker, facts)
    assert (found["beside"], mistakes(found)["email"]["after_blur"]) == (False, True)
    assert [f.control.value for f in after.checkout.fields] == [""] * 6
    assert found["sent"]["pressed"] is False


async def test_the_only_address_counts_whatever_it_is_called(visit: Visit) -> None:
    html = address_form(ON_BLUR, ON_SENDING)
    for name in ("firstname", "lastname", "street", "postcode", "city"):
        html = html.replace(f'name="{name}"', f'name="billing_{name}"')
    sent = (await tried(visit, html))["sent"]
    assert (sent["pressed"], sent["given"], sent["lost"]) == (True, 3, [])


GUEST_BOX = '<label><input type="checkbox" name="guest" value="1" onchange="word.hidden = this.checked"> {}</label>'
GUEST_RADIO = (
    '<label><input type="radio" name="way" value="new" checked onchange="word.hidden = false"> New account</label>'
    '<label><input type="radio" name="way" value="guest" onchange="word.hidden = true"> {}</label>'
)
WORD = '<p id="word"><label>{} <input type="password" name="word" required></label></p>'


@pytest.mark.parametrize(
    ("way", "label", "password"), [(GUEST_BOX, "Kein Kundenkonto anlegen", "Passwort *"), (GUEST_RADIO, "Guest checkout", "Password *")]
)
async def test_the_form_beside_the_journey_is_that_of_a_guest_too(visit: Visit, way: str, label: str, password: str) -> None:
    html = address_form(ON_SENDING).replace("<p style", way.format(label) + WORD.format(password) + "<p style", 1)
    walker, facts = await visit({"/address": html}, "/address")
    guest = next(c for c in facts.observation.controls if c.value in {"1", "guest"})
    await walker.tab.tick(facts.observation, guest, on=True)
    found, _ = await probe_form_trial(walker, await walker.look())
    assert {m["kind"] for m in found["mistakes"]} >= {"email", "postcode"}
    assert found["sent"]["pressed"]


async def test_a_field_counts_as_required_that_the_form_has_missed(visit: Visit) -> None:
    html = address_form(ON_SENDING).replace(" *", "").replace(" required", "").replace('field.required ? "Please', 'field.name ? "Please')
    walker, facts = await visit({"/address": html}, "/address")
    found, _ = await probe_form_trial(walker, facts)
    assert isinstance(found, dict)
    assert found["sent"]["pressed"] is False
    await walker.tab.page.click("button")
    found, _ = await probe_form_trial(walker, await walker.look())
    assert isinstance(found, dict)
    assert (found["sent"]["pressed"], found["sent"]["accepted"]) == (True, False)


async def test_a_name_from_an_earlier_step_is_no_address(visit: Visit) -> None:
    html = address_form(ON_BLUR, ON_SENDING).replace('name="firstname"', 'name="firstname" value="Anna"')
    assert (await tried(visit, html))["sent"]["pressed"] is True


async def test_a_form_whose_token_is_used_up_is_loaded_again(visit: Visit) -> None:
    token = '<input type="hidden" name="token" value="{}"><button>'
    walker, facts = await visit({"/address": address_form(ON_BLUR).replace("<button>", token.format("first"))}, "/address")
    await visit({"/address": address_form(ON_BLUR).replace("<button>", token.format("second"))})
    _, after = await probe_form_trial(walker, facts)
    assert "second" in {c.value for c in after.observation.controls}
    assert await walker.tab.page.input_value("[name=token]") == "second"


async def test_a_form_that_was_taken_empty_is_left_alone(visit: Visit) -> None:
    walker, facts = await visit({"/delivery": "<h1>How shall it come?</h1>"}, "/delivery")
    assert (await probe_form_trial(walker, facts))[0] == "The form was taken with nothing filled in."


async def test_it_is_tried_once(visit: Visit) -> None:
    walker, facts = await visit({"/address": address_form()}, "/address")
    walker.tab.device = MOBILE
    found, _ = await probe_form_trial(walker, facts)
    assert "desktop" in found


async def test_a_message_is_no_part_of_what_a_field_is_called(visit: Visit) -> None:
    html = address_form(ON_SENDING).replace("<label>Postcode * ", '<label>Postcode <span style="color:#c00">Indiquez le code</span> ')
    walker, facts = await visit({"/address": html}, "/address")
    form = TriedForm(walker, walker.tab, settle_identity(walker, facts), facts, beside=True)
    assert form.label("postcode") == "Postcode"
