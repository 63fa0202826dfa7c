"""A refused answer is written another way: as the shop's message shows it, else in the usual ways, each once."""

from __future__ import annotations

import pytest

from auditor.shopper.identity import identity_for
from auditor.shopper.rewriting import rewritten


@pytest.mark.parametrize(
    ("country", "kind", "said", "first"),
    [
        ("CZ", "postcode", "Use the format 110 00", "{postcode:3 2}"),
        ("NL", "postcode", "e.g. 1234AB", "{postcode:6}"),
        ("PL", "postcode", "Kod w formacie 00-001", "{postcode:2-3}"),
        ("DE", "phone", "Please use the format +49123456789", "{e164}"),
        ("DE", "phone", "0049 151 …", "{00}"),
    ],
)
def test_an_example_in_the_message_is_followed(country: str, kind: str, said: str, first: str) -> None:
    who = identity_for(country)
    bare = "".join(ch for ch in who.postcode if ch.isalnum())
    wanted = {
        "{postcode:3 2}": f"{bare[:3]} {bare[3:]}",
        "{postcode:6}": bare,
        "{postcode:2-3}": f"{bare[:2]}-{bare[2:]}",
        "{e164}": who.phone_e164,
        "{00}": "00" + who.phone_e164.lstrip("+"),
    }[first]
    assert rewritten(kind, who, said)[0] == wanted


def test_a_national_number_takes_the_shape_of_the_example() -> None:
    who = identity_for("GB")
    digits = "".join(ch for ch in who.phone if ch.isdigit())
    assert len(digits) == 11
    assert rewritten("phone", who, "For example (020) 7946-0018")[0] == f"({digits[:3]}) {digits[3:7]}-{digits[7:]}"


@pytest.mark.parametrize("kind", ["phone", "postcode", "street", "full_name", "house_number"])
@pytest.mark.parametrize("country", ["GB", "DE", "JP", "BR", "US"])
def test_each_way_is_offered_once_and_none_is_empty(kind: str, country: str) -> None:
    ways = rewritten(kind, identity_for(country), "")
    assert ways
    assert len(ways) == len(set(ways))
    assert all(way == way.strip() != "" for way in ways)


def test_what_can_be_written_in_one_way_only_has_no_other() -> None:
    assert rewritten("city", identity_for("GB"), "Please use the format 123") == []


def test_a_year_in_the_message_is_no_example_of_another_length() -> None:
    who = identity_for("DE")
    assert rewritten("postcode", who, "Since 2019 we deliver by post code") == [who.postcode]
