from pathlib import Path

import pytest

from auditor.errors import ReportError
from auditor.publishing import Render, publish


def broken() -> str:
    raise RuntimeError("no ink")


def test_documents_are_written_or_shown(tmp_path: Path) -> None:
    shown: list[str] = []
    documents: dict[str, tuple[str, Render]] = {
        "html": (".html", lambda: "<p>"),
        "pdf": (".pdf", lambda: b"%PDF"),
        "terminal": ("", lambda: "\x1b[1mhi\x1b[0m"),
    }
    elsewhere = tmp_path / "deep" / "hi.txt"
    written = publish(["html", "pdf", "terminal", f"terminal={elsewhere}"], documents, tmp_path / "out" / "all", shown.append)
    assert written == [tmp_path / "out" / "all.html", tmp_path / "out" / "all.pdf", elsewhere]
    assert [path.read_bytes() for path in written] == [b"<p>", b"%PDF", b"hi"]
    assert shown == ["\x1b[1mhi\x1b[0m"]


def test_a_document_that_breaks_costs_the_others_nothing(tmp_path: Path) -> None:
    documents = {"bad": (".bad", broken), "good": (".good", lambda: "good")}
    with pytest.raises(ReportError, match=r"The format bad broke \(RuntimeError: no ink\)"):
        publish(["bad", "good"], documents, tmp_path / "all", print)
    assert [path.name for path in tmp_path.iterdir()] == ["all.good"]
