"""A shop may write anything into its titles, prices, addresses and messages; none of it may act in the report."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from auditor_reports.html.renderer import renderer
from auditor_reports.view.addresses import is_web_address
from auditor_reports.view.cleaning import plain, shortened
from PIL import Image

from auditor.api import Source
from auditor.audit import judge_run
from auditor.config.load import load_config
from auditor.plugins.discovery import load_checks
from tests.auditor.specimens import check, walked
from tests.reports.hostile import ADDRESSES, NASTY, everywhere, explained, hostile_shop
from tests.reports.html.conftest import Written
from tests.reports.results import audit, report, said, step

Write = Callable[..., Written]


def elements(written: Written) -> list[str]:
    return [element.name for element in written.document.find_all(True) if element.name != "code"]  # what looks like code is marked so


def scripts(written: Written) -> list[str]:
    """The scripts that run: all but the data."""
    return [str(element.string) for element in written.document.find_all("script", type=False)]


@pytest.mark.parametrize("text", NASTY.values(), ids=list(NASTY))
def test_a_text_stays_a_text(write: Write, text: str) -> None:
    written = write(everywhere(text), explained(text))
    assert elements(written) == elements(write(everywhere("x"), explained("x")))
    assert len(scripts(written)) == 1
    assert [name for element in written.document.find_all(True) for name in element.attrs if name.startswith("on")] == []
    assert shortened(plain(text), 100).removesuffix("…") in " ".join(written.text("main").split())
    assert "1337" not in written.text("main")


@pytest.mark.parametrize("address", ADDRESSES)
def test_only_web_addresses_become_links(write: Write, address: str) -> None:
    written = write(everywhere("x", address), check("trust-a"))
    links = {str(a["href"]) for a in written.document.find_all("a", href=True)}
    assert [link for link in links if not re.match("#|https://(shop|survey).example/|https://shop.example", link)] == []
    assert [name for a in written.document.find_all("a") for name in a.attrs if name.startswith("on")] == []


@pytest.mark.parametrize(
    ("address", "web"),
    [("https://shop.example/a?b#c", True), ("http://[::1]/", True), ("mailto:a@b.example", False), ("", False), ("x", False)],
)
def test_a_web_address_has_a_scheme_and_a_host(address: str, web: bool) -> None:
    assert is_web_address(address) is web


def test_a_source_of_a_plugin_may_not_be_a_script(write: Write) -> None:
    own = check("trust-a", sources=(Source("<b>Nasty</b>", "javascript:alert(1)", "<i>99</i>"),))
    written = write(audit(shown=[said("trust-a")]), own)
    assert "<b>Nasty</b>" in written.text(".sources")
    assert written.document.find_all("a", href=re.compile("javascript")) == []


def test_text_is_not_turned_around(write: Write) -> None:
    written = write(everywhere("pay \u202e00.1 €\u202c now \u2067x\u2069 \u200b\x1b[31m\x00"))
    assert re.findall("[\u202a-\u202e\u2066-\u2069\u200b\x1b\x00]", written.source) == []
    assert "pay 00.1 € now x" in written.text("main")


def test_an_endless_text_does_not_make_an_endless_report(write: Write) -> None:
    short = len(write(everywhere("x")).source)
    assert len(write(everywhere("Donaudampfschiff" * 20_000)).source) < short + 250_000  # each text stands in the data too


def test_a_picture_outside_of_the_recording_is_never_read(tmp_path: Path, write: Write) -> None:
    (tmp_path / "recording").mkdir()
    Image.new("RGB", (20, 20)).save(tmp_path / "private.webp")
    steps = [step("home", screenshot=name) for name in ("../private.webp", str(tmp_path / "private.webp"), "a\x00b", "x" * 5000)]
    written = write(audit(journeys=[walked(steps=steps[:1]), *(walked(device=f"d{i}", steps=[s]) for i, s in enumerate(steps))]))
    assert written.document.find_all("img") == []


def test_a_hostile_shop_is_judged_and_reported_harmlessly(tmp_path: Path) -> None:
    run = tmp_path / "run"
    hostile_shop(run)
    result = judge_run(run, load_checks(), load_config({}, folder=tmp_path, environ={}))
    assert [v.message for v in result.verdicts if v.outcome == "error"] == []
    written = Written(renderer.render(report(result, run, *load_checks())))
    assert len(written.source) < 3_000_000
    assert len(scripts(written)) == 1
    assert [name for element in written.document.find_all(True) for name in element.attrs if name.startswith("on")] == []
    assert [a["href"] for a in written.document.find_all("a", href=True) if not re.match("#|https?://", str(a["href"]))] == []
    assert "\u202e" not in written.source
    assert json.loads((run / "result.json").read_text(encoding="utf-8"))["schema_version"] == "1"
