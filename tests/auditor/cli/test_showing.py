import os
import subprocess
import sys

import pytest

from auditor.cli.showing import shown_whole


def test_a_text_is_printed_as_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    shown_whole("a summary\n")
    assert capsys.readouterr().out == "a summary\n"


def test_a_reader_that_is_gone_stops_nothing() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    code = "from auditor.cli.showing import shown_whole; shown_whole('a'); shown_whole('b'); raise SystemExit(7)"
    ended = subprocess.run([sys.executable, "-c", code], stdout=writing, stderr=subprocess.PIPE, text=True, check=False)
    os.close(writing)
    assert (ended.returncode, ended.stderr) == (7, "")
