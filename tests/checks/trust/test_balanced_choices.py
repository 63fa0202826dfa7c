from typing import Any

from auditor_checks.trust.balanced_choices import balanced_choices

from auditor.api import Kind, Stage
from tests.checks.judging import outcome
from tests.checks.pages import Page
from tests.checks.recordings import Shop

CLEAR = {"color": "rgb(255, 255, 255)", "background": "rgb(20, 60, 40)", "box": (800, 700, 180, 48)}
GREY = {"color": "rgb(120, 120, 120)", "background": "rgb(100, 100, 100)", "box": (600, 700, 180, 48)}


def banner(refuse: dict[str, Any] | None, words: tuple[str, str] = ("Accept all", "Reject all"), lang: str = "en") -> Page:
    page = Page(lang=lang)
    with page.layer("cookie-banner"):
        page.text("Cookies. Wir verwenden Cookies." if lang == "de" else "We use cookies.")
        page.button(words[0], **CLEAR)
        if refuse is not None:
            page.button(words[1], **refuse)
    return page


def test_buttons_alike_pass(shop: Shop) -> None:
    shop.walk().page(Stage.HOME, banner(CLEAR))
    assert outcome(balanced_choices, shop).kind is Kind.PASS


def test_refusal_grey_on_grey_fails(shop: Shop) -> None:
    shop.walk().page(Stage.HOME, banner(GREY))
    found = outcome(balanced_choices, shop)
    assert (found.kind, found.threshold) == (Kind.FAIL, "≥ 4.5")


def test_german_refusal_half_as_large_warns(shop: Shop) -> None:
    small = CLEAR | {"box": (600, 700, 90, 40)}
    shop.walk().page(Stage.HOME, banner(small, ("Alle akzeptieren", "Alle ablehnen"), "de"))
    assert outcome(balanced_choices, shop).kind is Kind.WARN


def test_unknown_background_is_not_judged(shop: Shop) -> None:
    shop.walk().page(Stage.HOME, banner(GREY | {"background": "", "color": "rgb(0, 0, 0)"}))
    assert outcome(balanced_choices, shop).kind is Kind.PASS


def test_missing_refusal_is_judged_elsewhere(shop: Shop) -> None:
    shop.walk().page(Stage.HOME, banner(None))
    assert outcome(balanced_choices, shop).kind is Kind.NOT_APPLICABLE


def test_no_banner_passes(shop: Shop) -> None:
    shop.walk().page(Stage.HOME)
    assert outcome(balanced_choices, shop).kind is Kind.PASS


def test_late_banner_is_left_out(shop: Shop) -> None:
    shop.walk(consent={"seen": True}).page(Stage.HOME)
    assert outcome(balanced_choices, shop).kind is Kind.NOT_APPLICABLE


def test_a_longer_label_makes_a_wider_button(shop: Shop) -> None:
    short = CLEAR | {"box": (600, 700, 105, 48)}
    shop.walk().page(Stage.HOME, banner(short, ("Accept all cookies", "Reject all")))
    assert outcome(balanced_choices, shop).kind is Kind.PASS
