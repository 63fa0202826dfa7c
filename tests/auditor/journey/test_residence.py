"""A shopper of a country that the shop delivers to."""

from __future__ import annotations

from auditor.journey.residence import offered_countries
from tests.auditor.pages import Pages


async def test_countries_without_a_shopper_are_not_offered(pages: Pages) -> None:
    facts = await pages.facts(
        """<form><label>City <input name="city"></label><label>Country <select name="country"><option value="">Choose</option>
        <option value="AQ">Antarctica</option><option value="NL">Netherlands</option><option value="BE" disabled>Belgium</option>
        <option value="SE">Sweden</option></select></label></form>"""
    )
    assert offered_countries(facts) == {"NL", "SE"}
