"""A shop may write anything into its titles, prices, addresses and messages; none of it may act in the report."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from auditor_reports.html.environment import is_web_address
from auditor_reports.html.renderer import renderer
from PIL import Image

from auditor.api import Result, Source, Stage
from auditor.audit import judge_run
from auditor.config.load import load_config
from auditor.plugins.discovery import load_checks
from tests.auditor.specimens import check, walked
from tests.checks.pages import Page
from tests.checks.recordings import Shop
from tests.reports.html.conftest import Written
from tests.reports.results import audit, report, said, seen, step

Write = Callable[..., Written]

NASTY = {
    "script": "<script>alert(1)</script>",
    "closing script": "</script><script>alert(1)</script>",
    "closing style": "</style><script>alert(1)</script>",
    "attribute": '"><img src=x onerror=alert(1)>',
    "single quote": "' onmouseover='alert(1)",
    "template": "{{ 7 * 191 }}{% raw %}{{ config }}",
    "comment": "<!-- --><!--",
    "entity": "&lt;script&gt;&#x3c;",
    "svg": "<svg/onload=alert(1)>",
    "cdata": "]]><script>alert(1)</script>",
}


def with_everywhere(text: str, address: str = "https://shop.example/") -> Result:
    """A result in which one text stands wherever a shop or a plugin can put it."""
    steps = [
        step("home", title=text, action=text, signals=[text, f"{text} (hard)"], url=address),
        step("cart", "failed", reason=text, title=text, url=address, screenshot=text),
    ]
    blocked = [{"method": text, "url": address, "reason": text}]
    journey = walked("failed", "home", text, message=text, steps=steps, notes=[text], product=text, blocked_requests=blocked)
    finding = seen(text, selector=text, url=address, device=text, screenshot=text, box=(0, 0, 10, 10))
    shown = [
        said("trust-a", outcome, message=text, value=text, unit=text, threshold=text, device=text, findings=[finding])
        for outcome in ("fail", "warn", "pass", "info", "not_measurable", "error", "not_applicable")
    ]
    facts: dict[str, Any] = {"site": address, "started_at": text, "finished_at": text, "config": {text: text, "headers": {text: text}}}
    made = audit(journeys=[journey], shown=shown, **facts)
    gate = made.gate.model_copy(update={"passed": False, "reasons": [text]})
    return made.model_copy(update={"gate": gate})


def elements(written: Written) -> list[str]:
    return [element.name for element in written.document.find_all(True) if element.name != "code"]  # what looks like code is marked so


def scripts(written: Written) -> list[str]:
    """The scripts that run: all but the data."""
    return [str(element.string) for element in written.document.find_all("script", type=False)]


@pytest.mark.parametrize("text", NASTY.values(), ids=list(NASTY))
def test_a_text_stays_a_text(write: Write, text: str) -> None:
    own = check("trust-a", title=text, failure_title=text, why=text, fix=text, limits=text)
    harmless = check("trust-a", title="x", failure_title="x", why="x", fix="x", limits="x")
    written = write(with_everywhere(text), own)
    assert elements(written) == elements(write(with_everywhere("x"), harmless))
    assert len(scripts(written)) == 1
    assert [name for element in written.document.find_all(True) for name in element.attrs if name.startswith("on")] == []
    assert " ".join(text.split()) in written.text("main")
    assert "1337" not in written.text("main")


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        " javascript:alert(1)",
        "java\tscript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "vbscript:x",
        "file:///etc/passwd",
        "//evil.example/",
        "https:///no-host",
        "http://[broken",
        "https://shop.example/\" onclick=\"alert(1)",
    ],
)  # fmt: skip
def test_only_web_addresses_become_links(write: Write, address: str) -> None:
    written = write(with_everywhere("x", address), check("trust-a"))
    links = {str(a["href"]) for a in written.document.find_all("a", href=True)}
    assert [link for link in links if not link.startswith(("#", "https://shop.example/", "https://survey.example/"))] == []
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
    written = write(with_everywhere("pay \u202e00.1 €\u202c now \u2067x\u2069 \u200b\x1b[31m\x00"))
    assert re.findall("[\u202a-\u202e\u2066-\u2069\u200b\x1b\x00]", written.source) == []
    assert "pay 00.1 € now x" in written.text("main")


def test_an_endless_text_does_not_make_an_endless_report(write: Write) -> None:
    short = len(write(with_everywhere("x")).source)
    assert len(write(with_everywhere("Donaudampfschiff" * 20_000)).source) < short + 150_000  # each text stands in the data too


def test_a_picture_outside_of_the_recording_is_never_read(tmp_path: Path, write: Write) -> None:
    (tmp_path / "recording").mkdir()
    Image.new("RGB", (20, 20)).save(tmp_path / "private.webp")
    steps = [step("home", screenshot=name) for name in ("../private.webp", str(tmp_path / "private.webp"), "a\x00b", "x" * 5000)]
    written = write(audit(journeys=[walked(steps=steps[:1]), *(walked(device=f"d{i}", steps=[s]) for i, s in enumerate(steps))]))
    assert written.document.find_all("img") == []


def hostile_shop(run: Path) -> None:
    """A recording of a shop that writes nasty things into everything a page can hold."""
    shop = Shop(run / "recording")
    for mobile in (False, True):
        walk = shop.walk(
            mobile=mobile, ended="failed", failure_code="add_error", message=NASTY["attribute"], notes=[NASTY["script"]],
            product={"title": NASTY["template"]}, title=NASTY["svg"], country="DE",
            consent={"seen": True, "choice": "accepted", "button": NASTY["script"]},
        )  # fmt: skip
        for stage in (Stage.HOME, Stage.PRODUCT, Stage.CART):
            page = Page(f"https://shop.example/{stage}?q=<script>", title=NASTY["closing script"], lang='"><script>')
            page.text(NASTY["script"], tag="h1")
            page.text(f"€ 1.00 {NASTY['svg']} \u202e")
            page.picture(alt=NASTY["attribute"])
            page.button(NASTY["single quote"])
            page.field(NASTY["template"])
            with page.part("footer"):
                page.link(NASTY["comment"], "javascript:alert(1)")
            page.html = f"<html><body>{NASTY['script']}<p>{'x' * 5000}</p></body></html>"
            walk.page(stage, page, network=[], cookies=[], headers={"server": NASTY["script"]})
        walk.missed(Stage.SEARCH, NASTY["script"])
        walk.probe(
            "not_found",
            {"status": 200, "url": "javascript:alert(1)", "title": NASTY["script"], "words": 1, "search": False, "category_links": 0},
        )
    shop.recording()


def test_a_hostile_shop_is_judged_and_reported_harmlessly(tmp_path: Path) -> None:
    run = tmp_path / "run"
    hostile_shop(run)
    result = judge_run(run, load_checks(), load_config({}, folder=tmp_path, environ={}))
    assert [v.message for v in result.verdicts if v.outcome == "error"] == []
    written = Written(renderer.render(report(result, run, *load_checks())))
    assert len(scripts(written)) == 1
    assert [name for element in written.document.find_all(True) for name in element.attrs if name.startswith("on")] == []
    assert [a["href"] for a in written.document.find_all("a", href=True) if not re.match("#|https?://", str(a["href"]))] == []
    assert "\u202e" not in written.source
    assert json.loads((run / "result.json").read_text(encoding="utf-8"))["schema_version"] == "1"
