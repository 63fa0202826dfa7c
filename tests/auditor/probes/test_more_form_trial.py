import pytest

from auditor.probes.more_form_trial import probe_more_form_trial
from tests.auditor.probes.conftest import Visit
from tests.auditor.probes.forms import ON_SENDING, RULES

CONTACT = f"""<h1>Contact</h1><form method=post novalidate>
<p><label>E-mail * <input name=email required></label></p><p><label>Repeat e-mail * <input name=email2 required></label></p>
<p><label>Phone <input name=phone></label></p><button>Continue</button></form><script>{RULES}{ON_SENDING}</script>"""


async def test_a_form_apart_from_the_address_is_tried_once_more(visit: Visit) -> None:
    walker, facts = await visit({"/contact": CONTACT}, "/contact")
    walker.forms.append(facts)
    found, after = await probe_more_form_trial(walker, facts)
    assert after is facts
    assert isinstance(found, dict), found
    assert {m["kind"]: m["after_blur"] for m in found["mistakes"]} == {"email": False}
    sent = found["sent"]
    assert (sent["pressed"], sent["accepted"]) == (True, False)
    assert {f["kind"] for f in sent["formats"] if f["refused"]} == {"phone"}


async def test_a_form_that_would_be_held_back_is_not_sent(visit: Visit) -> None:
    walker, facts = await visit({"/contact": CONTACT}, "/contact")
    walker.forms.append(facts)
    walker.guard.sealed = True
    found, _ = await probe_more_form_trial(walker, facts)
    assert isinstance(found, dict), found
    assert found["sent"] == {"pressed": False, "why": "The journey was over, so the form was not sent again."}


async def test_without_such_a_form_nothing_is_tried(visit: Visit) -> None:
    walker, facts = await visit({"/": "<h1>Shop</h1>"})
    found, _ = await probe_more_form_trial(walker, facts)
    assert found == "The checkout has no further form that asks for an e-mail address or a phone number."


NAMED = f"""<h1>TITLE</h1><form method=post novalidate><p><label>FIRST * <input name=firstname required></label></p>
<p><label>LAST * <input name=lastname required></label></p><p><label>E-mail * <input name=email required></label></p>
<button>NEXT</button></form><script>{RULES}BEHAVIOUR</script>"""
WORDS = {"en": ("Contact", "First name", "Last name", "Continue"), "de": ("Kontakt", "Vorname", "Nachname", "Weiter")}
ADDRESS = "<form><input name=lastname aria-label='Last name'><input name=street aria-label=Street><input name=city aria-label=City></form>"
TAKEN = f"""document.querySelector("form").addEventListener("submit", (e) => {{
e.preventDefault(); document.querySelector("form").outerHTML = `{ADDRESS}`; }});"""


def named(lang: str, behaviour: str) -> str:
    page = NAMED
    for place, word in zip(("TITLE", "FIRST", "LAST", "NEXT"), WORDS[lang], strict=True):
        page = page.replace(place, word)
    return page.replace("BEHAVIOUR", behaviour)


@pytest.mark.parametrize("lang", WORDS)
@pytest.mark.parametrize(("behaviour", "accepted"), [(ON_SENDING, False), (TAKEN, True)], ids=["refused", "taken"])
async def test_a_form_that_asks_for_a_name_was_refused_while_it_stands(visit: Visit, lang: str, behaviour: str, *, accepted: bool) -> None:
    walker, facts = await visit({"/contact": named(lang, behaviour)}, "/contact")
    walker.forms.append(facts)
    found, _ = await probe_more_form_trial(walker, facts)
    assert isinstance(found, dict), found
    assert (found["sent"]["pressed"], found["sent"]["accepted"]) == (True, accepted)
    assert [m["kind"] for m in found["sent"].get("messages", [])] == ([] if accepted else ["email"])


@pytest.mark.parametrize(("method", "pressed"), [("method=get", True), ("", False)])
async def test_after_the_journey_only_a_form_that_says_to_be_a_question_is_sent(visit: Visit, method: str, *, pressed: bool) -> None:
    walker, facts = await visit({"/contact": CONTACT.replace("method=post", method)}, "/contact")
    walker.forms.append(facts)
    walker.guard.sealed = True
    found, _ = await probe_more_form_trial(walker, facts)
    assert isinstance(found, dict), found
    assert found["sent"]["pressed"] is pressed
