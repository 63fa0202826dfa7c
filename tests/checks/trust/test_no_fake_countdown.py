import pytest
from auditor_checks.trust.no_fake_countdown import no_fake_countdown

from auditor.api import Kind, Stage
from tests.checks.judging import outcome
from tests.checks.pages import Page
from tests.checks.recordings import Shop


def showing(text: str, holder: str = "div.offer") -> Page:
    page = Page()
    with page.part(holder):
        page.text(text)
    return page


def twice(shop: Shop, first: Page, second: Page, *, stage: Stage = Stage.HOME, steps: int = 12) -> None:
    """Two visits, `steps` seconds apart."""
    for mobile, page in ((False, first), (True, second)):
        walk = shop.walk(mobile=mobile).page(stage, page)
        for _ in range(0 if mobile else steps):
            walk.page(Stage.PAYMENT)


def test_clock_that_begins_anew_fails(shop: Shop) -> None:
    twice(shop, showing("Ends in 02:00:00"), showing("Ends in 01:59:59"))
    found = outcome(no_fake_countdown, shop)
    assert (found.kind, found.value, found.findings[0].key) == (Kind.FAIL, 1, "countdown home")


def test_clock_that_runs_on_passes(shop: Shop) -> None:
    twice(shop, showing("Ends in 02:00:00"), showing("Ends in 01:59:45"))
    assert outcome(no_fake_countdown, shop).kind is Kind.PASS


def test_visits_too_close_prove_nothing(shop: Shop) -> None:
    twice(shop, showing("Ends in 02:00:00"), showing("Ends in 02:00:00"), steps=5)
    assert outcome(no_fake_countdown, shop).kind is Kind.PASS


def test_a_fast_walk_is_long_enough_to_tell(shop: Shop) -> None:
    twice(shop, showing("Ends in 02:00:00"), showing("Ends in 01:59:59"), steps=8)
    assert outcome(no_fake_countdown, shop).kind is Kind.FAIL


def test_a_clock_that_runs_on_passes_in_a_fast_walk_too(shop: Shop) -> None:
    """The least time apart, and each clock read up to a second late."""
    twice(shop, showing("Ends in 02:00:00"), showing("Ends in 01:59:55"), steps=6)
    found = outcome(no_fake_countdown, shop)
    assert (found.kind, found.value) == (Kind.PASS, 0)


def test_minutes_count_only_where_markup_calls_them_a_countdown(shop: Shop) -> None:
    twice(shop, showing("14:00"), showing("14:00"))
    assert outcome(no_fake_countdown, shop).kind is Kind.PASS


def test_kept_cart_only_warns(shop: Shop) -> None:
    kept = showing("Reserved for 09:58", "div.cart-countdown")
    twice(shop, kept, kept, stage=Stage.CART)
    assert outcome(no_fake_countdown, shop).kind is Kind.WARN


def test_one_visit_is_not_enough(shop: Shop) -> None:
    shop.walk().page(Stage.HOME, showing("Ends in 02:00:00"))
    assert outcome(no_fake_countdown, shop).kind is Kind.NOT_MEASURABLE


def test_a_length_is_no_countdown(shop: Shop) -> None:
    twice(shop, showing("Playing time 01:20:00"), showing("Playing time 01:20:00"))
    found = outcome(no_fake_countdown, shop)
    assert (found.kind, found.value) == (Kind.PASS, 0)


def test_words_in_the_language_of_the_page_tell_a_countdown(shop: Shop) -> None:
    page = Page(lang="de")
    page.text("Nur noch")
    page.text("02:00:00")
    first = shop.walk(language="de").page(Stage.HOME, page)
    for _ in range(12):
        first.page(Stage.PAYMENT)
    shop.walk(mobile=True, language="de").page(Stage.HOME, page)
    assert outcome(no_fake_countdown, shop).kind is Kind.FAIL


def test_an_hour_until_which_to_order_is_no_countdown(shop: Shop) -> None:
    page = showing("Order before 14:30, delivered tomorrow", "div.delivery-timer")
    twice(shop, page, page)
    assert outcome(no_fake_countdown, shop).kind is Kind.PASS


@pytest.mark.parametrize("said", ["Offer ends today at 23:59:59", "Ends in 00:00:00", "The offer ended: 00:00:00"])
def test_a_time_of_day_and_a_clock_that_is_over_do_not_run(shop: Shop, said: str) -> None:
    twice(shop, showing(said), showing(said))
    assert outcome(no_fake_countdown, shop).kind is Kind.PASS


def test_a_length_beside_the_stock_is_no_countdown(shop: Shop) -> None:
    page = Page()
    page.text("Only 2 left")
    page.text("00:45:12")
    twice(shop, page, page)
    assert outcome(no_fake_countdown, shop).kind is Kind.PASS


def test_an_hour_of_the_day_in_german_is_no_countdown(shop: Shop) -> None:
    page = Page(lang="de")
    page.text("Angebot endet am 30.11.2026 um 23:59:59")
    for mobile in (False, True):
        walk = shop.walk(mobile=mobile, language="de").page(Stage.HOME, page)
        for _ in range(12):
            walk.page(Stage.PAYMENT)
    assert outcome(no_fake_countdown, shop).kind is Kind.PASS


@pytest.mark.parametrize(
    ("first", "second", "kind"),
    [
        ("Only 2 h 59 min 00 s left", "Only 2 h 58 min 59 s left", Kind.FAIL),
        ("2 Std. 59 Min. 0 Sek.", "2 Std. 59 Min. 0 Sek.", Kind.FAIL),
        ("2 heures 59 minutes et 0 seconde", "2 heures 59 minutes et 0 seconde", Kind.FAIL),
        ("Only 2 h 59 min 00 s left", "Only 2 h 58 min 44 s left", Kind.PASS),
        ("Only 2 h 59 min left", "Only 2 h 59 min left", Kind.PASS),
    ],
)
def test_a_clock_with_its_units_in_letters_is_one(shop: Shop, first: str, second: str, kind: Kind) -> None:
    twice(shop, showing(first, "div.countdown"), showing(second, "div.countdown"))
    assert outcome(no_fake_countdown, shop).kind is kind


@pytest.mark.parametrize("text", ["Noch 03:12 Std.", "Order within 03:12 hrs", "encore 03:12 heures"])
def test_hours_and_minutes_are_no_minutes_and_seconds(shop: Shop, text: str) -> None:
    twice(shop, showing(text, "span.shipping-countdown"), showing(text, "span.shipping-countdown"))
    assert outcome(no_fake_countdown, shop).kind is Kind.PASS


def in_language(shop: Shop, lang: str, first: str, second: str, holder: str) -> None:
    for mobile, text in ((False, first), (True, second)):
        page = Page(lang=lang)
        with page.part(holder):
            page.text(text)
        walk = shop.walk(mobile=mobile, language=lang).page(Stage.HOME, page)
        for _ in range(0 if mobile else 40):
            walk.page(Stage.PAYMENT)


@pytest.mark.parametrize(
    ("lang", "first", "second", "holder", "kind"),
    [
        ("sv", "Priserna gäller bara i 14:53 till.", "Priserna gäller bara i 14:53 till.", "p.promo-timer", Kind.FAIL),
        ("sv", "Beställ före 14:30, skickas i dag", "Beställ före 14:30, skickas i dag", "p.promo-timer", Kind.PASS),
        ("de", "Bestellung 14:30 Uhr, Versand heute", "Bestellung 14:30 Uhr, Versand heute", "p.promo-timer", Kind.PASS),
        ("fr", "14:58", "14:57", "p.rebours", Kind.FAIL),
        ("es", "14:58", "14:57", "p.cuenta-atras", Kind.FAIL),
        ("pl", "29:58", "29:57", "strong.js-licznik", Kind.FAIL),
        ("fr", "14:58", "14:57", "p.duree", Kind.PASS),
        ("en", "14:58", "14:50", "p.countdown", Kind.FAIL),  # the phone came a little later to the page than the desktop had
        ("en", "14:58", "14:18", "p.countdown", Kind.PASS),  # as many seconds as lie between the visits
        ("en", "14:58", "14:30", "p.countdown", Kind.PASS),
    ],
)
def test_minutes_that_begin_anew_are_told_from_those_that_run_on(
    shop: Shop, lang: str, first: str, second: str, holder: str, kind: Kind
) -> None:
    in_language(shop, lang, first, second, holder)
    assert outcome(no_fake_countdown, shop).kind is kind


@pytest.mark.parametrize(
    ("lang", "before", "kind"),
    [
        ("fr", "Le coffret à 34,50 €. Ce prix s'envole dans", Kind.FAIL),
        ("fr", "Le coffret part demain, commandez avant", Kind.PASS),
        ("de", "Versand heute bis", Kind.PASS),
        ("de", "Bis hierher und weiter: der Preis steigt in", Kind.FAIL),
    ],
)
def test_the_sentence_that_a_clock_ends_tells_whether_it_runs(shop: Shop, lang: str, before: str, kind: Kind) -> None:
    page = Page(lang=lang)
    page.text(before)
    with page.part("p.countdown"):
        page.text("15:00")
    for mobile in (False, True):
        walk = shop.walk(mobile=mobile, language=lang).page(Stage.HOME, page)
        for _ in range(12):
            walk.page(Stage.PAYMENT)
    assert outcome(no_fake_countdown, shop).kind is kind


def deals(*clocks: str) -> Page:
    page = Page()
    for clock in clocks:
        with page.part("div.deal"):
            page.text(f"Ends in {clock}")
    return page


@pytest.mark.parametrize(
    ("first", "second", "kind"),
    [
        (("5:00:00", "4:59:00"), ("4:59:05", "4:58:05"), Kind.PASS),  # each ran on, and one comes near to the other
        (("5:00:00", "4:59:00"), ("4:59:00", "4:58:00"), Kind.PASS),  # each ran on, and one shows what the other had shown
        (("5:00:00", "4:30:00"), ("4:59:59", "4:29:59"), Kind.FAIL),  # both begin anew
        (("5:00:00", "4:30:00"), ("4:59:59", "4:29:00"), Kind.FAIL),  # one of them does
        (("5:00:00",), ("4:59:50",), Kind.FAIL),  # alone, it may have been met a little later
    ],
)
def test_of_several_clocks_none_is_taken_for_another(shop: Shop, first: tuple[str, ...], second: tuple[str, ...], kind: Kind) -> None:
    twice(shop, deals(*first), deals(*second), steps=60)
    assert outcome(no_fake_countdown, shop).kind is kind


@pytest.mark.parametrize(
    ("lang", "lead", "named", "first", "second", "kind"),
    [
        ("en", "Flash pricing ends in", "data-countdown", "15:00", "15:00", Kind.FAIL),
        ("de", "Der Blitzpreis verfliegt:", "data-countdown", "14:58", "14:57", Kind.FAIL),
        ("sv", "Priset slutar gälla om", "data-timer", "14:58", "14:58", Kind.FAIL),
        ("en", "Flash pricing ends in", "data-countdown", "15:00", "14:20", Kind.PASS),  # it ran on
        ("en", "Flash pricing ends in", "data-label", "15:00", "15:00", Kind.PASS),  # nothing says that it runs
        ("en", "See how it is made", "data-timer", "03:45", "03:45", Kind.PASS),  # the length of a film
        ("de", "So entsteht sie", "data-timer", "03:45", "03:45", Kind.PASS),
        ("en", "Order before", "data-countdown", "14:30", "14:30", Kind.PASS),
    ],
)
def test_an_attribute_may_name_the_countdown(shop: Shop, lang: str, lead: str, named: str, first: str, second: str, kind: Kind) -> None:
    for mobile, clock in ((False, first), (True, second)):
        page = Page(lang=lang)
        with page.part("p.flash"):
            line = page.text(f"{lead} {clock}")
            with page.inside(line):
                page.text(clock, tag="span")
        page.html = f'<html><body><p class="flash"><b>{lead}</b> <span {named}="">{clock}</span></p></body></html>'
        walk = shop.walk(mobile=mobile, language=lang).page(Stage.HOME, page)
        for _ in range(0 if mobile else 40):
            walk.page(Stage.PAYMENT)
    found = outcome(no_fake_countdown, shop)
    assert (found.kind, len(found.findings)) == (kind, int(kind is Kind.FAIL))


@pytest.mark.parametrize(
    ("lead", "after", "kind"),
    [
        ("Order within", "for delivery tomorrow", Kind.PASS),
        ("Deal ends in", "hurry", Kind.FAIL),
    ],
)
def test_hours_until_the_parcels_leave_are_no_minutes(shop: Shop, lead: str, after: str, kind: Kind) -> None:
    first, second = Page(), Page()
    for page, clock in ((first, "02:13"), (second, "02:12")):
        with page.part("p.countdown"):
            page.text(lead)
            page.text(clock)
            page.text(after)
    twice(shop, first, second, steps=60)
    assert outcome(no_fake_countdown, shop).kind is kind
