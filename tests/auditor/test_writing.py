from __future__ import annotations

import os
from pathlib import Path

import pytest

from auditor.writing import write_atomically


def test_a_file_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    file = tmp_path / "result.json"
    file.write_text("before", encoding="utf-8")
    with pytest.raises(UnicodeEncodeError):
        write_atomically(file, "half a character: \ud800")
    assert file.read_text(encoding="utf-8") == "before"
    write_atomically(file, "after")
    assert file.read_text(encoding="utf-8") == "after"
    write_atomically(file, b"\xff")
    assert file.read_bytes() == b"\xff"
    assert list(tmp_path.iterdir()) == [file]


def test_a_pipe_is_written_to_and_not_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        write_atomically(pipe, "told")
        assert (pipe.is_fifo(), os.read(reader, 9)) == (True, b"told")
    finally:
        os.close(reader)
