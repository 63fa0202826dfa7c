import pytest
from auditor_checks.privacy.withdraw_consent import withdraw_consent

from auditor.api import Kind, Stage
from tests.checks.judging import outcome
from tests.checks.pages import Page
from tests.checks.recordings import Shop, Walk


def footed(*links: str, lang: str = "en", css_class: str = "") -> Page:
    page = Page("https://shop.example/list", lang=lang)
    with page.part("footer"):
        for link in links:
            page.link(link, "/x", **({"class": css_class} if css_class else {}))
    return page


def asked(shop: Shop, page: Page, country: str = "IE") -> Walk:
    return shop.walk(country=country, consent={"seen": True, "choice": "rejected"}).page(Stage.HOME).page(Stage.CATEGORY, page)


@pytest.mark.parametrize(
    ("label", "lang"),
    [
        ("Cookie settings", "en"),
        ("Cookie-Einstellungen", "de"),
        ("Gérer les cookies", "fr"),
        ("クッキー設定", "ja"),
        ("Süti beállítások", "hu"),
        ("Ρυθμίσεις cookies", "el"),
    ],
)
def test_link_in_the_footer_passes(shop: Shop, label: str, lang: str) -> None:
    asked(shop, footed("Terms", label, lang=lang))
    assert outcome(withdraw_consent, shop).kind is Kind.PASS


def test_icon_is_known_by_its_markup(shop: Shop) -> None:
    asked(shop, footed("", css_class="cky-btn-revisit"))
    assert outcome(withdraw_consent, shop).kind is Kind.PASS


def test_privacy_policy_is_no_way_back(shop: Shop) -> None:
    asked(shop, footed("Terms", "Privacy policy"))
    found = outcome(withdraw_consent, shop)
    assert found.kind is Kind.FAIL
    assert found.message.startswith("Indication: ")


@pytest.mark.parametrize(("label", "lang"), [("Cookie policy", "en"), ("Cookie-Richtlinie (EU)", "de"), ("Política de cookies", "es")])
def test_page_about_cookies_may_hold_the_choice(shop: Shop, label: str, lang: str) -> None:
    asked(shop, footed(label, "Terms", lang=lang))
    assert outcome(withdraw_consent, shop).kind is Kind.WARN


def test_but_not_where_it_is_the_policy_that_was_read(shop: Shop) -> None:
    policy = Page("https://shop.example/x")
    asked(shop, footed("Privacy and cookies")).site_page("privacy", policy)
    assert outcome(withdraw_consent, shop).kind is Kind.FAIL


def test_banner_that_only_informs_leaves_nothing_to_change(shop: Shop) -> None:
    shop.walk(country="IE", consent={"seen": True, "choice": "none"}).page(Stage.HOME).page(Stage.CATEGORY, footed("Terms"))
    assert outcome(withdraw_consent, shop).kind is Kind.NOT_APPLICABLE


def test_way_back_only_in_the_policy_warns(shop: Shop) -> None:
    asked(shop, footed("Privacy policy")).site_page("privacy", footed("Change consent"))
    assert outcome(withdraw_consent, shop).kind is Kind.WARN


def test_without_a_banner_there_is_nothing_to_withdraw(shop: Shop) -> None:
    shop.walk(country="IE").page(Stage.HOME)
    assert outcome(withdraw_consent, shop).kind is Kind.PASS


def test_outside_of_the_union_it_is_left_out(shop: Shop) -> None:
    asked(shop, footed("Terms"), country="US")
    assert outcome(withdraw_consent, shop).kind is Kind.NOT_APPLICABLE


def test_nothing_reached_after_the_banner_is_not_measurable(shop: Shop) -> None:
    shop.walk(country="IE", consent={"seen": True}).page(Stage.HOME)
    assert outcome(withdraw_consent, shop).kind is Kind.NOT_MEASURABLE
