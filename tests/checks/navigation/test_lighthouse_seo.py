from auditor_checks.navigation.lighthouse_seo import lighthouse_seo

from auditor.api import Kind, Stage
from tests.checks.judging import outcome
from tests.checks.recordings import Shop


def test_pages_that_search_engines_can_read_pass(shop: Shop) -> None:
    shop.walk().lighthouse(Stage.HOME, scores={"seo": 100}).lighthouse(Stage.PRODUCT, scores={"seo": 100})
    found = outcome(lighthouse_seo, shop)
    assert (found.kind, found.value) == (Kind.PASS, 100)
    assert "each of 2 pages 100 of 100" in found.message


def test_a_page_that_shuts_them_out_fails_and_names_the_audits(shop: Shop) -> None:
    audits = {"is-crawlable": {"score": 0}, "meta-description": {"score": 0}, "document-title": {"score": 1}}
    shop.walk().lighthouse(Stage.PRODUCT, scores={"seo": 42}, audits=audits)
    found = outcome(lighthouse_seo, shop)
    assert (found.kind, found.value) == (Kind.FAIL, 42)
    assert found.findings[0].message == "42 of 100 points. Failed audits: is-crawlable, meta-description."


def test_one_fault_warns(shop: Shop) -> None:
    shop.walk().lighthouse(Stage.HOME, scores={"seo": 66})
    assert outcome(lighthouse_seo, shop).kind is Kind.WARN


def test_carts_and_checkouts_had_better_not_be_found(shop: Shop) -> None:
    shop.walk().lighthouse(Stage.CART, scores={"seo": 10}).lighthouse(Stage.CHECKOUT, scores={"seo": 10})
    assert outcome(lighthouse_seo, shop).kind is Kind.NOT_APPLICABLE


def test_an_audit_without_lighthouse_is_not_concerned(shop: Shop) -> None:
    shop.walk().page(Stage.HOME)
    assert outcome(lighthouse_seo, shop).kind is Kind.NOT_APPLICABLE


def test_a_page_that_was_not_measured_never_passes(shop: Shop) -> None:
    shop.walk().lighthouse(Stage.HOME, error="Lighthouse CI is not installed.")
    assert outcome(lighthouse_seo, shop).kind is Kind.NOT_MEASURABLE
