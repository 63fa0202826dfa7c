import pytest
from auditor_checks.checkout.no_unneeded_data import no_unneeded_data

from auditor.api import Kind, Stage
from tests.checks.checkout.forms import ENGLISH, GERMAN, form
from tests.checks.judging import outcome, outcomes
from tests.checks.pages import Page
from tests.checks.recordings import Shop

MUST = {"required": True}


def test_an_address_alone_passes(shop: Shop) -> None:
    shop.walk().page(Stage.ADDRESS, form())
    assert outcome(no_unneeded_data, shop).kind is Kind.PASS


@pytest.mark.parametrize(("lang", "label"), [("en", "Title"), ("de", "Anrede")])
def test_one_needless_field_warns(shop: Shop, lang: str, label: str) -> None:
    words = {"en": ENGLISH, "de": GERMAN}[lang]
    shop.walk(language=lang).page(Stage.ADDRESS, form(words, lang=lang, more={label: MUST}))
    assert outcome(no_unneeded_data, shop).kind is Kind.WARN


@pytest.mark.parametrize(("lang", "label"), [("en", "Date of birth"), ("de", "Geburtsdatum")])
def test_a_date_of_birth_alone_fails(shop: Shop, lang: str, label: str) -> None:
    words = {"en": ENGLISH, "de": GERMAN}[lang]
    shop.walk(language=lang).page(Stage.ADDRESS, form(words, lang=lang, more={label: MUST}))
    assert outcome(no_unneeded_data, shop).kind is Kind.FAIL


@pytest.mark.parametrize(
    ("lang", "label", "said"),
    [
        ("en", "Date of birth", "You must be 18 or over to buy this wine."),
        ("de", "Geburtsdatum", "Verkauf nur an Volljährige ab 18 Jahren."),
    ],
)
def test_where_an_age_matters_it_warns(shop: Shop, lang: str, label: str, said: str) -> None:
    page = form({"en": ENGLISH, "de": GERMAN}[lang], lang=lang, more={label: MUST})
    product = Page("https://shop.example/p/1", lang=lang)
    product.text(said)
    shop.walk(language=lang).page(Stage.PRODUCT, product).page(Stage.ADDRESS, page)
    assert outcome(no_unneeded_data, shop).kind is Kind.WARN


@pytest.mark.parametrize(
    ("lang", "label", "answers", "kind"),
    [
        ("fr", "Civilité *", ("Madame", "Monsieur"), Kind.WARN),
        ("de", "Anrede *", ("Frau", "Herr"), Kind.WARN),
        ("de", "Anrede", ("Frau", "Herr"), Kind.PASS),
        ("en", "Gift wrapping *", ("Yes", "No"), Kind.PASS),
    ],
)
def test_a_form_of_address_that_must_be_chosen(shop: Shop, lang: str, label: str, answers: tuple[str, ...], kind: Kind) -> None:
    page = form(GERMAN, lang=lang)
    with page.part("main"), page.part("fieldset"):
        page.text(label, tag="legend")
        for answer in answers:
            page.field(answer, "radio", attrs={"name": "title"}, value=answer)
    shop.walk(language=lang).page(Stage.ADDRESS, page)
    assert outcome(no_unneeded_data, shop).kind is kind


def test_the_class_of_a_label_demands_and_one_that_says_not_does_not(shop: Shop) -> None:
    for mobile, css in ((False, "label required"), (True, "label not-required")):
        page = form(more={"Title": {}})
        label = page.text("Title")
        page._add_control({"n": label, "tag": "label", "text": "Title", "class": css})
        page._frame["controls"][-3]["label"] = label
        shop.walk(mobile=mobile).page(Stage.ADDRESS, page)
    assert [found.kind for found in outcomes(no_unneeded_data, shop)] == [Kind.WARN, Kind.PASS]


def test_two_needless_fields_fail_in_german(shop: Shop) -> None:
    page = form(GERMAN, lang="de", more={"Geburtsdatum": MUST, "Anrede": MUST})
    shop.walk(language="de").page(Stage.ADDRESS, page)
    found = outcome(no_unneeded_data, shop)
    assert (found.kind, found.value) == (Kind.FAIL, 2)
    assert "Geburtsdatum" in found.message


def test_what_may_stay_empty_is_not_demanded(shop: Shop) -> None:
    shop.walk().page(Stage.ADDRESS, form(more={"Date of birth": {}, "Company": {}}))
    assert outcome(no_unneeded_data, shop).kind is Kind.PASS


def test_a_tax_number_is_demanded_where_it_is_custom(shop: Shop) -> None:
    shop.walk(country="IT").page(Stage.ADDRESS, form(more={"Tax ID": {**MUST, "attrs": {"name": "tax_id"}}}))
    assert outcome(no_unneeded_data, shop).kind is Kind.PASS


def test_an_asterisk_demands_and_the_label_of_the_next_row_does_not(shop: Shop) -> None:
    page = form(GERMAN, lang="de", more={"Anrede": {"box": (300, 700, 300, 24)}, "Firma": {"box": (300, 740, 300, 24)}})
    page.text("Anrede *", box=(100, 700, 190, 24))
    page.text("Straße *", box=(100, 768, 190, 24))
    shop.walk(language="de").page(Stage.ADDRESS, page)
    found = outcome(no_unneeded_data, shop)
    assert (found.kind, found.message) == (Kind.WARN, "The checkout demands “Anrede”.")


def test_a_company_may_have_to_be_known(shop: Shop) -> None:
    shop.walk().page(Stage.ADDRESS, form(more={"Company": MUST, "Title": MUST}))
    assert outcome(no_unneeded_data, shop).kind is Kind.WARN


def dated(token: str, lang: str) -> Page:
    """An address form with a date in three lists, which say only which part each of them is."""
    page = form({"en": ENGLISH, "de": GERMAN}[lang], lang=lang)
    with page.form("/checkout"):
        for part, label in zip(
            ("day", "month", "year"), {"en": ("Day", "Month", "Year"), "de": ("Tag", "Monat", "Jahr")}[lang], strict=True
        ):
            page.field(label, attrs={"name": f"{token}_{part}"}, required=True)
    return page


@pytest.mark.parametrize("lang", ["en", "de"])
def test_a_date_of_birth_in_parts_is_one_and_fails(shop: Shop, lang: str) -> None:
    shop.walk(language=lang).page(Stage.ADDRESS, dated("birth", lang))
    found = outcome(no_unneeded_data, shop)
    assert (found.kind, found.value) == (Kind.FAIL, 1)


@pytest.mark.parametrize("lang", ["en", "de"])
def test_the_parts_of_another_date_are_none(shop: Shop, lang: str) -> None:
    shop.walk(language=lang).page(Stage.ADDRESS, dated("delivery", lang))
    assert outcome(no_unneeded_data, shop).kind is Kind.PASS


@pytest.mark.parametrize(
    ("lang", "label"),
    [("en", "How did you learn about us?"), ("sv", "Hur hörde du talas om oss?"), ("fr", "Comment nous avez-vous connus ?")],
)
def test_a_survey_that_must_be_answered_is_needless(shop: Shop, lang: str, label: str) -> None:
    shop.walk(language=lang).page(Stage.ADDRESS, form(lang=lang, more={label: MUST}))
    assert outcome(no_unneeded_data, shop).kind is Kind.WARN
