import re

import pytest
from pydantic import BaseModel, ValidationError, field_validator

from auditor import errors
from auditor.errors import AuditorError, ExitCode, first_fault


class _Paper(BaseModel):
    width: int

    @field_validator("width")
    @classmethod
    def _wide(cls, width: int) -> int:
        if width < 0:
            raise ValueError("nothing is that narrow")
        return width


class _Document(BaseModel):
    paper: _Paper


def declared() -> list[type[AuditorError]]:
    return [kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, AuditorError)]


def test_the_drawn_tree_is_the_real_one() -> None:
    """The docstring names every error once, with its exit code."""
    drawn = {name: int(code) for name, code in re.findall(r"(\w+)\s{2,}(\d)\s", errors.__doc__ or "")}
    assert drawn == {kind.__name__: int(kind.exit_code) for kind in declared()}


def test_every_error_says_what_it_is_for() -> None:
    assert [kind.__name__ for kind in declared() if not kind.__doc__] == []


@pytest.mark.parametrize(
    ("code", "number"),
    [("PASSED", 0), ("GATE_FAILED", 1), ("INTERRUPTED", 2), ("NOT_COMPLETED", 3), ("USAGE", 4), ("NOTHING_JUDGED", 5)],
)
def test_exit_codes_are_what_pipelines_rely_on(code: str, number: int) -> None:
    assert ExitCode[code] == number


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ('{"paper": {"width": "wide"}}', "paper.width: Input should be a valid integer"),
        ('{"paper": {"width": -1}}', "paper.width: nothing is that narrow"),
        ("{", "Invalid JSON: "),
    ],
)
def test_what_is_wrong_with_a_file_is_told_with_its_place_and_without_its_value(content: str, said: str) -> None:
    with pytest.raises(ValidationError) as raised:
        _Document.model_validate_json(content)
    fault = first_fault(raised.value)
    assert fault.startswith(said)
    assert "wide" not in fault
