import pytest
from auditor_checks.linked_pages import linked_page, main_text, stands_alone

from tests.checks.pages import Page
from tests.checks.recordings import Shop

LONG = "We deliver all over the country and take the time it needs to pack your things well. " * 8
END = "Parcels arrive within 3 to 5 working days."


def told(shop: Shop, page: Page) -> list[str]:
    shop.walk().site_page("delivery_info", page)
    return main_text(linked_page(shop.recording(), "delivery_info")).split("\n")


def test_a_long_paragraph_is_read_to_its_end_and_counted_once(shop: Shop) -> None:
    page = Page("https://shop.example/delivery")
    page.text(f"{LONG}{END}"[:400])
    page.html = f"<html><body><main><h1>Delivery</h1><p>{LONG}<b>{END}</b></p></main></body></html>"
    lines = told(shop, page)
    assert lines[0] == "Delivery"
    assert lines[1].endswith(END)
    assert len(lines) == 2


def test_folded_parts_are_read_and_menus_and_banners_are_not(shop: Shop) -> None:
    page = Page("https://shop.example/delivery")
    page.html = (
        "<html><body><nav>Shoes</nav><main><details><summary>Costs</summary><p>€4.90</p></details></main>"
        "<div class='cookie-banner'>We use cookies</div><footer>Imprint</footer></body></html>"
    )
    assert told(shop, page) == ["Costs", "€4.90"]


def test_what_only_the_observation_holds_is_kept(shop: Shop) -> None:
    page = Page("https://shop.example/delivery")
    page.text("Drawn in a shadow root")
    page.html = "<html><body><main><p>Delivery</p></main></body></html>"
    assert told(shop, page) == ["Drawn in a shadow root", "Delivery"]


@pytest.mark.parametrize(
    ("inner", "alone"),
    [
        ("<p>Returns within 30 days.</p>", True),
        ('<iframe src="https://portal.example/"></iframe>', False),
        ('<a href="/terms.PDF?v=2">Terms</a>', False),
        ('<script src="https://texts.example/policy.js"></script>', False),
        ('<script src="/own.js"></script>', True),
        ('<p>What holds for returns is told in our <a href="/terms">terms</a>.</p>', False),
        ('<div id="cookieband">This site uses cookies for your visit. <a href="/privacy">More</a></div>', True),
        ('<p>Questions about that? <a href="mailto:a@shop.example">Write to us</a>.</p>', True),
        ('<p><a href="/terms">Terms</a> · <a href="/privacy">Privacy</a></p>', True),
    ],
)
def test_a_page_stands_alone_unless_its_text_may_come_from_elsewhere(shop: Shop, inner: str, *, alone: bool) -> None:
    page = Page("https://shop.example/returns")
    page.html = f'<html><body><noscript><iframe src="https://tags.example/"></iframe></noscript><main>{inner}</main></body></html>'
    shop.walk().site_page("returns", page)
    assert stands_alone(linked_page(shop.recording(), "returns")) is alone
