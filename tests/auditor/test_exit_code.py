import pytest

from auditor.api import Kind
from auditor.audit import exit_code
from auditor.errors import ExitCode
from auditor.gate.rules import GateRules
from auditor.result.model import JourneyResult
from tests.auditor.specimens import check, result, verdict, walked

GOOD, BAD, BROKEN = Kind.PASS, Kind.FAIL, Kind.ERROR
STRICT = GateRules("major")
CASES = [
    ("all is well", [GOOD], [walked()], ExitCode.PASSED),
    ("a rule is broken", [GOOD, BAD], [walked()], ExitCode.GATE_FAILED),
    ("a guest cannot buy, no rule is broken", [GOOD], [walked("login_required", "cart")], ExitCode.PASSED),
    ("one device was interrupted", [GOOD, BAD], [walked(), walked("interrupted", "home", "mobile")], ExitCode.INTERRUPTED),
    ("one device failed", [GOOD], [walked(), walked("failed", "cart", "mobile")], ExitCode.NOT_COMPLETED),
    ("a failed device hides no broken rule", [BAD], [walked("failed", "cart")], ExitCode.NOT_COMPLETED),
    ("a bot wall", [GOOD], [walked("blocked", "home")], ExitCode.NOT_COMPLETED),
    ("no shop", [GOOD], [walked("not_a_shop", "home")], ExitCode.NOT_COMPLETED),
    ("nothing to buy", [GOOD], [walked("no_product", "category")], ExitCode.NOT_COMPLETED),
    ("closed from the start", [GOOD], [walked("login_required", "home")], ExitCode.NOT_COMPLETED),
    ("no device", [GOOD], [], ExitCode.NOT_COMPLETED),
    ("a check broke", [GOOD, BROKEN], [walked()], ExitCode.NOT_COMPLETED),
    ("nothing applies", [Kind.NOT_APPLICABLE], [walked()], ExitCode.NOTHING_JUDGED),
    ("nothing could be measured", [Kind.NOT_MEASURABLE, Kind.INFO], [walked()], ExitCode.NOTHING_JUDGED),
    ("no check", [], [walked()], ExitCode.NOTHING_JUDGED),
]  # fmt: skip


@pytest.mark.parametrize(("kinds", "journeys", "code"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_the_exit_code_tells_the_shop_from_the_run(kinds: list[Kind], journeys: list[JourneyResult], code: ExitCode) -> None:
    verdicts = [verdict(check(f"trust-{i}"), kind) for i, kind in enumerate(kinds)]
    found = result(verdicts, journeys, STRICT)
    assert exit_code(found, interrupted=False, exit_zero=False) is code
    assert found.gate.passed is (code is ExitCode.PASSED)


@pytest.mark.parametrize(("only", "code"), [([], ExitCode.NOT_COMPLETED), (["trust"], ExitCode.PASSED)])
def test_checks_of_a_broken_plugin_are_missed_unless_others_were_asked_for(only: list[str], code: ExitCode) -> None:
    found = result([verdict(check("trust-a"))], [walked()])
    found = found.model_copy(update={"broken_plugins": ["The plugin x cannot be loaded."], "config": {"only": only}})
    assert exit_code(found, interrupted=False, exit_zero=True) is code


@pytest.mark.parametrize(
    ("kinds", "code"),
    [([GOOD], ExitCode.PASSED), ([GOOD, BAD], ExitCode.PASSED), ([BROKEN], ExitCode.NOT_COMPLETED), ([], ExitCode.NOTHING_JUDGED)],
)
def test_exit_zero_forgives_the_shop_but_not_the_run(kinds: list[Kind], code: ExitCode) -> None:
    verdicts = [verdict(check(f"trust-{i}"), kind) for i, kind in enumerate(kinds)]
    assert exit_code(result(verdicts, [walked()], STRICT), interrupted=False, exit_zero=True) is code


def test_an_interrupt_is_told_before_anything_else() -> None:
    found = result([], [walked("failed", "home")], STRICT)
    assert exit_code(found, interrupted=True, exit_zero=True) is ExitCode.INTERRUPTED
