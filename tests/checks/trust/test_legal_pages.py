import pytest
from auditor_checks.trust.legal_pages import legal_pages

from auditor.api import Kind, Severity, Stage
from tests.checks.judging import outcome
from tests.checks.pages import Page
from tests.checks.recordings import Shop, Walk

LABELS = {"terms": "Terms and conditions", "privacy": "Privacy policy", "imprint": "Impressum"}


def linking(*concepts: str, place: str = "") -> Page:
    page = Page(f"https://shop.example/{place}")
    with page.part("footer"):
        for concept in concepts:
            page.link(LABELS[concept], f"/{concept}")
    return page


def document(words: int) -> Page:
    page = Page("https://shop.example/document")
    with page.part("main"):
        page.text("word " * words)
    with page.part("footer"):
        page.text("foot " * 500)
    return page


def browsed(shop: Shop, *concepts: str, country: str = "IE", words: int = 200) -> Walk:
    walk = shop.walk(country=country)
    for stage in (Stage.HOME, Stage.CATEGORY, Stage.PRODUCT):
        walk.page(stage, linking(*concepts, place=stage.value))
    for concept in concepts:
        walk.site_page(concept, document(words))
    return walk


def test_linked_everywhere_passes(shop: Shop) -> None:
    browsed(shop, "terms", "privacy")
    found = outcome(legal_pages, shop)
    assert (found.kind, found.value) == (Kind.PASS, 2)


def test_missing_terms_fail_and_name_the_pages(shop: Shop) -> None:
    browsed(shop, "privacy")
    found = outcome(legal_pages, shop)
    assert (found.kind, found.value) == (Kind.FAIL, 1)
    assert [(f.key, f.url) for f in found.findings] == [("terms", "https://shop.example/home")]
    assert "home, category and product (desktop)" in found.findings[0].message
    assert "Indication" in found.message


def test_german_shops_need_a_legal_notice_too(shop: Shop) -> None:
    browsed(shop, "terms", "privacy", country="DE")
    found = outcome(legal_pages, shop)
    assert (found.kind, found.value, found.threshold) == (Kind.FAIL, 2, "3 on every page")


def test_german_shop_with_all_three_passes(shop: Shop) -> None:
    browsed(shop, "terms", "privacy", "imprint", country="DE")
    assert outcome(legal_pages, shop).kind is Kind.PASS


def test_missing_in_the_checkout_only_warns(shop: Shop) -> None:
    browsed(shop, "terms", "privacy").page(Stage.CHECKOUT, linking("terms", place="checkout"))
    found = outcome(legal_pages, shop)
    assert found.kind is Kind.WARN
    assert [(f.key, f.url) for f in found.findings] == [("privacy", "https://shop.example/checkout")]


def test_nearly_empty_page_fails_and_its_footer_does_not_help(shop: Shop) -> None:
    browsed(shop, "terms", "privacy", words=39)
    found = outcome(legal_pages, shop)
    assert (found.kind, found.value) == (Kind.FAIL, 0)
    assert "39 words" in found.findings[0].message


def test_short_page_warns(shop: Shop) -> None:
    browsed(shop, "terms", "privacy", words=149)
    found = outcome(legal_pages, shop)
    assert (found.kind, found.value) == (Kind.WARN, 2)
    assert "The page of the terms has only 149 words." in found.message


def test_short_legal_notice_is_whole(shop: Shop) -> None:
    browsed(shop, "terms", "privacy", "imprint", country="DE").site_page("imprint", document(30))
    assert outcome(legal_pages, shop).kind is Kind.PASS


def test_words_that_are_not_spaced_count(shop: Shop) -> None:
    walk = browsed(shop, "terms", "privacy")
    page = Page("https://shop.example/document", lang="ja")
    with page.part("main"):
        page.text("特定商取引法に基づく表記と個人情報の取り扱いについて。" * 30)
    walk.site_page("terms", page)
    assert outcome(legal_pages, shop).kind is Kind.PASS


@pytest.mark.parametrize(("lang", "heading"), [("fr", "Politique de confidentialité"), ("de", "Datenschutz")])
def test_a_part_of_another_legal_page_only_warns(shop: Shop, lang: str, heading: str) -> None:
    walk = browsed(shop, "terms")
    page = Page("https://shop.example/imprint", lang=lang)
    with page.part("main"):
        page.text(heading, tag="h2")
        page.text("mot " * 200)
    walk.site_page("imprint", page)
    found = outcome(legal_pages, shop)
    assert found.kind is Kind.WARN
    assert "the legal notice (Impressum) has a part about it" in found.message


@pytest.mark.parametrize("status", [403, 429, 503])
def test_a_refusal_is_no_dead_link(shop: Shop, status: int) -> None:
    browsed(shop, "terms", "privacy").site_page("terms", f"The link “Terms and conditions” leads to HTTP status {status}.")
    assert outcome(legal_pages, shop).kind is Kind.PASS


def test_a_page_that_asks_for_a_country_is_left_out(shop: Shop) -> None:
    gate = Page("https://shop.example/choose")
    gate.link("Italia", "/it")
    gate.link("Deutschland", "/de")
    shop.walk(country="IT").page(Stage.HOME, gate)
    assert outcome(legal_pages, shop).kind is Kind.NOT_MEASURABLE


def test_a_link_in_a_menu_that_opens_counts(shop: Shop) -> None:
    walk = shop.walk(mobile=True, country="IE")
    for stage in (Stage.HOME, Stage.CATEGORY):
        page = linking("terms", place=stage.value)
        with page.part("header"):
            page.button("Menu", box=(10, 10, 40, 40))
            page.link("Privacy policy", "/privacy", visible=False)
        walk.page(stage, page)
    assert outcome(legal_pages, shop).kind is Kind.PASS


def test_dead_link_fails(shop: Shop) -> None:
    walk = browsed(shop, "terms", "privacy")
    walk.site_page("terms", "The link “Terms and conditions” leads to HTTP status 404.")
    found = outcome(legal_pages, shop)
    assert found.kind is Kind.FAIL
    assert "HTTP status 404" in found.findings[0].message


def test_policy_that_opens_over_the_page_counts_by_its_link(shop: Shop) -> None:
    walk = shop.walk(country="IE")
    page = linking("terms")
    page.button("Privacy policy")
    walk.page(Stage.HOME, page).site_page("terms", document(200))
    walk.site_page("privacy", "No link to a page “privacy” was found.")
    assert outcome(legal_pages, shop).kind is Kind.PASS


def test_phones_count_too(shop: Shop) -> None:
    browsed(shop, "terms", "privacy")
    phone = shop.walk(mobile=True, country="IE")
    for stage in (Stage.HOME, Stage.CATEGORY, Stage.PRODUCT, Stage.CART):
        phone.page(stage, linking("terms", place=stage.value))
    found = outcome(legal_pages, shop)
    assert found.kind is Kind.FAIL
    assert "(mobile)" in found.message


def test_without_any_page_it_is_not_measurable(shop: Shop) -> None:
    shop.walk().missed(Stage.HOME, "The address did not answer.")
    assert outcome(legal_pages, shop).kind is Kind.NOT_MEASURABLE


def test_linked_in_the_checkout_only_fails_less_gravely(shop: Shop) -> None:
    walk = browsed(shop, "terms").site_page("privacy", document(200))
    walk.page(Stage.CHECKOUT, linking("terms", "privacy", place="checkout"))
    found = outcome(legal_pages, shop)
    assert (found.kind, found.severity) == (Kind.FAIL, Severity.MAJOR)
    assert "The privacy policy is linked in the checkout only." in found.message


def test_a_link_on_the_consent_banner_is_none(shop: Shop) -> None:
    walk = browsed(shop, "terms")
    page = linking("terms", place="home")
    with page.layer("cookie-banner"):
        page.text("We use cookies.")
        page.link("Privacy policy", "/privacy")
        page.button("Accept all")
        page.button("Reject all")
    walk.page(Stage.HOME, page).site_page("privacy", document(200))
    found = outcome(legal_pages, shop)
    assert (found.kind, found.severity) == (Kind.FAIL, None)


def test_a_policy_that_is_a_file_only_warns(shop: Shop) -> None:
    page = document(5)
    page.html = '<html><body><main><p>Our terms:</p><a href="/terms.pdf">Terms (PDF)</a></main></body></html>'
    browsed(shop, "terms", "privacy").site_page("terms", page)
    assert outcome(legal_pages, shop).kind is Kind.WARN


def under_names_of_their_own(stage: Stage) -> Page:
    page = Page(f"https://shop.example/{stage.value}")
    with page.part("footer"):
        page.link("Between you and us", "/p/3")
        page.link("What we know", "/p/4#top")
    return page


def test_a_link_of_any_name_counts_that_leads_to_a_page_known_by_what_it_says(shop: Shop) -> None:
    known = {"terms": "https://shop.example/p/3", "privacy": "https://shop.example/p/4"}
    desktop = shop.walk(country="IE", site_addresses=known)
    for concept in known:
        desktop.site_page(concept, document(200))
    for walk in (desktop, shop.walk(mobile=True, country="IE")):
        for stage in (Stage.HOME, Stage.CATEGORY, Stage.PRODUCT):
            walk.page(stage, under_names_of_their_own(stage))
    found = outcome(legal_pages, shop)
    assert (found.kind, found.value) == (Kind.PASS, 2)


def test_a_link_of_any_name_to_a_page_that_nobody_knows_does_not_count(shop: Shop) -> None:
    walk = shop.walk(country="IE", site_addresses={"terms": "https://shop.example/p/3"}).site_page("terms", document(200))
    for stage in (Stage.HOME, Stage.CATEGORY, Stage.PRODUCT):
        walk.page(stage, under_names_of_their_own(stage))
    found = outcome(legal_pages, shop)
    assert (found.kind, [f.key for f in found.findings]) == (Kind.FAIL, ["privacy"])


def test_in_a_language_nobody_knows_here_nothing_can_be_missed(shop: Shop) -> None:
    page = Page("https://shop.example/", lang="ca")
    with page.part("footer"):
        page.link("Condicions generals", "/condicions")
    shop.walk(country="ES").page(Stage.HOME, page)
    assert outcome(legal_pages, shop).kind is Kind.NOT_MEASURABLE
