import pytest

from auditor.probes.empty_submit import probe_empty_submit
from tests.auditor.probes.conftest import Visit

FIELDS = {"email": "E-mail", "firstname": "First name", "lastname": "Last name", "street": "Street", "postcode": "Postcode", "city": "City"}
EXPLAIN_EACH = """
for (const field of document.querySelectorAll("input")) {
  const message = document.createElement("p");
  message.textContent = "This field is required.";
  message.id = `about-${field.name}`;
  field.after(message);
  field.setAttribute("aria-invalid", "true");
  field.setAttribute("aria-describedby", message.id);
}
document.querySelector("input").focus();
"""
ONE_MESSAGE = """
const message = document.createElement("p");
message.setAttribute("role", "alert");
message.textContent = "Please fill in all required fields.";
document.querySelector("h1").before(message);
"""

RED_AND_UNUSUAL = """
for (const field of document.querySelectorAll("input")) {
  field.parentElement.style.display = "block";
  field.parentElement.style.marginBottom = "40px";
  field.insertAdjacentHTML("afterend", `<br><span style="color:#b00020">Indiquez la ${field.name}</span>`);
}
"""
LISTED_IN_A_DIALOG = """alert("Attenzione!\\n- Il campo Street è obbligatorio.\\n- Il campo City è obbligatorio.");"""


def form(
    script: str = "",
    *,
    button: str = "<button>Continue to delivery</button>",
    attributes: str = "novalidate",
    filled: str = "",
    where: str = "street",
) -> str:
    """An address form; `script` is what happens when it is sent."""
    fields = "".join(
        f'<p><label>{label} * <input name="{name}" required value="{filled if name == where else ""}"></label></p>'
        for name, label in FIELDS.items()
    )
    start = f'<h1>Delivery address</h1><form action="/pay" method="post" {attributes}>{fields}{button}</form>'
    listen = f'document.querySelector("form").addEventListener("submit", (event) => {{ event.preventDefault(); {script} }});'
    return f"{start}<script>{listen}</script>"


async def test_messages_at_the_fields_are_counted(visit: Visit) -> None:
    walker, facts = await visit({"/address": form(EXPLAIN_EACH)}, "/address")
    found, after = await probe_empty_submit(walker, facts)
    assert (found["pressed"], found["required"], found["explained"], found["focus"]) == (True, 6, 6, True)
    assert (found["messages"][0], found["loaded"]) == ("This field is required.", False)
    assert found["url"] == after.url == "https://shop.example/address"
    assert not walker.guard.stepping


async def test_red_words_at_the_fields_are_messages_however_they_are_worded(visit: Visit) -> None:
    walker, facts = await visit({"/address": form(RED_AND_UNUSUAL)}, "/address")
    found, _ = await probe_empty_submit(walker, facts)
    assert (found["required"], found["explained"], found["unexplained"]) == (6, 6, [])


async def test_a_list_that_names_the_fields_is_told_in_whatever_words(visit: Visit) -> None:
    listed = form(
        "document.querySelector('h1').insertAdjacentHTML('beforebegin', '<ul><li>Street: zzyx<li>City: zzyx</ul><hr style=margin:90px>');"
    )
    walker, facts = await visit({"/address": listed}, "/address")
    found, _ = await probe_empty_submit(walker, facts)
    assert (found["messages"], found["explained"]) == (["Street: zzyx", "City: zzyx"], 0)


async def test_a_list_without_an_element_for_each_error_is_taken_apart(visit: Visit) -> None:
    told = "<p>" + "<br>".join(f"{label}: ezt a mezőt nem hagyhatja üresen." for label in ("Street", "City", "Postcode")) + "</p>"
    listed = form(f"document.querySelector('h1').insertAdjacentHTML('beforebegin', '{told}<hr style=margin:90px>');")
    walker, facts = await visit({"/address": listed}, "/address")
    found, _ = await probe_empty_submit(walker, facts)
    assert [message.partition(":")[0] for message in found["messages"]] == ["Street", "City", "Postcode"]


async def test_a_dialog_that_lists_the_errors_is_what_the_shop_says(visit: Visit) -> None:
    walker, facts = await visit({"/address": form(LISTED_IN_A_DIALOG)}, "/address")
    found, _ = await probe_empty_submit(walker, facts)
    assert found["messages"] == ["Attenzione!", "Il campo Street è obbligatorio.", "Il campo City è obbligatorio."]
    assert (found["explained"], found["native"]) == (0, False)


async def test_one_message_for_all_is_a_summary_that_explains_no_field(visit: Visit) -> None:
    walker, facts = await visit({"/address": form(ONE_MESSAGE)}, "/address")
    found, _ = await probe_empty_submit(walker, facts)
    assert (found["explained"], found["summary"], found["focus"]) == (0, True, False)


async def test_an_answer_with_a_new_page_is_told_apart(visit: Visit) -> None:
    sent = form().replace("event.preventDefault();", "").replace('action="/pay"', 'action="/refused"')
    refused = form().replace("<h1>", "<p>Please fill in all required fields.</p><h1>")
    walker, facts = await visit({"/address": sent, "/refused": refused}, "/address")
    found, _ = await probe_empty_submit(walker, facts)
    assert (found["loaded"], found["messages"]) == (True, ["Please fill in all required fields."])


async def test_the_browsers_own_bubble_is_told_apart(visit: Visit) -> None:
    walker, facts = await visit({"/address": form(attributes="")}, "/address")
    found, _ = await probe_empty_submit(walker, facts)
    assert (found["native"], found["explained"], found["messages"]) == (True, 0, [])


async def test_a_focus_that_the_shop_sets_itself_is_no_bubble_of_the_browser(visit: Visit) -> None:
    walker, facts = await visit({"/address": form('document.querySelector("input").focus();')}, "/address")
    found, _ = await probe_empty_submit(walker, facts)
    assert (found["native"], found["focus"], found["explained"]) == (False, True, 0)


async def test_silence_is_no_explanation(visit: Visit) -> None:
    walker, facts = await visit({"/address": form()}, "/address")
    found, _ = await probe_empty_submit(walker, facts)
    assert (found["pressed"], found["required"], found["explained"], found["native"]) == (True, 6, 0, False)


async def test_a_form_that_goes_on_empty_is_noted(visit: Visit) -> None:
    onward = 'document.body.innerHTML = "<h1>How shall it come?</h1><p>Standard delivery € 4.90</p>";'
    walker, facts = await visit({"/address": form(onward)}, "/address")
    found, after = await probe_empty_submit(walker, facts)
    assert found["accepted_empty"] is True
    assert not after.checkout.asks_address


async def test_a_disabled_button_is_not_pressed(visit: Visit) -> None:
    walker, facts = await visit({"/address": form(button="<button disabled>Continue to delivery</button>")}, "/address")
    found, after = await probe_empty_submit(walker, facts)
    assert (found["pressed"], found["disabled"], found["required"]) == (False, True, 6)
    assert after is facts


@pytest.mark.parametrize("button", ["<button>Place order</button>", "<button class='place-order'>Continue</button>"])
async def test_a_button_that_orders_is_never_pressed(visit: Visit, button: str) -> None:
    walker, facts = await visit({"/address": form("document.title = 'pressed';", button=button)}, "/address")
    found, _ = await probe_empty_submit(walker, facts)
    assert found == "The form has no button that may be pressed before payment."
    assert await walker.tab.page.title() != "pressed"


async def test_a_form_that_was_filled_in_is_left_alone(visit: Visit) -> None:
    walker, facts = await visit({"/address": form("document.title = 'pressed';", filled="Main Street 1")}, "/address")
    found, after = await probe_empty_submit(walker, facts)
    assert (found, after) == ("The form was already filled in.", facts)
    assert await walker.tab.page.title() != "pressed"


async def test_a_name_from_an_earlier_step_is_no_address(visit: Visit) -> None:
    walker, facts = await visit({"/address": form(EXPLAIN_EACH, filled="Anna", where="firstname")}, "/address")
    found, _ = await probe_empty_submit(walker, facts)
    assert (found["required"], found["explained"]) == (5, 5)


async def test_a_hint_that_stood_there_before_is_no_message(visit: Visit) -> None:
    hint = '<p class="error">Please enter a valid e-mail address.</p>'
    walker, facts = await visit({"/address": form(attributes="").replace("</form>", f"{hint}</form>")}, "/address")
    found, _ = await probe_empty_submit(walker, facts)
    assert (found["native"], found["messages"]) == (True, [])


async def test_a_form_whose_script_is_not_ready_is_not_judged(visit: Visit) -> None:
    bare = form(attributes="novalidate").replace('action="/pay" method="post"', "").partition("<script>")[0]
    walker, facts = await visit({"/address": bare}, "/address")
    found, _ = await probe_empty_submit(walker, facts)
    assert found == "The form was sent before the page's script was ready for it."


async def test_a_script_gets_the_time_to_become_ready(visit: Visit) -> None:
    late = form(EXPLAIN_EACH).replace('action="/pay" method="post"', "")
    late = late.replace("<script>", "<script>setTimeout(() => {").replace("</script>", "}, 1500);</script>")
    walker, facts = await visit({"/address": late}, "/address")
    found, _ = await probe_empty_submit(walker, facts)
    assert (found["explained"], found["url"]) == (6, "https://shop.example/address")


@pytest.mark.parametrize("marking", ['field.setAttribute("aria-invalid", "true");', ""])
async def test_fields_are_named_that_only_the_shop_demands(visit: Visit, marking: str) -> None:
    page = """<h1>Address</h1><p id="all"></p><form action="/pay" method="post" novalidate><p><label>Floor <input name="floor"></label></p>
    <p><label>Street <input name="street"></label></p><p><label>Postcode <input name="postcode"></label></p>
    <p><label>City <input name="city"></label></p>
    <p style="margin-top:90px"><label>Phone <input name="phone" type="tel"></label></p><p style="margin-top:90px"><label>Title
    <select name="title"><option value="">Please choose</option><option>Mrs</option></select></label></p>
    <p style="margin-top:90px"><label>Company <input name="company"></label></p><button>Continue to delivery</button></form><script>
    document.forms[0].addEventListener("submit", (event) => { event.preventDefault();
      for (const field of document.querySelectorAll("input, select")) if (!["company", "floor"].includes(field.name)) {
        MARKING
        field.parentElement.insertAdjacentHTML("afterend", `<p role="alert" style="color:#b00020">Please give ${field.name}</p>`);
      }
      document.getElementById("all").outerHTML = '<p role="alert" style="color:#b00020">5 answers are missing</p>'; });</script>"""
    walker, facts = await visit({"/address": page.replace("MARKING", marking)}, "/address")
    found, _ = await probe_empty_submit(walker, facts)
    assert found["refused"] == ["street", "postcode", "city", "phone", "title"]
