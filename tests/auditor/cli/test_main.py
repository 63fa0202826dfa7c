import errno
import subprocess
import sys
from pathlib import Path

import pytest

from auditor import __version__
from auditor.cli import main as module
from auditor.cli.main import cli, main
from auditor.errors import BrowserError, ConfigError, NothingJudged, RecordingError
from tests.auditor.cli.conftest import Auditor

COMMANDS = cli.list_commands(cli.make_context("auditor", ["--version"], resilient_parsing=True))


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(auditor: Auditor, command: str) -> None:
    ran = auditor(command, "--help")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith(f"Usage: auditor {command}")
    assert ran.out == auditor(command, "-h").out


@pytest.mark.parametrize("command", COMMANDS)
def test_every_option_says_what_it_does(auditor: Auditor, command: str) -> None:
    found = cli.get_command(cli.make_context("auditor", ["--version"], resilient_parsing=True), command)
    assert found is not None
    assert [option.name for option in found.params if option.param_type_name == "option" and not getattr(option, "help", "")] == []


def test_the_list_of_commands_names_them_all(auditor: Auditor) -> None:
    out = auditor("--help").out
    assert [command for command in COMMANDS if f"\n  {command} " not in out] == []


def test_the_version_is_told(auditor: Auditor) -> None:
    assert auditor("--version").out == f"auditor, version {__version__}\n"


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (["nope"], "nope"),
        (["run"], "URL"),
        (["judge"], "RUN"),
        (["checks", "--nope"], "--nope"),
        (["schema", "nope"], "nope"),
        ([], "Usage"),
    ],
)
def test_mistakes_of_usage_end_with_4(auditor: Auditor, arguments: list[str], word: str) -> None:
    assert auditor(*arguments).refused(4, word)


@pytest.mark.parametrize(
    ("error", "code", "said"),
    [
        (ConfigError("Wrong key."), 4, "auditor: Wrong key.\n"),
        (RecordingError("No recording."), 3, "auditor: No recording.\n"),
        (BrowserError("No browser."), 3, "auditor: No browser.\n"),
        (NothingJudged("No check."), 5, "auditor: No check.\n"),
        (KeyboardInterrupt(), 2, "Interrupted.\n"),
        (OSError(errno.ENOSPC, "No space left on device", "result.json"), 3, "auditor: result.json: No space left on device.\n"),
    ],
)
def test_errors_are_one_message_and_their_exit_code(
    auditor: Auditor, monkeypatch: pytest.MonkeyPatch, error: BaseException, code: int, said: str
) -> None:
    def broken(**_: object) -> None:
        raise error

    monkeypatch.setattr(module.cli, "main", broken)
    ran = auditor("checks")
    assert (ran.code, ran.out, ran.err) == (code, "", said)


def test_a_fault_of_ours_is_shown_whole_and_never_ends_like_a_failed_shop(auditor: Auditor, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(**_: object) -> None:
        raise ZeroDivisionError("a fault")

    monkeypatch.setattr(module.cli, "main", broken)
    ran = auditor("checks")
    assert (ran.code, ran.out) == (3, "")
    assert "ZeroDivisionError: a fault" in ran.err
    assert ran.err.splitlines()[-1].startswith("auditor: this is a fault of the auditor, not of the shop.")


@pytest.mark.parametrize("end", [SystemExit(0), SystemExit(1), BrokenPipeError(errno.EPIPE, "Broken pipe")])
def test_what_ends_a_command_from_within_names_no_exit_code(auditor: Auditor, monkeypatch: pytest.MonkeyPatch, end: BaseException) -> None:
    def broken(*_: object) -> None:
        raise end

    monkeypatch.setattr("auditor.cli.checks.load_catalogue", broken)
    ran = auditor("checks")
    assert (ran.code, ran.out) == (3, "")
    assert f"{type(end).__name__}: {end}" in ran.err


def test_main_leaves_with_the_exit_code(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["nope"])
    assert caught.value.code == 4
    assert capsys.readouterr().out == ""


def test_a_reader_that_has_seen_enough_is_no_error(tmp_path: Path) -> None:
    script = f"{sys.executable} -m auditor checks | head -n 1"
    done = subprocess.run(["/bin/sh", "-c", script], capture_output=True, text=True, cwd=tmp_path, check=False)
    assert (done.stdout.startswith("Speed of the site"), done.stderr) == (True, "")
