"""The check, from both sides."""

import json
from pathlib import Path

import pytest
from shop_extras.dead_preloads import dead_preloads

from auditor.api import Kind, Missing, Outcome, PageRecord, Stage

FONT = "https://shop.example/font.woff2"


def judged(folder: Path, status: int) -> Outcome:
    asked = {"url": FONT, "method": "GET", "kind": "font", "status": status, "bytes": 1}
    (folder / "preloads.json").write_text(json.dumps([FONT]), encoding="utf-8")
    (folder / "network.json").write_text(json.dumps([asked]), encoding="utf-8")
    outcome = dead_preloads.judge(PageRecord(folder, "desktop", "home", Stage.HOME, mobile=False))
    assert isinstance(outcome, Outcome)
    return outcome


def test_a_file_that_is_there_passes(tmp_path: Path) -> None:
    assert judged(tmp_path, 200).kind is Kind.PASS


def test_a_file_that_is_gone_fails_and_is_named(tmp_path: Path) -> None:
    found = judged(tmp_path, 404)
    assert (found.kind, [f.key for f in found.findings]) == (Kind.FAIL, [FONT])


def test_without_the_collector_nothing_is_judged(tmp_path: Path) -> None:
    with pytest.raises(Missing):
        dead_preloads.judge(PageRecord(tmp_path, "desktop", "home", Stage.HOME, mobile=False))
