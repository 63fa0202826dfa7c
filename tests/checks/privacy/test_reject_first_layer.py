from typing import Any

import pytest
from auditor_checks.privacy.reject_first_layer import reject_first_layer

from auditor.api import Box, Kind, Stage
from tests.checks.judging import outcome
from tests.checks.pages import Page
from tests.checks.recordings import Shop, cookie

STRONG = {"background": "rgb(20, 90, 60)", "box": (800, 700, 180, 48)}
FAINT = {"box": (700, 710, 60, 20)}


def banner(*buttons: tuple[str, dict[str, Any]]) -> Page:
    page = Page()
    with page.layer("cookie-banner"):
        page.text("We use cookies to measure and to advertise.")
        for label, look in buttons:
            page.button(label, **look)
    return page


def greeted(shop: Shop, page: Page | None = None, *, names: tuple[str, ...] = (), **facts: Any) -> None:
    held = [cookie(name) for name in names]
    shop.walk(**{"country": "IE", **facts}).page(Stage.HOME, page, network=[], cookies=held)


def test_equal_buttons_pass(shop: Shop) -> None:
    greeted(shop, banner(("Reject all", STRONG | {"box": (600, 700, 180, 48)}), ("Accept all", STRONG)))
    found = outcome(reject_first_layer, shop)
    assert (found.kind, found.value) == (Kind.PASS, 0)
    assert "Reject all" in found.message


def test_essentials_only_is_a_refusal(shop: Shop) -> None:
    greeted(shop, banner(("Essentials only", STRONG | {"box": (600, 700, 180, 48)}), ("That’s fine", STRONG)))
    assert outcome(reject_first_layer, shop).kind is Kind.PASS


@pytest.mark.parametrize(
    ("lang", "text", "accept"),
    [
        ("en", "We use cookies to measure and to advertise.", "Accept"),
        ("it", "Usiamo i cookie per statistiche e pubblicità.", "Va bene, accetto"),
    ],
)
def test_a_strip_that_lies_over_nothing_and_can_only_be_accepted_fails(shop: Shop, lang: str, text: str, accept: str) -> None:
    page = Page(lang=lang)
    with page.part("div.strip"):
        page.text(text)
        page.button(accept)
        page.link("Privacy", "/privacy")
    greeted(shop, page, language=lang)
    found = outcome(reject_first_layer, shop)
    assert (found.kind, accept in found.message) == (Kind.FAIL, True)


def test_refusal_as_a_faint_link_warns(shop: Shop) -> None:
    greeted(shop, banner(("Reject all", FAINT), ("Accept all", STRONG)))
    found = outcome(reject_first_layer, shop)
    assert (found.kind, found.findings[0].box) == (Kind.WARN, Box(700, 710, 60, 20))


def test_banner_that_can_only_be_accepted_fails(shop: Shop) -> None:
    greeted(
        shop,
        banner(("Accept all", STRONG)),
        consent={"seen": True, "first_layer_reject": False, "choice": "accepted"},
    )
    found = outcome(reject_first_layer, shop)
    assert (found.kind, found.findings[0].box) == (Kind.FAIL, Box(800, 700, 180, 48))
    assert "Indication" in found.message


@pytest.mark.parametrize(
    ("choice", "said"), [("rejected in settings", "the way through “Manage preferences”"), ("accepted", "no way to refuse")]
)
def test_refusal_behind_the_settings_is_not_on_the_first_layer(shop: Shop, choice: str, said: str) -> None:
    page = banner(("Manage preferences", FAINT), ("Accept all", STRONG))
    greeted(shop, page, consent={"seen": True, "choice": choice})
    found = outcome(reject_first_layer, shop)
    assert found.kind is Kind.FAIL
    assert said in found.message


@pytest.mark.parametrize("label", ["Perhaps some other day", "Close", "×"])
def test_a_button_whose_words_do_not_tell_may_refuse(shop: Shop, label: str) -> None:
    greeted(shop, banner(("Accept all", STRONG), (label, FAINT)), consent={"seen": True, "choice": "accepted"})
    found = outcome(reject_first_layer, shop)
    assert found.kind is Kind.WARN
    assert f"“{label}”" in found.message


def test_a_link_to_the_policy_is_no_such_button(shop: Shop) -> None:
    page = Page()
    with page.layer("cookie-banner"):
        page.text("We use cookies to measure and to advertise.")
        page.link("Read more", "/cookies")
        page.button("Accept all", **STRONG)
    greeted(shop, page, consent={"seen": True, "choice": "accepted"})
    assert outcome(reject_first_layer, shop).kind is Kind.FAIL


@pytest.mark.parametrize(
    ("text", "lang", "kind"),
    [
        ("We only use necessary cookies, for the cart and the checkout.", "en", Kind.NOT_APPLICABLE),
        ("Wir setzen nur technisch notwendige Cookies.", "de", Kind.NOT_APPLICABLE),
        ("We only use necessary cookies and those of our marketing partners.", "en", Kind.FAIL),
    ],
)
def test_a_notice_of_necessary_cookies_needs_no_refusal(shop: Shop, text: str, lang: str, kind: Kind) -> None:
    page = Page(lang=lang)
    with page.layer("cookie-banner"):
        page.text(text)
        page.button("OK", **STRONG)
    greeted(shop, page, consent={"seen": True, "choice": "accepted"})
    assert outcome(reject_first_layer, shop).kind is kind


@pytest.mark.parametrize(
    ("refused", "choice", "kind"),
    [(True, "rejected", Kind.PASS), (False, "rejected in settings", Kind.FAIL), (False, "accepted", Kind.NOT_MEASURABLE)],
)
def test_late_banner_is_judged_by_what_the_journey_met(shop: Shop, refused: bool, choice: str, kind: Kind) -> None:
    greeted(shop, consent={"seen": True, "first_layer_reject": refused, "choice": choice})
    assert outcome(reject_first_layer, shop).kind is kind


def test_no_banner_and_nothing_to_agree_to_passes(shop: Shop) -> None:
    greeted(shop, names=("PHPSESSID",))
    assert outcome(reject_first_layer, shop).kind is Kind.PASS


def test_trackers_without_a_banner_are_left_to_the_other_check(shop: Shop) -> None:
    greeted(shop, names=("_ga",))
    assert outcome(reject_first_layer, shop).kind is Kind.NOT_APPLICABLE


def test_outside_of_the_union_and_the_kingdom_it_is_left_out(shop: Shop) -> None:
    greeted(shop, banner(("Accept all", STRONG)), country="US")
    assert outcome(reject_first_layer, shop).kind is Kind.NOT_APPLICABLE


def test_without_the_home_page_it_is_not_measurable(shop: Shop) -> None:
    shop.walk(country="IE").missed(Stage.HOME, "The address did not answer.")
    assert outcome(reject_first_layer, shop).kind is Kind.NOT_MEASURABLE


@pytest.mark.parametrize(
    ("lang", "accept", "second", "kind"),
    [
        ("de", "Alles annehmen", "Feineinstellung", Kind.FAIL),
        ("fr", "Tout accepter", "Paramètres avancés", Kind.FAIL),
        ("de", "Alles annehmen", "So lassen", Kind.WARN),  # it may refuse
    ],
)
def test_settings_by_rarer_names_are_no_refusal(shop: Shop, lang: str, accept: str, second: str, kind: Kind) -> None:
    page = Page(lang=lang)
    with page.layer("cookie-banner"):
        page.text("Cookies")
        page.button(accept, **STRONG)
        page.button(second, **STRONG | {"box": (600, 700, 180, 48)})
    greeted(shop, page, language=lang)
    assert outcome(reject_first_layer, shop).kind is kind
