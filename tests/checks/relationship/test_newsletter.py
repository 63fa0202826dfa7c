from auditor_checks.relationship.newsletter import newsletter

from auditor.api import Kind, Stage
from tests.checks.judging import outcome, outcomes
from tests.checks.pages import Page
from tests.checks.recordings import SITE, Shop

BENEFIT, FREQUENCY, END = "10 % off your first order", "Once a month", "Unsubscribe at any time"


def home(*told: str, privacy: bool = True, ticked: bool | None = None) -> Page:
    page = Page()
    with page.part("main"):
        page.text("Our weekly offers and exclusive news " * 40)
    with page.part("footer"):
        with page.part("div.letters"):
            for words in told:
                page.text(words)
            with page.form("/newsletter"):
                page.field("E-mail address", "email")
                if ticked is not None:
                    page.checkbox("Yes, please write to me", ticked=ticked, id="wants")
                page.button("Subscribe")
            if privacy:
                page.link("Privacy policy", "/privacy")
        with page.part("div.links"):
            page.text("Words of the footer that belong to nobody. " * 30)
            page.link("Privacy policy", "/privacy")
    return page


def test_all_facts_and_an_empty_box_pass(shop: Shop) -> None:
    shop.walk().page(Stage.HOME, home(BENEFIT, FREQUENCY, END, ticked=False))
    found = outcome(newsletter, shop)
    assert (found.kind, found.value) == (Kind.PASS, 4)


def test_three_of_four_pass(shop: Shop) -> None:
    shop.walk().page(Stage.HOME, home(BENEFIT, END))
    assert outcome(newsletter, shop).kind is Kind.PASS


def test_fewer_facts_warn_and_are_named(shop: Shop) -> None:
    shop.walk().page(Stage.HOME, home(BENEFIT, privacy=False))
    found = outcome(newsletter, shop)
    assert (found.kind, found.value) == (Kind.WARN, 1)
    assert {f.key for f in found.findings} == {
        "how often it comes",
        "how to end it",
        "where the privacy policy is",
    }
    assert found.findings[0].url == SITE


def test_box_ticked_in_advance_fails_whatever_is_told(shop: Shop) -> None:
    shop.walk().page(Stage.HOME, home(BENEFIT, FREQUENCY, END, ticked=True))
    found = outcome(newsletter, shop)
    assert (found.kind, found.value, found.findings[0].selector) == (Kind.FAIL, 1, "input#wants")


def test_box_ticked_in_the_checkout_is_judged_there(shop: Shop) -> None:
    page = Page("https://shop.example/checkout")
    with page.form("/checkout"):
        page.checkbox("E-mail me with news and offers", ticked=True)
    shop.walk().page(Stage.HOME, home(BENEFIT, FREQUENCY, END)).page(Stage.CHECKOUT, page)
    assert outcome(newsletter, shop).kind is Kind.PASS


def test_other_boxes_may_be_ticked(shop: Shop) -> None:
    page = home(BENEFIT, FREQUENCY, END)
    page.checkbox("Show prices with tax", ticked=True)
    page.checkbox("Sign me up for delivery updates by SMS", ticked=True)
    shop.walk().page(Stage.HOME, page)
    assert outcome(newsletter, shop).kind is Kind.PASS


def test_purposes_of_a_consent_banner_are_no_newsletter(shop: Shop) -> None:
    page = home(BENEFIT, FREQUENCY, END)
    with page.layer("banner"):
        page.text("We use cookies")
        page.checkbox("Marketing", ticked=True)
        page.button("Accept all")
        page.button("Reject all")
    shop.walk().page(Stage.HOME, page)
    assert outcome(newsletter, shop).kind is Kind.PASS


def test_closed_consent_settings_are_no_newsletter(shop: Shop) -> None:
    page = home(BENEFIT, FREQUENCY, END)
    with page.part("div.cookie-settings"):
        page.checkbox("Marketing", ticked=True)
        page.field("E-mail address", "email")
    page.checkbox("Newsletter", ticked=True, visible=False)
    shop.walk().page(Stage.HOME, page)
    assert outcome(newsletter, shop).kind is Kind.PASS


def test_shop_without_a_newsletter_is_only_told_so(shop: Shop) -> None:
    shop.walk().page(Stage.HOME)
    assert outcome(newsletter, shop).kind is Kind.INFO


def test_field_of_a_login_is_no_newsletter(shop: Shop) -> None:
    page = Page()
    with page.form("/login"):
        page.field("E-mail address", "email")
        page.field("Password", "password")
    shop.walk().page(Stage.HOME, page)
    assert outcome(newsletter, shop).kind is Kind.INFO


def test_without_the_home_page_nothing_is_measured_and_phones_are_not_asked(shop: Shop) -> None:
    shop.walk(mobile=True).page(Stage.HOME)
    assert outcomes(newsletter, shop) == []
    shop.walk().missed(Stage.HOME, "The address did not answer.")
    assert outcome(newsletter, shop).kind is Kind.NOT_MEASURABLE
