"""What a shop says to a press on its buy button is known by where it stands, not by its words."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from auditor.facts.page import PageFacts
from auditor.journey.answers import answers, offers_cart
from auditor.observe import Observation
from tests.checks.pages import Page

PRODUCT = "https://shop.example/vase"


def shown(more: Callable[[Page], object] = lambda _: None, *, url: str = PRODUCT, lang: str = "en", count: int = 0) -> PageFacts:
    page = Page(url, lang=lang)
    with page.part("header"):
        page.link(f"Cart ({count})", "/cart")
    with page.part("main"):
        page.text("Stoneware vase", tag="h1", box=(700, 100, 400, 50), size=32)
        page.text("€49.00", tag="span", box=(700, 160, 90, 40), size=28)
        with page.form("/add"):
            page.button("Add to cart", box=(700, 240, 400, 54))
        page.text("Only 3 left", live="polite", box=(700, 500, 300, 24))
        more(page)
    return PageFacts(Observation(page.observation), usual_language=lang)


@pytest.mark.parametrize(
    ("lang", "told", "way"),
    [
        ("it", "Fatto: adesso è con la tua roba.", "Guarda cosa c'è"),
        ("de", "Liegt jetzt bei Ihren Sachen.", "Ansehen"),
        ("en", "Potted up for you.", "Look it over"),
    ],
)
def test_a_note_with_a_way_to_the_cart_answers_in_any_words(lang: str, told: str, way: str) -> None:
    def note(page: Page) -> None:
        page.text(told)
        page.link(way, "/cart")

    assert offers_cart(shown(lang=lang), shown(note, lang=lang, count=1))


@pytest.mark.parametrize(
    "more",
    [
        lambda page: page.link("Cart (1)", "/cart"),  # the count of a shop that marks no header
        lambda page: page.link("Another vase", "/other-vase"),
        lambda page: page.link("Add", "/cart/add?id=5"),  # what else might be bought
    ],
)
def test_a_count_and_another_product_are_no_way_to_the_cart_that_came(more: Callable[[Page], object]) -> None:
    assert not offers_cart(shown(), shown(more, count=1))


def test_on_another_page_everything_is_new() -> None:
    after = shown(lambda page: page.link("Look it over", "/cart"), url="https://shop.example/other")
    assert not offers_cart(shown(), after)
    assert not answers(shown(), after, "Stoneware vase")


@pytest.mark.parametrize(
    "told",
    [
        {"words": "Mitgenommen!", "box": (700, 310, 300, 24), "live": "status"},
        {"words": "È tuo.", "box": (20, 700, 300, 24), "live": "polite", "fixed": True},
        {"words": "Stoneware vase is yours", "box": (20, 2000, 300, 24), "live": "polite"},
    ],
)
def test_a_status_near_the_button_over_the_page_or_of_the_product_answers(told: dict[str, object]) -> None:
    assert answers(shown(), shown(lambda page: page.text(**told)), "Stoneware vase")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "told",
    [
        {"words": "Mitgenommen!", "box": (700, 310, 300, 24)},  # said to nobody who listens; may be anything
        {"words": "Only 2 left", "box": (700, 310, 300, 24), "live": "polite"},  # a number that changes
        {"words": "Slide: new teapots", "box": (20, 2000, 300, 24), "live": "polite"},
    ],
)
def test_counts_and_slides_are_no_answer(told: dict[str, object]) -> None:
    assert not answers(shown(), shown(lambda page: page.text(**told)), "Stoneware vase")  # type: ignore[arg-type]
