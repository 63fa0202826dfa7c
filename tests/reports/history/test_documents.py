"""The documents as their readers get them: self-contained, safe, complete, the same each time."""

import base64
import hashlib
import re
from dataclasses import replace
from typing import Any

import pytest
from auditor_reports.history.html import renderer as html
from auditor_reports.history.json import renderer as json
from auditor_reports.history.summary import summary
from auditor_reports.history.terminal import renderer as terminal
from auditor_reports.terminal.screen import Screen
from auditor_reports.view.voice import speaking
from bs4 import BeautifulSoup
from html5lib import HTMLParser

from auditor.api import Brand, History, SiteHistory
from auditor.words.catalogue import voice_for
from tests.reports.history.histories import HISTORIES, eventful, run, site, told, way
from tests.reports.several.test_documents import EVIL, text


def hostile() -> list[SiteHistory]:
    """A history into which a shop, a label and a plugin put markup wherever they can."""
    facts: dict[str, Any] = {
        "site": f"javascript:{EVIL}", "host": EVIL, "label": EVIL[:80], "commit": EVIL, "folder": EVIL, "profile": EVIL,
        "categories": {EVIL: 50}, "journeys": [way(EVIL, "failed", EVIL)],
    }  # fmt: skip
    metrics = [m.model_copy(update={"check": EVIL, "unit": EVIL, "device": EVIL}) for m in run().metrics]
    return [site(run(0, **facts, metrics=metrics), run(1, **facts, metrics=metrics))]


def page(sites: list[SiteHistory], **facts: Any) -> str:
    made = html.render(replace(told(sites), **facts))
    assert isinstance(made, str)
    return made


@pytest.mark.parametrize("sites", [*HISTORIES.values(), hostile()])
def test_the_page_loads_nothing_and_runs_its_own_script_alone(sites: list[SiteHistory]) -> None:
    made = page(sites)
    HTMLParser(strict=True).parse(made)
    soup = BeautifulSoup(made, "html.parser")
    (script,), (style,) = soup.find_all("script"), soup.find_all("style")
    policy = str(soup.select_one("meta[http-equiv]")["content"])  # type: ignore[index]
    for element in (script, style):
        assert f"'sha256-{base64.b64encode(hashlib.sha256(element.get_text().encode()).digest()).decode()}'" in policy
    assert "unsafe" not in policy
    assert soup.select("[style], [onerror], [onclick], link, iframe, object, base, img") == []
    assert all(re.match(r"#|https?://", str(a["href"])) for a in soup.find_all("a"))
    ids = [str(element["id"]) for element in soup.select("[id]")]
    assert len(ids) == len(set(ids))
    assert {str(a["href"])[1:] for a in soup.select("a[href^='#']")} <= set(ids)
    for drawing in soup.select("svg[role=img]"):
        assert all(text_of(soup, name) for name in str(drawing["aria-labelledby"]).split())


def text_of(soup: BeautifulSoup, name: str) -> str:
    found = soup.find(id=name)
    return found.get_text() if found else ""


def test_a_page_tells_standing_trends_measures_and_runs() -> None:
    made = page([eventful()])
    assert "The score is 80, 10 points better than on 3 January 2026." in text(made, "#summary")
    assert "3 of the audits were made with other rules" in text(made, "#summary")
    assert "7 of 40 audits" in text(made, ".facts")
    assert "gate not passed" in text(made, ".legend")
    assert "Speed of the site and of buying 80 +10" in text(made, "#s1-categories")
    assert "Largest content shown (LCP) Phone: Home page 2.6 s +0.4 s" in text(made, "#s1-measures")
    rows = [" ".join(row.get_text(" ").split()) for row in BeautifulSoup(made, "html.parser").select("#s1-runs tbody tr")]
    assert rows[1].startswith("6 January 2026, 09:00 UTC Release 4.2 abcdef1234 80 B +12 Passed 3 major, 1 minor evidence: 0 new, 4 gone")
    assert "payment not reached Phone: Cart" in rows[4]
    assert "Nexus 1: nowhere" in rows[4]


def test_a_gate_that_did_not_pass_has_a_mark_of_its_own() -> None:
    soup = BeautifulSoup(page([eventful()]), "html.parser")
    wide = soup.select("svg.lines.wide")[0]
    assert [len(wide.select(f".{name}")) for name in ("mark-failed", "mark-open", "mark-full", "mark-apart")] == [2, 1, 2, 1]
    assert len(wide.select(".line.apart")) == 1


def test_several_sites_stand_side_by_side_first() -> None:
    made = page(HISTORIES["two sites"])
    assert "shop.example 40" in text(made, "#summary")
    assert "other.example 1" in text(made, "#summary")
    assert "There is no other audit to compare it with yet." in text(made, "#s2")
    assert "shop.example/de" in text(page(HISTORIES["one host"]), "#summary")


def test_whose_page_it_is_stands_in_it() -> None:
    made = page([eventful()], brand=Brand(name="Kessler <&> Söhne", footer="For Vega", hide_tool=True))
    assert "storefront-auditor" not in made
    assert "Kessler &lt;&amp;&gt; Söhne" in made
    assert "For Vega" in made


@pytest.mark.parametrize("language", ["en", "de", "es", "fr"])
@pytest.mark.parametrize("encoding", ["utf-8", "ascii"])
def test_the_terminal_needs_no_more_than_eighty_columns(language: str, encoding: str) -> None:
    with speaking(voice_for(language)):
        for sites in [*HISTORIES.values(), hostile()]:
            printed = summary(told(sites), Screen(width=80, encoding=encoding))
            assert max(map(len, printed.splitlines())) <= 80
            assert not re.search("\x1b|\u202e", printed)
            assert encoding == "utf-8" or printed.isascii()


def test_the_terminal_draws_the_trend_of_what_is_alike() -> None:
    printed = summary(told([eventful()]), Screen())
    assert re.search(r"2026-01-06 09:00\s+80 B\s+\+12\s+✓\s+0 / 3 / 1\s+✓ Desktop, Phone", printed)
    assert "Trend of 4 audits made alike" in printed
    assert re.search(r"Total score +▂▁██  80  \+10", printed)
    assert "Trend" not in summary(told([site(run())]), Screen())


def test_json_is_the_model() -> None:
    asked = told(HISTORIES["two sites"], voice_for("de"))
    assert History.model_validate_json(json.render(asked)) == asked.history


def test_the_same_input_gives_the_same_bytes() -> None:
    assert page([eventful()]) == page([eventful()])
    assert terminal.render(told([eventful()])) == terminal.render(told([eventful()]))
