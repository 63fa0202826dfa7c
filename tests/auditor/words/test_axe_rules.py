"""What axe-core's rules demand is said in axe-core's own languages, and by our translators where it falls back on English."""

from __future__ import annotations

import pytest

from auditor.words.axe_rules import demand, demands, translations, untranslated
from auditor.words.catalogue import voice_for

TITLE = "Documents must have <title> element to aid in navigation"


@pytest.mark.parametrize(("language", "said"), [("de", "<title>-Element"), ("es", "elementos <title>"), ("fr", "élément <title>")])
def test_a_rule_is_said_in_the_languages_of_axe_core(language: str, said: str) -> None:
    assert said in translations(language)[TITLE]
    assert voice_for(language).say(demand("document-title", "as recorded")) == translations(language)[TITLE]


def test_a_rule_is_told_by_its_id() -> None:
    assert demand("document-title", "Some older wording") == TITLE
    assert demand("a-rule-of-tomorrow", "It must {not} be.") == "It must {not} be."


def test_a_region_stands_for_its_language() -> None:
    assert translations("pt")


def test_a_language_axe_core_does_not_speak_is_left_to_us() -> None:
    assert translations("tlh") == {}
    assert len(untranslated("tlh")) == len(set(demands().values()))


@pytest.mark.parametrize("language", ["de", "es", "fr"])
def test_a_translation_that_says_the_term_in_english_is_left_to_us(language: str) -> None:
    assert "ARIA tab nodes must have an accessible name" in untranslated(language)
    assert not [words for words in translations(language).values() if "accessible name" in words]


def test_every_rule_is_either_translated_or_left_to_us() -> None:
    for language in ("de", "es", "fr"):
        assert {*translations(language), *untranslated(language)} == set(demands().values())


def test_no_demand_ends_as_a_sentence() -> None:
    assert not [words for locale in ("_template", "de", "es", "fr") for words in demands(locale).values() if words.endswith(".")]
