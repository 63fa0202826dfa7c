import pytest
from auditor_reports.view.sources import Cited, cited
from auditor_reports.view.topics import topics_of

from auditor.api import Source
from tests.auditor.specimens import check
from tests.reports.results import said

STUDY, RULE = Source("A study", "https://study.example/", "42 % (2025)"), Source("A rule", "https://rule.example/")
AGAIN = Source("A study", "https://study.example/", "7 % (2024)")
CHECKS = [check("trust-bad", sources=(RULE, STUDY)), check("trust-worse", sources=(AGAIN,)), check("trust-good", sources=(AGAIN, RULE))]
TOPICS = {t.id: t for t in topics_of([said(c.id) for c in CHECKS], {c.id: c for c in CHECKS})}


def test_each_source_stands_once_those_of_the_problems_first() -> None:
    rule, study = cited([TOPICS["trust-bad"], TOPICS["trust-worse"]], [TOPICS["trust-good"]])
    assert (rule.number, rule.name, rule.figures, [t.id for t in rule.topics]) == (1, "A rule", [], ["trust-bad"])
    assert (study.number, study.figures, study.years) == (2, ["42% (2025)", "7% (2024)"], ["2024", "2025"])
    assert [t.id for t in study.topics] == ["trust-bad", "trust-worse"]


def test_a_problems_source_says_what_it_says_of_problems() -> None:
    assert cited([TOPICS["trust-bad"]], [TOPICS["trust-good"]])[1].figures == ["42% (2025)"]


def test_checks_that_found_nothing_amiss_have_sources_too() -> None:
    assert [(s.name, s.topics) for s in cited([], [TOPICS["trust-good"]])] == [("A study", []), ("A rule", [])]
    assert cited(topics_of([said("trust-gone")], {}), []) == []


@pytest.mark.parametrize(
    ("name", "figure", "years"),
    [
        ("A study", "0.1 s faster (2020, 37 brands)", ["2020"]),
        ("EU, GDPR (2016/679), Art. 13", "", []),
        ("EU, Directive 2011/83/EU", "in force since 13 June 2014", ["2014"]),
        ("WebAIM Million 2026", "95.9 % of pages", ["2026"]),
        ("Lighthouse", "90 points at 2,012 KiB", []),
        ("A study", "", []),
    ],
)
def test_years_are_told_from_other_numbers(name: str, figure: str, years: list[str]) -> None:
    assert Cited(1, name, "", [figure]).years == years
