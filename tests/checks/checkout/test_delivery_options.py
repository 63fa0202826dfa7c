import pytest
from auditor_checks.checkout.delivery_options import delivery_options

from auditor.api import Kind, Stage
from tests.checks.checkout.forms import payment
from tests.checks.judging import outcome, outcomes
from tests.checks.pages import Page
from tests.checks.recordings import Shop


def ways(*texts: str, lang: str = "en") -> Page:
    page = Page("https://shop.example/delivery", lang=lang)
    with page.part("main"), page.form("/delivery"):
        page.text("Delivery method" if lang == "en" else "Versandart", tag="h2")
        for text in texts:
            page.field(text, "radio", attrs={"name": "shipping_method"}, value=text)
    return page


@pytest.mark.parametrize(
    ("lang", "texts", "kind"),
    [
        ("en", ("Standard delivery, Thu 12 Mar, €4.90", "Express delivery, Tue 10 Mar, €9.90"), Kind.PASS),
        ("de", ("DHL Paket, Donnerstag, 12. März, 4,90 €", "DHL Express, 10.03.2026, 9,90 €"), Kind.PASS),
        ("en", ("Standard delivery (3-5 working days) £2.75", "Express delivery (1-2 working days) £4.10"), Kind.WARN),
        ("de", ("DHL Paket 2–3 Werktage 5,95 €", "DHL Express nächster Werktag 14,90 €"), Kind.WARN),
        ("en", ("Standard delivery, may take 3 working days", "Express delivery, may take 1 working day"), Kind.WARN),
        ("en", ("Standard delivery €4.90", "Express delivery €9.90"), Kind.FAIL),
    ],
)
def test_a_day_is_better_than_a_number_of_days_and_that_better_than_nothing(
    shop: Shop, lang: str, texts: tuple[str, ...], kind: Kind
) -> None:
    shop.walk(language=lang).page(Stage.SHIPPING, ways(*texts, lang=lang))
    assert outcome(delivery_options, shop).kind is kind


def test_without_a_choice_it_does_not_apply(shop: Shop) -> None:
    shop.walk().page(Stage.PAYMENT, payment())
    assert outcome(delivery_options, shop).kind is Kind.NOT_APPLICABLE


def test_a_way_that_ended_before_is_not_measurable(shop: Shop) -> None:
    shop.walk().page(Stage.CHECKOUT).missed(Stage.SHIPPING, "The address was refused.")
    assert outcome(delivery_options, shop).kind is Kind.NOT_MEASURABLE


def test_opening_hours_beside_the_choices_are_no_day_of_arrival(shop: Shop) -> None:
    page = ways("Standard delivery €4.90", "Express delivery €9.90")
    box = page.observation["frames"][0]["controls"][0]["box"]
    page.text("Our shelves are open Mon to Sat 9.30", box=(900, box[1], 200, 20))
    shop.walk().page(Stage.SHIPPING, page)
    found = outcome(delivery_options, shop)
    assert (found.kind, found.value) == (Kind.FAIL, 0)


def test_a_day_that_can_be_chosen_passes_in_two_languages(shop: Shop) -> None:
    for mobile, lang, none, days in (
        (False, "en", "No wish", ("12 March", "13 March")),
        (True, "de", "Kein Wunsch", ("12. März", "13. März")),
    ):
        page = ways("DHL", "UPS", lang=lang)
        with page.form("/delivery"):
            page.select("Delivery" if lang == "en" else "Versand", none, *days)
        shop.walk(mobile=mobile, language=lang).page(Stage.SHIPPING, page)
    assert {found.kind for found in outcomes(delivery_options, shop)} == {Kind.PASS}


def two_ways(lang: str) -> Page:
    return ways("Paket 4,90 €", "Express 9,90 €", lang=lang) if lang == "de" else ways("Parcel €4.90", "Express €9.90", lang=lang)


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("en", "Invoice: pay within 30 days of receipt"),
        ("de", "Die Rechnung liegt im Paket und ist 14 Tage nach Erhalt fällig."),
        ("en", "Return it within 30 days, delivery is free"),
        ("fr", "Une question ? 9 h 30 – 17 h 30 en semaine."),
        ("de", "Rückgabe innerhalb von 30 Werktagen, auch nach der Lieferung"),
        ("fr", "Livraison offerte – retour sous 30 jours"),
    ],
)
def test_days_to_pay_or_to_return_are_no_time_of_delivery(shop: Shop, lang: str, words: str) -> None:
    page = two_ways(lang)
    page.text(words, box=(900, 700, 300, 24))
    shop.walk(language=lang).page(Stage.SHIPPING, page)
    assert outcome(delivery_options, shop).kind is Kind.FAIL


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("en", "Delivery takes 2–4 working days."),
        ("de", "Die Lieferzeit beträgt 2–4 Werktage."),
        ("en", "Delivery in 2–4 working days, returns within 30 days"),
    ],
)
def test_a_time_of_delivery_apart_from_the_choices_warns(shop: Shop, lang: str, words: str) -> None:
    page = two_ways(lang)
    page.text(words, box=(900, 700, 300, 24))
    shop.walk(language=lang).page(Stage.SHIPPING, page)
    assert outcome(delivery_options, shop).kind is Kind.WARN


def test_a_note_right_below_the_choices_warns(shop: Shop) -> None:
    page = two_ways("en")
    page.text("2–4 working days")
    shop.walk().page(Stage.SHIPPING, page)
    assert outcome(delivery_options, shop).kind is Kind.WARN


@pytest.mark.parametrize(("lang", "text"), [("fr", "Chronopost, mardi 1er décembre, 9,90 €"), ("en", "Standard, arrives June 2nd, €4.90")])
def test_the_first_of_a_month_is_a_day(shop: Shop, lang: str, text: str) -> None:
    shop.walk(language=lang).page(Stage.SHIPPING, ways(text, lang=lang))
    assert outcome(delivery_options, shop).kind in {Kind.PASS, Kind.NOT_APPLICABLE}


@pytest.mark.parametrize(
    ("lang", "words", "kind"),
    [
        ("en", "Estimated delivery: Tuesday, December 5", Kind.WARN),
        ("de", "Lieferung: Dienstag, 5. Dezember", Kind.WARN),
        ("de", "Lieferung voraussichtlich Mi, 03.12.", Kind.WARN),
        ("de", "Ankunft: Di. 5. Dezember", Kind.WARN),
        ("fr", "Vous recevrez votre colis mardi 5 décembre", Kind.WARN),
        ("es", "Recibirás tu pedido el martes, 5 de diciembre", Kind.WARN),
        ("it", "Riceverai il pacco martedì 5 dicembre", Kind.WARN),
        ("nl", "Ontvang je pakket dinsdag 5 december", Kind.WARN),
        ("en", "Invoice date: Tuesday, December 5", Kind.FAIL),
        ("en", "Delivery is free. Monday, December 5 is a holiday", Kind.FAIL),
        ("de", "Rechnung vom Dienstag, 5. Dezember", Kind.FAIL),
    ],
)
def test_a_date_with_commas_and_points_is_read_as_one(shop: Shop, lang: str, words: str, kind: Kind) -> None:
    page = two_ways(lang)
    page.text(words, box=(900, 700, 300, 24))
    shop.walk(language=lang).page(Stage.SHIPPING, page)
    assert outcome(delivery_options, shop).kind is kind
