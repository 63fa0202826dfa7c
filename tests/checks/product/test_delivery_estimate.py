import pytest
from auditor_checks.product.delivery_estimate import delivery_estimate

from auditor.api import Kind, Stage
from tests.checks.judging import outcome
from tests.checks.product.product_pages import product
from tests.checks.recordings import Shop


@pytest.mark.parametrize(
    ("line", "lang", "kind"),
    [
        ("Arrives Tue 1 Dec – Thu 3 Dec", "en", Kind.PASS),
        ("Lieferung voraussichtlich 03.12. bis 05.12.", "de", Kind.PASS),
        ("Lieferung am Mittwoch", "de", Kind.PASS),
        ("Delivery in 2–4 working days", "en", Kind.WARN),
        ("Standard delivery €4.90", "en", Kind.FAIL),
        ("zuzüglich 4,90 € Versand mit DHL", "de", Kind.FAIL),
        ("Ask us about delivery", "en", Kind.WARN),
        ("A vase for a single branch.", "en", Kind.FAIL),
    ],
)
def test_what_the_page_tells_of_the_arrival(shop: Shop, line: str, lang: str, kind: Kind) -> None:
    shop.walk(language=lang).page(Stage.PRODUCT, product(line, lang=lang))
    assert outcome(delivery_estimate, shop).kind is kind


@pytest.mark.parametrize(
    ("line", "lang"),
    [
        ("Order today and it should be on your doorstep between Wednesday 2 December and Friday 4 December.", "en"),
        ("Order by noon: with you on December 2nd", "en"),
        ("Bis 15 Uhr bestellt, ist es zwischen Mittwoch, 2. Dezember, und Freitag, 4. Dezember, bei Ihnen.", "de"),
        ("Heute bestellt, am 02.12. bei dir", "de"),
        ("Vandaag vóór 21.00 uur besteld? Dan valt het maandag 30 november op de mat.", "nl"),
        ("Commandé aujourd'hui, chez vous mardi 1er décembre", "fr"),
        ("Zamów dziś, u Ciebie w środę 2 grudnia", "pl"),
        ("Tilaa nyt, perillä 2. joulukuuta", "fi"),
        ("Pídelo hoy y lo tienes en tu casa el 2 de diciembre", "es"),
        ("Si lo pides hoy, lo tienes en casa el miércoles 2 de diciembre como muy tarde.", "es"),
        ("Ordered now, with you by 4 January", "en"),  # of the year to come
        ("On your porch Wed, Dec 2 to Fri, Dec 4 with ground service", "en"),
        ("Entre le mardi 2 décembre et le vendredi 5 décembre devant votre porte", "fr"),
        ("12月2日にお届け", "ja"),
    ],
)
def test_a_day_soon_on_which_an_order_comes_is_the_day_of_arrival(shop: Shop, line: str, lang: str) -> None:
    shop.walk(language=lang).page(Stage.PRODUCT, product(line, lang=lang))
    assert outcome(delivery_estimate, shop).value == "date"


@pytest.mark.parametrize(
    ("line", "lang"),
    [
        ("Order today: the winter sale ends on Sunday 30 November", "en"),
        ("Order by 30 November and save £5", "en"),
        ("Winter sale from 2 December to 4 December", "en"),
        ("Concert du 2 décembre au 4 décembre", "fr"),
        ("Bis 30. November bestellen: 10 % auf alles", "de"),
        ("Jetzt vorbestellen: erscheint am 10. Dezember", "de"),
        ("Bestellt bis 24. Dezember, umgetauscht bis 3. Januar", "de"),
        ("Ordered in time: returned until 4 January", "en"),
        ("Bestel nu! De actie eindigt op 30 november.", "nl"),
        ("Reading with the author on 3 December", "en"),  # no word of ordering
        ("Si lo pides hoy, la oferta acaba el 30 de noviembre", "es"),
        ("I ordered it on 2 November, what a beauty", "en"),  # gone by
        ("Get it framed: the prints of 12 March 2027 are not made yet", "en"),  # far ahead
        ("A vase for 2 branches. May be put outdoors. Order one!", "en"),
    ],
)
def test_other_days_are_no_day_of_arrival(shop: Shop, line: str, lang: str) -> None:
    shop.walk(language=lang).page(Stage.PRODUCT, product(line, lang=lang))
    assert outcome(delivery_estimate, shop).value != "date"


@pytest.mark.parametrize(
    ("label", "day", "lang", "dated"),
    [
        ("Bei Ihnen", "Mi, 2. Dezember – Fr, 4. Dezember", "de", True),
        ("Get it by", "Wed, Dec 2", "en", True),
        ("Erscheint", "2. Dezember", "de", False),
        ("Offer ends", "Wed, Dec 2", "en", False),
        ("Add to order", "The concert of the year is on 2 December", "en", False),
    ],
)
def test_a_bare_day_is_what_its_label_says(shop: Shop, label: str, day: str, lang: str, *, dated: bool) -> None:
    shop.walk(language=lang).page(Stage.PRODUCT, product(label, day, lang=lang))
    assert (outcome(delivery_estimate, shop).value == "date") is dated


@pytest.mark.parametrize(
    ("line", "lang", "kind"),
    [
        ("30 dagen passen", "nl", Kind.FAIL),
        ("30 Tage Bedenkzeit, das Rückporto geht auf uns", "de", Kind.FAIL),
        ("60 days to try it at home", "en", Kind.FAIL),
        ("Levertijd 30 dagen", "nl", Kind.WARN),
        ("14–21 Tage", "de", Kind.WARN),
        ("3 dagen", "nl", Kind.WARN),
    ],
)
def test_days_of_trying_on_are_no_delivery_time(shop: Shop, line: str, lang: str, kind: Kind) -> None:
    shop.walk(language=lang).page(Stage.PRODUCT, product(line, lang=lang))
    assert outcome(delivery_estimate, shop).kind is kind


def test_an_english_weekday_cut_short_is_a_word_in_other_languages(shop: Shop) -> None:
    shop.walk(language="sv").page(Stage.PRODUCT, product("Fri frakt över 600 kr", lang="sv"))
    assert outcome(delivery_estimate, shop).value == "none"


@pytest.mark.parametrize(
    ("line", "lang"),
    [("Delivery may take 3-5 working days", "en"), ("Lieferzeit 1/2 Wochen", "de"), ("A entrega pode ter atrasos de 2 dias", "pt")],
)
def test_words_and_numbers_that_only_look_like_days_are_none(shop: Shop, line: str, lang: str) -> None:
    shop.walk(language=lang).page(Stage.PRODUCT, product(line, lang=lang))
    assert outcome(delivery_estimate, shop).kind is not Kind.PASS


@pytest.mark.parametrize(("words", "line", "lang"), [("Delivery", "Delivery €4.90", "en"), ("Versand", "Versandkostenfrei", "de")])
@pytest.mark.parametrize(("part", "kind"), [("main", Kind.WARN), ("header", Kind.WARN), ("footer", Kind.FAIL)])
def test_what_delivery_costs_tells_no_time_but_a_link_may_lead_to_it(
    shop: Shop, words: str, line: str, lang: str, part: str, kind: Kind
) -> None:
    page = product(line, lang=lang)
    with page.part(part):
        page.link(words, "/delivery", box=(700, 20, 100, 20))
    shop.walk(language=lang).page(Stage.PRODUCT, page)
    assert outcome(delivery_estimate, shop).kind is kind


@pytest.mark.parametrize(
    ("line", "kind"),
    [("Freu dich auf den 3. Dezember", Kind.WARN), ("Bis 3. Dezember 20 % auf alles", Kind.FAIL), ("Seit 3. März 1998", Kind.FAIL)],
)
def test_a_day_soon_in_words_of_the_shops_own_may_be_that_of_arrival(shop: Shop, line: str, kind: Kind) -> None:
    shop.walk(language="de").page(Stage.PRODUCT, product(line, lang="de"))
    assert outcome(delivery_estimate, shop).kind is kind
