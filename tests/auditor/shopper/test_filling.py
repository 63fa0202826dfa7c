"""Which value of the shopper belongs into which field."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from auditor.facts.fields import Field
from auditor.lexicon import Lexicon
from auditor.observe import Control
from auditor.observe.values import Option
from auditor.shopper.filling import option_for, value_for
from auditor.shopper.identity import identity_for


def field(kind: str, part: tuple[int, int] = (0, 1), label: str = "", **facts: Any) -> Field:
    return Field(Control(1, **{"tag": "input", "type": "text", **facts}), kind, 1.0, label, part=part)


@pytest.mark.parametrize(
    ("country", "kind", "value"),
    [
        ("DE", "email", "storefront.audit@example.com"),
        ("DE", "email_again", "storefront.audit@example.com"),
        ("DE", "given_name", "Audit"),
        ("DE", "family_name", "Tester"),
        ("DE", "full_name", "Audit Tester"),
        ("JP", "full_name", "監査 太郎"),
        ("JP", "family_name_kana", "カンサ"),
        ("DE", "family_name_kana", "Tester"),
        ("DE", "street", "Platz der Republik 1"),
        ("US", "street", "476 5th Avenue"),
        ("NL", "postcode", "1011 PN"),
        ("FR", "city", "Paris"),
        ("US", "state", "New York"),
        ("CZ", "state", "Praha"),
        ("DE", "full_address", "Platz der Republik 1, 11011 Berlin"),
        ("BR", "address2", "Centro"),
        ("DE", "address2", None),
        ("IT", "tax_id", "RSSMRA85T10A562S"),
        ("DE", "tax_id", None),
        ("DE", "birth_date", "01.01.1985"),
        ("DE", "card_number", None),
        ("DE", "password", None),
        ("DE", "coupon", None),
        ("DE", "company", None),
        ("DE", "", None),
    ],
)
def test_what_is_typed(country: str, kind: str, value: str | None) -> None:
    assert value_for(field(kind), identity_for(country), {kind}) == value


def test_with_a_separate_house_number_the_street_goes_without_one() -> None:
    who = identity_for("DE")
    kinds = {"street", "house_number"}
    assert value_for(field("street"), who, kinds) == "Platz der Republik"
    assert value_for(field("house_number"), who, kinds) == "1"


@pytest.mark.parametrize(
    ("country", "kind", "parts"),
    [
        ("JP", "postcode", ["163", "8001"]),
        ("PT", "postcode", ["1100", "365"]),
        ("JP", "phone", ["090", "1234", "5678"]),
        ("US", "phone", ["201", "555", "0123"]),
        ("DE", "birth_date", ["01", "01", "1985"]),
        ("DE", "card_number", [None, None, None, None]),
    ],
)
def test_a_value_in_parts(country: str, kind: str, parts: list[str | None]) -> None:
    who = identity_for(country)
    assert [value_for(field(kind, (i, len(parts))), who, {kind}) for i in range(len(parts))] == parts


@pytest.mark.parametrize(
    ("marks", "typed"),
    [
        ([{"maxlength": "4"}, {"maxlength": "2"}, {"maxlength": "2"}], ["1985", "01", "02"]),
        ([{"name": "birth_year"}, {"name": "birth_month"}, {"name": "birth_day"}], ["1985", "01", "02"]),
        ([{"name": "birthday_month"}, {"name": "birthday_day"}, {"name": "birthday_year"}], ["01", "02", "1985"]),
        ([{"autocomplete": "bday-day"}, {"autocomplete": "bday-month"}, {"autocomplete": "bday-year"}], ["02", "01", "1985"]),
        ([{"name": "birthday[0]"}, {"name": "birthday[1]"}, {"name": "birthday[2]"}], ["02", "01", "1985"]),
    ],
)
def test_each_part_of_a_date_gets_its_own(marks: list[dict[str, str]], typed: list[str]) -> None:
    who = replace(identity_for("JP"), birth_date="1985-01-02")
    assert [value_for(field("birth_date", (i, 3), attrs=attrs), who, set()) for i, attrs in enumerate(marks)] == typed


@pytest.mark.parametrize(
    ("facts", "value"),
    [
        ({"type": "date"}, "1985-01-01"),
        ({"placeholder": "YYYY-MM-DD"}, "1985-01-01"),
        ({"placeholder": "JJJJ-MM-TT"}, "1985-01-01"),
        ({"placeholder": "MM/DD/YYYY"}, "01/01/1985"),
        ({"placeholder": "JJ/MM/AAAA"}, "01/01/1985"),
        ({"placeholder": "DD-MM-YYYY"}, "01-01-1985"),
        ({"placeholder": "TT.MM.JJJJ"}, "01.01.1985"),
        ({}, "01.01.1985"),
    ],
)
def test_a_date_in_the_form_that_is_asked_for(facts: dict[str, Any], value: str) -> None:
    assert value_for(field("birth_date", **facts), identity_for("DE"), set()) == value


@pytest.mark.parametrize(
    ("country", "kind", "limit", "value"),
    [
        ("JP", "postcode", "7", "1638001"),
        ("SE", "postcode", "5", "11152"),
        ("NL", "postcode", "7", "1011 PN"),
        ("GB", "phone", "11", "07400123456"),
        ("DE", "street", "10", "Platz der "),
        ("DE", "city", "0", "Berlin"),
    ],
)
def test_no_more_is_typed_than_fits(country: str, kind: str, limit: str, value: str) -> None:
    assert value_for(field(kind, attrs={"maxlength": limit}), identity_for(country), set()) == value


def select(kind: str, *options: tuple[str, str] | tuple[str, str, bool]) -> Field:
    made = tuple(Option(o[0], o[1], o[2] if len(o) == 3 else False, False) for o in options)
    return field(kind, tag="select", type="select-one", options=made)


@pytest.mark.parametrize(
    ("country", "options", "place"),
    [
        ("DE", [("", "Choose"), ("AT", "Austria"), ("DE", "Germany")], 2),
        ("DE", [("1", "Österreich"), ("2", "Deutschland")], 1),
        ("DE", [("10", "Allemagne"), ("11", "France")], 0),
        ("JP", [("us", "アメリカ"), ("jp", "日本")], 1),
        ("GB", [("1", "Ukraine"), ("2", "UK")], 1),
        ("US", [("a", "United States Minor Outlying Islands"), ("b", "United States of America")], 1),
        ("CH", [("1", "Schweiz (CHF)"), ("2", "Deutschland (EUR)")], 0),
        ("DE", [("FR", "France"), ("NL", "Netherlands")], None),
        ("DE", [("DE", "Germany", True), ("AT", "Austria")], None),
    ],
)
def test_the_country_is_found_in_any_list(country: str, options: list[tuple[str, str]], place: int | None) -> None:
    assert option_for(select("country", *options), identity_for(country), Lexicon("en")) == place


@pytest.mark.parametrize(
    ("country", "options", "place"),
    [
        ("US", [("", "State"), ("CA", "California"), ("NY", "New York")], 2),
        ("US", [("1", "California"), ("2", "New York")], 1),
        ("JP", [("", "都道府県"), ("12", "千葉県"), ("13", "東京都")], 2),
        ("IT", [("", "Provincia"), ("MI", "Milano"), ("RM", "Roma")], 2),
        ("BR", [("", "UF"), ("RJ", "Rio"), ("SP", "SP")], 2),
        ("CA", [("CA-QC", "Quebec"), ("CA-ON", "Ontario")], 1),
        ("PL", [("", "-"), ("1", "Śląskie"), ("2", "Mazowieckie")], 2),
    ],
)
def test_the_state_is_found_by_code_or_name(country: str, options: list[tuple[str, str]], place: int) -> None:
    assert option_for(select("state", *options), identity_for(country), Lexicon("en")) == place


@pytest.mark.parametrize(
    ("language", "options", "place"),
    [
        ("de", [("", "Bitte wählen"), ("1", "Herr"), ("2", "Frau")], 1),
        ("en", [("x", "Please select"), ("mr", "Mr")], 1),
        ("fr", [("0", "Civilité"), ("1", "Mme")], 1),
        ("en", [("", "Choose")], None),
        ("en", [("mr", "Mr", True), ("ms", "Ms")], 1),
    ],
)
def test_any_real_option_will_do_for_other_questions(language: str, options: list[tuple[str, str]], place: int | None) -> None:
    assert option_for(select("salutation", *options), identity_for("DE"), Lexicon(language)) == place
