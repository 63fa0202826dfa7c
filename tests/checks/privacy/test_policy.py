import pytest
from auditor_checks.privacy.policy import policy

from auditor.api import Kind, Stage
from tests.checks.judging import outcome
from tests.checks.pages import Page
from tests.checks.recordings import Shop

FILLING = "word " * 100
ENGLISH = (
    "The controller is Nordlys. Purposes and legal basis. Recipients are carriers. Retention is six years. "
    "Your rights. You may complain to an authority. We set one cookie."
)
GERMAN = (
    "Verantwortlicher ist Nordlys. Zwecke. Empfänger sind Paketdienste. Speicherdauer sechs Jahre. Ihre Rechte. Beschwerde bei der "
    "Aufsichtsbehörde. Cookies."
)


def told(shop: Shop, text: str, country: str = "IE") -> None:
    page = Page("https://shop.example/privacy")
    with page.part("main"):
        page.text(text)
    shop.walk(country=country).page(Stage.HOME).site_page("privacy", page)


PLAIN = (
    "The controller is Nordlys. What we use your name for. Who gets it: carriers. Retention is six years. "
    "Your rights. You may complain to an authority. We set one cookie."
)
FRENCH = (
    "Responsable du traitement : Nordlys. Ce que nous traitons, pourquoi et sur quelle base. Qui les reçoit : les transporteurs. "
    "Durée de conservation : six ans. Vos droits. Réclamation auprès de la CNIL. Un seul cookie."
)


@pytest.mark.parametrize("text", [ENGLISH, GERMAN, PLAIN, FRENCH])
def test_complete_policy_passes(shop: Shop, text: str) -> None:
    told(shop, f"{text} {FILLING}")
    found = outcome(policy, shop)
    assert (found.kind, found.value) == (Kind.PASS, 7)


def test_three_points_missing_warn_and_are_named(shop: Shop) -> None:
    told(shop, f"The controller is Nordlys. Your rights. Purposes. We set one cookie. {FILLING}")
    found = outcome(policy, shop)
    assert (found.kind, found.value) == (Kind.WARN, 4)
    assert "how long it is kept" in found.message


def test_kind_words_fail(shop: Shop) -> None:
    told(shop, FILLING)
    found = outcome(policy, shop)
    assert (found.kind, found.value) == (Kind.FAIL, 0)
    assert found.message.startswith("Indication: ")


def test_page_that_could_not_be_read_is_not_measurable(shop: Shop) -> None:
    told(shop, "Loading")
    assert outcome(policy, shop).kind is Kind.NOT_MEASURABLE


def test_hungarian_policy_passes(shop: Shop) -> None:
    page = Page("https://shop.example/privacy", lang="hu")
    text = (
        "Az adatkezelő a Nordlys Kft. Az adatkezelés célja és jogalapja a szerződés teljesítése. A címzettek a futárok. Az adatokat nyolc "
        "évig megőrizzük. Az érintett jogai a hozzáférés és a törlés. Panasz a felügyeleti hatóságnál tehető. A honlap sütiket használ."
    )
    with page.part("main"):
        page.text(text)
        page.text(FILLING)
    shop.walk(country="HU", language="hu").page(Stage.HOME).site_page("privacy", page)
    assert outcome(policy, shop).kind is Kind.PASS


def test_policy_in_a_language_without_words_is_not_measurable(shop: Shop) -> None:
    page = Page("https://shop.example/privacy", lang="uk")
    page.text("Ваза зроблена з глини для вашого дому, і ми доставляємо її всюди, щоб ви були задоволені. " * 6)
    shop.walk(country="IE", language="uk").page(Stage.HOME).site_page("privacy", page)
    assert outcome(policy, shop).kind is Kind.NOT_MEASURABLE


def test_outside_of_the_union_it_is_left_out(shop: Shop) -> None:
    told(shop, FILLING, country="US")
    assert outcome(policy, shop).kind is Kind.NOT_APPLICABLE


@pytest.mark.parametrize(("inner", "kind"), [("", Kind.FAIL), ('<iframe src="https://policies.example/1"></iframe>', Kind.NOT_MEASURABLE)])
def test_a_policy_of_one_sentence_is_judged_where_it_is_all_there_is(shop: Shop, inner: str, kind: Kind) -> None:
    page = Page("https://shop.example/privacy")
    text = "Teekontor Lindner, Am Wall 12, 28195 Bremen. Lieferung 4,90 €, Rückgabe binnen 14 Tagen."
    page.html = f"<html><body><main><h1>Datenschutz</h1><p>{text}</p>{inner}</main></body></html>"
    page.text(text)
    shop.walk(country="DE").page(Stage.HOME).site_page("privacy", page)
    assert outcome(policy, shop).kind is kind


def test_parts_of_other_words_are_no_purposes(shop: Shop) -> None:
    told(shop, f"Porcelaine et cafetières. {FILLING}")
    assert outcome(policy, shop).value == 0


def test_without_a_link_it_is_left_to_the_check_of_the_links(shop: Shop) -> None:
    shop.walk(country="IE").page(Stage.HOME).site_page("privacy", "No link to a page “privacy” was found.")
    assert outcome(policy, shop).kind is Kind.NOT_APPLICABLE


def test_of_a_shop_that_did_not_answer_nothing_is_measured(shop: Shop) -> None:
    shop.walk().missed(Stage.HOME, "The shop did not answer.")
    assert outcome(policy, shop).kind is Kind.NOT_MEASURABLE


def test_plain_words_are_points_too(shop: Shop) -> None:
    told(
        shop,
        "Quién los trata: Pisada, S.L. Para qué y con qué base: tramitar los pedidos. Cuánto los guardamos: seis años. "
        f"A quién se los damos: al transportista. Tus derechos. Cookies técnicas. {FILLING}",
        country="ES",
    )
    assert outcome(policy, shop).kind is Kind.PASS


def test_three_points_are_too_many_to_accuse(shop: Shop) -> None:
    told(shop, f"The controller is Nordlys. Your rights. We set one cookie. {FILLING}")
    assert outcome(policy, shop).kind is Kind.WARN
