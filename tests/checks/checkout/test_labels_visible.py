import pytest
from auditor_checks.checkout.labels_visible import labels_visible

from auditor.api import Kind, Stage
from tests.checks.checkout.forms import ENGLISH, GERMAN, form
from tests.checks.judging import outcome
from tests.checks.pages import Page
from tests.checks.recordings import Shop


def test_labels_above_the_fields_pass(shop: Shop) -> None:
    shop.walk(language="de").page(Stage.ADDRESS, form(GERMAN, lang="de"))
    assert outcome(labels_visible, shop).kind is Kind.PASS


def test_placeholders_alone_fail_and_are_named(shop: Shop) -> None:
    shop.walk().page(Stage.ADDRESS, form(labels=False))
    found = outcome(labels_visible, shop)
    assert (found.kind, found.value) == (Kind.FAIL, 0.0)
    assert "First name" in found.message


def test_without_the_form_nothing_is_measured(shop: Shop) -> None:
    shop.walk().missed(Stage.ADDRESS, "An account is demanded.")
    assert outcome(labels_visible, shop).kind is Kind.NOT_MEASURABLE


def floating(label: str, *, value: str = "", seen: bool = False, css_class: str = "floating") -> Page:
    """A form with two fields whose labels come up with the first letter, if at all."""
    page = form(more={})
    for place, (name, words) in enumerate((("phone", label), ("company", f"{label} 2"))):
        box = (40.0, 800.0 + 100 * place, 300.0, 48.0)
        holder = page.field(words, "", tag="label", text=words, visible=False, css_class=css_class)
        page.field("", placeholder=words, named_by="placeholder", value=value, attrs={"name": name}, box=box)
        page._frame["controls"][-1]["label"] = holder
        if seen:
            page.text(words, box=(52, box[1] + 4, 100, 12))
    return page


@pytest.mark.parametrize(("lang", "label"), [("en", "Phone"), ("da", "Telefon")])
def test_a_label_that_floats_in_with_the_first_letter_stays(shop: Shop, lang: str, label: str) -> None:
    filled = floating(label, value="typed", seen=True)
    shop.walk(language=lang).page(Stage.CHECKOUT, floating(label)).page(Stage.ADDRESS, filled)
    assert outcome(labels_visible, shop).kind is Kind.PASS


@pytest.mark.parametrize(("css_class", "kind"), [("floating", Kind.PASS), ("sr-only", Kind.FAIL)])
def test_whether_a_hidden_label_floats_in_is_not_known_before_something_is_typed(shop: Shop, css_class: str, kind: Kind) -> None:
    shop.walk().page(Stage.ADDRESS, floating("Phone", css_class=css_class))
    assert outcome(labels_visible, shop).kind is kind


def test_a_label_that_never_comes_fails(shop: Shop) -> None:
    shop.walk().page(Stage.CHECKOUT, floating("Phone")).page(Stage.ADDRESS, floating("Phone", value="typed"))
    assert outcome(labels_visible, shop).kind is Kind.FAIL


def test_a_hint_below_another_field_is_no_label(shop: Shop) -> None:
    page = Page("https://shop.example/checkout")
    with page.part("main"), page.form("/checkout"):
        for place, (name, (label, token)) in enumerate(ENGLISH.items()):
            box = (40, 100 + 90 * place, 300, 40)
            page.field("", placeholder=label, named_by="placeholder", attrs={"name": name, "autocomplete": token}, box=box)
            page.text("This is needed.", box=(40, 142 + 90 * place, 120, 16))
            page.text("€49.00", box=(380, 110 + 90 * place, 60, 20))
    shop.walk().page(Stage.ADDRESS, page)
    found = outcome(labels_visible, shop)
    assert (found.kind, found.value) == (Kind.FAIL, 0.0)


def test_a_single_one_warns(shop: Shop) -> None:
    page = form()
    page.field("", placeholder="Family name", named_by="placeholder", attrs={"name": "second"}, box=(40, 900, 300, 40))
    shop.walk().page(Stage.ADDRESS, page)
    assert outcome(labels_visible, shop).kind is Kind.WARN
