from auditor_reports.html.anchors import anchor_of


def test_a_finding_is_named_by_its_check() -> None:
    assert anchor_of("checkout-autocomplete") == "finding-checkout-autocomplete"


def test_names_stay_apart_whatever_a_result_calls_its_checks() -> None:
    anchors = [anchor_of(check) for check in ('a"b', "a b", "a-b", "a_b", "a_20_b", "3", "_3", "", "ünïcode")]
    assert len(set(anchors)) == 9
    assert "finding-3" not in anchors  # the third finding
    assert [anchor for anchor in anchors if not anchor.isascii() or " " in anchor or '"' in anchor] == []
