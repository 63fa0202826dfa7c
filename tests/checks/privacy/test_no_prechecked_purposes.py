from contextlib import ExitStack
from typing import Any

import pytest
from auditor_checks.privacy.no_prechecked_purposes import no_prechecked_purposes

from auditor.api import Kind, Stage
from tests.checks.judging import outcome
from tests.checks.pages import Page
from tests.checks.recordings import Shop


def banner(*boxes: tuple[str, bool, dict[str, Any]], lang: str = "en") -> Page:
    page = Page(lang=lang)
    with page.layer("cookie-banner"):
        page.text("We use cookies. Wir verwenden Cookies.")
        page.button("Accept all")
        for label, ticked, facts in boxes:
            page.checkbox(label, ticked=ticked, **facts)
    return page


def greeted(shop: Shop, page: Page | None = None, country: str = "IE", **facts: Any) -> None:
    shop.walk(country=country, consent={"seen": page is not None}, **facts).page(Stage.HOME, page)


@pytest.mark.parametrize(("label", "lang"), [("Marketing", "en"), ("Statistik und Analyse", "de"), ("Mesure d’audience", "fr")])
def test_purpose_that_is_ticked_in_advance_fails(shop: Shop, label: str, lang: str) -> None:
    greeted(shop, banner(("Necessary", True, {"disabled": True}), (label, True, {}), lang=lang))
    found = outcome(no_prechecked_purposes, shop)
    assert (found.kind, found.value) == (Kind.FAIL, 1)
    assert found.message.startswith("Indication: ")


def test_purposes_in_a_closed_layer_count_too(shop: Shop) -> None:
    greeted(shop, banner(("Analytics", True, {"visible": False})))
    assert outcome(no_prechecked_purposes, shop).kind is Kind.FAIL


def test_purposes_that_are_off_pass(shop: Shop) -> None:
    greeted(shop, banner(("Strictly necessary", True, {}), ("Marketing", False, {})))
    assert outcome(no_prechecked_purposes, shop).kind is Kind.PASS


def test_banner_without_boxes_is_left_out(shop: Shop) -> None:
    greeted(shop, banner())
    assert outcome(no_prechecked_purposes, shop).kind is Kind.NOT_APPLICABLE


def test_without_a_banner_nothing_can_be_ticked(shop: Shop) -> None:
    greeted(shop)
    assert outcome(no_prechecked_purposes, shop).kind is Kind.PASS


def test_outside_of_the_union_it_warns(shop: Shop) -> None:
    greeted(shop, banner(("Marketing", True, {})), country="US")
    assert outcome(no_prechecked_purposes, shop).kind is Kind.WARN


def test_a_filter_of_the_shop_is_no_purpose(shop: Shop) -> None:
    page = banner(("Marketing", False, {}))
    page.checkbox("Books on marketing", ticked=True)
    greeted(shop, page)
    assert outcome(no_prechecked_purposes, shop).kind is Kind.PASS


def beside(*boxes: tuple[str, bool], lang: str = "en") -> Page:
    """A banner without boxes, and boxes in a closed dialog that markup does not call consent."""
    page = banner(lang=lang)
    with page.part("dialog.modal-popup"):
        for label, ticked in boxes:
            with page.part("label.choice"):
                page.checkbox(label, ticked=ticked, visible=False)
    return page


@pytest.mark.parametrize(
    ("lang", "necessary", "purpose"),
    [
        ("en", "Necessary: basket and security", "Marketing: ads that suit you"),
        ("nl", "Noodzakelijk: winkelwagen", "Statistieken: bezoek meten"),
    ],
)
def test_a_set_with_what_is_necessary_is_the_settings_whatever_markup_calls_it(shop: Shop, lang: str, necessary: str, purpose: str) -> None:
    greeted(shop, beside((necessary, True), (purpose, True), lang=lang))
    assert outcome(no_prechecked_purposes, shop).kind is Kind.FAIL


@pytest.mark.parametrize(("lang", "other", "topic"), [("en", "Novels", "Marketing"), ("de", "Romane", "Statistik")])
def test_a_set_of_topics_without_it_is_none(shop: Shop, lang: str, other: str, topic: str) -> None:
    greeted(shop, beside((other, True), (topic, True), lang=lang))
    assert outcome(no_prechecked_purposes, shop).kind is Kind.NOT_APPLICABLE


@pytest.mark.parametrize("around", ["footer", "div.newsletter"])
@pytest.mark.parametrize(
    ("lang", "necessary", "wish"), [("en", "Necessary", "Marketing by e-mail"), ("de", "Notwendig", "Marketing per E-Mail")]
)
def test_a_newsletter_box_in_the_same_root_as_the_settings_is_no_purpose(
    shop: Shop, around: str, lang: str, necessary: str, wish: str
) -> None:
    page = banner(lang=lang)
    with page.part("div.root"):
        with page.part("div.modal-popup"):
            page.checkbox(necessary, ticked=True, visible=False)
        with page.part(around):
            if around != "footer":
                page.field("E-mail" if lang == "en" else "E-Mail-Adresse", "email")
            page.checkbox(wish, ticked=True)
    greeted(shop, page)
    assert outcome(no_prechecked_purposes, shop).kind is Kind.NOT_APPLICABLE


@pytest.mark.parametrize(("more", "kind"), [(1, Kind.FAIL), (5, Kind.NOT_APPLICABLE)])
def test_a_set_is_near_and_a_dialogs_own_footer_is_no_pages(shop: Shop, more: int, kind: Kind) -> None:
    page = banner()
    with page.part("dialog.modal-popup"):
        page.checkbox("Necessary", ticked=True, visible=False)
        with ExitStack() as parts:
            for _ in range(more):
                parts.enter_context(page.part("div.row"))
            page.checkbox("Marketing", ticked=True, visible=False)
        with page.part("footer"):
            page.button("Save")
    greeted(shop, page)
    assert outcome(no_prechecked_purposes, shop).kind is kind


@pytest.mark.parametrize(("on", "fixed", "kind"), [(True, False, Kind.FAIL), (False, False, Kind.PASS), (True, True, Kind.PASS)])
def test_purposes_of_settings_that_had_to_be_opened_count(shop: Shop, *, on: bool, fixed: bool, kind: Kind) -> None:
    purposes = [{"label": "Notwendig", "on": True, "fixed": True}, {"label": "Statistik", "on": on, "fixed": fixed}]
    shop.walk(country="DE", language="de", consent={"seen": True, "purposes": purposes}).page(Stage.HOME, banner(lang="de"))
    assert outcome(no_prechecked_purposes, shop).kind is kind
