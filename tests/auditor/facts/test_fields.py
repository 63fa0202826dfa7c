"""What each form field asks for."""

from __future__ import annotations

import pytest

from auditor.facts.page import PageFacts
from tests.auditor.pages import Pages


def kinds(facts: PageFacts) -> list[str]:
    return [f.kind for f in facts.fields]


@pytest.mark.parametrize(
    ("token", "kind", "section"),
    [
        ("email", "email", ""),
        ("shipping given-name", "given_name", "shipping"),
        ("section-a billing family-name", "family_name", "billing"),
        ("name", "full_name", ""),
        ("street-address", "street", ""),
        ("address-line1", "street", ""),
        ("address-line2", "address2", ""),
        ("postal-code", "postcode", ""),
        ("address-level2", "city", ""),
        ("address-level1", "state", ""),
        ("country", "country", ""),
        ("home tel", "phone", ""),
        ("organization", "company", ""),
        ("bday", "birth_date", ""),
        ("honorific-prefix", "salutation", ""),
        ("current-password", "password", ""),
        ("cc-number", "card_number", ""),
        ("cc-exp", "card_expiry", ""),
        ("cc-csc", "card_code", ""),
        ("off", "", ""),
    ],
)
async def test_by_its_autocomplete_token(pages: Pages, token: str, kind: str, section: str) -> None:
    (field,) = (await pages.facts(f'<input autocomplete="{token}">')).fields
    assert (field.kind, field.section) == (kind, section)


LABELS = {
    "en": {
        "E-mail address": "email",
        "First name": "given_name",
        "Last name": "family_name",
        "Full name": "full_name",
        "Company (optional)": "company",
        "Street address": "street",
        "House number": "house_number",
        "Apartment, suite, etc.": "address2",
        "Postcode": "postcode",
        "Town / City": "city",
        "State / County": "state",
        "Country": "country",
        "Phone number *": "phone",
        "Date of birth": "birth_date",
        "Order notes": "note",
        "Promo code": "coupon",
        "Card number": "card_number",
        "Name on card": "card_name",
        "Security code (CVC)": "card_code",
        "Favourite colour": "",
    },
    "de": {
        "E-Mail-Adresse": "email",
        "Vorname": "given_name",
        "Nachname": "family_name",
        "Vor- und Nachname": "full_name",
        "Firma": "company",
        "Straße": "street",
        "Hausnummer": "house_number",
        "Adresszusatz": "address2",
        "PLZ": "postcode",
        "Ort": "city",
        "Bundesland": "state",
        "Land": "country",
        "Telefonnummer": "phone",
        "Anrede": "salutation",
        "Geburtsdatum": "birth_date",
        "Gutscheincode": "coupon",
        "Kartennummer": "card_number",
        "Karteninhaber": "card_name",
    },
    "fr": {
        "Adresse e-mail": "email",
        "Prénom": "given_name",
        "Nom": "family_name",
        "Société": "company",
        "Adresse": "street",
        "Complément d'adresse": "address2",
        "Code postal": "postcode",
        "Ville": "city",
        "Région": "state",
        "Pays": "country",
        "Téléphone": "phone",
        "Civilité": "salutation",
        "Date de naissance": "birth_date",
        "Code promo": "coupon",
        "Numéro de carte": "card_number",
    },
    "es": {
        "Correo electrónico": "email",
        "Nombre": "given_name",
        "Apellidos": "family_name",
        "Empresa": "company",
        "Dirección": "street",
        "Código postal": "postcode",
        "Ciudad": "city",
        "Provincia": "state",
        "País": "country",
        "Teléfono": "phone",
        "Número de tarjeta": "card_number",
    },
    "ja": {
        "メールアドレス": "email",
        "姓": "family_name",
        "名": "given_name",
        "セイ": "family_name_kana",
        "メイ": "given_name_kana",
        "郵便番号": "postcode",
        "都道府県": "state",
        "市区町村": "city",
        "電話番号": "phone",
        "会社名": "company",
        "生年月日": "birth_date",
    },
}


@pytest.mark.parametrize(
    ("lang", "label", "kind"), [(lang, label, kind) for lang, table in LABELS.items() for label, kind in table.items()]
)
async def test_by_its_label(pages: Pages, lang: str, label: str, kind: str) -> None:
    (field,) = (await pages.facts(f'<label for="x">{label}</label><input id="x">', lang=lang)).fields
    assert (field.kind, field.label) == (kind, label)


@pytest.mark.parametrize(
    ("html", "kind"),
    [
        ('<input name="customer[email]">', "email"),
        ('<input name="billing_first_name">', "given_name"),
        ('<input name="shippingAddress.lastName">', "family_name"),
        ('<input id="address-form-postcode">', "postcode"),
        ('<input name="checkout[shipping_address][city]">', "city"),
        ('<input name="id_phone_number">', "phone"),
        ('<input name="vorname">', "given_name"),
        ('<input name="codigo_postal">', "postcode"),
        ('<input data-testid="street">', "street"),
        ('<input type="email">', "email"),
        ('<input type="password">', "password"),
        ('<input type="search">', "search"),
        ('<input placeholder="PLZ">', "postcode"),
        ('<input aria-label="Ville">', "city"),
        ("<p>Stadt</p><input>", "city"),
        ("<div>Nachname: <input></div>", "family_name"),
        ("<table><tr><td>City</td><td><input></td></tr></table>", "city"),
        ('<select><option value="">Country</option><option value="DE">Germany</option></select>', "country"),
        ('<select><option value="DE">Germany</option><option value="FR">France</option><option>Spain</option></select>', "country"),
        ('<input name="qty" value="1">', "quantity"),
        ('<input name="q">', "search"),
        ('<input name="x7f3">', ""),
    ],
)
async def test_by_other_marks(pages: Pages, html: str, kind: str) -> None:
    (field,) = (await pages.facts(html)).fields
    assert field.kind == kind


@pytest.mark.parametrize(
    ("labels", "expected"),
    [
        (["First name", "Name"], ["given_name", "family_name"]),
        (["Address", "Address", "City"], ["street", "address2", "city"]),
        (["Address line 1", "Address line 2"], ["street", "address2"]),
        (["E-mail", "E-mail"], ["email", "email_again"]),
        (["E-mail", "Confirm e-mail"], ["email", "email_again"]),
        (["Apartment", "City"], ["street", "city"]),
        (["Name", "Street", "City"], ["full_name", "street", "city"]),
        (["First and last name"], ["full_name"]),
        (["Street, postcode and city"], ["full_address"]),
    ],
)
async def test_fields_make_sense_of_each_other(pages: Pages, labels: list[str], expected: list[str]) -> None:
    html = "".join(f"<p><label>{label} <input></label></p>" for label in labels)
    assert kinds(await pages.facts(f"<form>{html}</form>")) == expected


async def test_the_forms_of_a_page_do_not_disturb_each_other(pages: Pages) -> None:
    form = "<form><label>Address <input></label><label>City <input></label></form>"
    assert kinds(await pages.facts(form + form)) == ["street", "city", "street", "city"]


async def test_shipping_and_billing_are_told_apart(pages: Pages) -> None:
    html = "".join(f'<label>Address <input name="{s}[address]"></label>' for s in ("shipping", "billing"))
    assert [(f.kind, f.section) for f in (await pages.facts(f"<form>{html}</form>")).fields] == [
        ("street", "shipping"),
        ("street", "billing"),
    ]


@pytest.mark.parametrize(
    ("html", "kind", "count"),
    [
        ('〒<input name="zip01" maxlength="3" size="3">-<input name="zip02" maxlength="4" size="4">', "postcode", 2),
        ("電話番号" + "".join(f'<input name="tel0{n}" maxlength="4" size="4">' for n in (1, 2, 3)), "phone", 3),
        ("Card number" + '<input maxlength="4" autocomplete="cc-number" size="4">' * 4, "card_number", 4),
    ],
)
async def test_one_value_in_several_fields(pages: Pages, html: str, kind: str, count: int) -> None:
    fields = (await pages.facts(f"<form><p>{html}</p></form>", lang="ja")).fields
    assert [(f.kind, f.part) for f in fields] == [(kind, (n, count)) for n in range(count)]


async def test_two_wide_phone_fields_are_two_phones(pages: Pages) -> None:
    html = '<p><label>Phone <input size="40"></label></p><p><label>Mobile phone <input size="40"></label></p>'
    assert [f.part for f in (await pages.facts(f"<form>{html}</form>")).fields] == [(0, 1), (0, 1)]


@pytest.mark.parametrize(
    ("html", "required"),
    [("<label>City <input required></label>", True), ("<label>City * <input></label>", True), ("<label>City <input></label>", False)],
)
async def test_whether_a_field_must_be_filled(pages: Pages, html: str, required: bool) -> None:
    (field,) = (await pages.facts(html)).fields
    assert field.required is required


async def test_boxes_and_hidden_fields_are_no_fields(pages: Pages) -> None:
    html = (
        '<input type="checkbox"><input type="radio"><input type="hidden"><input style="display:none"><input disabled><input type="submit">'
    )
    assert (await pages.facts(html)).fields == []


async def test_more_evidence_makes_surer(pages: Pages) -> None:
    (name,) = (await pages.facts('<input name="city">')).fields
    (both,) = (await pages.facts('<label>City <input name="city"></label>')).fields
    (all_three,) = (await pages.facts('<label>City <input name="city" autocomplete="address-level2"></label>')).fields
    assert name.confidence < both.confidence < all_three.confidence < 1.001


@pytest.mark.parametrize(("label", "lang"), [("N° Indiquez le numéro", "fr"), ("Nr. Bitte angeben", "de")])
async def test_a_field_called_num_beside_the_street_is_the_house_number(pages: Pages, label: str, lang: str) -> None:
    fields = f'<label>Rue <input name="rue"></label><label>{label} <input name="num"></label>'
    assert kinds(await pages.facts(f"<form>{fields}</form>", lang=lang))[1] == "house_number"


async def test_a_list_of_answers_is_nothing_that_is_typed(pages: Pages) -> None:
    choice = "<select><option value=''>Choisir</option><option>Un ami</option></select>"
    page = f"""<label>Comment nous avez-vous connus ? {choice}</label><label>Commentaire {choice}</label>
    <label>Commentaire <textarea></textarea></label>"""
    assert kinds(await pages.facts(page, lang="fr")) == ["", "", "note"]
