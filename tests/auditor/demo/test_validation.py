from __future__ import annotations

import pytest

from auditor.demo.shape import Shape
from auditor.demo.validation import problem, problems
from auditor.demo.wording import wording

EN = wording("en")


def test_a_complete_address_has_no_problems(address: dict[str, str]) -> None:
    assert problems(address, Shape(), EN) == {}


def test_an_empty_form_names_every_required_field_in_order() -> None:
    found = problems({"country": "IE", "billing_same": "1"}, Shape(), EN)
    assert list(found) == ["email", "first_name", "last_name", "address1", "postcode", "city"]
    assert found["city"] == "Please fill in: Town or city"


@pytest.mark.parametrize(
    ("email", "word"),
    [
        ("anna", "@ sign"),
        ("anna@", "after the @"),
        ("anna@example", "after the @"),
        ("an na@example.com", "no spaces"),
        ("@example.com", "before the @"),
    ],
)
def test_each_wrong_email_is_told_its_own_reason(email: str, word: str) -> None:
    message = problem("email", email, "IE", Shape(), EN)
    assert message
    assert word in message
    assert "example.com" in message


@pytest.mark.parametrize("written", ["D02 X285", "d02x285", "D02-X285", " D02 X285 "])
def test_postcodes_may_be_written_as_people_do(written: str) -> None:
    assert problem("postcode", written, "IE", Shape(), EN) is None


def test_a_wrong_postcode_is_told_what_one_looks_like() -> None:
    assert problem("postcode", "12345", "IE", Shape(), EN) == "A postcode in Ireland looks like D02 X285."


@pytest.mark.parametrize("written", ["+353 (91) 555-014", "091 555014", "+35391555014"])
def test_phones_may_be_written_as_people_do(written: str) -> None:
    assert problem("phone", written, "IE", Shape(), EN) is None


def test_the_strict_shape_wants_one_way_and_says_which() -> None:
    strict = Shape(address="strict")
    assert "without spaces" in (problem("phone", "+353 91 555014", "IE", strict, EN) or "")
    assert problem("phone", "+35391555014", "IE", strict, EN) is None
    assert "D02 X285" in (problem("postcode", "d02x285", "IE", strict, EN) or "")


def test_shapes_ask_for_more(address: dict[str, str]) -> None:
    assert "phone" in problems(address, Shape(address="strict"), EN)
    assert "region" in problems(address, Shape(address="states"), EN)
    assert "billing_city" in problems({**address, "billing_same": ""}, Shape(address="billing"), EN)
