import pytest
from auditor_checks.checkout.required_marked import required_marked

from auditor.api import Kind, Stage
from tests.checks.checkout.forms import GERMAN, form
from tests.checks.judging import outcome
from tests.checks.pages import Page
from tests.checks.recordings import Shop


def test_asterisks_and_words_pass(shop: Shop) -> None:
    shop.walk().page(Stage.ADDRESS, form(more={"Phone (optional)": {}}))
    assert outcome(required_marked, shop).kind is Kind.PASS


def test_a_rest_without_a_mark_warns_and_is_named(shop: Shop) -> None:
    shop.walk(language="de").page(Stage.ADDRESS, form(GERMAN, lang="de", more={"Telefon": {}}))
    found = outcome(required_marked, shop)
    assert (found.kind, len(found.findings)) == (Kind.WARN, 1)
    assert "Telefon" in found.message


def test_no_mark_at_all_fails(shop: Shop) -> None:
    shop.walk().page(Stage.ADDRESS, form(mark=""))
    assert outcome(required_marked, shop).kind is Kind.FAIL


def test_asterisks_of_a_style_sheet_are_guessed_from_the_class(shop: Shop) -> None:
    shop.walk().page(Stage.ADDRESS, form(mark="", more={"Phone": {"css_class": "field is-required"}}))
    assert outcome(required_marked, shop).kind is Kind.WARN


def test_without_the_form_nothing_is_measured(shop: Shop) -> None:
    shop.walk().missed(Stage.ADDRESS, "An account is demanded.")
    assert outcome(required_marked, shop).kind is Kind.NOT_MEASURABLE


def test_the_word_of_a_neighbour_marks_nothing(shop: Shop) -> None:
    """Labels of other fields stand close by."""
    shop.walk().page(Stage.ADDRESS, form(mark="", more={"Company (optional)": {}, "Phone": {}}))
    found = outcome(required_marked, shop)
    assert (found.kind, len(found.findings)) == (Kind.WARN, 7)


@pytest.mark.parametrize(
    ("lang", "words"), [("en", GERMAN), ("ja", {"a": ("氏名", "name"), "b": ("住所", "address-line1"), "c": ("郵便番号", "postal-code")})]
)
def test_a_mark_in_the_row_of_a_field_counts(shop: Shop, lang: str, words: dict[str, tuple[str, str]]) -> None:
    page = Page("https://shop.example/checkout", lang=lang)
    with page.part("main"), page.form("/checkout"):
        for place, (name, (label, token)) in enumerate(words.items()):
            page.text(f"{label} ※" if lang == "ja" else f"{label} *", box=(40, 100 + 60 * place, 120, 20))
            page.field("", named_by="", attrs={"name": name, "autocomplete": token}, box=(300, 100 + 60 * place, 300, 30))
    shop.walk(language=lang).page(Stage.ADDRESS, page)
    assert outcome(required_marked, shop).kind is Kind.PASS


def test_classes_are_read_beyond_the_first_two(shop: Shop) -> None:
    page = form(mark="")
    rows = [f'<div class="col mb-3 required"><label>x</label><input name="{name}"></div>' for name in GERMAN]
    page.html = f"<html><body><form>{''.join(rows)}</form></body></html>"
    shop.walk().page(Stage.ADDRESS, page)
    assert outcome(required_marked, shop).kind is Kind.PASS


def test_where_all_is_required_nothing_marked_warns(shop: Shop) -> None:
    page = Page("https://shop.example/checkout")
    with page.part("main"), page.form("/checkout"):
        for name, (label, token) in GERMAN.items():
            page.text(label)
            page.field(label, attrs={"name": name, "autocomplete": token}, required=True)
    shop.walk().page(Stage.ADDRESS, page)
    assert outcome(required_marked, shop).kind is Kind.WARN


def test_the_label_of_a_japanese_row_is_for_all_its_parts(shop: Shop) -> None:
    page = Page("https://shop.example/checkout", lang="ja")
    with page.part("main"), page.form("/checkout"):
        for place, (label, parts) in enumerate((("お名前", ("姓", "名")), ("住所 ", ("〒", "市区町村")))):
            page.text(label, box=(40, 100 + 60 * place, 80, 20))
            page.text("必須", box=(140, 102 + 60 * place, 30, 17))
            for column, part in enumerate(parts):
                box = (400 + 300 * column, 96 + 60 * place, 280, 40)
                page.field("", placeholder=part, named_by="placeholder", attrs={"name": f"f{place}{column}"}, box=box)
    shop.walk(language="ja").page(Stage.ADDRESS, page)
    assert outcome(required_marked, shop).kind is not Kind.FAIL


@pytest.mark.parametrize(
    ("lang", "drawn", "kind"),
    [
        ("en", "*", Kind.PASS),
        ("de", "Pflichtfeld", Kind.PASS),
        ("en", "\ufffc", Kind.PASS),  # a picture, which the class tells of
        ("en", "", Kind.FAIL),
        ("de", "", Kind.FAIL),
        ("de", "€", Kind.FAIL),
    ],
)
def test_what_style_sheets_draw_marks_and_a_mere_class_does_not(shop: Shop, lang: str, drawn: str, kind: Kind) -> None:
    page = Page("https://shop.example/checkout", lang=lang)
    with page.part("main"), page.form("/checkout"):
        for name, (label, token) in GERMAN.items():
            page.text(label)
            page.field(label, attrs={"name": name, "autocomplete": token}, css_class="form-control required", drawn=drawn)
    shop.walk(language=lang).page(Stage.ADDRESS, page)
    assert outcome(required_marked, shop).kind is kind
