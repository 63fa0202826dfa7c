import pytest
from auditor_checks.checkout.no_prechecked_extras import no_prechecked_extras

from auditor.api import Kind, Outcome, Stage
from tests.checks.checkout.forms import cart
from tests.checks.judging import outcome
from tests.checks.pages import Page
from tests.checks.recordings import Shop


def with_box(label: str, *, ticked: bool, lang: str = "en") -> Page:
    page = cart(lang=lang)
    with page.part("main"):
        page.checkbox(label, ticked=ticked)
    return page


def test_an_empty_box_passes(shop: Shop) -> None:
    shop.walk().page(Stage.CART, with_box("Gift wrapping, €2.50", ticked=False))
    assert outcome(no_prechecked_extras, shop).kind is Kind.PASS


def test_a_ticked_extra_fails_and_is_quoted(shop: Shop) -> None:
    shop.walk().page(Stage.CART, with_box("Gift wrapping, €2.50", ticked=True))
    found = outcome(no_prechecked_extras, shop)
    assert (found.kind, found.value) == (Kind.FAIL, 1)
    assert "Gift wrapping" in found.message


def test_a_ticked_insurance_fails_in_german(shop: Shop) -> None:
    shop.walk(language="de").page(Stage.CART, with_box("Transportversicherung für 1,99 €", ticked=True, lang="de"))
    assert outcome(no_prechecked_extras, shop).kind is Kind.FAIL


def test_a_ticked_box_that_costs_nothing_passes(shop: Shop) -> None:
    shop.walk().page(Stage.CART, with_box("Send me a receipt on paper", ticked=True))
    assert outcome(no_prechecked_extras, shop).kind is Kind.PASS


def test_a_subscription_chosen_beside_the_single_purchase_fails(shop: Shop) -> None:
    page = Page("https://shop.example/tea")
    with page.form("/cart/add"):
        page.field("One-time purchase", "radio", attrs={"name": "plan"})
        page.field("Subscribe and save 10 %", "radio", attrs={"name": "plan"}, checked=True, default_checked=True)
    shop.walk().page(Stage.PRODUCT, page).page(Stage.CART, cart())
    assert outcome(no_prechecked_extras, shop).kind is Kind.FAIL


def test_a_product_page_alone_is_not_measurable(shop: Shop) -> None:
    shop.walk().page(Stage.PRODUCT).missed(Stage.CART, "Nothing could be added.")
    assert outcome(no_prechecked_extras, shop).kind is Kind.NOT_MEASURABLE


# -- choices with several answers -------------------------------------------------------------------------


DELIVERY = ("Standard delivery €4.90", "Express €9.90", "Pick up in store, free")


def choosing(name: str, *answers: str, ticked: int = 0, page: Page | None = None, lang: str = "en", label: str = "") -> Page:
    """A page with a question put as radio buttons, one answer given already unless `ticked` is -1."""
    page = page or Page("https://shop.example/checkout", lang=lang)
    with page.part("main"), page.form("/checkout"):
        if label:
            page.text(label, tag="h2")
        for place, answer in enumerate(answers):
            on = place == ticked
            page.field(answer, "radio", attrs={"name": name}, value=str(place), checked=on, default_checked=on, named_by="label")
    return page


def listing(label: str, *options: str, preset: int, lang: str = "en", chosen: int | None = None) -> Page:
    """A cart with a drop-down list that had an answer when it was first seen."""
    page = cart(lang=lang)
    with page.part("main"):
        page.select(label, *options, chosen=preset if chosen is None else chosen)
    for place, option in enumerate(page._frame["controls"][-1]["options"]):
        option[:] = [f"v{place}", option[1], option[2] | (4 if place == preset else 0)]
    return page


def judged(shop: Shop, page: Page, stage: Stage = Stage.CART, *, language: str = "en", delivery: bool = True) -> Outcome:
    walk = shop.walk(language=language)
    if stage is not Stage.CART:
        walk.page(Stage.CART, cart(lang=language))
    walk.page(stage, page)
    if delivery:
        walk.page(Stage.PAYMENT, choosing("shipping_method", *DELIVERY))
    return outcome(no_prechecked_extras, shop)


@pytest.mark.parametrize(
    ("language", "paid", "free"),
    [
        ("en", "With breakage cover €0.90", "Without breakage cover €0.00"),
        ("de", "Mit Bruchschutz 0,90 € Wir ersetzen sofort.", "Ohne Bruchschutz 0,00 €"),
        ("de", "Mit Bruchschutz (+ 0,90 €)", "Keinen Bruchschutz"),
        ("it", "Protezione rotture 0,90 €", "Nessuna protezione"),
        ("fr", "Garantie casse 0,90 €", "Sans garantie"),
    ],
)
def test_a_paid_answer_given_in_advance_fails(shop: Shop, language: str, paid: str, free: str) -> None:
    found = judged(shop, choosing("cover", paid, free, lang=language), Stage.SHIPPING, language=language)
    assert (found.kind, found.value) == (Kind.FAIL, 1)
    assert paid[:12] in found.message


@pytest.mark.parametrize(
    ("language", "label", "paid", "free"),
    [
        ("it", "Imballo", "Scatola doppia (+ 3,50 €)", "Scatola semplice (compresa)"),
        ("en", "Packing", "Double box (+ £3.50)", "Plain box (included)"),
        ("de", "Verpackung", "Doppelter Karton (+ 3,50 €)", "Einfacher Karton (kostenlos)"),
    ],
)
def test_a_paid_entry_of_a_list_chosen_in_advance_fails(shop: Shop, language: str, label: str, paid: str, free: str) -> None:
    found = judged(shop, listing(label, paid, free, preset=0, lang=language), language=language)
    assert (found.kind, found.value) == (Kind.FAIL, 1)


def test_an_older_recording_knows_from_the_source_what_a_list_was_sent_with(shop: Shop) -> None:
    page = listing("Packing", "Plain box (included)", "Double box (+ £3.50)", preset=-1, chosen=1)
    page._frame["controls"][-1]["attrs"] = {"name": "packing"}
    page.html = '<select name="packing"><option value="v0">Plain box</option><option value="v1" selected>Double box</option></select>'
    assert judged(shop, page).kind is Kind.FAIL


def test_an_answer_that_the_shopper_gave_passes(shop: Shop) -> None:
    found = judged(shop, listing("Packing", "Plain box (included)", "Double box (+ £3.50)", preset=0, chosen=1))
    assert found.kind is Kind.PASS


def test_a_page_that_repeats_what_was_answered_before_passes(shop: Shop) -> None:
    answers = ("With breakage cover €0.90", "Without breakage cover €0.00")
    walk = shop.walk().page(Stage.CART, cart()).page(Stage.ADDRESS, choosing("cover", *answers, ticked=-1))
    walk.page(Stage.SHIPPING, choosing("cover", *answers)).page(Stage.PAYMENT, choosing("shipping_method", *DELIVERY))
    assert outcome(no_prechecked_extras, shop).kind is Kind.PASS


@pytest.mark.parametrize(
    ("language", "answers"),
    [
        ("en", ("Standard delivery €4.90", "Pick up in store, free")),
        ("de", ("DHL-Paket 4,95 €", "Abholung im Laden kostenlos")),
        ("en", ("Cash on delivery €2.00", "Bank transfer €0.00")),
        ("de", ("Nachnahme 2,00 €", "Vorkasse 0,00 €")),
    ],
)
def test_delivery_and_payment_may_be_chosen_in_advance(shop: Shop, language: str, answers: tuple[str, str]) -> None:
    assert judged(shop, choosing("way", *answers, lang=language), Stage.SHIPPING, language=language).kind is Kind.PASS


def test_what_may_be_the_choice_of_delivery_is_not_accused(shop: Shop) -> None:
    """Its words are unknown, and no other choice of the way is known as that of delivery."""
    page = choosing("way", "Carrier, to the door £5.95", "You come by £0.00")
    assert judged(shop, page, Stage.SHIPPING, delivery=False).kind is Kind.PASS


@pytest.mark.parametrize(
    ("label", "options"),
    [
        ("Packing", ("Double box (+ £3.50)", "Triple box (+ £5.00)")),  # nothing costs nothing
        ("Packing", ("Double box (+ £3.50)", "Plain box")),  # nobody says that it is free
        ("Packing", ("Double box, free over £50, else £3.50", "Plain box (included)")),
        ("Points", ("Use my points (-£3.50)", "No points")),
        ("Size", ("Large (+ £3.50)", "Small (included)")),
        ("Größe", ("XL (+ 3,50 €)", "M (inklusive)")),
        ("Packing", ("Plain box (included)", "Double box (+ £3.50)")),
    ],
)
def test_near_misses_pass(shop: Shop, label: str, options: tuple[str, ...]) -> None:
    language = "de" if label == "Größe" else "en"
    assert judged(shop, listing(label, *options, preset=0, lang=language), language=language).kind is Kind.PASS


@pytest.mark.parametrize(
    ("paid", "kind"), [("Stoneware lid + €5.00", Kind.PASS), ("Gift wrapping + €5.00", Kind.FAIL)], ids=["variant", "extra"]
)
def test_on_a_product_page_only_named_extras_count(shop: Shop, paid: str, kind: Kind) -> None:
    page = choosing("lid", paid, "No lid", page=Page("https://shop.example/vase"))
    shop.walk().page(Stage.PRODUCT, page).page(Stage.CART, cart()).page(Stage.PAYMENT, choosing("shipping_method", *DELIVERY))
    assert outcome(no_prechecked_extras, shop).kind is kind


@pytest.mark.parametrize(
    ("label", "lang"), [("Free gift wrapping", "en"), ("Geschenkverpackung (gratis)", "de"), ("No insurance, thanks", "en")]
)
def test_what_is_free_or_declines_is_no_paid_extra(shop: Shop, label: str, lang: str) -> None:
    shop.walk(language=lang).page(Stage.CART, with_box(label, ticked=True, lang=lang))
    assert outcome(no_prechecked_extras, shop).kind is Kind.PASS
