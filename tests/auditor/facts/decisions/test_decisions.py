"""What the engine proposes on recorded pages of many shapes and languages: how often it is right, and where it is known not to be.

The figures are printed at the end of the run. Pages are recorded by `python -m tests.auditor.facts.decisions.record`.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable

import pytest

from tests.auditor.facts.decisions.precision import place_of_the_right_one, tally
from tests.auditor.facts.decisions.recorded import HERE, PAGES, Decision, decisions, fingerprint, recordings

LANGUAGES = {"en", "de", "fr", "es", "it", "pt", "nl", "pl", "sv", "da", "nb", "fi", "cs", "ja"}
IN_ALL = "in all"
# Precision@1 and precision@3 as measured when the decisions were recorded, rounded down.
FLOORS = {
    "add_to_cart": (1.0, 1.0),
    "cart_link": (0.928, 0.946),
    "category": (0.954, 1.0),
    "checkout": (0.96, 1.0),
    "consent_reject": (0.941, 0.941),
    "consent_settings": (1.0, 1.0),
    "continue": (1.0, 1.0),
    "dismiss": (0.75, 0.75),
    "field": (0.941, 0.941),
    "guest": (0.904, 0.904),
    "menu_opener": (1.0, 1.0),
    "product_card": (1.0, 1.0),
    "search_field": (1.0, 1.0),
    "search_opener": (1.0, 1.0),
    "update_cart": (1.0, 1.0),
    IN_ALL: (0.953, 0.961),
}


def sort_of(decision: Decision) -> str:
    """The target, all kinds of fields taken together."""
    return decision.target.partition(":")[0]


@pytest.mark.parametrize("target", FLOORS)
def test_the_engine_is_right_as_often_as_it_was(target: str, record_property: Callable[[str, object], None]) -> None:
    found = tally([d for d in decisions() if target in {sort_of(d), IN_ALL}])
    record_property("precision", f"{target:<17} {found}")
    at_1, at_3 = FLOORS[target]
    assert found.at_1 / found.decisions >= at_1
    assert found.at_3 / found.decisions >= at_3


def test_the_engine_is_wrong_only_where_it_is_known_to_be() -> None:
    tables = tomllib.loads((HERE / "misses.toml").read_text(encoding="utf-8"))
    known = {f"{page} {target}" for page, reasons in tables.items() for target in reasons}
    assert {str(d) for d in decisions() if place_of_the_right_one(d) > 1} == known


def test_the_decisions_cover_what_is_ranked_in_many_languages() -> None:
    assert {sort_of(d) for d in decisions()} | {IN_ALL} == set(FLOORS)
    assert {d.page.partition("-")[0] for d in decisions()} == LANGUAGES
    assert len(decisions()) >= 400
    assert len({sort_of(d) for d in decisions() if not d.right}) >= 4  # pages on which nothing is right count too


def test_each_recording_is_of_its_page_as_it_is() -> None:
    pages = {path.stem: fingerprint(path.read_text(encoding="utf-8")) for path in PAGES.glob("*.html")}
    assert {r.name: r.page for r in recordings()} == pages
