"""What a result says is said in another language: scores, gate, journeys, verdicts; what the shop wrote stays."""

from __future__ import annotations

import json

import pytest

from auditor.api import Kind, Outcome, Result, Severity, Stage, own, say, several
from auditor.gate.rules import GateRules
from auditor.model.verdict import Verdict
from auditor.record.recording import NOT_REACHED
from auditor.result.translating import explained, translated
from auditor.words.catalogue import voice_for
from tests.auditor.specimens import check, result, verdict, walked

BAD = check("checkout-bad", severity=Severity.CRITICAL, failure_title="Shoppers must create an account to buy", blocker=True)


def read_back(made: Result) -> Result:
    """The result as it comes from its file, where all texts are plain."""
    return Result.model_validate(json.loads(made.model_dump_json()))


def in_german(*verdicts: Verdict, rules: GateRules | None = None) -> Result:
    read = read_back(result(verdicts, [walked()], rules))
    return translated(read, voice_for("de", read.wording))


def test_a_cap_and_a_gate_are_said_with_the_titles_of_checks() -> None:
    german = in_german(verdict(BAD, Kind.FAIL), verdict(check("trust-a"), Kind.ERROR))
    title = "Käufer müssen zum Kaufen ein Kundenkonto anlegen"
    assert [cap.reason for cap in german.score.caps] == [
        f"Käufer können nicht kaufen oder sollten es nicht: {title}.",
        f"Eine kritische Prüfung ist nicht bestanden: {title}.",
    ]
    assert german.gate.reasons == [
        f"{title} (checkout-bad, Desktop)",
        "Nicht bestanden ohne Nachweis: Einige Prüfungen sind abgebrochen.",
    ]
    assert german.score.profile == "ausgewogen"


@pytest.mark.parametrize(("rules", "state"), [(GateRules(), (False, True)), (GateRules("none", 101), (False, False))])
def test_whether_evidence_alone_is_missing_is_told_without_words(rules: GateRules, state: tuple[bool, bool]) -> None:
    gate = in_german(verdict(check("trust-a")), verdict(check("trust-b"), Kind.ERROR), rules=rules).gate
    assert (gate.passed, gate.undecided) == state


def test_a_verdict_is_said_with_its_value_and_its_threshold() -> None:
    said = Outcome(
        Kind.WARN, say("No other product was seen in the shop's lists."), say("none"), threshold=say("{count} of {total}", count=1, total=2)
    )
    [german] = in_german(Verdict(check("trust-a"), said, "desktop")).verdicts
    assert (german.message, german.value, german.threshold) == (
        "In den Listen des Shops wurde kein weiteres Produkt gesehen.",
        "keine",
        "1 von 2",
    )


def test_words_of_the_shop_stay() -> None:
    said = Outcome(Kind.FAIL, say("“{title}” is sold out.", title="Cart"), "“Checkout”", findings=())
    [german] = in_german(Verdict(check("trust-a"), said, "desktop")).verdicts
    assert (german.message, german.value) == ("„Cart“ ist ausverkauft.", "“Checkout”")


@pytest.mark.parametrize("end", ["", "."])
def test_a_page_that_was_not_reached_is_told_by_its_stage(end: str) -> None:
    reason = several(2, "filled {n} field", "filled {n} fields")
    said = say(NOT_REACHED, page=own("cart"), device=own("desktop"), reason=reason)
    missed = Outcome(Kind.NOT_MEASURABLE, said + end if end else said)
    [german] = in_german(Verdict(check("trust-a"), missed, "desktop", Stage.HOME)).verdicts
    assert german.unreached is not None
    assert (german.unreached.stage, german.unreached.reason) == ("cart", "2 Felder ausgefüllt")
    assert german.message == f"Die Seite „Warenkorb“ wurde nicht erreicht (Desktop): 2 Felder ausgefüllt{end}"


def test_what_a_check_tells_of_itself_may_hold_braces() -> None:
    written = check("trust-a", fix="Never take the outline away {so}.")
    assert explained(written, voice_for("de")).fix == "Never take the outline away {so}."


def test_english_stays_as_it_was() -> None:
    read = read_back(result([verdict(BAD, Kind.FAIL)], [walked()]))
    assert translated(read, voice_for("en", read.wording)) == read
