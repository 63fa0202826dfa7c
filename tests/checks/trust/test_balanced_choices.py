from typing import Any

import pytest
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


# -- a link beside a button ---------------------------------------------------------------------------------

ACCEPT = CLEAR | {"box": (40, 800, 190, 46), "size": 15}
LINK = {"color": "rgb(107, 120, 113)", "background": "", "box": (250, 814, 92, 18), "size": 14}


def choice(*buttons: tuple[str, dict[str, Any]], lang: str, said: str = "", policy: bool = False) -> Page:
    page = Page(lang=lang)
    with page.layer("cookie-banner"):
        page.text(said or {"nl": "Wij gebruiken cookies.", "de": "Wir verwenden Cookies."}.get(lang, "We use cookies."))
        for words, facts in buttons:
            page.button(words, **facts)
        if policy:
            page.link("Privacy & cookies", "/privacy")
    return page


@pytest.mark.parametrize(
    ("lang", "accept", "settings"),
    [("nl", "Alles accepteren", "Meer opties"), ("de", "Alle akzeptieren", "Einstellungen"), ("en", "Accept all", "More options")],
)
def test_only_a_link_to_the_settings_beside_accepting_fails(shop: Shop, lang: str, accept: str, settings: str) -> None:
    shop.walk().page(Stage.HOME, choice((accept, ACCEPT), (settings, LINK), lang=lang, policy=True))
    found = outcome(balanced_choices, shop)
    assert (found.kind, found.findings[0].key) == (Kind.FAIL, "settings")


@pytest.mark.parametrize(
    "page",
    [
        choice(("Accept all", ACCEPT), ("More options", ACCEPT), lang="en"),  # a button as well
        choice(("Accept all", ACCEPT), ("More options", LINK | {"box": (250, 800, 150, 46)}), lang="en"),  # one with an outline
        choice(("Accept all", ACCEPT), ("Take me on", ACCEPT), ("More options", LINK), lang="en"),  # may refuse in other words
        choice(("Got it", ACCEPT), ("Settings", LINK), lang="en", said="We only use necessary cookies."),
        choice(("Alle akzeptieren", ACCEPT), ("Einstellungen", LINK | {"background": "rgb(230, 230, 230)"}), lang="de"),
    ],
    ids=["button", "outline", "unknown", "informs", "grey button"],
)
def test_a_way_to_the_settings_that_is_no_mere_link_is_judged_elsewhere(shop: Shop, page: Page) -> None:
    shop.walk().page(Stage.HOME, page)
    assert outcome(balanced_choices, shop).kind is Kind.NOT_APPLICABLE


def test_a_refusal_that_is_a_link_warns(shop: Shop) -> None:
    shop.walk().page(Stage.HOME, choice(("Accept all", ACCEPT), ("Refuse", LINK | {"box": (250, 814, 50, 18)}), lang="en"))
    assert outcome(balanced_choices, shop).kind is Kind.WARN


def test_a_refusal_with_an_outline_passes(shop: Shop) -> None:
    refuse = LINK | {"box": (250, 800, 140, 46)}
    shop.walk().page(Stage.HOME, choice(("Accept all", ACCEPT), ("Reject all", refuse), lang="en"))
    assert outcome(balanced_choices, shop).kind is Kind.PASS
