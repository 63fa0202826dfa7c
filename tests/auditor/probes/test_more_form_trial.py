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
