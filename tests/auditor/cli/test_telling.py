import json
from pathlib import Path
from typing import Any

import click
import pytest

from auditor.cli.telling import code_of, keep_stdout_for_events, told
from auditor.errors import BrowserError, ConfigError, ExitCode, NothingJudged
from auditor.events import Noted, RunEnded

ERRORS = [
    (ConfigError("The key is wrong."), ExitCode.USAGE),
    (BrowserError("It died."), ExitCode.NOT_COMPLETED),
    (NothingJudged("Nothing."), ExitCode.NOTHING_JUDGED),
    (click.UsageError("No such option."), ExitCode.USAGE),
    (KeyboardInterrupt(), ExitCode.INTERRUPTED),
    (ZeroDivisionError("division by zero"), ExitCode.NOT_COMPLETED),
]


def last(file: Path) -> Any:
    return json.loads(file.read_text(encoding="utf-8").splitlines()[-1])


@pytest.mark.parametrize(("error", "code"), ERRORS, ids=lambda item: type(item).__name__)
def test_an_error_is_the_last_event(tmp_path: Path, error: BaseException, code: ExitCode) -> None:
    file = tmp_path / "events.jsonl"
    with pytest.raises(type(error)), told(quiet=True, events_to=str(file)):
        raise error
    assert code_of(error) is code
    assert (last(file)["event"], last(file)["exit_code"]) == ("run_ended", code)
    assert str(error) in last(file)["error"]


def test_who_is_quiet_hears_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    with told(quiet=True) as events:
        events.say("desktop", "linked pages")
    assert capsys.readouterr() == ("", "")


def test_lines_and_logs_go_to_stderr(capsys: pytest.CaptureFixture[str]) -> None:
    with told(verbose=1) as events:
        events.say("desktop", "linked pages")
        events.tell(Noted(device="desktop", text="A new tab."))
        events.tell(RunEnded(exit_code=0))
    out, err = capsys.readouterr()
    assert out == ""
    assert [line[-12:] for line in err.splitlines()] == ["linked pages", ": A new tab."]


def test_quiet_and_verbose_contradict_each_other() -> None:
    with pytest.raises(click.UsageError, match="contradict"), told(quiet=True, verbose=1):
        pass


def test_stdout_is_for_one_thing() -> None:
    keep_stdout_for_events("-", ["html", "terminal=summary.txt"])
    keep_stdout_for_events("events.jsonl", ["terminal"])
    with pytest.raises(click.UsageError, match="--format terminal=FILE"):
        keep_stdout_for_events("-", ["html", "terminal"])
