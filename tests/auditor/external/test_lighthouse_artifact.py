"""What is kept of Lighthouse's report: figures, and nothing else of it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from auditor.external.lighthouse_artifact import LighthouseAudit, artifact_of, read_page, written
from auditor.external.lighthouse_report import read_report
from auditor.words.message import Message

LHR = json.loads((Path(__file__).parent / "lhr" / "home-mobile.json").read_text())
URL = LHR["requestedUrl"]


def test_scores_audits_and_the_landing_are_kept() -> None:
    run = read_report(json.dumps(LHR), URL, "mobile")
    page = read_page(json.loads(json.dumps(written(artifact_of(run)))), "mobile", "home")
    assert (page.scores, page.landed, page.version) == (run.scores, run.landed, LHR["lighthouseVersion"])
    assert page.audits["largest-contentful-paint"].value == run.metrics["largest-contentful-paint"]
    assert [page.audits[name].unit for name in ("largest-contentful-paint", "total-byte-weight")] == ["millisecond", "byte"]
    assert set(page.audits) == set(LHR["audits"])


def test_nothing_of_requests_headers_and_pictures_is_kept() -> None:
    spiked = {**LHR, "configSettings": {**LHR["configSettings"], "extraHeaders": {"Cookie": "sid=secret-a"}}}
    spiked["audits"] = {
        **LHR["audits"],
        "network-requests": {"score": 1, "details": {"items": [{"url": "https://shop.example/?token=secret-b"}]}},
        "screenshot": {"score": 1, "title": "secret-c", "displayValue": "secret-d", "details": {"data": "data:secret-e"}},
    }
    kept = json.dumps(written(artifact_of(read_report(json.dumps(spiked), URL, "mobile"))))
    assert "secret" not in kept
    assert json.loads(kept)["audits"]["network-requests"] == {"score": 1, "items": 1}


@pytest.mark.parametrize(("mode", "score"), [("notApplicable", 1), ("informative", 0), ("manual", None), ("error", None)])
def test_audits_without_a_score_count_as_lighthouse_ci_has_it(mode: str, score: int | None) -> None:
    lhr = {**LHR, "audits": {"charset": {"score": None, "scoreDisplayMode": mode}}}
    page = read_page(artifact_of(read_report(json.dumps(lhr), URL, "mobile")), "mobile", "home")
    assert page.audits["charset"] == LighthouseAudit(score)


def test_sums_of_requests_are_kept() -> None:
    items = [{"resourceType": "script", "transferSize": 2048, "requestCount": 3}, {"resourceType": "font"}, "none"]
    lhr = {**LHR, "audits": {"resource-summary": {"score": 1, "details": {"items": items}}}}
    assert read_page(artifact_of(read_report(json.dumps(lhr), URL, "mobile")), "mobile", "home").resources == {"script": (2048, 3)}


def test_a_landing_elsewhere_keeps_no_figure_and_stays_a_message() -> None:
    lhr = {**LHR, "finalDisplayedUrl": "https://shop.example/login"}
    kept = json.loads(json.dumps(written(artifact_of(read_report(json.dumps(lhr), URL, "mobile")))))
    page = read_page(kept, "mobile", "cart")
    assert (page.scores, page.audits, page.resources) == ({}, {}, {})
    assert "landed elsewhere" in page.error
    assert isinstance(page.error, Message)


@pytest.mark.parametrize(("index", "reliable"), [(749.0, False), (750.0, True), (None, True)])
def test_a_slow_machine_is_not_relied_on(index: float | None, reliable: bool) -> None:
    assert read_page({"url": URL, "benchmark_index": index}, "mobile", "home").reliable is reliable


@pytest.mark.parametrize("damaged", [{"audits": [1]}, {"audits": {"a": {"odd": 1}}}, {"resources": {"script": [1]}}, {"unknown": 1}])
def test_what_is_no_artifact_raises(damaged: dict[str, object]) -> None:
    with pytest.raises((LookupError, TypeError, ValueError, AttributeError)):
        read_page(damaged, "mobile", "home")
