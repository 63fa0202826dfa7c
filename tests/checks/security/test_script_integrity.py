from auditor_checks.security.script_integrity import script_integrity

from auditor.api import Kind, Stage
from tests.checks.judging import outcome
from tests.checks.pages import Page
from tests.checks.recordings import Shop

LIBRARY = "https://cdnjs.cloudflare.com/ajax/libs/jquery/3.7.1/jquery.min.js"


def checkout(*scripts: str) -> Page:
    page = Page("https://shop.example/checkout")
    page.html = f"<html><body>{''.join(f'<script {s}></script>' for s in scripts)}</body></html>"
    return page


def test_checked_library_passes(shop: Shop) -> None:
    shop.walk().page(Stage.CHECKOUT, checkout(f'src="{LIBRARY}" integrity="sha384-abc" crossorigin'))
    assert outcome(script_integrity, shop).kind is Kind.PASS


def test_unchecked_library_warns(shop: Shop) -> None:
    shop.walk().page(Stage.CHECKOUT, checkout(f'src="{LIBRARY}"')).page(Stage.PAYMENT, checkout(f'src="{LIBRARY}"'))
    found = outcome(script_integrity, shop)
    assert (found.kind, found.value, found.findings[0].key) == (Kind.WARN, 1, LIBRARY)


def test_scripts_that_change_on_purpose_need_none(shop: Shop) -> None:
    shop.walk().page(
        Stage.CHECKOUT, checkout('src="https://js.stripe.com/v3/"', 'src="https://unpkg.com/chat/latest.js"', 'src="/own-1.2.js"')
    )
    assert outcome(script_integrity, shop).kind is Kind.PASS


def test_script_without_encryption_fails(shop: Shop) -> None:
    shop.walk().page(Stage.CHECKOUT, checkout('src="http://cdn.example.net/a.js"'))
    assert outcome(script_integrity, shop).kind is Kind.FAIL


def test_without_checkout_it_is_not_measurable(shop: Shop) -> None:
    shop.walk().page(Stage.HOME).missed(Stage.CHECKOUT, "An account is demanded.")
    found = outcome(script_integrity, shop)
    assert found.kind is Kind.NOT_MEASURABLE
    assert "An account is demanded." in found.message
