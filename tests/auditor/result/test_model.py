from typing import Any, get_args

import pytest
from pydantic import ValidationError

from auditor.api import Confidence, Ended, Kind, Severity, Stage, StepOutcome
from auditor.result.model import JourneyResult, Score, StepResult, VerdictResult
from tests.auditor.specimens import walked


def allowed(model: Any, field: str) -> set[str]:
    """What a field of the published contract may hold."""
    hint = model.model_fields[field].annotation
    named = {arg for arg in get_args(hint) if isinstance(arg, str)}
    return named or {name for arg in get_args(hint) for name in get_args(arg)}


@pytest.mark.parametrize(
    ("model", "field", "values"),
    [
        (StepResult, "stage", Stage),
        (StepResult, "outcome", StepOutcome),
        (JourneyResult, "ended", Ended),
        (JourneyResult, "deepest_stage", Stage),
        (VerdictResult, "outcome", Kind),
        (VerdictResult, "severity", Severity),
        (VerdictResult, "confidence", Confidence),
    ],
)
def test_contract_and_engine_use_the_same_words(model: Any, field: str, values: Any) -> None:
    assert allowed(model, field) == {value.value for value in values}


def test_grades_are_letters() -> None:
    assert allowed(Score, "grade") == set("ABCDE")


def test_an_unknown_key_is_refused() -> None:
    with pytest.raises(ValidationError, match="surprise"):
        JourneyResult.model_validate({**walked().model_dump(), "surprise": 1})


def test_an_unknown_end_is_refused() -> None:
    with pytest.raises(ValidationError, match="ended"):
        JourneyResult.model_validate({**walked().model_dump(), "ended": "bought"})
