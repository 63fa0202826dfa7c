"""Recording a page keeps what is right as numbers, and nothing by which the engine could see it."""

from __future__ import annotations

import json

import pytest

from auditor.observe import Observation
from tests.auditor.facts.decisions.record import record, settings_of
from tests.auditor.pages import Pages, by_id

PAGE = """<!-- url=https://shop.example/korb lang=de title="Mein Korb" none=guest -->
<button id="a">Weiter einkaufen</button><button id="b" data-right="checkout cart_link">Zur Kasse</button>
<div id="host"></div>
<script>
  const root = document.getElementById("host").attachShadow({ mode: "open" });
  root.innerHTML = "<a href='/x' id='c' data-right='category'>Taschen</a>";
</script>
"""


def test_a_page_says_where_it_stands() -> None:
    assert settings_of(PAGE) == {"url": "https://shop.example/korb", "lang": "de", "title": "Mein Korb", "none": "guest"}
    assert settings_of("<p>nothing said</p>") == {}


async def test_the_marks_are_kept_as_numbers_and_not_observed(pages: Pages) -> None:
    kept = await record(pages, PAGE, "de-test")
    seen = Observation(kept.raw)
    assert {d.target: d.right for d in kept.decisions} == {
        "category": (by_id(seen, "c").n,),
        "cart_link": (by_id(seen, "b").n,),
        "checkout": (by_id(seen, "b").n,),
        "guest": (),
    }
    assert "data-right" not in json.dumps(kept.raw)
    assert (seen.url, seen.lang, seen.title) == ("https://shop.example/korb", "de", "Mein Korb")


async def test_fields_are_filled_where_the_button_that_goes_on_is_looked_for(pages: Pages) -> None:
    form = '<form><input id="a" data-right="field:city"><button data-right="{}">On</button></form>'
    filled = Observation((await record(pages, form.format("continue"), "en-test")).raw)
    empty = Observation((await record(pages, form.format("checkout"), "en-test")).raw)
    assert (by_id(filled, "a").value, by_id(empty, "a").value) == ("Audit", "")


async def test_a_page_without_marks_is_refused(pages: Pages) -> None:
    with pytest.raises(ValueError, match="marks nothing"):
        await record(pages, "<button>Add to cart</button>", "en-test")
