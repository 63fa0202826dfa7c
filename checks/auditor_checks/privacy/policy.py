"""privacy-policy."""

import tomllib
from importlib.resources import files

from auditor.api import (
    Confidence,
    Effort,
    Finding,
    Law,
    Missing,
    Outcome,
    Recording,
    Severity,
    Source,
    Stage,
    failed,
    language_name,
    normalise,
    not_applicable,
    not_measurable,
    passed,
    say,
    shop_check,
    together,
    warned,
)
from auditor_checks.jurisdiction import market_of
from auditor_checks.linked_pages import is_unlinked, linked_page, main_text, stands_alone
from auditor_checks.wording import ended

_WORDS = tomllib.loads((files("auditor_checks.privacy") / "policy.toml").read_text(encoding="utf-8"))
_FACTS = {
    "controller": say("who is responsible"),
    "purposes": say("what the data is used for"),
    "recipients": say("who gets the data"),
    "retention": say("how long it is kept"),
    "rights": say("which rights visitors have"),
    "complaint": say("where to complain"),
    "cookies": say("which cookies are set"),
}
_ENOUGH, _SOME = 6, 3
_SHORT, _LEAST_LETTERS = 300, 60  # a page with less than the first may be a frame around the policy, with less than the second it is none


@shop_check(
    id="privacy-policy",
    category="privacy",
    title="The privacy policy tells what it has to",
    failure_title="The privacy policy leaves out what it has to tell",
    why="The law says what shoppers must be told about their data (indication, GDPR Art. 13), and some look before they trust a shop.",
    fix="Say in the privacy policy who is responsible, what the data is used for and on which legal basis, who gets it, how long it is "
    "kept, which rights visitors have, where they can complain, and which cookies are set.",
    severity=Severity.MAJOR,
    effort=Effort.S,
    site_pages=("privacy",),
    laws=(Law("eu", "Regulation (EU) 2016/679 (GDPR), Articles 12 and 13"), Law("uk", "UK GDPR, Articles 12 and 13")),
    confidence=Confidence.MEDIUM,
    sources=(
        Source(
            "EU, GDPR (2016/679), Art. 13",
            "https://eur-lex.europa.eu/eli/reg/2016/679/oj",
            "information to be provided where personal data are collected (2016)",
        ),
    ),
    limits="Looks for words that stand for each point; whether what is said is true or enough is for a lawyer. Whether it is linked "
    "everywhere is judged by another check.",
)
def policy(recording: Recording) -> Outcome:
    """Open the linked privacy policy and look for words of seven points."""
    if not any(journey.reached(Stage.HOME) for journey in recording.journeys):
        return not_measurable(say("No page of the shop was seen, so where it sells is not known."))
    market = market_of(recording.journeys)
    if not (market.eea or market.uk):
        return not_applicable(say("The shop seems to sell in {market}; the rule is of the EU and the UK.", market=market.name))
    try:
        page = linked_page(recording, "privacy")
    except Missing as missing:
        if is_unlinked(str(missing)):
            return not_applicable(
                say("No privacy policy is linked, so there is none to read. That it is missing is judged by another check.")
            )
        reason: str = missing.args[0]
        elsewhere = say("Whether the policy is linked is judged by another check.")
        return not_measurable(together(ended(reason), elsewhere, between=" "))
    if page.facts.language not in _WORDS["languages"]:
        return not_measurable(
            say(
                "The words of privacy policies are not known in the page's language ({language}).",
                language=language_name(page.facts.language),
            )
        )
    text = normalise(main_text(page))
    if len(text) < _LEAST_LETTERS or (len(text) < _SHORT and not stands_alone(page)):
        return not_measurable(say("The page of the privacy policy holds hardly any text that could be read."))
    missing_facts = [title for fact, title in _FACTS.items() if not any(_stands_in(text, word) for word in _WORDS[fact])]
    told = len(_FACTS) - len(missing_facts)
    threshold = f"≥ {_ENOUGH}"
    if told >= _ENOUGH:
        return passed(say("The privacy policy speaks of {told} of 7 points.", told=told), value=told, unit="of 7", threshold=threshold)
    message = say(
        "The privacy policy speaks of {told} of 7 points. Nothing was found about: {facts}.",
        told=told,
        facts=together(*missing_facts, between="; "),
    )
    findings = [Finding(say("Nothing was found about {fact}.", fact=fact), url=page.url, key=str(fact)) for fact in missing_facts]
    if told >= _SOME:
        return warned(message, findings=findings, value=told, unit="of 7", threshold=threshold)
    return failed(say("Indication: {finding}", finding=message), findings=findings, value=told, unit="of 7", threshold=threshold)


def _stands_in(text: str, word: str) -> bool:
    """Whether a word begins or is part of one in the text; one that is written with a space at its end is a word of its own."""
    folded = normalise(word)
    return f" {folded} " in f" {text} " if word.endswith(" ") else folded in text
