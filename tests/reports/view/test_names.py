from typing import get_args

import pytest
from auditor_reports.view import names

from auditor.api import CATEGORIES, FAILURES, Effort, JourneyResult, Stage, StepResult, VerdictResult
from auditor.journey.guard import Reason


def words_of(model: type[JourneyResult | StepResult | VerdictResult], field: str) -> list[str]:
    return [str(word) for word in get_args(model.model_fields[field].annotation)]


def test_everything_a_result_can_say_has_a_name() -> None:
    assert [stage for stage in Stage if names.stage_title(stage) == stage.value] == []
    assert [word for word in words_of(VerdictResult, "outcome") if not names.outcome_word(word)] == []
    assert [word for word in words_of(StepResult, "outcome") if not names.step_word(word)] == []
    assert [word for word in words_of(JourneyResult, "ended") if not names.ended_words(word)] == []
    assert [word for word in words_of(VerdictResult, "confidence") if not names.confidence_words(word)] == []
    assert [effort for effort in Effort if names.effort_words(effort) == effort.value] == []
    assert [word for word in words_of(VerdictResult, "severity") if names.severity_word(word) != word.capitalize()] == []
    assert [reason for reason in get_args(Reason) if reason not in names._GUARD or names.guard_words(reason) != reason] == []
    assert set(names.OUTCOMES) == set(words_of(VerdictResult, "outcome"))


def test_what_is_not_known_keeps_its_own_name() -> None:
    assert (names.device_title("Pixel 7"), names.device_title("mobile"), names.device_title(None)) == ("Pixel 7", "Phone", "Whole shop")
    assert names.category_title("speed") == CATEGORIES[0].title
    assert (names.category_title("made-up"), names.category_title("made-up", "Made up")) == ("made-up", "Made up")
    assert names.guard_words("made-up") == "made-up"


@pytest.mark.parametrize(
    ("reason", "sentence"),
    [
        ("bot_wall", FAILURES["bot_wall"].sentence),
        ("Not reached: bot_wall.", f"Not reached: {FAILURES['bot_wall'].sentence}"),
        ("Not reached: something else", "Not reached: something else"),
        ("", ""),
    ],
)
def test_a_failure_code_becomes_what_it_means(reason: str, sentence: str) -> None:
    assert names.explained(reason) == sentence
