import pytest
from auditor_checks.navigation.no_auto_carousel import no_auto_carousel

from auditor.api import Kind, Outcome, Stage
from tests.checks.judging import outcome
from tests.checks.pages import Page
from tests.checks.recordings import Shop

SLIDES = '<img src="a.webp" alt=""><img src="b.webp" alt="">'
TURNING = f'<div class="carousel" data-bs-ride="carousel">{SLIDES}</div>'


def judged(shop: Shop, html: str, *buttons: str, lang: str = "en") -> Outcome:
    page = Page(lang=lang)
    page.html = f"<html><body>{html}</body></html>"
    for words in buttons:
        page.button(words)
    shop.walk(language=lang).page(Stage.HOME, page)
    return outcome(no_auto_carousel, shop)


def test_a_still_page_passes(shop: Shop) -> None:
    assert judged(shop, "<main><img src='a.webp' alt=''></main>").kind is Kind.PASS


def test_a_turning_banner_fails(shop: Shop) -> None:
    found = judged(shop, TURNING, "Add to cart")
    assert (found.kind, found.findings[0].selector) == (Kind.FAIL, "div.carousel")


def test_running_letters_fail(shop: Shop) -> None:
    assert judged(shop, "<marquee>Sale</marquee>").kind is Kind.FAIL


@pytest.mark.parametrize(("words", "lang"), [("Pause", "en"), ("Diashow anhalten", "de"), ("Mettre en pause", "fr")])
def test_a_banner_that_can_be_paused_passes(words: str, lang: str, shop: Shop) -> None:
    assert judged(shop, TURNING, words, lang=lang).kind is Kind.PASS


def test_a_banner_told_to_stand_still_is_not_turning(shop: Shop) -> None:
    still = TURNING.replace("data-bs-ride", 'data-bs-interval="false" data-bs-ride')
    assert judged(shop, still).kind is Kind.NOT_APPLICABLE


def test_a_carousel_that_declares_nothing_is_left_out(shop: Shop) -> None:
    assert judged(shop, f'<div class="swiper">{SLIDES}</div>').kind is Kind.NOT_APPLICABLE


def watched(shop: Shop, *turns: int, pointer: str = "turns", button: str = "", lang: str = "en") -> Outcome:
    page = Page(lang=lang)
    page.html = "<html><body><main><div class=hero></div></main></body></html>"
    if button:
        page.button(button)
    group = {"selector": "div.hero", "box": [0, 100, 1366, 400], "slides": 3, "turns": list(turns), "pointer": pointer}
    shop.walk(language=lang).page(Stage.HOME, page).probe("linger", {"turning": [group] if turns else [], "layers": []})
    return outcome(no_auto_carousel, shop)


def test_what_was_seen_turning_fails_whatever_the_markup_says(shop: Shop) -> None:
    found = watched(shop, 4500, 9000)
    assert (found.kind, found.findings[0].selector) == (Kind.FAIL, "div.hero")
    assert "4.5 seconds" in found.findings[0].message


@pytest.mark.parametrize(
    ("turns", "pointer", "kind"), [((), "", Kind.PASS), ((4500,), "", Kind.PASS), ((5, 10), "stops", Kind.WARN), ((5, 10), "", Kind.WARN)]
)
def test_what_turned_once_or_stops_under_the_pointer_does_not_fail(shop: Shop, turns: tuple[int, ...], pointer: str, kind: Kind) -> None:
    assert watched(shop, *turns, pointer=pointer).kind is kind


@pytest.mark.parametrize(("button", "lang"), [("Pause slideshow", "en"), ("Anhalten", "de")])
def test_what_turns_may_do_so_with_a_button_that_pauses(shop: Shop, button: str, lang: str) -> None:
    assert watched(shop, 4500, 9000, button=button, lang=lang).kind is Kind.PASS
