"""A date of birth is written as the form shows it, else as the country does."""

from __future__ import annotations

from dataclasses import replace

import pytest

from auditor.shopper.dates import dates_as_shown, usual_date
from auditor.shopper.identity import identity_for

WHO = replace(identity_for("IT"), birth_date="1985-03-27")


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("(Es.: 31/05/1970)", "27/03/1985"),
        ("Format: 05/31/1970", "03/27/1985"),
        ("1970-05-31", "1985-03-27"),
        ("TT.MM.JJJJ", "27.03.1985"),
        ("jj/mm/aaaa", "27/03/1985"),
        ("MM/DD/YYYY", "03/27/1985"),
        ("åååå-mm-dd", "1985-03-27"),
        ("pp.kk.vvvv", "27.03.1985"),
    ],
)
def test_the_form_that_is_shown_is_followed(said: str, written: str) -> None:
    assert dates_as_shown(WHO, said) == [written]


@pytest.mark.parametrize("said", ["", "Since 2019", "192.168.10.2", "24/7", "+39 02-1234-5678", "and/or", "http://x.example/aa/bb"])
def test_what_is_no_date_is_not_followed(said: str) -> None:
    assert dates_as_shown(WHO, said) == []


@pytest.mark.parametrize(
    ("country", "written"), [("IT", "27/03/1985"), ("DE", "27.03.1985"), ("US", "03/27/1985"), ("SE", "1985-03-27"), ("NL", "27-03-1985")]
)
def test_else_each_country_has_its_own_way(country: str, written: str) -> None:
    assert usual_date(replace(WHO, country=country)) == written
