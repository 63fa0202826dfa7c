from typing import Any

import pytest
from auditor_checks.checkout.guest_prominent import guest_prominent

from auditor.api import Kind, Stage
from tests.checks.checkout.forms import CHECKOUT, form
from tests.checks.judging import outcome
from tests.checks.pages import Page
from tests.checks.recordings import Shop


def question(words: str, lang: str = "en", *, first: bool = True, link: bool = False, **facts: Any) -> Page:
    """A page with a login, and a way on for guests above or below it."""
    page = Page(CHECKOUT, lang=lang)

    def guest() -> None:
        if link:
            page.link(words, "/checkout/guest", **facts)
        else:
            page.button(words, background="rgb(0, 0, 0)", **facts)

    with page.part("main"):
        if first:
            guest()
        with page.form("/login"):
            page.field("E-mail", "email")
            page.field("Password", "password")
            page.button("Log in" if lang == "en" else "Anmelden")
        if not first:
            page.text("New here?")
            page.text("It takes two minutes only.")
            guest()
    return page


def test_a_button_above_the_login_passes(shop: Shop) -> None:
    shop.walk(language="de").page(Stage.CHECKOUT, question("Als Gast bestellen", "de"))
    assert outcome(guest_prominent, shop).kind is Kind.PASS


def test_a_small_link_below_the_login_fails(shop: Shop) -> None:
    page = question("Continue without an account", first=False, link=True, box=(40, 600, 90, 18))
    shop.walk().page(Stage.CHECKOUT, page)
    found = outcome(guest_prominent, shop)
    assert (found.kind, found.value, len(found.findings)) == (Kind.FAIL, 1, 3)


def test_a_button_below_the_login_warns(shop: Shop) -> None:
    shop.walk().page(Stage.CHECKOUT, question("Continue as guest", first=False))
    assert outcome(guest_prominent, shop).kind is Kind.WARN


def test_a_checkout_without_the_question_passes(shop: Shop) -> None:
    shop.walk().page(Stage.CHECKOUT, form())
    assert outcome(guest_prominent, shop).kind is Kind.PASS


def test_a_login_alone_is_not_measurable(shop: Shop) -> None:
    shop.walk().page(Stage.CHECKOUT, question("Delivery times"))
    assert outcome(guest_prominent, shop).kind is Kind.NOT_MEASURABLE


@pytest.mark.parametrize(("words", "lang"), [("Order as a guest", "en"), ("Ordina come ospite", "it")])
def test_a_tab_that_is_open_is_chosen_already(shop: Shop, words: str, lang: str) -> None:
    page = Page(CHECKOUT, lang=lang)
    with page.part("main"):
        page.link(words, "#guest", css_class="nav-link active", box=(40, 40, 140, 17))
        with page.form("/checkout"):
            page.field("E-mail", "email", attrs={"name": "email"})
            page.field("First name", attrs={"autocomplete": "given-name"})
            page.field("Password", "password", attrs={"name": "password"})
            page.button("Go on", box=(700, 700, 300, 60))
    shop.walk(language=lang).page(Stage.CHECKOUT, page)
    assert outcome(guest_prominent, shop).kind is Kind.PASS


def test_a_button_beside_the_login_is_not_below_it(shop: Shop) -> None:
    page = question("Continue as guest", first=False, box=(720, 200, 300, 40))
    shop.walk().page(Stage.CHECKOUT, page)
    assert outcome(guest_prominent, shop).kind is Kind.PASS


def test_a_form_for_the_guests_address_alone_passes(shop: Shop) -> None:
    page = question("Delivery times")
    page.text("Guest checkout", tag="h2")
    with page.form("/guest"):
        page.field("E-mail", "email", attrs={"name": "order[email]"})
        page.button("Continue")
    shop.walk().page(Stage.CHECKOUT, page)
    assert outcome(guest_prominent, shop).kind is Kind.PASS


def test_each_fault_has_a_fingerprint_of_its_own_whatever_the_way_is_called(shop: Shop) -> None:
    shop.walk(language="de").page(
        Stage.CHECKOUT, question("Ohne ein Kundenkonto weiter", "de", first=False, link=True, box=(40, 700, 90, 20))
    )
    keys = [finding.key for finding in outcome(guest_prominent, shop).findings]
    assert len(keys) > 1
    assert set(keys) <= {"link", "below", "small", "words"}
    assert len(keys) == len(set(keys))


def registration(words: str, lang: str, *, kind: str, first: bool) -> Page:
    """A login above a registration, with a box or a radio button for guests in it."""
    page = Page(CHECKOUT, lang=lang)

    def guest() -> None:
        page.field(words, kind, attrs={"name": "guest"}, box=(60, 40 if first else 700, 16, 16))

    with page.part("main"):
        if first:
            guest()
        with page.form("/login"):
            page.field("E-mail", "email", box=(60, 100, 300, 44))
            page.field("Password", "password", box=(60, 160, 300, 44))
            page.button("Log in" if lang == "en" else "Anmelden", box=(60, 220, 300, 44))
        with page.form("/register"):
            page.field("E-mail", "email", box=(60, 500, 300, 44))
            page.field("Password", "password", box=(60, 560, 300, 44))
            if not first:
                guest()
    return page


@pytest.mark.parametrize(("words", "lang"), [("Continue as guest", "en"), ("Als Gast bestellen", "de")])
def test_a_box_among_the_fields_of_a_registration_fails(shop: Shop, words: str, lang: str) -> None:
    shop.walk(language=lang).page(Stage.CHECKOUT, registration(words, lang, kind="checkbox", first=False))
    assert outcome(guest_prominent, shop).kind is Kind.FAIL


@pytest.mark.parametrize(("kind", "first"), [("radio", True), ("radio", False), ("checkbox", True)])
def test_a_radio_button_or_a_box_above_the_login_does_not(shop: Shop, kind: str, first: bool) -> None:
    shop.walk().page(Stage.CHECKOUT, registration("Continue as guest", "en", kind=kind, first=first))
    assert outcome(guest_prominent, shop).kind is not Kind.FAIL


def pressed(words: str, *, verified: bool = True) -> dict[str, Any]:
    return {"stage": "checkout", "strategy": "guest entry", "chosen": f"link “{words}”", "verified": verified}


@pytest.mark.parametrize(("words", "lang"), [("Just take me there", "en"), ("Einfach so hinein", "de")])
def test_what_the_shopper_went_on_with_as_a_guest_is_the_guests_way_whatever_its_words(shop: Shop, words: str, lang: str) -> None:
    page = question(words, lang, first=False, link=True, box=(40, 600, 90, 18))
    shop.walk(language=lang).page(Stage.CHECKOUT, page).trace(pressed(words))
    assert outcome(guest_prominent, shop).kind is Kind.FAIL


@pytest.mark.parametrize("words", ["Our story", "Unsere Geschichte"])
def test_a_link_that_led_nowhere_is_no_guests_way(shop: Shop, words: str) -> None:
    page = question(words, first=False, link=True, box=(40, 600, 90, 18))
    shop.walk().page(Stage.CHECKOUT, page).trace(pressed(words, verified=False))
    assert outcome(guest_prominent, shop).kind is Kind.NOT_MEASURABLE
