"""Commands whose output nobody reads to its end, each in a process of its own, as a shell would start it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from auditor.record.layout import RESULT

ROOT = Path(__file__).parents[3]
# an audit whose recording is made by a stand-in: two lines of progress, the second after the reader has gone
AUDIT = """
import sys
from auditor.cli import run
from auditor.cli.main import main
from tests.auditor.cli.conftest import record

def record_run(url, config, checks, folder, events):
    events.say("desktop", "linked pages")
    record(folder, ended=sys.argv[2])
    return False

run.record_run = record_run
main(["run", "https://shop.example", "-o", sys.argv[1], "--no-history", "--fail-on", sys.argv[3], *sys.argv[4:]])
"""


def ended(*command: str, closed: set[str], folder: Path) -> tuple[int, str]:
    """Exit code and what could be read of a command that writes into pipes without a reader, for these of its streams."""
    reading, writing = os.pipe()
    os.close(reading)
    out, err = (writing if name in closed else subprocess.PIPE for name in ("out", "err"))
    found = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH"))))}
    done = subprocess.run([sys.executable, *command], stdout=out, stderr=err, text=True, cwd=folder, env=found, check=False)
    os.close(writing)
    return done.returncode, f"{done.stdout or ''}{done.stderr or ''}"


@pytest.mark.parametrize(
    ("closed", "came", "options", "code"),
    [
        ({"out"}, "payment_reached", ["none"], 0),
        ({"err"}, "payment_reached", ["none"], 0),
        ({"out", "err"}, "payment_reached", ["none", "--min-score", "100"], 1),
        ({"out", "err"}, "failed", ["none", "-v"], 3),
    ],
)
def test_an_audit_goes_on_and_ends_as_it_should(closed: set[str], came: str, options: list[str], code: int, tmp_path: Path) -> None:
    assert ended("-c", AUDIT, "out", came, *options, closed=closed, folder=tmp_path)[0] == code
    assert (tmp_path / "out" / RESULT).is_file()
    assert (tmp_path / "out" / "report.html").is_file()


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["run", "nothing at all"], 4),
        (["run", "--nope"], 4),
        (["judge", "."], 3),
        (["checks"], 0),
        (["config", "check", "good.toml", "bad.toml"], 4),
        (["--version"], 0),
    ],
)
def test_commands_that_nobody_hears_end_with_their_own_code(tmp_path: Path, arguments: list[str], code: int) -> None:
    (tmp_path / "good.toml").touch()
    (tmp_path / "bad.toml").write_text("rnus = 2", encoding="utf-8")
    assert ended("-m", "auditor", *arguments, closed={"out", "err"}, folder=tmp_path) == (code, "")


@pytest.mark.parametrize(("arguments", "code"), [("config --nope 2> /dev/full", 4), ("config > /dev/full", 3)])
def test_a_full_disk_is_told_where_it_takes_the_output_and_forgiven_where_the_log(tmp_path: Path, arguments: str, code: int) -> None:
    script = f"exec {sys.executable} -m auditor {arguments}"
    assert subprocess.run(["/bin/sh", "-c", script], cwd=tmp_path, stderr=subprocess.DEVNULL, check=False).returncode == code


def test_what_is_read_is_as_it_would_be_without(tmp_path: Path) -> None:
    told = "print('größer'); print('é\\ud800', file=sys.stderr)"
    code = f"import sys; from auditor.cli.unread import outlast_readers; outlast_readers(); {told}"
    assert ended("-c", code, closed=set(), folder=tmp_path) == (0, "größer\né\\ud800\n")
