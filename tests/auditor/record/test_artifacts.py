import pytest

from auditor.record.artifacts import AxeNode, Request, Vital, read_axe, read_network, read_timings
from tests.checks.recordings import request, timings


def test_requests_come_back_as_values() -> None:
    first, second = read_network([request("https://shop.example:8443/", main=True), request("https://cdn.example/a.js", size=900)])
    assert (first.main_document, first.kind, first.host) == (True, "document", "shop.example")
    assert (second.bytes, second.host, second.failure, second.milliseconds) == (900, "cdn.example", "", None)


@pytest.mark.parametrize("url", ["data:image/png;base64,AA", "blob:x", "about:blank", ""])
def test_a_request_without_a_host_has_none(url: str) -> None:
    assert Request(url, "GET", "image", 0).host == ""


def test_timings_keep_metric_element_and_runs() -> None:
    read = read_timings(timings(2500, [2400, 2500, 2900], element="img.hero"))
    assert (read.soft, read.load_ms) == (False, None)
    assert read.vitals == {"LCP": Vital(2500, "img.hero", "", (2400, 2500, 2900))}


def test_a_soft_navigation_has_no_metrics() -> None:
    read = read_timings({"soft": True, "vitals": {}})
    assert (read.soft, read.vitals) == (True, {})


def test_axe_results_keep_the_elements() -> None:
    node = {"selector": "a.buy", "summary": "Fix this", "html": "<a>"}
    rule = {"id": "color-contrast", "impact": "serious", "help": "Contrast", "help_url": "https://rules.example/", "nodes": [node]}
    read = read_axe({"version": "4.14", "passes": 30, "violations": [rule]})
    assert (read.version, read.passes, read.violations[0].id) == ("4.14", 30, "color-contrast")
    assert read.violations[0].nodes == (AxeNode("a.buy", "Fix this", "<a>"),)
