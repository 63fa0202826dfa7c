import pytest
from auditor_checks.postpurchase.returns_self_service import returns_self_service

from auditor.api import Kind, Stage
from tests.checks.judging import outcome
from tests.checks.linked import linked
from tests.checks.pages import Page
from tests.checks.recordings import Shop


@pytest.mark.parametrize(
    ("label", "lang", "kind"),
    [
        ("Start your return", "en", Kind.PASS),
        ("Retoure anmelden", "de", Kind.PASS),
        ("Contact", "en", Kind.WARN),
    ],
)
def test_links_of_the_returns_page(shop: Shop, label: str, lang: str, kind: Kind) -> None:
    shop.walk(language=lang).page(Stage.HOME).site_page("returns", linked(lang=lang, links=(label,)))
    assert outcome(returns_self_service, shop).kind is kind


def test_a_form_that_asks_for_the_order_counts(shop: Shop) -> None:
    page = linked()
    with page.part("main"), page.form():
        page.field("Order number")
    shop.walk().page(Stage.HOME).site_page("returns", page)
    assert outcome(returns_self_service, shop).kind is Kind.PASS


@pytest.mark.parametrize(("label", "lang"), [("Odstąpienie od umowy", "pl"), ("Start your return", "en")])
def test_a_link_to_the_page_itself_begins_nothing(shop: Shop, label: str, lang: str) -> None:
    page = linked(lang=lang, place=label.casefold().replace(" ", "-"), links=(label,))
    shop.walk(language=lang).page(Stage.HOME).site_page("returns", page)
    assert outcome(returns_self_service, shop).kind is Kind.WARN


@pytest.mark.parametrize(
    ("label", "lang", "kind"),
    [
        ("Formulaire de rétractation à imprimer", "fr", Kind.WARN),
        ("Withdrawal form (PDF)", "en", Kind.WARN),
        ("Print your return label", "en", Kind.PASS),
        ("Retourenlabel drucken", "de", Kind.PASS),
    ],
)
def test_a_form_on_paper_begins_nothing_and_a_label_does(shop: Shop, label: str, lang: str, kind: Kind) -> None:
    shop.walk(language=lang).page(Stage.HOME).site_page("returns", linked(lang=lang, links=(label,)))
    assert outcome(returns_self_service, shop).kind is kind


FRENCH = "Écrivez votre demande sur papier libre et glissez-la dans le colis."


@pytest.mark.parametrize(
    ("lang", "line", "links"),
    [
        ("fr", FRENCH, ("Formulaire de rétractation à imprimer",)),
        ("de", "Bitte melden Sie die Rückgabe telefonisch an.", ()),
        ("en", "Send us a letter with what you want to return.", ()),
        ("en", "Call the shop for a number. We cannot take up returns by e-mail or over the website, since we talk past each other.", ()),
        ("de", "Rufen Sie uns an: Anmeldungen per E-Mail oder online nehmen wir nicht an.", ()),
        ("it", "Mandate una lettera raccomandata. Non accettiamo richieste online.", ()),
        ("es", "Llama al 976 204 118 y dinos qué devuelves.", ()),
        ("it", "Chiamaci. Non accettiamo richieste per e-mail o online.", ()),
        ("fr", "Appelez-nous. Nous n'acceptons pas les demandes par e-mail ou en ligne.", ()),
        ("sv", "Ring oss. Via e-post tar vi inte emot returer.", ()),
        ("da", "Ring til os. Vi modtager ikke returer via e-mail.", ()),
        ("de", "Rufen Sie uns an. Eine Anmeldung per E-Mail ist nicht möglich.", ()),
    ],
)
def test_paper_or_phone_and_no_other_way_fails(shop: Shop, lang: str, line: str, links: tuple[str, ...]) -> None:
    shop.walk(language=lang).page(Stage.HOME).site_page("returns", linked(line, lang=lang, links=links))
    assert outcome(returns_self_service, shop).kind is Kind.FAIL


@pytest.mark.parametrize(
    ("lang", "lines", "links"),
    [
        ("fr", (FRENCH, "Ou envoyez un e-mail à hello@shop.example."), ()),
        ("fr", (FRENCH, "Vous pouvez aussi passer par votre compte."), ()),
        ("fr", ("Imprimez le bordereau joint au colis.",), ()),
        ("fr", (FRENCH,), ("En savoir plus",)),  # it may begin there
        ("fr", ("Vous disposez de trente jours.",), ()),  # no way is told
        ("en", ("Ring us or drop a line to hello@shop.example and print the slip.",), ()),
        ("en", ("Print nothing: the returns slip is enclosed with your order.",), ()),
        ("en", ("Put it in a box and send it to us by post.",), ()),  # nothing is to be asked for
        ("en", ("Call us. We cannot accept parcels unless you wrote an e-mail first.",), ()),
        ("en", ("Call us. We do not accept calls on Sundays: write an e-mail then.",), ()),
        ("de", ("Rufen Sie uns an. Ohne vorherige Nachricht per E-Mail können wir nicht helfen.",), ()),
        ("de", ("Unterschrift (nur bei Mitteilung auf Papier)", "Bitte legen Sie ausdrücklich nichts bei."), ()),
        ("de", ("Rufen Sie uns an oder nutzen Sie das Kontaktformular.",), ()),
        ("de", ("Der beiliegende Retourenschein kommt ins Paket, nichts ist auszudrucken.",), ()),
    ],
)
def test_where_a_message_or_the_parcel_may_do_it_it_warns(shop: Shop, lang: str, lines: tuple[str, ...], links: tuple[str, ...]) -> None:
    shop.walk(language=lang).page(Stage.HOME).site_page("returns", linked(*lines, lang=lang, links=links))
    assert outcome(returns_self_service, shop).kind is Kind.WARN


@pytest.mark.parametrize(("asks", "kind"), [(False, Kind.FAIL), (True, Kind.WARN)])
def test_a_link_to_the_page_on_faults_begins_no_return_unless_something_is_filled_in_there(shop: Shop, *, asks: bool, kind: Kind) -> None:
    page = linked("Call us for a number.", links=("Faults",))
    faults = Page("https://shop.example/faults")
    if asks:
        with faults.part("main"):
            faults.field("What is broken?")
    shop.walk().page(Stage.HOME).site_page("returns", page).site_page("warranty", faults)
    assert outcome(returns_self_service, shop).kind is kind


@pytest.mark.parametrize(
    ("lang", "asked", "line"),
    [
        ("en", "Call us.", "Returns are not accepted after 30 days so please contact us in time."),
        ("en", "Call us.", "Returns are not accepted after 30 days so tell us by e-mail in time."),
        ("en", "Print the slip.", "Where printing is not possible email us."),
        ("en", "Print the slip.", "Where printing is not possible a note by e-mail will do."),
        ("en", "Print the slip.", "We cannot accept returns not registered online."),
        ("en", "Call us.", "We cannot accept returns that were not announced by e-mail."),
        ("en", "Call us.", "Returns by e-mail are not accepted so use our online form."),
        ("en", "Call us.", "Returns by phone are not possible email us."),
        ("en", "Call us.", "Returns not accepted in the shop can be announced by e-mail."),
        ("sv", "Skriv ut sedeln.", "Du som kan inte skriva ut sedeln så kontakta oss."),
        ("da", "Udskriv sedlen.", "Hvis du kan ikke udskrive sedlen så skriv til os på mail."),
        ("de", "Rufen Sie uns an.", "Nicht online angemeldete Retouren können wir nicht annehmen."),
        ("de", "Rufen Sie uns an.", "Nach 30 Tagen nehmen wir keine Retouren an schreiben Sie uns rechtzeitig."),
        ("de", "Rufen Sie uns an.", "Retouren ohne Anmeldung per E-Mail nehmen wir nicht an."),
        ("fr", "Appelez-nous.", "Nous n'acceptons pas les retours non annoncés par e-mail."),
        ("pl", "Zadzwoń.", "Zwrotów niezgłoszonych przez e-mail nie przyjmujemy."),
    ],
)
def test_a_way_is_refused_only_where_the_refusal_is_tied_to_it(shop: Shop, lang: str, asked: str, line: str) -> None:
    shop.walk(language=lang).page(Stage.HOME).site_page("returns", linked(asked, line, lang=lang))
    assert outcome(returns_self_service, shop).kind is Kind.WARN
