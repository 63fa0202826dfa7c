from auditor_reports.view.readings import addresses_of, readings_of, sightings_of

from tests.reports.results import said, seen


def test_equal_statements_are_said_once_and_the_worst_first() -> None:
    rows = readings_of(
        [
            said("speed-lcp", "pass", message="Fast.", value=1200, unit="ms", threshold="≤ 2500 ms", stage="home"),
            said("speed-lcp", "fail", message="Slow.", value=5000, unit="ms", threshold="≤ 2500 ms", stage="cart"),
            said("speed-lcp", "fail", message="Slow.", value=5000, unit="ms", threshold="≤ 2500 ms", stage="cart", device="mobile"),
            said("speed-lcp", "not_applicable"),
        ],
        "pass", "fail",
    )  # fmt: skip
    assert [(r.outcome, r.where, r.value, r.threshold) for r in rows] == [
        ("fail", "Desktop and Phone: Cart", "5.0\u00a0s", "≤ 2.5\u00a0s"),
        ("pass", "Desktop: Home page", "1.2\u00a0s", "≤ 2.5\u00a0s"),
    ]


def test_different_values_are_different_statements() -> None:
    assert len(readings_of([said(value=1), said(value=2, device="mobile")], "fail")) == 2


def test_one_element_on_many_pages_is_one_piece_of_evidence() -> None:
    home, cart = seen(stage="home", url="https://shop.example/"), seen()
    other = seen(selector="a.pay")
    found = sightings_of([said(findings=[home]), said(findings=[cart, other])])
    assert [(s.selector, s.where) for s in found] == [("button.buy", "Desktop: Home page, Cart"), ("a.pay", "Desktop: Cart")]
    pages = addresses_of(found)
    assert [(p.url, p.where) for p in pages] == [
        ("https://shop.example/", "Desktop: Home page"), ("https://shop.example/cart", "Desktop: Cart"),
    ]  # fmt: skip


def test_a_page_keeps_its_picture() -> None:
    found = sightings_of([said(findings=[seen(), seen(selector="a.pay", screenshot="desktop/cart/screenshot.webp")])])
    assert [page.screenshot for page in addresses_of(found)] == ["desktop/cart/screenshot.webp"]
