import pytest
from auditor_checks.postpurchase.returns_complete import returns_complete

from auditor.api import Kind, Stage
from tests.checks.judging import outcome
from tests.checks.linked import linked
from tests.checks.pages import Page
from tests.checks.recordings import Shop

FILLING = "We want everybody to be glad about what has been bought here, today and in many years. " * 4
ENGLISH = (
    "You have 60 days to change your mind.",
    "Returns are free of charge.",
    "Put the label on the parcel.",
    "We refund you by the same means of payment.",
    "Embroidered pieces are excluded.",
)
GERMAN = (
    "Sie haben das Recht, binnen vierzehn Tagen zu widerrufen.",
    "Sie tragen die Kosten der Rücksendung.",
    "Senden Sie das Paket an unsere Anschrift.",
    "Wir erstatten den Kaufpreis.",
)


def judged(shop: Shop, *lines: str, lang: str = "en", country: str = "") -> tuple[Kind, object]:
    page = linked(FILLING, *lines, lang=lang)
    page.text("Widerruf" if lang == "de" else "Returns", tag="h1")
    shop.walk(language=lang, country=country).page(Stage.HOME).site_page("returns", page)
    found = outcome(returns_complete, shop)
    return found.kind, found.value


def test_all_facts_pass(shop: Shop) -> None:
    assert judged(shop, *ENGLISH) == (Kind.PASS, 5)


def test_german_facts_pass(shop: Shop) -> None:
    assert judged(shop, *GERMAN, lang="de", country="DE") == (Kind.PASS, 4)


def test_three_facts_warn(shop: Shop) -> None:
    assert judged(shop, *ENGLISH[:3]) == (Kind.WARN, 3)


def test_two_facts_fail(shop: Shop) -> None:
    assert judged(shop, *ENGLISH[:2]) == (Kind.FAIL, 2)


def test_in_the_eu_the_period_is_needed(shop: Shop) -> None:
    assert judged(shop, *ENGLISH[1:], country="IE") == (Kind.WARN, 4)


def test_a_page_about_something_else_is_not_measurable(shop: Shop) -> None:
    shop.walk().page(Stage.HOME).site_page("returns", linked(FILLING))
    assert outcome(returns_complete, shop).kind is Kind.NOT_MEASURABLE


def test_a_portal_without_text_is_not_measurable(shop: Shop) -> None:
    shop.walk().page(Stage.HOME).site_page("returns", linked("Returns"))
    assert outcome(returns_complete, shop).kind is Kind.NOT_MEASURABLE


SHORT = ("Nordlys Ltd, Mill Bridge, Skipton. Delivery from £2.95; returns within 30 days of delivery.", "Returns")
KURZ = ("Nordlys, Am Wall 12, Bremen. Lieferung 4,90 €, Rückgabe binnen 14 Tagen nach Erhalt der Ware.", "Widerruf")


def short(text: str, heading: str, lang: str = "en", inner: str = "") -> Page:
    page = Page("https://shop.example/returns", lang=lang)
    page.html = f"<html><body><main><h1>{heading}</h1><p>{text}</p>{inner}</main></body></html>"
    page.text(heading, tag="h1")
    page.text(text)
    return page


@pytest.mark.parametrize(("text", "heading", "lang"), [(*SHORT, "en"), (*KURZ, "de"), (SHORT[0], "Delivery", "en")])
def test_a_policy_of_one_sentence_is_judged(shop: Shop, text: str, heading: str, lang: str) -> None:
    shop.walk(language=lang).page(Stage.HOME).site_page("returns", short(text, heading, lang))
    found = outcome(returns_complete, shop)
    assert (found.kind, found.value) == (Kind.FAIL, 1)


@pytest.mark.parametrize("inner", ['<iframe src="https://portal.example/"></iframe>', '<a href="/policy.pdf">Policy</a>'])
def test_unless_the_policy_may_stand_in_what_the_page_embeds(shop: Shop, inner: str) -> None:
    shop.walk().page(Stage.HOME).site_page("returns", short(*SHORT, inner=inner))
    assert outcome(returns_complete, shop).kind is Kind.NOT_MEASURABLE


@pytest.mark.parametrize(
    ("terms", "kind"),
    [
        ("These terms hold for all orders of Nordlys Ltd, Mill Bridge, Skipton, and for nobody else.", Kind.FAIL),
        ("These terms hold for all orders of Nordlys Ltd. Our return policy: thirty days, and we pay.", Kind.WARN),
    ],
)
def test_without_a_page_on_returns_the_terms_are_read(shop: Shop, terms: str, kind: Kind) -> None:
    walk = shop.walk().page(Stage.HOME).site_page("terms", short(terms, "Terms"))
    for name in ("returns", "delivery_info", "faq"):
        walk.site_page(name, f"No link to a page “{name}” was found.")
    assert outcome(returns_complete, shop).kind is kind


def test_without_any_page_that_could_speak_of_returns_it_warns(shop: Shop) -> None:
    walk = shop.walk().page(Stage.HOME)
    for name in ("returns", "terms", "delivery_info", "faq"):
        walk.site_page(name, f"No link to a page “{name}” was found.")
    assert outcome(returns_complete, shop).kind is Kind.WARN


def test_a_help_page_that_could_not_be_read_may_hold_the_policy(shop: Shop) -> None:
    walk = (
        shop.walk().page(Stage.HOME).site_page("terms", short("These terms hold for all orders of Nordlys Ltd and nobody else.", "Terms"))
    )
    walk.site_page("returns", "No link to a page “returns” was found.").site_page("faq", "The link “Help” leads to HTTP status 403.")
    assert outcome(returns_complete, shop).kind is Kind.NOT_MEASURABLE


def test_a_period_in_words_counts(shop: Shop) -> None:
    assert judged(shop, "You have a month to change your mind.", *ENGLISH[1:]) == (Kind.PASS, 5)


def test_a_heading_tells_nothing_by_itself(shop: Shop) -> None:
    shop.walk().page(Stage.HOME).site_page(
        "returns", short("Unworn goods can be sent back to us within thirty days, we think.", "Refund policy")
    )
    assert "how the money comes back" in outcome(returns_complete, shop).message


@pytest.mark.parametrize(
    ("lang", "heading", "lines"),
    [
        (
            "hu",
            "Visszaküldés",
            "Az árut 14 napon belül visszaküldheti.|A visszaküldés költsége önt terheli.|A csomagot küldje el.|Az árat visszatérítjük.",
        ),
        (
            "el",
            "Επιστροφές",
            "Έχετε 14 ημέρες για την επιστροφή.|Τα έξοδα είναι δικά σας.|Στείλτε το δέμα.|Η επιστροφή χρημάτων γίνεται αμέσως.",
        ),
    ],
)
def test_more_languages_are_read(shop: Shop, lang: str, heading: str, lines: str) -> None:
    page = linked(*lines.split("|"), lang=lang)
    page.text(heading, tag="h1")
    page.html = f"<html><body><main><h1>{heading}</h1><p>{lines.replace('|', ' ')}</p></main></body></html>"
    shop.walk(language=lang, country="HU").page(Stage.HOME).site_page("returns", page)
    found = outcome(returns_complete, shop)
    assert (found.kind, found.value) == (Kind.PASS, 4)


def test_an_unknown_language_is_not_measurable(shop: Shop) -> None:
    ukrainian = "Ваза зроблена з глини для вашого дому, і ми доставляємо її всюди, щоб ви були задоволені. " * 6
    assert judged(shop, ukrainian, lang="uk")[0] is Kind.NOT_MEASURABLE


@pytest.mark.parametrize(
    ("strip", "kind"),
    [
        ("Delivery £3.95, free of charge from £49", Kind.WARN),  # that pays no parcel back
        ("Returns are free of charge", Kind.PASS),
    ],
)
def test_a_strip_of_every_page_counts_only_where_it_speaks_of_returns(shop: Shop, strip: str, kind: Kind) -> None:
    def with_strip(page: Page) -> Page:
        page.text(strip)
        return page

    page = with_strip(linked(FILLING, ENGLISH[0], *ENGLISH[2:3], ENGLISH[4]))
    page.text("Returns", tag="h1")
    walk = shop.walk().page(Stage.HOME, with_strip(Page())).page(Stage.CART, with_strip(Page("https://shop.example/cart")))
    walk.page(Stage.PRODUCT, with_strip(Page("https://shop.example/product"))).site_page("returns", page)
    assert outcome(returns_complete, shop).kind is kind


@pytest.mark.parametrize(
    ("lang", "heading", "lines"),
    [
        ("en", "Returns", (*ENGLISH[:4], "What we can’t take back: skeins that have been wound.")),
        (
            "es",
            "Devoluciones",
            ("Tienes 30 días.", "La devolución es gratis.", "Pega la etiqueta.", "Te abonamos el importe.", "Excluidos: otros."),
        ),
    ],
)
def test_words_of_the_money_and_of_exceptions(shop: Shop, lang: str, heading: str, lines: tuple[str, ...]) -> None:
    filling = FILLING if lang == "en" else "Queremos que todo lo que compras aquí te guste hoy y dentro de muchos años. " * 4
    page = linked(filling, *lines, lang=lang)
    page.text(heading, tag="h1")
    shop.walk(language=lang).page(Stage.HOME, Page(lang=lang)).site_page("returns", page)
    assert outcome(returns_complete, shop).value == 5
