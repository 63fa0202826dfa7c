"""What is known of shop systems nudges a ranking, and decides nothing alone."""

from __future__ import annotations

import pytest

from auditor.facts.platforms import NUDGE, nudged, platform_of
from auditor.facts.ranking import Candidate
from auditor.observe import Control, Observation


def observed(url: str = "https://shop.example/", generator: str = "", kinds: tuple[str, ...] = ("body",)) -> Observation:
    frame = {
        "url": url, "title": "", "lang": "en", "viewport": [1366, 900], "scroll": [0, 0], "page": [1366, 900],
        "meta": {"generator": generator}, "links": [], "json_ld": [], "elements": len(kinds), "milliseconds": 1, "shadow_roots": 0,
        "parents": [-1] * len(kinds), "signatures": list(range(len(kinds))), "kinds": list(kinds), "controls": [], "texts": [],
        "images": [], "layers": [], "forms": [], "regions": [], "frames": [],
    }  # fmt: skip
    return Observation({"frames": [frame], "attached": [None]})


@pytest.mark.parametrize(
    ("observation", "name"),
    [
        (observed(generator="WooCommerce 9.1"), "woocommerce"),
        (observed(kinds=("body", "form.add-to-cart-or-refresh")), "prestashop"),
        (observed(url="https://shop.example/index.php?route=product/product&product_id=7"), "opencart"),
    ],
)
def test_a_system_is_known_by_its_marks(observation: Observation, name: str) -> None:
    platform = platform_of(observation)

    assert platform is not None
    assert platform.name == name


def test_a_page_without_marks_comes_from_no_known_system() -> None:
    assert platform_of(observed(kinds=("body", "div.grid", "button.primary"))) is None


def test_a_nudge_decides_between_equals_and_never_alone() -> None:
    plain = Candidate(Control(1, "button", css_class="primary"), 0.5, {})
    known = Candidate(Control(2, "button", css_class="single_add_to_cart_button"), 0.5, {})
    hopeless = Candidate(Control(3, "button", css_class="single_add_to_cart_button"), 0.02, {})

    first, second, third = nudged("add_to_cart", [plain, known, hopeless], platform_of(observed(generator="WooCommerce")))

    assert (first.control.n, second.control.n, third.control.n) == (2, 1, 3)
    assert first.features["platform"] == NUDGE
    assert third.p < 0.1


def test_no_system_no_nudge() -> None:
    candidates = [Candidate(Control(2, "button", css_class="single_add_to_cart_button"), 0.5, {})]

    assert nudged("add_to_cart", candidates, None) == candidates
