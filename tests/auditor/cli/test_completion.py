import subprocess
import sys

import pytest

from tests.auditor.cli.conftest import Auditor


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_each_shell_gets_its_script(auditor: Auditor, shell: str) -> None:
    ran = auditor("completion", shell)
    assert (ran.code, ran.err) == (0, "")
    assert f"_AUDITOR_COMPLETE={shell}_complete" in ran.out


def test_an_unknown_shell_lists_the_known(auditor: Auditor) -> None:
    assert auditor("completion", "tcsh").refused(4, "tcsh", "bash", "zsh", "fish")


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ("auditor com", ["compare", "completion"]),
        ("auditor check speed-lc", ["speed-lcp"]),
        ("auditor run --only paym", ["payment"]),
        ("auditor run --format ht", ["html"]),
        ("auditor run --device mo", ["mobile"]),
        ("auditor run --lang e", ["en", "es"]),
        ("auditor run --fail-on cr", ["critical"]),
        ("auditor schema ev", ["events"]),
    ],
)
def test_a_shell_is_offered_what_can_stand_there(words: str, offered: list[str]) -> None:
    environ = {"_AUDITOR_COMPLETE": "bash_complete", "COMP_WORDS": words, "COMP_CWORD": str(len(words.split()) - 1)}
    done = subprocess.run(
        [sys.executable, "-c", "from auditor.cli.main import main; main()"], env=environ, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert [line.partition(",")[2] for line in done.stdout.splitlines()] == offered
