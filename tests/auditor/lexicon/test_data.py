"""The data files: every language says everything, and no phrase is dead."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest

from auditor.lexicon import LANGUAGES, Lexicon, normalise
from auditor.lexicon.language import load
from auditor.lexicon.matcher import EVERY

ENGLISH = load("en")["phrases"]
# Names that are also written in syllables are asked for by Japanese forms alone.
ONLY_JAPANESE = {"field_family_name_kana", "field_given_name_kana"}
_ASKING = {"score", "has", "mentions", "holds", "says", "phrases", "best_for"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_has_every_concept(language: str) -> None:
    data = load(language)
    assert set(data) == {"language", "stopwords", "negations", "phrases", "not"}
    assert set(data["phrases"]) - ONLY_JAPANESE == set(ENGLISH)
    assert set(data["not"]) <= set(data["phrases"])
    assert len(data["stopwords"]) >= 15
    assert all(data["phrases"].values())
    assert len(data["negations"]) >= 4


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_phrase_names_its_concept_fully(language: str) -> None:
    lexicon = Lexicon(language)
    phrases = [(concept, phrase) for concept, texts in load(language)["phrases"].items() for phrase in texts]
    assert [(concept, phrase) for concept, phrase in phrases if lexicon.score(concept, phrase) != 1.0] == []


@pytest.mark.parametrize("language", [*LANGUAGES, EVERY])
def test_no_phrase_is_empty_when_folded(language: str) -> None:
    data = load(language)
    assert [p for table in ("phrases", "not") for texts in data[table].values() for p in texts if not normalise(p)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_names_of_every_language_hold_concepts_there_are(language: str) -> None:
    assert set(load(EVERY)["phrases"]) <= set(load(language)["phrases"])


def asked_for(source: str) -> Iterator[str]:
    """The concepts that a module asks a lexicon or its page for by a literal name."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute | ast.Name):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else node.func.id
            if name in _ASKING:
                yield from (
                    a.value for a in node.args[:3] if isinstance(a, ast.Constant) and isinstance(a.value, str) and a.value.islower()
                )


def test_the_engine_asks_only_for_concepts_there_are() -> None:
    """An unknown concept would not fail: it would never be found."""
    modules = [p for folder in ("facts", "journey") for p in Path(str(files("auditor") / folder)).glob("*.py")]
    asked = {concept for module in modules for concept in asked_for(module.read_text(encoding="utf-8"))}
    assert len(asked) > 40
    assert asked - set(ENGLISH) == set()
