"""Output that nobody reads to its end (`auditor run … 2>&1 | head`): the command goes on, and its exit code stays what it says."""

from __future__ import annotations

import io
import sys
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer


def outlast_readers() -> None:
    """Let what stdout and stderr hold go nowhere once nobody reads on; what stderr says is worth no audit whatever ails it."""
    sys.stdout = _lasting(sys.stdout, BrokenPipeError)
    sys.stderr = _lasting(sys.stderr, OSError)


class _Lasting(io.FileIO):
    """An open file that takes what it cannot write for written, where it failed as is `forgiven`."""

    def __init__(self, number: int, forgiven: type[OSError]) -> None:
        super().__init__(number, "wb", closefd=False)
        self._forgiven = forgiven

    def write(self, data: ReadableBuffer, /) -> int:
        try:
            return super().write(data)
        except self._forgiven:
            return memoryview(data).nbytes


def _lasting(stream: TextIO, forgiven: type[OSError]) -> TextIO:
    """Return the stream for the same file, as it was but for what it forgives; terminals have a reader, and Windows' are no files."""
    if not isinstance(stream, io.TextIOWrapper) or stream.isatty():
        return stream
    try:
        raw = _Lasting(stream.fileno(), forgiven)
    except OSError:  # a stand-in that is no file
        return stream
    stream.flush()
    return io.TextIOWrapper(
        raw if stream.write_through else io.BufferedWriter(raw),
        encoding=stream.encoding,
        errors=stream.errors,
        line_buffering=stream.line_buffering,
        write_through=stream.write_through,
    )
