from auditor_checks.postpurchase.aftersales import aftersales

from auditor.api import Kind, Stage
from tests.checks.judging import outcome
from tests.checks.linked import linked
from tests.checks.recordings import Shop


def test_a_page_with_a_contact_passes(shop: Shop) -> None:
    shop.walk().page(Stage.HOME).site_page("warranty", linked("We repair.", links=("Contact",)))
    assert outcome(aftersales, shop).kind is Kind.PASS


def test_a_page_without_contact_warns(shop: Shop) -> None:
    shop.walk().page(Stage.HOME).site_page("warranty", linked("We repair."))
    assert outcome(aftersales, shop).value == "page"


def test_a_mention_in_the_terms_warns(shop: Shop) -> None:
    shop.walk(language="de").page(Stage.HOME).site_page("terms", linked("Es gilt die gesetzliche Gewährleistung.", lang="de"))
    assert outcome(aftersales, shop).value == "mention"


def test_terms_without_a_word_of_it_warn(shop: Shop) -> None:
    shop.walk().page(Stage.HOME).site_page("terms", linked("Irish law applies."))
    assert outcome(aftersales, shop).value == "none"


def test_without_any_page_it_is_not_measurable(shop: Shop) -> None:
    shop.walk().page(Stage.HOME)
    assert outcome(aftersales, shop).kind is Kind.NOT_MEASURABLE


def test_without_any_page_that_could_speak_of_it_it_warns(shop: Shop) -> None:
    walk = shop.walk().page(Stage.HOME)
    for name in ("warranty", "terms", "faq", "returns"):
        walk.site_page(name, f"No link to a page “{name}” was found.")
    assert outcome(aftersales, shop).kind is Kind.WARN
