from auditor.shopper.identity import identity_for
from auditor.shopper.mistakes import unusual_values, wrong_values


def test_an_address_of_mail_can_be_mistyped_in_three_ways() -> None:
    assert list(wrong_values("email", identity_for("DE", "anna@shop.example")).values()) == ["anna", "anna@", "an na@shop.example"]


def test_only_what_is_surely_wrong_counts_as_a_mistake() -> None:
    assert wrong_values("city", identity_for("DE")) == {}
    assert list(wrong_values("postcode", identity_for("FR")).values()) == ["12"]


def test_postcodes_are_written_as_people_write_them() -> None:
    written = {country: list(unusual_values("postcode", identity_for(country)).values()) for country in ("DE", "NL", "GB", "PL")}
    british, dutch = ["nw1 2db", "NW12DB"], ["1011 pn", "1011PN"]
    assert written == {"DE": ["11011 "], "NL": dutch, "GB": british, "PL": [identity_for("PL").postcode.replace("-", "")]}


def test_phone_numbers_are_written_with_country_code_and_with_brackets() -> None:
    international, bracketed = unusual_values("phone", identity_for("FR")).values()
    assert international.startswith("+33 ")
    assert (bracketed[0], "-" in bracketed) == ("(", True)
