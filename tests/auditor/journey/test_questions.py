"""A question between two steps of a checkout is answered so that nothing is added to the order."""

from __future__ import annotations

import pytest
from playwright.async_api import Browser

from auditor.journey.going_on import go_on
from auditor.journey.progress import Progress
from auditor.journey.walker import StepDraft
from auditor.model.stage import Stage
from auditor.shopper.identity import identity_for
from tests.auditor.journey.site import visiting

HEAD = "<header><a href='/'>Boutique</a><a href='/panier'>Panier (1)</a></header><main><h1>Emballage cadeau</h1><p>Un emballage ?</p>"
FOOT = "<p>Total 34,90 €</p></main><footer><a href='/cgv'>CGV</a></footer>"
ELSEWHERE = dict.fromkeys(("/oui", "/panier", "/", "/cgv"), "<h1>Autre page</h1>")
QUESTIONS = {
    "radio buttons that the shop's script demands": """<form action="/paiement" onsubmit="if (!this.querySelector(':checked')) {
        event.preventDefault(); e.textContent = 'Merci de répondre à la question.' }"><p id="e" class="error" role="alert"></p>
        <label><input type="radio" name="g" value="1"> Oui (+4,90 €)</label>
        <label><input type="radio" name="g" value="0"> Non merci</label><button>Continuer</button></form>""",
    "links": "<p><a href='/oui'>Oui, avec plaisir (+4,90 €)</a> <a href='/paiement'>Non merci</a></p>",
    "links that only prices tell apart": "<p><a href='/oui'>Avec emballage (+4,90 €)</a> <a href='/paiement'>Sans emballage</a></p>",
    "a form each": "<form action='/oui'><button>Oui (+4,90 €)</button></form><form action='/paiement'><button>Non merci</button></form>",
    "one form": "<form action='/paiement'><button name='g' value='1'>Oui (+4,90 €)</button><button name='g' value='0'>Non</button></form>",
    "a list": """<form action="/paiement"><label>Emballage <select name="g" required><option value="">Choisissez</option>
        <option value="1">Oui (+4,90 €)</option><option value="0">Non</option></select></label><button>Continuer</button></form>""",
}


@pytest.mark.browser
@pytest.mark.parametrize("question", QUESTIONS.values(), ids=QUESTIONS)
async def test_the_answer_adds_nothing(browser: Browser, question: str) -> None:
    pages = {"/cadeau": HEAD + question + FOOT, "/paiement": "<h1>Paiement</h1><p>Bientôt</p>", **ELSEWHERE}
    async with visiting(browser, pages, "/cadeau") as visit:
        visit.walker.identity = identity_for("FR")
        visit.walker.introduced = True
        after = await go_on(visit.walker, StepDraft(Stage.SHIPPING), visit.facts, Progress(), Stage.SHIPPING)
        assert after.url.removesuffix("?") in {"https://shop.example/paiement", "https://shop.example/paiement?g=0"}


@pytest.mark.browser
async def test_links_that_answer_nothing_are_left_alone(browser: Browser) -> None:
    page = HEAD + "<p><a href='/oui'>Nos engagements</a> <a href='/cgv'>Notre histoire</a></p>" + FOOT
    async with visiting(browser, {"/cadeau": page, **ELSEWHERE}, "/cadeau") as visit:
        visit.walker.introduced = True
        after = await go_on(visit.walker, StepDraft(Stage.SHIPPING), visit.facts, Progress(), Stage.SHIPPING)
        assert after.url == "https://shop.example/cadeau"
