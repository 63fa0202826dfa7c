from auditor_reports.html.anchors import anchors_of


def test_a_finding_is_named_by_its_check() -> None:
    assert anchors_of(["checkout-autocomplete", "speed-lcp"]) == ["finding-checkout-autocomplete", "finding-speed-lcp"]


def test_names_stay_apart_whatever_a_result_calls_its_checks() -> None:
    anchors = anchors_of(['a"b', "a b", "a-b", "3", "", "ünïcode"])
    assert len(set(anchors)) == 6
    assert "finding-3" not in anchors  # the third finding
    assert [anchor for anchor in anchors if not anchor.isascii() or " " in anchor or '"' in anchor] == []
