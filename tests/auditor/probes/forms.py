"""Address forms for the tests of the probes that type into them."""

FIELDS = {"email": "E-mail", "firstname": "First name", "lastname": "Last name", "street": "Street", "postcode": "Postcode", "city": "City"}

RULES = """
const say = (field, text) => {
  let place = field.parentElement.querySelector(".error");
  if (!place) { place = document.createElement("p"); place.className = "error"; field.after(place); }
  place.textContent = text;
  text ? field.setAttribute("aria-invalid", "true") : field.removeAttribute("aria-invalid");
};
const wrong = (field) => {
  const value = field.value;
  if (!value) return field.required ? "Please fill in this field." : "";
  if (field.name === "email") return value.includes("@") ? "" : "An e-mail address needs an @ sign.";
  if (field.name === "postcode") return value.length > 3 ? "" : "A postcode has 5 digits.";
  if (field.name === "phone") return /^[0-9]+$/.test(value) ? "" : "Digits only, please.";
  return "";
};
const fields = [...document.querySelectorAll("input")];
const check = () => { for (const field of fields) say(field, wrong(field)); };
"""
ON_BLUR = "for (const f of fields) f.addEventListener('blur', () => { if (f.value) say(f, wrong(f)); });"
ON_INPUT = "for (const f of fields) f.addEventListener('input', () => say(f, wrong(f)));"
_SENDING = "document.querySelector('form').addEventListener('submit', (e) => {{ e.preventDefault(); {} }});"
ON_SENDING = _SENDING.format("check();")
NATIONAL_ONLY = """
const amiss = () => fields.filter((f) => f.name === "phone" ? f.value.startsWith("+") : wrong(f));
const named = (f) => f.name === "phone" ? "The phone number may not begin with a country code." : `Your ${f.name} looks wrong.`;
"""
LISTED = NATIONAL_ONLY + _SENDING.format("""
document.getElementById("all")?.remove();
document.querySelector("form").insertAdjacentHTML("beforebegin",
  `<ul id=all style="color:#c00">${amiss().map((f) => `<li>${named(f)}`).join("")}</ul>`);
""")
IN_A_DIALOG = NATIONAL_ONLY + _SENDING.format("alert(['Attention!', ...amiss().map((f) => `- ${named(f)}`)].join('\\n'));")
MARKED_BEFORE = "for (const f of fields) say(f, 'Please fill in this field.');"  # as a shop that remembers what was sent
FORGETTING = _SENDING.format("for (const f of fields) f.value = ''; check();")
RED_FRAME = _SENDING.format("for (const f of fields) if (wrong(f)) f.style.border = '2px solid rgb(200, 0, 0)';")
BRINGS_TOWN = """
const [postcode, city] = ["postcode", "city"].map((name) => fields.find((f) => f.name === name));
postcode.addEventListener("change", () => { city.value = "New York"; });
"""
SUGGESTS = """
const street = fields.find((f) => f.name === "street");
street.addEventListener("input", () => {
  street.parentElement.insertAdjacentHTML("beforeend", "<div role=option tabindex=0>476 5th Avenue, New York</div>");
});
"""


def address_form(*behaviour: str, phone: bool = False, attributes: str = "novalidate") -> str:
    """A page with an address form that behaves as told."""
    asked = {**FIELDS, "phone": "Phone"} if phone else FIELDS
    rows = "".join(
        f'<p style="margin: 60px 0"><label>{label} * <input name="{name}" required></label></p>' for name, label in asked.items()
    )
    form = f'<h1>Delivery address</h1><form action="/address" method="post" {attributes}>{rows}<button>Continue to delivery</button></form>'
    return f"{form}<script>{RULES}{' '.join(behaviour)}</script>"
