import pytest
from auditor_checks.checkout.tried_form import translatable

from auditor.api import Message
from auditor.shopper.identity import identity_for
from auditor.shopper.mistakes import unusual_values, wrong_values


@pytest.mark.parametrize("country", ["DE", "FR", "GB", "JP", "NL", "PL", "US"])
def test_what_is_typed_can_be_named_in_other_languages(country: str) -> None:
    who = identity_for(country)
    named = [name for kind in ("email", "postcode", "phone") for typed in (wrong_values, unusual_values) for name in typed(kind, who)]
    assert [name for name in translatable(named) if not isinstance(name, Message)] == []


def test_the_words_of_a_shop_stay_as_they_are() -> None:
    found = translatable({"label": "Straße", "messages": [{"wrong": "no @", "said": "Ungültig."}], "early": None})
    assert found == {"label": "Straße", "messages": [{"wrong": "no @", "said": "Ungültig."}], "early": None}
    assert (type(found["label"]), type(found["messages"][0]["wrong"])) == (str, Message)
