import pytest
from auditor_checks.trust.no_confirmshaming import no_confirmshaming

from auditor.api import Kind, Stage
from tests.checks.judging import outcome
from tests.checks.pages import Page
from tests.checks.recordings import Shop


def offering(label: str) -> Page:
    page = Page()
    page.button(label)
    return page


@pytest.mark.parametrize(
    "label",
    [
        "No thanks, I don’t like saving money",
        "No, I'd rather pay full price",
        "Nein, ich möchte nicht sparen",
        "Non merci, je préfère payer plus",
        "No, prefiero pagar más",
        "Nee, ik betaal liever de volle prijs",
        "Nej tak, jeg betaler fuld pris",
        "Nein danke, ich zahle den vollen Preis",
    ],
)
def test_refusals_that_shame_fail(shop: Shop, label: str) -> None:
    shop.walk().page(Stage.HOME, offering(label)).page(Stage.CART, offering(label))
    found = outcome(no_confirmshaming, shop)
    assert (found.kind, found.value) == (Kind.FAIL, 1)


@pytest.mark.parametrize(
    "label",
    [
        "No thanks",
        "No thanks, I don't want emails",
        "Nein danke",
        "Ich möchte keinen Newsletter",
        "Pay full amount",
        "Ich zahle den vollen Betrag",
        "Jeg betaler med kort",
    ],
)
def test_plain_refusals_pass(shop: Shop, label: str) -> None:
    shop.walk().page(Stage.HOME, offering(label))
    assert outcome(no_confirmshaming, shop).kind is Kind.PASS


def test_without_any_page_it_is_not_measurable(shop: Shop) -> None:
    shop.walk().missed(Stage.HOME, "The address did not answer.")
    assert outcome(no_confirmshaming, shop).kind is Kind.NOT_MEASURABLE


@pytest.mark.parametrize(
    ("label", "kind"),
    [("No thanks, I'd rather pay full price", Kind.FAIL), ("Non merci, je préfère payer plein tarif", Kind.FAIL), ("No thanks", Kind.PASS)],
)
def test_a_window_that_comes_later_is_read_too(shop: Shop, label: str, kind: Kind) -> None:
    layer = {"kind": "newsletter", "blocking": True, "share": 1.0, "came": 3012, "labels": ["Subscribe", label], "words": ""}
    shop.walk().page(Stage.HOME).probe("linger", {"url": "https://shop.example/", "turning": [], "layers": [layer]})
    assert outcome(no_confirmshaming, shop).kind is kind


@pytest.mark.parametrize(
    "label",
    [
        "No thanks, I like killing plants at full price",
        "No, I'll risk it",
        "Nein, ich riskiere es",
        "No, preferisco rischiare e buttare via i miei soldi",
        "Non, je prends le risque",
        "No, prefiero arriesgarme",
    ],
)
def test_who_refuses_is_not_made_to_say_what_a_fool_would(shop: Shop, label: str) -> None:
    shop.walk().page(Stage.HOME, offering(label))
    assert outcome(no_confirmshaming, shop).kind is Kind.FAIL


@pytest.mark.parametrize(
    "label", ["Buy at full price", "At your own risk", "No insurance, thanks", "Nein, ohne Versicherung", "Risiko verstanden"]
)
def test_plain_words_about_price_and_risk_are_none(shop: Shop, label: str) -> None:
    shop.walk().page(Stage.HOME, offering(label))
    assert outcome(no_confirmshaming, shop).kind is Kind.PASS


@pytest.mark.parametrize(
    "label",
    [
        "No, prefiero que se me estropeen las cartas",
        "No, me da igual perder piezas",
        "No, I don't mind losing pieces",
        "Nein, das ist mir egal",
    ],
)
def test_who_refuses_is_not_made_to_say_that_a_loss_is_all_the_same(shop: Shop, label: str) -> None:
    shop.walk().page(Stage.HOME, offering(label))
    assert outcome(no_confirmshaming, shop).kind is Kind.FAIL


@pytest.mark.parametrize(
    "label",
    [
        "Can I return full price items?",
        "Muss ich den vollen Preis zahlen?",
        "Prefiero que me lo envíen a casa",
        "Preferisco che mi contattiate via e-mail",
        "Ist mir egal",
        "Me da igual",
        "I don't mind if it is left with a neighbour",
        "Notice: I pay the full price",
    ],
)
def test_without_a_refusal_before_them_such_words_are_none(shop: Shop, label: str) -> None:
    shop.walk().page(Stage.HOME, offering(label))
    assert outcome(no_confirmshaming, shop).kind is Kind.PASS
