import pytest
from auditor_checks.service.channel_consistency import channel_consistency

from auditor.api import Kind, Outcome, Stage
from tests.checks.judging import outcome
from tests.checks.pages import Page
from tests.checks.recordings import Shop


def telling(*addresses: str) -> Page:
    page = Page()
    with page.part("footer"):
        for address in addresses:
            page.link(address, address)
    return page


def test_one_number_in_two_spellings_passes(shop: Shop) -> None:
    page = telling("tel:+353 91 555014", "mailto:Hello@shop.example")
    shop.walk(country="IE").page(Stage.HOME, page).page(Stage.CART, telling("tel:091555014", "mailto:hello@shop.example"))
    assert outcome(channel_consistency, shop).kind is Kind.PASS


def test_two_numbers_warn_and_say_where(shop: Shop) -> None:
    shop.walk().page(Stage.HOME, telling("tel:+35391555014")).page(Stage.CART, telling("tel:+35391555999"))
    found = outcome(channel_consistency, shop)
    assert (found.kind, found.value) == (Kind.WARN, 2)
    assert found.findings[1].message == "+35391555999 stands on: cart."


def test_numbers_in_the_structured_data_are_compared(shop: Shop) -> None:
    page = telling("tel:+35391555014")
    page.json_ld('{"@type": "Organization", "telephone": "+353 91 555 999"}')
    shop.walk().page(Stage.HOME, page)
    assert outcome(channel_consistency, shop).kind is Kind.WARN


def test_without_numbers_it_does_not_apply(shop: Shop) -> None:
    shop.walk().page(Stage.HOME, telling())
    assert outcome(channel_consistency, shop).kind is Kind.NOT_APPLICABLE


def test_with_country_code_and_without_is_the_same_number(shop: Shop) -> None:
    shop.walk(country="").page(Stage.HOME, telling("tel:+49 30 90182055")).page(Stage.CART, telling("tel:030-90182055"))
    assert outcome(channel_consistency, shop).kind is Kind.PASS


def test_a_link_that_shares_by_e_mail_names_no_address(shop: Shop) -> None:
    shop.walk().page(Stage.HOME, telling("mailto:?subject=Look", "mailto:hello@shop.example"))
    assert outcome(channel_consistency, shop).kind is Kind.PASS


# -- slips of the finger ------------------------------------------------------------------------------------


def contact(*said: str, lang: str = "de", dialled: tuple[str, ...] = ()) -> Page:
    page = Page("https://shop.example/contact", lang=lang)
    with page.part("main"):
        for text in said:
            page.text(text)
        for number in dialled:
            page.link(number, f"tel:{number}")
    return page


def told(shop: Shop, standing: str, page: Page, country: str, *, more: tuple[str, ...] = ()) -> Outcome:
    walk = shop.walk(country=country, language={"DE": "de", "FR": "fr"}.get(country, "en")).page(
        Stage.HOME, telling(f"tel:{standing}", *more)
    )
    walk.page(Stage.CART, telling(f"tel:{standing}")).site_page("contact", page)
    return outcome(channel_consistency, shop)


@pytest.mark.parametrize(
    ("country", "standing", "page"),
    [
        ("DE", "+492214710218", contact(dialled=("+492214710281",))),
        ("DE", "0221 4710 218", contact("Telefon: 0221 4710 281")),
        ("GB", "01568 780 412", contact("Phone: 01568 708 421", lang="en")),
        ("FR", "04 78 12 34 56", contact("Téléphone : 04 78 21 34 56", lang="fr")),
    ],
    ids=["link", "text", "two swaps", "french"],
)
def test_a_mistyped_number_on_the_contact_page_fails(shop: Shop, country: str, standing: str, page: Page) -> None:
    found = told(shop, standing, page, country)
    assert (found.kind, found.value) == (Kind.FAIL, 2)
    assert sorted(f.message.partition("stands on: ")[2] for f in found.findings) == ["cart, home.", "contact."]


@pytest.mark.parametrize(
    ("country", "standing", "page"),
    [
        ("DE", "+492214710218", contact("Telefon: 0221 4710 218")),
        ("DE", "+492214710218", contact("Werkstatt, Telefon: 0221 98 76 54 30")),  # another line
        ("DE", "+492214710218", contact("Telefax: 0221 4710 281")),
        ("DE", "+492214710218", contact("Fax", "0221 4710 281")),
        ("DE", "+492214710218", contact("Telefon Laden: 0221 4710 218", "Telefon Werkstatt: 0221 4710 281")),  # side by side
        ("DE", "+49221471012", contact("Telefon: 0221 4710 21", "Telefon: 0221 4710 35", "Telefon: 0221 4710 44")),  # a switchboard
        ("AT", "+4312345678", contact("Telefon: +49 1 2345687")),  # another country
        ("DE", "+492214710218", contact("Bestellnummer 2214710281", "IBAN DE89 2214 7102 8100 0000", "USt-IdNr. DE 221471028")),
        ("GB", "01568 780412", contact("Order no. 1568780421", "VAT 156 8704 12", lang="en")),
    ],
)
def test_other_numbers_of_a_contact_page_are_not_accused(shop: Shop, country: str, standing: str, page: Page) -> None:
    assert told(shop, standing, page, country).kind is Kind.PASS


def test_another_digit_may_be_another_line_and_warns(shop: Shop) -> None:
    assert told(shop, "0221 4710218", contact("Telefon: 0221 4810218"), "DE").kind is Kind.WARN


def test_a_link_that_dials_another_number_than_it_shows_fails(shop: Shop) -> None:
    page = Page()
    with page.part("footer"):
        page.link("0221 4710 218", "tel:+492214710281")
    shop.walk(country="DE").page(Stage.HOME, page)
    assert outcome(channel_consistency, shop).kind is Kind.FAIL


def test_a_frame_that_is_no_landmark_is_known_by_being_everywhere(shop: Shop) -> None:
    pages = [contact(dialled=("+492214710218",)), contact(dialled=("+492214710218",))]
    walk = shop.walk(country="DE").page(Stage.HOME, pages[0]).page(Stage.CART, pages[1])
    walk.site_page("contact", contact(dialled=("+492214710281", "+492214710218")))
    assert outcome(channel_consistency, shop).kind is Kind.FAIL


# -- one purpose, two numbers --------------------------------------------------------------------------------


def labelled(lang: str, heading: str, label: str, number: str) -> Page:
    page = Page("https://shop.example/contact", lang=lang)
    with page.part("main"):
        page.text("Contact", tag="h1")
        page.text(heading, tag="h2")
        page.text(label)
        page.link(number, f"tel:{number.replace(' ', '')}")
    return page


def home(lang: str, label: str, number: str) -> Page:
    page = Page(lang=lang)
    with page.part("footer"):
        page.text("Talk to us", tag="h2")
        linked = page.link(number, f"tel:{number.replace(' ', '')}")
        page.text(number, tag="a", control=linked)
        page.text(label)
    return page


def compared(shop: Shop, country: str, standing: Page, page: Page) -> Outcome:
    language = {"DE": "de", "FR": "fr", "IT": "it"}.get(country, "en")
    walk = shop.walk(country=country, language=language).page(Stage.HOME, standing).page(Stage.CART, standing)
    walk.site_page("contact", page)
    return outcome(channel_consistency, shop)


@pytest.mark.parametrize(
    ("country", "standing", "page"),
    [
        ("US", home("en", "Customer care, Monday to Saturday", "828 250 0142"), labelled("en", "Customer care", "Phone:", "828 250 0174")),
        ("DE", home("de", "Kundenservice", "0221 4710218"), labelled("de", "Kontakt", "Kundenservice: Mo–Fr 9–17 Uhr", "0221 9830450")),
        ("FR", home("fr", "Service client", "04 78 12 34 56"), labelled("fr", "Service clients", "Téléphone :", "04 78 90 11 22")),
    ],
    ids=["en", "de", "fr"],
)
def test_two_numbers_of_customer_service_fail(shop: Shop, country: str, standing: Page, page: Page) -> None:
    found = compared(shop, country, standing, page)
    assert (found.kind, found.value) == (Kind.FAIL, 2)
    assert found.findings[1].message.endswith("stands on: contact.")


@pytest.mark.parametrize(
    ("country", "standing", "page"),
    [
        ("US", home("en", "Customer care", "828 250 0142"), labelled("en", "Wholesale", "Customer care:", "828 250 0174")),  # a department
        ("US", home("en", "Customer care", "828 250 0142"), labelled("en", "Greenhouse and store", "Phone:", "828 250 0174")),
        ("US", home("en", "Customer care", "828 250 0142"), labelled("en", "Customer care", "Order hotline:", "828 250 0174")),
        ("DE", home("de", "Kundenservice", "0221 4710218"), labelled("de", "Kundenservice", "Bestellhotline:", "0221 9830450")),
        ("DE", home("de", "Kundenservice", "0221 4710218"), labelled("de", "Kontakt", "Kundenservice (Gewerbe)", "0221 9830450")),
        ("US", home("en", "Customer care, wholesale", "828 250 0142"), labelled("en", "Customer care", "Phone:", "828 250 0174")),
        ("US", home("en", "Order line", "828 250 0142"), labelled("en", "Customer care", "Phone:", "828 250 0174")),
        ("US", home("en", "Customer care", "888 250 0142"), labelled("en", "Customer care", "Phone:", "828 250 0174")),  # free and local
        ("DE", home("de", "Kundenservice", "0221 4710218"), labelled("de", "Kontakt", "Kundenservice Werkstatt:", "0221 9830450")),
        ("DE", home("de", "Kundenservice", "0221 4710218"), labelled("de", "Kontakt", "Kundenservice Österreich:", "+43 1 9830450")),
        ("DE", home("de", "Kundenservice", "0221 4710218"), labelled("de", "Kundenservice", "Telefon:", "+49 221 4710218")),  # the same
        ("FR", home("fr", "Service client", "04 78 12 34 56"), labelled("fr", "Service client Belgique", "Téléphone :", "04 78 90 11 22")),
    ],
)
def test_numbers_that_are_labelled_as_others_are_not_accused(shop: Shop, country: str, standing: Page, page: Page) -> None:
    assert compared(shop, country, standing, page).kind is Kind.PASS


@pytest.mark.parametrize(
    ("country", "standing", "page"),
    [
        ("US", home("en", "", "740 555 0142"), labelled("en", "Telephone", "Call us:", "740 555 0187")),
        ("DE", home("de", "", "0221 4710218"), labelled("de", "Kontakt", "Telefon:", "0221 4710219")),  # which of the two is it?
        ("DE", home("de", "Mo–Fr 9–17 Uhr", "0221 4710218"), labelled("de", "Kontakt", "Telefon:", "0511 394471")),
        ("FR", home("fr", "Service client", "04 78 12 34 56"), labelled("fr", "Contact", "Appelez-nous", "01 43 90 11 22")),
        ("IT", home("it", "", "02 1234 5678"), labelled("it", "Contatti", "Chiamaci al", "02 1234 9911")),
    ],
    ids=["en", "extension", "de", "fr", "it"],
)
def test_another_number_as_the_only_one_of_the_contact_page_fails(shop: Shop, country: str, standing: Page, page: Page) -> None:
    found = compared(shop, country, standing, page)
    assert (found.kind, found.value) == (Kind.FAIL, 2)
    assert "stands in header or footer" in found.message


@pytest.mark.parametrize("label", ["Text us:", "TTY", "International customers:", "Los Angeles", "Gift cards:"])
def test_a_number_with_a_label_that_nobody_knows_only_warns(shop: Shop, label: str) -> None:
    found = compared(shop, "US", home("en", "", "415 555 2499"), labelled("en", "Contact", label, "415 555 2466"))
    assert found.kind in {Kind.WARN, Kind.PASS}


@pytest.mark.parametrize(
    ("lang", "country", "standing", "heading", "label", "number", "kind"),
    [
        ("pl", "PL", "12 378 44 10", "Telefon i poczta", "Zadzwoń:", "12 378 45 77", Kind.FAIL),
        ("es", "ES", "962 114 075", "La Lumbre, S.L.", "Teléfono:", "963 902 218", Kind.FAIL),  # the shop's own name is no purpose
        ("es", "ES", "962 114 075", "Otra Casa, S.L.", "Teléfono:", "963 902 218", Kind.WARN),  # another company
        ("pl", "PL", "12 378 44 10", "Telefon i hurtownia", "Zadzwoń:", "12 378 45 77", Kind.WARN),  # for traders, perhaps
    ],
)
def test_a_heading_that_says_only_how_or_who_is_no_label(
    shop: Shop, lang: str, country: str, standing: str, heading: str, label: str, number: str, kind: Kind
) -> None:
    start, cart = (
        Page(f"https://shop.example/{n}", lang=lang, title=title) for n, title in enumerate(("La Lumbre | Inicio", "Cesta - La Lumbre"))
    )
    for page in (start, cart):
        with page.part("footer"):
            page.link(standing, f"tel:{standing}")
    walk = shop.walk(country=country, language=lang).page(Stage.HOME, start).page(Stage.CART, cart)
    walk.site_page("contact", labelled(lang, heading, label, number))
    found = outcome(channel_consistency, shop)
    assert found.kind is kind or (kind is Kind.WARN and found.kind is Kind.PASS)  # words for traders are known


@pytest.mark.parametrize(("lang", "phone"), [("de", "Telefon:"), ("en", "Phone:")])
def test_the_legal_notice_warns_below_a_bar_that_is_no_landmark_too(shop: Shop, lang: str, phone: str) -> None:
    walk = shop.walk(country="DE", language=lang)
    pages = [home(lang, "", "0221 4710218"), home(lang, "", "0221 4710218"), home(lang, "", "0221 4710218")]
    notice = Page("https://shop.example/imprint", lang=lang)
    for page in (*pages, notice):
        page.text("0221 / 471 02 18")
    with notice.part("main"):
        notice.text(phone)
        notice.text("0221 / 38 40 55")
    for i, page in enumerate(pages):
        page.url = f"https://shop.example/{i}"
        walk.page((Stage.HOME, Stage.CATEGORY, Stage.CART)[i], page)
    walk.site_page("imprint", notice)
    assert outcome(channel_consistency, shop).kind is Kind.WARN


@pytest.mark.parametrize("lang", ["fr", "de"])
def test_the_number_of_a_bar_that_the_page_tells_once_more_is_the_same(shop: Shop, lang: str) -> None:
    walk = shop.walk(country="FR", language=lang)
    contact_page = Page("https://shop.example/contact", lang=lang)
    for i, stage in enumerate((Stage.HOME, Stage.CATEGORY, Stage.CART)):
        page = Page(f"https://shop.example/{i}", lang=lang)
        page.text("02 40 00 17 62")
        with page.part("footer"):
            page.link("02 40 00 17 62", "tel:+33240001762")
        walk.page(stage, page)
    for _ in range(2):
        contact_page.text("02 40 00 17 62")
    walk.site_page("contact", contact_page)
    assert outcome(channel_consistency, shop).kind is Kind.PASS


def test_the_number_of_the_frame_in_a_closed_part_of_the_contact_page_is_told_there(shop: Shop) -> None:
    page = labelled("en", "Telephone", "Call us:", "740 555 0187")
    page.html = "<main><details><summary>Orders</summary>Ring (740) 555-0142 for orders.</details></main>"
    assert compared(shop, "US", home("en", "", "740 555 0142"), page).kind is Kind.PASS


def test_another_number_in_the_legal_notice_warns(shop: Shop) -> None:
    standing = home("de", "Mo–Fr 9–17 Uhr", "0221 4710218")
    walk = shop.walk(country="DE", language="de").page(Stage.HOME, standing).page(Stage.CART, standing)
    walk.site_page("imprint", labelled("de", "Impressum", "Telefon:", "0511 394471"))
    assert outcome(channel_consistency, shop).kind is Kind.WARN


@pytest.mark.parametrize(
    ("above", "on_contact", "kind"),
    [
        ("Telefon:", "0221 4710218", Kind.FAIL),
        ("Telefon Zentrale:", "0221 4710218", Kind.WARN),
        ("Telefon:", "", Kind.WARN),
    ],
)
def test_another_number_in_the_legal_notice_fails_where_the_contact_page_repeats_the_usual_one(
    shop: Shop, above: str, on_contact: str, kind: Kind
) -> None:
    standing = home("de", "Mo–Fr 9–17 Uhr", "0221 4710218")
    walk = shop.walk(country="DE", language="de").page(Stage.HOME, standing).page(Stage.CART, standing)
    walk.site_page("imprint", labelled("de", "Impressum", above, "0511 394471"))
    if on_contact:
        walk.site_page("contact", labelled("de", "Kontakt", "Telefon:", on_contact))
    assert outcome(channel_consistency, shop).kind is kind


def test_a_number_in_a_long_paragraph_counts_after_a_word_for_phone(shop: Shop) -> None:
    long = "Venditore è Corredo S.r.l., Via dei Tessitori 14, 36061 Bassano del Grappa, P. IVA 03981470247, "
    long += "iscritta al registro delle imprese di Vicenza e alla camera di commercio "
    standing = home("it", "", "899 024 118")
    for words, kind in ((f"{long}dal 1962, telefono 899 042 181.", Kind.FAIL), (f"{long}dal 1962, REA 899 042 181.", Kind.PASS)):
        walk = shop.walk(country="IT", language="it").page(Stage.HOME, standing).page(Stage.CART, standing)
        walk.site_page("terms", contact(words, lang="it"))
        assert outcome(channel_consistency, shop).kind is kind


def test_a_page_that_tells_several_numbers_has_them_on_purpose(shop: Shop) -> None:
    page = labelled("en", "Customer care", "Phone:", "828 250 0174")
    with page.part("main"):
        page.link("828 250 0199", "tel:8282500199")
    assert compared(shop, "US", home("en", "Customer care", "828 250 0142"), page).kind is Kind.PASS


def test_a_bar_above_the_content_that_is_no_landmark_does_not_count_as_told_there(shop: Shop) -> None:
    standing = home("en", "Customer care", "828 250 0142")
    page = labelled("en", "Customer care", "Phone:", "828 250 0174")
    for shown in (standing, page):
        shown.link("828 250 0142", "tel:8282500142")
    walk = shop.walk(country="US").page(Stage.HOME, standing).page(Stage.CART, standing).page(Stage.CHECKOUT, Page())
    walk.site_page("contact", page)
    assert outcome(channel_consistency, shop).kind is Kind.FAIL


# -- addresses ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("standing", "told", "kind"),
    [
        ("hello@mossgrove.com", "hello@moss-grove.com", Kind.WARN),
        ("hello@mossgrove.com", "hello@mosgrove.com", Kind.FAIL),
        ("service@lichthaus.de", "serivce@lichthaus.de", Kind.FAIL),
        ("hello@mossgrove.com", "hello@mossgrove.de", Kind.PASS),  # another country
        ("hello@mossgrove.com", "press@mossgrove.com", Kind.PASS),  # another department
        ("sale@mossgrove.com", "sales@mossgrove.com", Kind.PASS),
        ("info@filiale1.de", "info@filiale2.de", Kind.PASS),
        ("info@abc.de", "info@abd.de", Kind.PASS),
        ("hello@mossgrove.com", "help@carrier.com", Kind.PASS),
    ],
)
@pytest.mark.parametrize("linked", [True, False], ids=["link", "text"])
def test_an_address_that_is_misspelt_fails_and_warns_by_a_hyphen(shop: Shop, standing: str, told: str, kind: Kind, *, linked: bool) -> None:
    page = Page("https://shop.example/terms")
    with page.part("main"):
        if linked:
            page.link(told, f"mailto:{told}?subject=Return")
        else:
            page.text(f"Write to {told.title()}.")
    shop.walk().page(Stage.HOME, telling(f"mailto:{standing}")).site_page("terms", page)
    assert outcome(channel_consistency, shop).kind is kind


def test_two_addresses_side_by_side_are_two_on_purpose(shop: Shop) -> None:
    page = Page("https://shop.example/contact")
    with page.part("main"):
        page.text("Write to hello@mossgrove.com or hello@moss-grove.com")
    shop.walk().page(Stage.HOME, telling("mailto:hello@mossgrove.com")).site_page("contact", page)
    assert outcome(channel_consistency, shop).kind is Kind.PASS


def test_a_slip_on_the_page_about_delivery_fails(shop: Shop) -> None:
    page = contact("Ring customer services on", lang="en", dialled=("01632960471",))
    walk = shop.walk(country="GB").page(Stage.HOME, telling("tel:01632960417"))
    walk.site_page("delivery_info", page)
    assert outcome(channel_consistency, shop).kind is Kind.FAIL


# -- the shop's own number, told otherwise ---------------------------------------------------------------------


def saying(name: str, words: str, lang: str = "en") -> Page:
    page = Page(f"https://shop.example/{name}", lang=lang)
    page.html = f"<main><p>{words}</p></main>"
    return page


def shop_saying(shop: Shop, country: str, standing: str, address: str, contact_page: Page, pages: dict[str, Page]) -> Outcome:
    walk = shop.walk(country=country).page(Stage.HOME, telling(f"tel:{standing}")).page(Stage.CART, telling(f"tel:{standing}"))
    with contact_page.part("main"):
        contact_page.link(address, f"mailto:{address}")
    walk.site_page("contact", contact_page)
    for name, page in pages.items():
        walk.site_page(name, page)
    return outcome(channel_consistency, shop)


ENGLISH = "Write to hello@wool.example or ring 0161 496 0338 with your order number."
SPANISH = "Puedes dirigirte a nosotros en pedidos@lacasilla.es o en el 976 204 118."


@pytest.mark.parametrize(
    ("country", "standing", "address", "words"),
    [
        ("GB", "0113 496 0174", "hello@wool.example", ENGLISH),
        ("ES", "976 090 417", "hola@lacasilla-juegos.es", SPANISH),
        ("DE", "0221 4710218", "hallo@wolle.example", "Rufen Sie uns unter 030 90182055 an oder schreiben Sie an hallo@wolle.example."),
    ],
    ids=["en", "es", "de"],
)
def test_another_number_beside_the_own_address_fails_on_two_pages(
    shop: Shop, country: str, standing: str, address: str, words: str
) -> None:
    pages = {"terms": saying("terms", words), "returns": saying("returns", words)}
    found = shop_saying(shop, country, standing, address, Page("https://shop.example/contact"), pages)
    assert (found.kind, found.value) == (Kind.FAIL, 2)
    assert found.findings[1].message.endswith("stands on: returns, terms.")


def test_another_number_beside_the_own_address_on_one_page_warns(shop: Shop) -> None:
    pages = {"returns": saying("returns", ENGLISH)}
    contact_page = Page("https://shop.example/contact")
    assert shop_saying(shop, "GB", "0113 496 0174", "hello@wool.example", contact_page, pages).kind is Kind.WARN


@pytest.mark.parametrize(
    ("contact_page", "words"),
    [
        (contact("Phone of the returns desk: 0161 496 0338", lang="en"), ENGLISH),  # known on the contact page
        (contact(lang="en"), "Write to returns@wool.example or ring 0161 496 0338."),  # a department
        (contact(lang="en"), "Write to help@carrier.example or ring 0161 496 0338."),  # another company
        (contact(lang="en"), "Write to hello@wool.example. Citizens Advice (0161 496 0338) helps too."),  # another sentence
        (contact(lang="en"), "Write to hello@wool.example or by fax to 0161 496 0338."),
        (contact(lang="en"), "Write to hello@wool.example or ring 0808 223 1133."),  # a free line
        (contact(lang="en"), "Write to hello@wool.example or ring +353 91 555014."),  # another country
        (contact(lang="en"), "Write to hello@wool.example or ring 0113 496 0174."),
        (contact(lang="en"), "Write to hello@wool.example or ring 0161 496 0338 or 0113 496 0174."),  # both, on purpose
    ],
)
def test_numbers_of_others_beside_addresses_are_not_accused(shop: Shop, contact_page: Page, words: str) -> None:
    pages = {"terms": saying("terms", words), "returns": saying("returns", words)}
    assert shop_saying(shop, "GB", "0113 496 0174", "hello@wool.example", contact_page, pages).kind is Kind.PASS
