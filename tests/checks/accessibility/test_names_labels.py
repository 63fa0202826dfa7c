import pytest
from auditor_checks.accessibility.names_labels import names_labels

from auditor.api import Kind, Severity, Stage
from tests.checks.accessibility.scans import scan
from tests.checks.judging import outcome
from tests.checks.pages import Page
from tests.checks.recordings import Shop


def asking() -> Page:
    page = Page()
    with page.part("main"), page.form():
        page.field("", id="street")
    return page


@pytest.mark.parametrize(
    ("stage", "rules", "kind", "severity"),
    [
        (Stage.HOME, {"color-contrast": 9}, Kind.PASS, None),
        (Stage.HOME, {"link-name": 2}, Kind.WARN, None),
        (Stage.HOME, {"link-name": 2, "button-name": 1}, Kind.FAIL, None),
        (Stage.ADDRESS, {"label": 1}, Kind.FAIL, Severity.CRITICAL),
        (Stage.ADDRESS, {"link-name": 1}, Kind.WARN, None),
    ],
)
def test_controls_without_a_name(shop: Shop, stage: Stage, rules: dict[str, int], kind: Kind, severity: Severity | None) -> None:
    shop.walk().page(stage, asking(), axe=scan(rules, html='<input id="street" name="street">'))
    found = outcome(names_labels, shop, stage)
    assert (found.kind, found.severity) == (kind, severity)


def test_a_field_nobody_sees_is_not_critical(shop: Shop) -> None:
    shop.walk().page(Stage.ADDRESS, asking(), axe=scan({"label": 1}, html='<input name="trap">'))
    assert outcome(names_labels, shop, Stage.ADDRESS).kind is Kind.WARN


def test_a_note_nobody_needs_is_not_critical(shop: Shop) -> None:
    page = Page()
    with page.part("main"), page.form():
        page.field("", tag="textarea", id="note", attrs={"name": "delivery_message"})
    shop.walk().page(Stage.SHIPPING, page, axe=scan({"label": 1}, html='<textarea id="note" name="delivery_message"></textarea>'))
    found = outcome(names_labels, shop, Stage.SHIPPING)
    assert (found.kind, found.message) == (Kind.WARN, "1 field has no name for screen readers: the field “delivery_message”.")


def test_what_shows_the_choice_of_a_named_list_needs_no_name(shop: Shop) -> None:
    page = Page()
    chosen = '<span id="node-0" role="textbox">Wählen</span>'
    page.html = f'<html><body><span role="combobox" tabindex="0" aria-label="Land">{chosen}</span></body></html>'
    shop.walk().page(Stage.ADDRESS, page, axe=scan({"aria-input-field-name": 1}, html=chosen))
    assert outcome(names_labels, shop, Stage.ADDRESS).kind is Kind.PASS


def test_the_message_counts_each_kind_and_names_one(shop: Shop) -> None:
    shop.walk().page(Stage.HOME, axe=scan({"link-name": 3}, html='<a href="/3/tea.html"><img src="tea.webp" alt=""></a>'))
    assert outcome(names_labels, shop, Stage.HOME).message == "3 links have no name for screen readers, such as the link “/3/tea.html”."


def test_page_that_was_not_scanned_is_not_measurable(shop: Shop) -> None:
    shop.walk().page(Stage.HOME)
    assert outcome(names_labels, shop, Stage.HOME).kind is Kind.NOT_MEASURABLE


@pytest.mark.parametrize("stage", [Stage.HOME, Stage.ADDRESS])
def test_what_is_not_listed_is_counted(shop: Shop, stage: Stage) -> None:
    shop.walk().page(stage, asking(), axe=scan({"label": 8}, html='<input id="street" name="street">'))
    found = outcome(names_labels, shop, stage)
    assert (found.value, len(found.findings), found.unlisted) == (8, 6, 2)


DRAWER = '<{tag}><h2>{title}</h2><button id="node-0" type="button"><svg></svg></button><a href="/checkout">{onward}</a></{end}>'
STEPS = '<div><button id="node-0" type="button"><svg></svg></button><input type="number" name="n"><button type="button">+</button></div>'
ARROWS = '<div><button id="node-0" type="button"><svg></svg></button><button type="button">Next</button></div>'
FILTER = (
    '<form><input name="from" type="number"><input name="to" type="number"><button id="node-0" type="button"><svg></svg></button></form>'
)


@pytest.mark.parametrize(
    ("stage", "lang", "source", "kind"),
    [
        (Stage.CART, "en", DRAWER.format(tag="dialog open", title="Your bag", onward="Check out", end="dialog"), Kind.FAIL),
        (Stage.CART, "de", DRAWER.format(tag='div role="dialog"', title="Warenkorb", onward="Zur Kasse", end="div"), Kind.FAIL),
        (Stage.CART, "en", DRAWER.format(tag="dialog open", title="Cookies", onward="Privacy policy", end="dialog"), Kind.WARN),
        (Stage.CART, "de", DRAWER.format(tag='div role="dialog"', title="Newsletter", onward="Anmelden", end="div"), Kind.WARN),
        (Stage.CART, "en", DRAWER.format(tag="div", title="Chat", onward="Check out", end="div"), Kind.WARN),
        (Stage.HOME, "en", DRAWER.format(tag="dialog open", title="Your bag", onward="Check out", end="dialog"), Kind.WARN),
        (Stage.PRODUCT, "en", STEPS, Kind.FAIL),
        (Stage.CART, "de", STEPS, Kind.FAIL),
        (Stage.CATEGORY, "en", STEPS, Kind.WARN),
        (Stage.PRODUCT, "en", ARROWS, Kind.WARN),
        (Stage.CART, "en", ARROWS, Kind.WARN),
        (Stage.CART, "en", FILTER, Kind.WARN),
    ],
)
def test_a_nameless_button_on_the_way_to_an_order_fails(shop: Shop, stage: Stage, lang: str, source: str, kind: Kind) -> None:
    page = Page(lang=lang)
    page.html = f"<html><body>{source}</body></html>"
    html = '<button id="node-0" type="button"><svg></svg></button>'
    shop.walk(language=lang).page(stage, page, axe=scan({"button-name": 1}, html=html))
    assert outcome(names_labels, shop, stage).kind is kind
