import pytest

from auditor.gate.outcomes import outcome_of


@pytest.mark.parametrize(("kept", "outcome"), [(True, "passed"), (False, "failed"), (None, "no_evidence")])
def test_what_is_not_known_is_no_pass(kept: bool | None, outcome: str) -> None:
    assert outcome_of(kept) == outcome
