from typing import Any

import pytest
from auditor_checks.checkout.specific_errors import specific_errors

from auditor.api import Kind, Stage
from tests.checks.checkout.trials import AT, DOMAIN, mistake, sent, trial
from tests.checks.judging import outcome
from tests.checks.pages import Page
from tests.checks.recordings import Shop

GENERIC = "Please enter a valid e-mail address."


def test_messages_with_a_rule_or_an_example_pass(shop: Shop) -> None:
    postcode = mistake("postcode", "Eine Postleitzahl in Deutschland sieht so aus: 10115.")
    shop.walk().probe("form_trial", trial(mistakes=[mistake("email", AT, DOMAIN, "No spaces, please."), postcode]))
    found = outcome(specific_errors, shop)
    assert (found.kind, found.value) == (Kind.PASS, 1.0)


def test_the_same_message_for_every_mistake_only_warns(shop: Shop) -> None:
    shop.walk().probe("form_trial", trial(mistakes=[mistake("email", GENERIC, GENERIC, GENERIC)]))
    found = outcome(specific_errors, shop)
    assert (found.kind, found.value, len(found.findings)) == (Kind.WARN, 0.0, 3)
    assert GENERIC in found.message


@pytest.mark.parametrize(
    ("lang", "said", "kind"),
    [
        ("it", "Formato non valido.", Kind.FAIL),
        ("en", "Please enter a valid value.", Kind.FAIL),
        ("de", "Ungültige Eingabe!", Kind.FAIL),
        ("de", "Bitte geben Sie eine gültige Postleitzahl ein.", Kind.WARN),
        ("en", "Please enter a valid postcode.", Kind.WARN),
        ("ro", "Valoare invalida.", Kind.WARN),  # words that are not known
    ],
)
def test_a_message_that_says_only_that_something_is_wrong_fails(shop: Shop, lang: str, said: str, kind: Kind) -> None:
    page = Page("https://shop.example/checkout", lang=lang)
    shop.walk(language=lang).page(Stage.ADDRESS, page).probe("form_trial", trial(sent=sent(("postcode", said))))
    assert outcome(specific_errors, shop).kind is kind


@pytest.mark.parametrize(("said", "kind"), [("Saisie à revoir ici", Kind.FAIL), ("", Kind.WARN)])
def test_the_same_message_for_different_fields_fails(shop: Shop, said: str, kind: Kind) -> None:
    answers = [("email", said or "Adresse e-mail à revoir"), ("postcode", said or "Code postal à revoir")]
    shop.walk(language="fr").probe("form_trial", trial(sent=sent(*answers)))
    assert outcome(specific_errors, shop).kind is kind


@pytest.mark.parametrize("code", ["ERR_FIELD_INVALID", "validation.email.invalid", "[object Object]", "undefined"])
def test_a_code_fails(shop: Shop, code: str) -> None:
    shop.walk().probe("form_trial", trial(sent=sent(("email", code), ("postcode", "A postcode has 5 digits."))))
    found = outcome(specific_errors, shop)
    assert (found.kind, [f.message for f in found.findings]) == (Kind.FAIL, [f"“Email” says “{code}”."])


@pytest.mark.parametrize("said", ["For example anna@mail.example.com.", "Par exemple prenom.nom.fils@exemple.fr.", "z. B. 10115"])
def test_an_example_is_no_code(shop: Shop, said: str) -> None:
    shop.walk().probe("form_trial", trial(sent=sent(("email", said))))
    assert outcome(specific_errors, shop).kind is Kind.PASS


def test_the_browsers_own_hints_are_specific(shop: Shop) -> None:
    shop.walk().probe("form_trial", trial(mistakes=[mistake("email")], sent=sent(native=True)))
    assert outcome(specific_errors, shop).kind is Kind.PASS


def test_a_form_without_messages_is_left_out(shop: Shop) -> None:
    shop.walk().probe("form_trial", trial(sent=sent()))
    assert outcome(specific_errors, shop).kind is Kind.NOT_APPLICABLE


def test_a_form_that_could_not_be_sent_is_not_measurable(shop: Shop) -> None:
    shop.walk().probe("form_trial", trial(mistakes=[mistake("email")]))
    found = outcome(specific_errors, shop)
    assert found.kind is Kind.NOT_MEASURABLE
    assert "no button" in found.message


def test_an_example_is_not_taken_for_the_name_of_the_field(shop: Shop) -> None:
    wrong = mistake("email", "undefined", label="例：name@example.com")
    shop.walk(language="ja").probe("form_trial", trial(mistakes=[wrong]))
    assert outcome(specific_errors, shop).message.startswith("A mistake in “E-mail”")


@pytest.mark.parametrize("told", ["Please check your details.", "Bitte prüfen Sie Ihre Angaben."])
def test_words_that_name_no_field_are_not_measurable(shop: Shop, told: str) -> None:
    shop.walk().probe("form_trial", trial(sent=sent(told=[told])))
    assert outcome(specific_errors, shop).kind is Kind.NOT_MEASURABLE


def listing(lang: str, told: str) -> dict[str, Any]:
    """A form that was sent and answered with a summary only."""
    label = {"en": "Postcode", "de": "Postleitzahl", "es": "Código postal"}[lang]
    said = {"kind": "postcode", "label": label, "wrong": "two digits only", "said": told}
    return trial(sent={**sent(told=[told]), "messages": [said]})


def asking(lang: str) -> Page:
    """An address form, with its fields called as they are in the language."""
    words = {"es": ("Apellidos", "Código postal *"), "de": ("Nachname", "Postleitzahl"), "en": ("Last name", "Postcode")}[lang]
    page = Page("https://shop.example/checkout", lang=lang)
    with page.form("/checkout"):
        for label in (*words, "E-mail (optional)"):
            page.field(label)
    return page


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        ("es", "Hay 2 datos por revisar: Apellidos, Código postal."),
        ("de", "Bitte prüfen Sie 2 Felder: Nachname und Postleitzahl"),
        ("en", "There is 1 error: Postcode"),
        ("en", "2 fields need attention: E-mail, Postcode"),
    ],
)
def test_a_summary_that_only_names_the_fields_says_nothing(shop: Shop, lang: str, told: str) -> None:
    """Nor is the shop blamed for it: what is wrong may stand beside the fields."""
    shop.walk(language=lang).page(Stage.ADDRESS, asking(lang)).probe("form_trial", listing(lang, told))
    assert outcome(specific_errors, shop).kind is Kind.NOT_MEASURABLE


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        ("en", "There is 1 error: Postcode must have 5 digits"),
        ("de", "Bitte prüfen Sie: Postleitzahl mit 5 Ziffern, Nachname"),
        ("en", "Last name and Postcode: at most 10 letters each"),
    ],
)
def test_a_summary_that_gives_the_rule_passes(shop: Shop, lang: str, told: str) -> None:
    shop.walk(language=lang).page(Stage.ADDRESS, asking(lang)).probe("form_trial", listing(lang, told))
    assert outcome(specific_errors, shop).kind is Kind.PASS


@pytest.mark.parametrize(("lang", "told"), [("en", "Postcode is too long"), ("de", "Postleitzahl ist leer")])
def test_a_short_sentence_about_a_field_is_no_list_of_fields(shop: Shop, lang: str, told: str) -> None:
    shop.walk(language=lang).page(Stage.ADDRESS, asking(lang)).probe("form_trial", listing(lang, told))
    assert outcome(specific_errors, shop).kind is not Kind.NOT_MEASURABLE
