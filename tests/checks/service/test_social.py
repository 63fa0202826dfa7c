import pytest
from auditor_checks.service.social import social

from auditor.api import Kind, Stage
from tests.checks.judging import outcome
from tests.checks.pages import Page
from tests.checks.recordings import Shop

INSTAGRAM, YOUTUBE = "https://www.instagram.com/nordlys/", "https://youtube.com/@nordlys"
SHARE = "https://www.facebook.com/sharer/sharer.php?u=x"


@pytest.mark.parametrize(
    ("addresses", "kind"),
    [
        ((INSTAGRAM, YOUTUBE), Kind.PASS),
        ((INSTAGRAM,), Kind.INFO),
        ((SHARE,), Kind.INFO),
        (("https://www.instagram.com/",), Kind.FAIL),
        ((), Kind.INFO),
    ],
)
def test_profiles_are_counted(shop: Shop, addresses: tuple[str, ...], kind: Kind) -> None:
    page = Page()
    for address in addresses:
        page.link("Follow us", address)
    shop.walk().page(Stage.HOME, page)
    assert outcome(social, shop).kind is kind


def test_profiles_named_for_machines_count(shop: Shop) -> None:
    page = Page()
    page.json_ld(f'{{"@type": "Organization", "sameAs": ["{INSTAGRAM}", "{YOUTUBE}"]}}')
    shop.walk().page(Stage.HOME, page)
    assert outcome(social, shop).kind is Kind.PASS
