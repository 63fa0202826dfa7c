import pytest
from auditor_checks.service.hours_response import hours_response

from auditor.api import Kind, Stage
from tests.checks.judging import outcome
from tests.checks.pages import Page
from tests.checks.recordings import Shop


@pytest.mark.parametrize(
    ("line", "lang", "kind"),
    [
        ("Monday to Friday, 9:00–17:00", "en", Kind.PASS),
        ("We reply within 24 hours", "en", Kind.PASS),
        ("Mo–Fr 9 bis 17 Uhr", "de", Kind.PASS),
        ("Nous répondons sous 48 h", "fr", Kind.PASS),
        ("Asiakaspalvelu arkisin klo 9–16.", "fi", Kind.PASS),
        ("Kundtjänst: vardagar 9-16", "sv", Kind.PASS),
        ("Somebody is at the desk from half past nine until half past four, Monday to Friday", "en", Kind.PASS),
        ("We answer e-mails within one working day", "en", Kind.PASS),
        ("Wir antworten innerhalb eines Werktags", "de", Kind.PASS),
        ("We answer every message", "en", Kind.WARN),
        ("Ring us on +353 91 555 014", "en", Kind.WARN),
        ("Livraison 24-48h", "fr", Kind.WARN),
        ("Fri frakt · 30 dagars öppet köp", "sv", Kind.WARN),
        ("Lieferung Mo–Fr in 2-3 Werktagen", "de", Kind.WARN),
    ],
)
def test_what_the_contact_page_tells(shop: Shop, line: str, lang: str, kind: Kind) -> None:
    page = Page("https://shop.example/contact", lang=lang)
    page.text(line)
    shop.walk(language=lang).page(Stage.HOME).site_page("contact", page)
    assert outcome(hours_response, shop).kind is kind


def test_without_a_contact_page_it_is_not_measurable(shop: Shop) -> None:
    shop.walk().page(Stage.HOME)
    assert outcome(hours_response, shop).kind is Kind.NOT_MEASURABLE


WHERE = {
    "en": "You can write to us by post or ring us at our shop in the old town.",
    "de": "Sie können uns im Laden in der Altstadt besuchen oder uns gern einmal anrufen.",
}


@pytest.mark.parametrize("lang", ["en", "de"])
@pytest.mark.parametrize(
    ("more", "kind"),
    [
        ("", Kind.FAIL),
        ({"en": "We reply to all.", "de": "Wir antworten allen."}, Kind.FAIL),
        ({"en": "We reply quickly.", "de": "Wir antworten zügig."}, Kind.WARN),
        ({"en": "Closed on Monday.", "de": "Montag Ruhetag."}, Kind.WARN),
        ("9.30", Kind.WARN),
    ],
    ids=["nothing", "answer", "quick answer", "day", "time"],
)
def test_a_contact_page_without_any_sign_of_hours_fails(shop: Shop, lang: str, more: str | dict[str, str], kind: Kind) -> None:
    page = Page("https://shop.example/contact", lang=lang)
    page.text(WHERE[lang])
    page.text(more if isinstance(more, str) else more[lang])
    shop.walk(language=lang).page(Stage.HOME).site_page("contact", page)
    assert outcome(hours_response, shop).kind is kind


def test_hours_on_the_help_page_leave_it_at_a_warning(shop: Shop) -> None:
    page, other = Page("https://shop.example/contact"), Page("https://shop.example/help")
    page.text(WHERE["en"])
    other.text("Monday to Friday, 9:00–17:00")
    shop.walk().page(Stage.HOME).site_page("contact", page).site_page("faq", other)
    assert outcome(hours_response, shop).kind is Kind.WARN


@pytest.mark.parametrize(
    ("lang", "line", "kind"),
    [
        ("fr", "Mon compte", Kind.FAIL),  # no Monday
        ("fr", "Lun Mar Jeu", Kind.WARN),
        ("en", "Mon Tue Thu", Kind.WARN),
    ],
)
def test_a_word_that_is_a_day_in_english_alone_is_none_elsewhere(shop: Shop, lang: str, line: str, kind: Kind) -> None:
    page = Page("https://shop.example/contact", lang=lang)
    page.text("Vous trouverez notre boutique au coin de la rue, près du vieux pont." if lang == "fr" else WHERE["en"])
    page.text(line)
    shop.walk(language=lang).page(Stage.HOME).site_page("contact", page)
    assert outcome(hours_response, shop).kind is kind


PLACES = {
    "pl": "Nasz sklep znajdziesz na starym mieście, można też do nas napisać albo przyjść osobiście.",
    "pt": "A nossa loja fica na cidade velha, e também nos pode escrever ou visitar quando quiser.",
    "nl": "Onze winkel staat in de oude stad, je kunt ons ook schrijven of bellen.",
    "fr": "Vous trouverez notre boutique au coin de la rue, près du vieux pont.",
    "es": "Nuestra tienda está en la ciudad vieja, puede escribirnos o llamarnos.",
    "it": "Il nostro negozio si trova nella città vecchia, potete scriverci o telefonarci.",
    "sv": "Vår butik ligger i gamla stan, du kan också skriva till oss eller ringa.",
    "da": "Vores butik ligger i den gamle by, du kan også skrive til os eller ringe.",
    "de": WHERE["de"],
    "en": WHERE["en"],
}


@pytest.mark.parametrize(
    ("lang", "line", "kind"),
    [
        ("pl", "Odpowiadamy jak najszybciej.", Kind.WARN),
        ("pl", "Odpowiadamy wszystkim.", Kind.FAIL),
        ("pt", "Respondemos com a maior brevidade possível.", Kind.WARN),
        ("pt", "Respondemos assim que possível.", Kind.WARN),
        ("pt", "Respondemos a todos.", Kind.FAIL),
        ("nl", "Wij reageren z.s.m.", Kind.WARN),
        ("nl", "Wij reageren op elk bericht.", Kind.FAIL),
        ("fr", "Nous répondons dès que possible.", Kind.WARN),
        ("fr", "Nous vous répondrons sans tarder.", Kind.WARN),
        ("fr", "Nous répondons à tous.", Kind.FAIL),
        ("es", "Respondemos con la mayor brevedad.", Kind.WARN),
        ("it", "Rispondiamo appena possibile.", Kind.WARN),
        ("it", "Rispondiamo a tutti.", Kind.FAIL),
        ("sv", "Vi svarar så fort vi kan.", Kind.WARN),
        ("sv", "Vi svarar alla.", Kind.FAIL),
        ("da", "Vi svarer hurtigst muligt.", Kind.WARN),
        ("de", "Wir antworten postwendend.", Kind.WARN),
        ("en", "We reply as promptly as we can.", Kind.WARN),
    ],
)
def test_a_promise_in_any_words_leaves_it_at_a_warning(shop: Shop, lang: str, line: str, kind: Kind) -> None:
    page = Page("https://shop.example/contact", lang=lang)
    page.text(PLACES[lang])
    page.text(line)
    shop.walk(language=lang).page(Stage.HOME).site_page("contact", page)
    assert outcome(hours_response, shop).kind is kind
