import pytest
from auditor_checks.accessibility.structure import structure

from auditor.api import Kind, Stage
from tests.checks.judging import outcome, outcomes
from tests.checks.pages import Page
from tests.checks.recordings import SITE, Shop

PARTS = {"lang": "en", "title": "Vases", "headings": "h1 h2 h3 h2", "landmarks": "nav main", "skip": "#main"} | {
    "words": "Skip to content",
    "before": "",
}


def built(**parts: str) -> Page:
    wanted = PARTS | parts
    page = Page(title=wanted["title"], lang=wanted["lang"])
    page.html = '<html><body><a href="#main">Skip</a><main id="main"></main></body></html>'
    for words in wanted["before"].split():
        page.button(words)
    if wanted["skip"]:
        page.link(wanted["words"], wanted["skip"], visible=False, box=(16, -80, 144, 51))
    landmarks = wanted["landmarks"].split()
    with page.part("nav" if "nav" in landmarks else "div"):
        page.link("All the vases of the shop", "/vases")
    with page.part("main" if "main" in landmarks else "div"):
        for tag in wanted["headings"].split():
            page.text("The vases and all that is in the shop", tag=tag)
    return page


def test_all_six_parts_pass(shop: Shop) -> None:
    shop.walk().page(Stage.CATEGORY, built())
    found = outcome(structure, shop, Stage.CATEGORY)
    assert (found.kind, found.value) == (Kind.PASS, 6)


@pytest.mark.parametrize(
    ("parts", "key", "said"),
    [
        ({"lang": ""}, "language", "which language"),
        ({"lang": "english"}, "language", "no valid language code"),
        ({"lang": "de"}, "language", "words are in “en”"),
        ({"title": "  "}, "title", "no title"),
        ({"headings": "h2 h3"}, "main heading", "no main heading"),
        ({"headings": "h1 h1"}, "main heading", "2 main headings"),
        ({"headings": "h1 h3"}, "heading order", "After a heading of level 1"),
        ({"landmarks": "main"}, "landmarks", "marked as nav"),
        ({"skip": ""}, "skip link", "does not begin with a link"),
        ({"skip": "#content"}, "skip link", "leads to nothing"),
    ],
)
def test_one_missing_part_warns_and_is_named(shop: Shop, parts: dict[str, str], key: str, said: str) -> None:
    shop.walk().page(Stage.CATEGORY, built(**parts))
    found = outcome(structure, shop, Stage.CATEGORY)
    assert (found.kind, found.value) == (Kind.WARN, 5)
    assert [(f.key, f.url) for f in found.findings] == [(key, SITE)]
    assert said in found.findings[0].message


def test_four_of_six_still_warn(shop: Shop) -> None:
    shop.walk().page(Stage.CATEGORY, built(lang="", title=""))
    found = outcome(structure, shop, Stage.CATEGORY)
    assert (found.kind, found.value) == (Kind.WARN, 4)


def test_link_that_skips_elsewhere_or_is_shut_away_is_no_skip_link(shop: Shop) -> None:
    page = built(skip="")
    with page.part("header"):
        page.link("Skip to content", "#main", visible=False, box=(0, 0, 0, 0))
        page.link("Top", "#top")
    page.html = '<html><body id="top"><main id="main"></main></body></html>'
    shop.walk().page(Stage.CATEGORY, page)
    assert [f.key for f in outcome(structure, shop, Stage.CATEGORY).findings] == ["skip link"]


@pytest.mark.parametrize("words", ["Hüpf zum Wesentlichen", "Zur Sache", "Oversla en verder"])
def test_first_link_into_the_main_part_is_a_skip_link_in_any_words(shop: Shop, words: str) -> None:
    shop.walk().page(Stage.CATEGORY, built(words=words))
    assert outcome(structure, shop, Stage.CATEGORY).kind is Kind.PASS


def test_a_skip_link_after_a_banner_about_cookies_counts(shop: Shop) -> None:
    shop.walk().page(Stage.HOME, built(before="Accept Settings Reject Imprint"))
    assert outcome(structure, shop, Stage.HOME).kind is Kind.PASS


def test_a_main_heading_for_screen_readers_alone_counts(shop: Shop) -> None:
    page = built(headings="h2 h3")
    page.html = page.html.replace("<main", '<h1 class="visually-hidden">Vasen</h1><main')
    shop.walk().page(Stage.CATEGORY, page)
    assert outcome(structure, shop, Stage.CATEGORY).kind is Kind.PASS


def test_levels_out_of_sight_and_footers_leave_nothing_out(shop: Shop) -> None:
    page = built(headings="h1")
    with page.part("main"):
        with page.part("h2.visually-hidden"):
            pass
        page.text("A vase", tag="h3")
    with page.part("footer"):
        page.text("Service", tag="h5")
    shop.walk().page(Stage.CATEGORY, page)
    assert outcome(structure, shop, Stage.CATEGORY).kind is Kind.PASS


def test_three_of_six_fail(shop: Shop) -> None:
    shop.walk().page(Stage.CATEGORY, built(lang="", title="", landmarks=""))
    found = outcome(structure, shop, Stage.CATEGORY)
    assert (found.kind, found.value) == (Kind.FAIL, 3)


def test_language_without_words_to_tell_it_by_is_believed(shop: Shop) -> None:
    shop.walk().page(Stage.CATEGORY, built(lang="ga-IE"))
    assert outcome(structure, shop, Stage.CATEGORY).kind is Kind.PASS


def test_closed_checkout_needs_no_navigation(shop: Shop) -> None:
    shop.walk().page(Stage.PAYMENT, built(landmarks="main"))
    assert outcome(structure, shop, Stage.PAYMENT).kind is Kind.PASS


def test_heading_in_a_piece_of_its_text_counts_and_a_hidden_one_does_not(shop: Shop) -> None:
    page = built(headings="")
    with page.part("main"):
        with page.part("h1.title"):
            page.text("The vases of the shop", tag="span")
        with page.part("h1.closed"):
            pass
    shop.walk().page(Stage.CATEGORY, page)
    assert outcome(structure, shop, Stage.CATEGORY).kind is Kind.PASS


def test_pages_not_reached_are_not_measurable_and_phones_are_not_asked(shop: Shop) -> None:
    shop.walk(mobile=True).page(Stage.HOME, built())
    assert outcomes(structure, shop) == []
    shop.walk().missed(Stage.HOME, "The address did not answer.")
    assert {o.kind for o in outcomes(structure, shop)} == {Kind.NOT_MEASURABLE}
