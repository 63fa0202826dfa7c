"""What is read of Lighthouse's report, and when nothing of it counts."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from auditor.external.lighthouse_report import is_same_page, read_report

LHRS = Path(__file__).with_name("lhr")
HOME = "http://shop.example/"


def recorded(**changes: Any) -> str:
    return json.dumps(json.loads((LHRS / "home-mobile.json").read_text()) | changes)


def test_a_recorded_report() -> None:
    run = read_report(recorded(), HOME, "mobile")
    assert run.error == ""
    assert run.scores == {"performance": 100, "accessibility": 100, "best-practices": 100, "seo": 100}
    assert run.metrics["cumulative-layout-shift"] == 0
    assert run.metrics["total-byte-weight"] == 132121
    assert (run.version, run.benchmark_index, run.warnings) == ("12.6.1", 2672, ())


def test_a_recorded_redirect_counts_for_nothing() -> None:
    run = read_report((LHRS / "redirected-desktop.json").read_text(), "http://shop.example/checkout", "desktop")
    assert run.landed == "http://shop.example/cart"
    assert "landed elsewhere" in run.error
    assert (run.scores, run.metrics) == ({}, {})
    assert "was redirected" in run.warnings[0]


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"runtimeError": {"code": "NO_FCP", "message": "The page did not paint."}}, "The page did not paint."),
        ({"runtimeError": {"code": "NO_FCP"}}, "NO_FCP"),
        ({"requestedUrl": "http://shop.example/sale"}, "not asked for"),
        ({"requestedUrl": None}, "not asked for"),
        ({"finalDisplayedUrl": None}, "landed elsewhere"),
        ({"configSettings": {"formFactor": "desktop"}}, "not as mobile"),
        ({"configSettings": None}, "not as mobile"),
        ({"categories": {}}, "no score"),
        ({"categories": {"performance": {"score": None}, "seo": "good"}}, "no score"),
        ({"categories": []}, "no categories"),
        ({"audits": None}, "no categories and audits"),
    ],
)
def test_a_report_that_cannot_be_trusted_has_no_scores(changes: dict[str, Any], said: str) -> None:
    run = read_report(recorded(**changes), HOME, "mobile")
    assert said in run.error
    assert (run.scores, run.metrics) == ({}, {})


@pytest.mark.parametrize("text", ["", "{", "[]", "null", "7"])
def test_what_is_no_report(text: str) -> None:
    run = read_report(text, HOME, "desktop")
    assert run.error
    assert not run.scores


def test_a_category_without_a_score_is_none_and_not_nought() -> None:
    run = read_report(recorded(categories={"performance": {"score": None}, "seo": {"score": 0}}), HOME, "mobile")
    assert run.error == ""
    assert run.scores == {"performance": None, "accessibility": None, "best-practices": None, "seo": 0}


@pytest.mark.parametrize(
    "audit",
    [
        {"scoreDisplayMode": "error", "numericValue": 12},
        {"scoreDisplayMode": "notApplicable", "numericValue": 12},
        {"scoreDisplayMode": "numeric"},
        {"scoreDisplayMode": "numeric", "numericValue": True},
        "fast",
    ],
)
def test_a_metric_that_was_not_measured_is_left_out(audit: Any) -> None:
    run = read_report(recorded(audits={"interactive": audit, "speed-index": {"numericValue": 7}}), HOME, "mobile")
    assert run.metrics == {"speed-index": 7}


def test_headers_are_not_kept() -> None:
    run = read_report(recorded(configSettings={"formFactor": "mobile", "extraHeaders": {"Cookie": "session=1"}}), HOME, "mobile")
    assert run.error == ""
    assert "session" not in json.dumps(run.report)


@pytest.mark.parametrize(
    ("asked", "landed", "same"),
    [
        ("http://shop.example", "http://shop.example/", True),
        ("http://shop.example/cart", "http://shop.example/cart/", True),
        ("http://shop.example/p", "http://shop.example/p?variant=7#reviews", True),
        ("http://shop.example/search?q=vase", "http://shop.example/search?q=vase&page=1", True),
        ("http://shop.example/search?q=vase", "http://shop.example/search", False),
        ("http://shop.example/checkout?step=2", "http://shop.example/checkout?step=login", False),
        ("http://shop.example/checkout", "http://shop.example/login", False),
        ("http://shop.example/cart", "https://shop.example/cart", False),
        ("http://shop.example/cart", "http://pay.example/cart", False),
        ("http://shop.example/cart", "", False),
    ],
)
def test_when_the_page_is_the_one_asked_for(asked: str, landed: str, same: bool) -> None:
    assert is_same_page(asked, landed) is same
