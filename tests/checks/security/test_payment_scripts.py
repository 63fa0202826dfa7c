import pytest
from auditor_checks.security.payment_scripts import payment_scripts

from auditor.api import Kind, Stage
from tests.checks.judging import outcome
from tests.checks.pages import Page
from tests.checks.recordings import Shop


def paying(*addresses: str) -> Page:
    page = Page("https://shop.example/pay")
    page.html = "<html><body>" + "".join(f'<script src="{a}"></script>' for a in addresses) + "</body></html>"
    return page


@pytest.mark.parametrize(("companies", "kind"), [(0, Kind.PASS), (3, Kind.PASS), (4, Kind.WARN), (8, Kind.WARN), (9, Kind.FAIL)])
def test_other_companies_are_counted(shop: Shop, companies: int, kind: Kind) -> None:
    shop.walk().page(Stage.PAYMENT, paying(*(f"https://cdn.number{n}.com/a.js" for n in range(companies))))
    found = outcome(payment_scripts, shop)
    assert (found.kind, found.value) == (kind, companies)


def test_the_shop_its_system_and_the_payment_provider_are_no_others(shop: Shop) -> None:
    own = ("/a.js", "https://static.shop.example/b.js", "https://js.stripe.com/v3/", "https://cdn.shopify.com/x.js")
    shop.walk().page(Stage.PAYMENT, paying(*own, "https://a.tag.com/1.js", "https://b.tag.com/2.js"))
    assert outcome(payment_scripts, shop).value == 1


def test_without_payment_it_is_not_measurable(shop: Shop) -> None:
    shop.walk().missed(Stage.PAYMENT, "The address was refused.")
    assert outcome(payment_scripts, shop).kind is Kind.NOT_MEASURABLE
