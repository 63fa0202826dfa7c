from pathlib import Path

import pytest

from auditor.api import Check, Kind, Law, Recording, Stage, failed, passed
from auditor.judge.indications import judge_under
from auditor.judge.judging import judge
from auditor.plugins.discovery import load_checks
from tests.auditor.specimens import check
from tests.checks.recordings import Shop

EU, UK = Law("eu", "Directive 1, Article 2"), Law("uk", "Regulations 3, regulation 4")


@pytest.fixture
def recording(tmp_path: Path) -> Recording:
    shop = Shop(tmp_path)
    shop.walk().page(Stage.HOME)
    return shop.recording()


def ruling(*laws: Law, legal: bool = True, wrong: bool = True, name: str = "privacy-rule") -> Check:
    return check(name, legal=legal, laws=laws, judge=lambda _: failed("It is so.") if wrong else passed("It is not."))


def test_a_matter_of_law_alone_is_not_judged_where_no_law_was_named(recording: Recording) -> None:
    (verdict,) = judge_under(recording, [ruling(EU, UK)], ())
    assert verdict.outcome.kind is Kind.NOT_APPLICABLE
    assert verdict.outcome.message == "A matter of law, judged only under a jurisdiction that is named: --jurisdiction eu or uk."
    (other,) = judge_under(recording, [ruling(EU)], {"us"})
    assert other.outcome.kind is Kind.NOT_APPLICABLE


def test_under_a_named_law_it_is_an_indication_with_the_article(recording: Recording) -> None:
    (verdict,) = judge_under(recording, [ruling(EU, UK)], {"uk"})
    assert verdict.outcome.kind is Kind.FAIL
    assert verdict.outcome.message == "It is so. Indication, not legal advice: Regulations 3, regulation 4."
    assert verdict.laws == (UK,)


def test_a_message_that_is_careful_already_is_not_so_twice(recording: Recording) -> None:
    careful = check("privacy-rule", legal=True, laws=(EU,), judge=lambda _: failed("Indication: it is so."))
    (verdict,) = judge_under(recording, [careful], {"eu"})
    assert verdict.outcome.message == "Indication: it is so. Not legal advice: Directive 1, Article 2."


def test_what_is_right_is_no_indication(recording: Recording) -> None:
    (verdict,) = judge_under(recording, [ruling(EU, wrong=False)], {"eu"})
    assert (verdict.outcome.message, verdict.laws) == ("It is not.", (EU,))


def test_good_practice_that_is_also_law_is_judged_everywhere(recording: Recording) -> None:
    (verdict,) = judge_under(recording, [ruling(EU, legal=False)], ())
    assert (verdict.outcome.kind, verdict.outcome.message, verdict.laws) == (Kind.FAIL, "It is so.", ())
    (named,) = judge_under(recording, [ruling(EU, legal=False)], {"eu"})
    assert "Article 2" in named.outcome.message


def test_a_rule_that_names_no_article_asks_for_any_jurisdiction(recording: Recording) -> None:
    assert judge_under(recording, [ruling()], ())[0].outcome.kind is Kind.NOT_APPLICABLE
    assert judge_under(recording, [ruling()], {"us"})[0].outcome.kind is Kind.FAIL


def test_other_checks_are_judged_as_ever_and_in_order(recording: Recording) -> None:
    checks = [check("trust-z"), ruling(EU, name="privacy-m"), check("checkout-a")]
    assert [v.check.id for v in judge_under(recording, checks, ())] == ["checkout-a", "privacy-m", "trust-z"]
    assert judge_under(recording, [checks[0]], {"eu"}) == judge(recording, [checks[0]])


@pytest.mark.parametrize("rule", [c for c in load_checks() if c.legal], ids=lambda c: str(c.id))
def test_every_matter_of_law_names_its_article(rule: Check) -> None:
    assert rule.laws
    assert all(law.jurisdiction in {"eu", "uk", "us"} and law.article for law in rule.laws)
