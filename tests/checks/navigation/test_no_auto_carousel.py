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
