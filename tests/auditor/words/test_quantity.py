"""Numbers with their unit, in the singular where the number asks for it."""

from __future__ import annotations

import pytest
from babel.core import Locale

from auditor.words.quantity import quantity, singular
from auditor.words.voice import Voice


@pytest.mark.parametrize(
    ("plural", "one"),
    [
        ("rules", "rule"),
        ("cookies", "cookie"),
        ("companies", "company"),
        ("addresses", "address"),
        ("boxes", "box"),
        ("extra clicks", "extra click"),
        ("own card fields", "own card field"),
        ("ways on", "way on"),
        ("of 4", "of 4"),
        ("px", "px"),
        ("KiB", "KiB"),
    ],
)
def test_a_unit_has_a_singular(plural: str, one: str) -> None:
    assert singular(plural) == one


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [
        (1, "cookies", "1 cookie"),
        (0, "cookies", "0 cookies"),
        (2.0, "ways on", "2 ways on"),
        (0.5, "pages", "0.5 pages"),
        (1250, "KiB", "1,250 KiB"),
        (3, "", "3"),
        (44, "px", "44 px"),
    ],
)
def test_a_number_is_said_with_its_unit(value: float, unit: str, text: str) -> None:
    assert quantity(value, unit) == text


@pytest.mark.parametrize(("language", "text"), [("en", "1.5 pages"), ("de", "1,5 pages"), ("fr", "1,5 page")])
def test_what_is_singular_is_a_matter_of_the_language(language: str, text: str) -> None:
    assert Voice(Locale(language)).say(quantity(1.5, "pages")) == text
