from collections.abc import Sequence

import pytest

from auditor.facts.page import PageFacts
from auditor.facts.page_topic import _DATA, TOPICS, page_topic
from auditor.lexicon import LANGUAGES, normalise
from auditor.observe import Observation
from tests.checks.pages import Page


def telling(
    lang: str, heading: str, *lines: str, url: str = "https://shop.example/p/17", mailto: str = "", form: bool = False
) -> PageFacts:
    """A page of information; lines that begin with # are headings."""
    page = Page(url, title="Shop", lang=lang)
    with page.part("header"):
        page.text("Shop")
    with page.part("main"):
        page.text(heading, tag="h1")
        for line in lines:
            page.text(line.removeprefix("# "), tag="h2" if line.startswith("# ") else "p")
        if mailto:
            page.link(mailto, f"mailto:{mailto}")
        if form:
            with page.form():
                page.field("E-mail", "email")
                page.field("Message", "textarea", tag="textarea")
    with page.part("footer"):
        page.text("We deliver with DHL in 2 days. Refunds within 14 days. Your personal data is safe. VAT number GB123456789")
    return PageFacts(Observation(page.observation))


def topic_of(facts: PageFacts, wanted: Sequence[str] = tuple(TOPICS)) -> str | None:
    found = page_topic(facts, wanted)
    return found.concept if found else None


PAGES = {
    "terms en": (
        "terms",
        "en",
        "The dull but needful page",
        "When you place an order you make us an offer. The contract begins when we write that the goods have left.",
        "The goods belong to us until you have paid for them in full; title passes on payment.",
        "We are liable for damage that we cause on purpose. Our liability ends at the price of the order.",
        "These terms are governed by the laws of Scotland, and its courts decide.",
        "If one clause is invalid, the others stay.",
    ),
    "terms de": (
        "terms",
        "de",
        "Das Kleingedruckte",
        "Der Vertrag kommt zustande, wenn wir Ihre Bestellung annehmen.",
        "Bis zur vollständigen Bezahlung bleibt die Ware unser Eigentum.",
        "Wir haften unbeschränkt für Vorsatz und grobe Fahrlässigkeit.",
        "Es gilt das Recht der Bundesrepublik Deutschland, Gerichtsstand ist Bremen.",
        "Verbraucher haben ein Recht auf Widerruf, vierzehn Tage ohne Angabe von Gründen.",
    ),
    "terms fr": (
        "terms",
        "fr",
        "Entre vous et nous",
        "Le contrat est conclu lorsque le vendeur confirme la commande.",
        "Nous gardons la réserve de propriété jusqu’au paiement complet.",
        "Notre responsabilité ne peut être engagée en cas de force majeure.",
        "Le droit applicable est le droit français ; tout litige relève des tribunaux de Lyon.",
        "Vous pouvez vous rétracter pendant quatorze jours.",
    ),
    "terms pl": (
        "terms",
        "pl",
        "Zasady naszego sklepu",
        "Umowa zostaje zawarta, gdy sprzedawca potwierdzi zamówienie.",
        "Sprzedawca ponosi odpowiedzialność za wady towaru zgodnie z ustawą.",
        "Konsument może odstąpić od umowy w ciągu 14 dni.",
        "W sprawach nieuregulowanych stosuje się przepisy Kodeksu cywilnego, a spory rozstrzyga sąd.",
    ),
    "privacy en": (
        "privacy",
        "en",
        "What we know, and whom we tell",
        "We collect your name and address so that we can send you things, and use cookies for the basket.",
        "Your details are kept for six years because the tax office says so.",
        "We never sell them, and only share your address with the carrier.",
        "Ask us and we delete what we hold about you.",
        "If you are unhappy with us, the Information Commissioner will listen.",
    ),
    "privacy it": (
        "privacy",
        "it",
        "Che cosa sappiamo di te",
        "Il titolare del trattamento è la bottega.",
        "I tuoi dati servono a spedire gli ordini: questa è la finalità.",
        "Non li cediamo a terzi, tranne al corriere.",
        "Li conserviamo per dieci anni come vuole la legge.",
        "Puoi chiedere la cancellazione o la rettifica in ogni momento.",
    ),
    "privacy sv": (
        "privacy",
        "sv",
        "Så tar vi hand om det du berättar",
        "Vi behandlar dina uppgifter för att kunna skicka din beställning.",
        "De sparas i sju år enligt bokföringslagen.",
        "Vi delar inte uppgifter med tredje part.",
        "Du kan begära att vi raderar dem eller få ett registerutdrag.",
        "Klagomål lämnas till Integritetsskyddsmyndigheten.",
    ),
    "imprint de": (
        "imprint",
        "de",
        "Wer dahintersteckt",
        "Tee & Ton GmbH, Hafenstraße 4, 28195 Bremen",
        "Vertreten durch die Geschäftsführerin Anna Beispiel",
        "Amtsgericht Bremen, HRB 12345",
        "Umsatzsteuer-Identifikationsnummer DE123456789",
        "Inhaltlich verantwortlich: Anna Beispiel",
        "Telefon 0421 1234567",
        "post@teeundton.example",
        "Wir nehmen nicht an einem Verfahren zur Streitbeilegung teil, schreiben Sie uns lieber gleich direkt.",
    ),
    "imprint fr": (
        "imprint",
        "fr",
        "Qui se cache derrière",
        "Atelier Bleu SARL au capital de 10 000 euros, 12 rue des Lilas, 69001 Lyon",
        "RCS Lyon 123 456 789",
        "TVA FR12123456789",
        "Directrice de la publication : Jeanne Exemple",
        "Le site est hébergé par Serveurs du Rhône, 69002 Lyon, que nous remercions.",
    ),
    "imprint nl": (
        "imprint",
        "nl",
        "Op papier",
        "De Theepot B.V., Kade 3, 1011 AB Amsterdam, ingeschreven bij de Kamer van Koophandel",
        "KvK 12345678",
        "BTW NL123456789B01",
        "De onderneming wordt vertegenwoordigd door mevrouw J. Voorbeeld, bestuurder van de vennootschap sinds de oprichting.",
    ),
    "returns en": (
        "returns",
        "en",
        "It was not to be",
        "You have thirty days to send anything back, whatever the reason.",
        "Keep it unworn and in its original packaging.",
        "We refund the price within a week of its arrival.",
        "The return postage is yours, unless it came faulty.",
    ),
    "returns de": (
        "returns",
        "de",
        "Doch nicht das Richtige",
        "Innerhalb von 30 Tagen können Sie alles zurückschicken, was ungetragen ist.",
        "Ein Rücksendeetikett liegt im Paket.",
        "Wir erstatten den Kaufpreis, sobald die Rücksendung bei uns ist.",
        "Maßanfertigungen sind ausgeschlossen.",
    ),
    "returns es": (
        "returns",
        "es",
        "¿Te lo has pensado mejor?",
        "Tienes treinta días para devolver lo que no te guste.",
        "Guárdalo sin usar y en su embalaje original.",
        "Te hacemos el reembolso en la misma tarjeta.",
        "Los gastos de devolución corren a tu cargo, salvo que llegue defectuoso.",
    ),
    "returns da": (
        "returns",
        "da",
        "Hvis det ikke blev som du troede",
        "Du har 30 dage til at sende varen tilbage til os.",
        "Den skal være ubrugt og i original emballage.",
        "Pengene er på din konto inden for en uge.",
        "Returlabel lægger vi ved pakken.",
    ),
    "delivery en": (
        "delivery_info",
        "en",
        "How it gets to you",
        "DHL brings your parcel in two to four working days.",
        "Delivery costs £4.50 and is free from £50.",
        "We dispatch every morning but Sunday.",
        "We go to all of the mainland and the islands, but not abroad.",
    ),
    "delivery it": (
        "delivery_info",
        "it",
        "Dal banco alla porta",
        "Spediamo in tutta Italia con il corriere BRT.",
        "La spedizione costa 6,90 €, gratis da 80 €.",
        "Il pacco arriva in due o tre giorni lavorativi.",
        "Nelle isole la consegna chiede un giorno in più.",
    ),
    "delivery pt": (
        "delivery_info",
        "pt",
        "Da nossa porta à sua",
        "Entregamos em Portugal continental em dois dias úteis com a CTT.",
        "Os portes custam 4,90 € e são grátis acima de 60 €.",
        "Para as ilhas o envio demora cinco dias.",
    ),
    "delivery sv": (
        "delivery_info",
        "sv",
        "Hur det kommer hem",
        "Paketet skickas med PostNord och är framme inom tre vardagar.",
        "Frakten kostar 49 kr och är gratis över 500 kr.",
        "Vi levererar i hela Sverige och till Norge.",
    ),
    "faq en": (
        "faq",
        "en",
        "You wondered",
        "# When will my parcel be delivered?",
        "In two days, mostly.",
        "# Can I send it back?",
        "Yes, for a month.",
        "# Which cards do you take?",
        "All that we know of.",
        "# Do you wrap presents?",
        "Gladly, if you tell us in the box for notes while you order.",
    ),
    "faq es": (
        "faq",
        "es",
        "Lo que siempre nos cuentan",
        "# ¿Cuánto tarda el envío?",
        "Dos o tres días laborables.",
        "# ¿Puedo devolver algo?",
        "Claro, durante un mes entero.",
        "# ¿Cómo puedo pagar?",
        "Con tarjeta.",
        "# ¿Hacéis regalos?",
        "Sí, con papel y lazo, si nos lo dices al hacer el pedido en la tienda.",
    ),
    "contact en": (
        "contact",
        "en",
        "Say hello",
        "Ring us on 01432 123456, or drop us a line at hello@shop.example.",
        "The shop, 4 Mill Lane, Hereford HR1 2AB",
        "We are there Monday to Friday from nine to five, and somebody always picks up the telephone.",
        "Whoever would rather walk in is welcome.",
    ),
    "contact nl": (
        "contact",
        "nl",
        "Zeg eens hallo",
        "Bel ons op 020 123 4567 of mail ons: hallo@winkel.example.",
        "De Theepot, Kade 3, 1011 AB Amsterdam",
        "Wij zijn van maandag tot vrijdag bereikbaar en geven binnen een dag antwoord op elke vraag die je ons stelt.",
    ),
    "about en": (
        "about",
        "en",
        "From a shed by the canal",
        "In 1987 our father began to turn bowls in a shed by the canal.",
        "Today his daughters run the workshop, and we still do everything by hand.",
        "There are five of us, and our neighbours help before Christmas.",
        "We believe that things should last.",
    ),
    "about de": (
        "about",
        "de",
        "Ein Schuppen am Kanal",
        "1987 begann unser Vater, in einem Schuppen Schalen zu drechseln.",
        "Heute führen seine Töchter die Werkstatt, und wir arbeiten noch immer von Hand.",
        "Wir sind fünf, und unsere Nachbarn helfen vor Weihnachten.",
        "Wir glauben, dass Dinge halten sollen.",
    ),
    "about it": (
        "about",
        "it",
        "Una stanza sul canale",
        "Nel 1987 nostro nonno iniziò a fare ciotole in una stanza sul canale.",
        "Oggi la bottega è delle figlie, e facciamo ancora tutto a mano.",
        "Siamo in cinque, una famiglia.",
        "Crediamo che le nostre cose debbano durare.",
    ),
}


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_known_by_what_it_says(name: str) -> None:
    concept, lang, heading, *lines = PAGES[name]
    assert topic_of(telling(lang, heading, *lines)) == concept


NEAR_MISSES = {
    "blog post": (
        "en",
        "How to look after a wooden bowl",
        "Wood lives, and after a month or two it wants oil.",
        "# Which oil?",
        "We use linseed oil, which our father began to use in 1987.",
        "# How often?",
        "Twice a year, or whenever the bowl looks dry to you.",
        "# And soap?",
        "Never more than a drop in warm water.",
    ),
    "category text": (
        "en",
        "Bowls",
        "Our bowls are turned by hand in the workshop, from beech, oak and cherry.",
        "Small ones cost £12, large ones £60, and all of them go in the post within two days.",
        "Choose one for fruit, for salad or for nothing at all.",
    ),
    "size guide": (
        "en",
        "Which size is mine?",
        "Measure around the chest, the waist and the hip.",
        "Between two sizes take the larger one; if it does not fit, you may return it within 30 days.",
        "Chest 88 to 92 cm is a medium. Shoes of 38 are a European size, and run small.",
    ),
    "newsletter": (
        "en",
        "Letters from the workshop",
        "Four times a year we write about new bowls, and about what goes wrong with them.",
        "Leave your e-mail address here; we never share your address and you can unsubscribe with one click.",
        "By signing up you give your consent.",
    ),
    "Newsletter": (
        "de",
        "Post aus der Werkstatt",
        "Viermal im Jahr schreiben wir, was es Neues gibt und was schiefgegangen ist.",
        "Tragen Sie Ihre E-Mail-Adresse ein. Ihre Daten geben wir nicht weiter, und abmelden können Sie sich jederzeit.",
        "Mit der Anmeldung erteilen Sie Ihre Einwilligung.",
    ),
    "jobs": (
        "en",
        "Work with us",
        "We look for somebody who can turn, sand and pack, four days a week from March.",
        "You should like wood, dust and early mornings. Write to us at jobs@shop.example.",
        "We pay by the hour, and lunch is on us.",
    ),
    "gift cards": (
        "en",
        "A present for the undecided",
        "Our vouchers come by e-mail within the hour, or by post in two days.",
        "They cost what you want them to, from £10, and hold for three years.",
        "Nobody can change them back into money.",
    ),
    "sustainability": (
        "en",
        "Wood from near by",
        "All of our wood comes from within forty miles, and we plant two trees for each one that we use.",
        "The workshop runs on its own shavings. We send everything in paper, without any plastic.",
    ),
    "delivery and returns": (
        "en",
        "There and back again",
        "DHL brings your parcel in two working days; delivery costs £4.50, free from £50, on the mainland only.",
        "We dispatch every morning, and your parcel is delivered to the porch.",
        "Send it back within thirty days, unworn, and we refund the price.",
        "Return postage is yours, and made to order pieces cannot be returned.",
    ),
    "hardly anything": ("en", "Legal", "Contract, liability, governing law."),
}


@pytest.mark.parametrize("name", NEAR_MISSES)
def test_a_page_about_something_else_is_none(name: str) -> None:
    lang, heading, *lines = NEAR_MISSES[name]
    assert topic_of(telling(lang, heading, *lines)) is None


def test_a_form_beside_an_address_is_contact() -> None:
    lines = [
        "We read everything and answer within a day.",
        "The shop, 4 Mill Lane, Hereford HR1 2AB, open on Monday and Tuesday",
        "Send a message with this form, call us or write to us, we like both and have coffee.",
    ]
    assert topic_of(telling("en", "Say hello", *lines, mailto="hello@shop.example", form=True)) == "contact"


def test_an_address_that_names_the_topic_is_one_signal_of_several() -> None:
    lines = [
        "You have thirty days to change your mind about anything that you have bought from us,",
        "and need not tell us why, which nobody likes to be asked; just put it in the post.",
    ]
    assert topic_of(telling("en", "It was not to be", *lines)) is None
    assert topic_of(telling("en", "It was not to be", *lines, url="https://shop.example/returns")) == "returns"


def test_only_what_is_wanted_is_told() -> None:
    _, lang, heading, *lines = PAGES["returns en"]
    assert topic_of(telling(lang, heading, *lines), ["delivery_info", "faq"]) is None


def test_an_article_may_speak_of_anything() -> None:
    _, lang, heading, *lines = PAGES["about en"]
    assert topic_of(telling(lang, heading, *lines, url="https://shop.example/blog/from-a-shed")) is None


def test_products_for_sale_make_no_page_of_information() -> None:
    _, lang, heading, *lines = PAGES["about en"]
    page = Page("https://shop.example/p/17", lang=lang)
    with page.part("main"):
        for line in (heading, *lines):
            page.text(line)
        page.cards("Bowl", "Plate", "Spoon")
    assert topic_of(PageFacts(Observation(page.observation))) is None


def test_what_stands_on_other_pages_too_tells_nothing() -> None:
    _, lang, heading, *lines = PAGES["returns en"]
    assert page_topic(telling(lang, heading, *lines), TOPICS, standing=lines) is None


@pytest.mark.parametrize(("lang", "mark"), [("el", ";"), ("ja", "？"), ("el", "\u037e")])
def test_other_scripts_ask_with_marks_of_their_own(lang: str, mark: str) -> None:
    question, answer = {
        "el": ("Πότε έρχεται το δέμα μου", "Έρχεται σε δύο ημέρες με το ταχυδρομείο"),
        "ja": ("いつ届きますか", "二日で届きます。よろしくお願いします"),
    }[lang]
    lines = [line for n in range(6) for line in (f"# {question} {n}{mark}", f"{answer} {n} a b c d e")]
    assert topic_of(telling(lang, "FAQ", *lines)) == "faq"


def test_the_data_is_of_known_languages_and_no_phrase_is_empty() -> None:
    tables = [table for topic in _DATA.values() if isinstance(topic, dict) for table in topic.values()]
    assert {code for table in tables for code in table} <= {*LANGUAGES, "any"}
    assert all(normalise(word) or word == "*" for table in tables for said in table.values() for phrase in said for word in phrase.split())
