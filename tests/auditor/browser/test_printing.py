"""Printing: a PDF that people can find their way in, of a document that may do nothing meanwhile."""

from __future__ import annotations

import io
import socket
from contextlib import nullcontext, suppress
from pathlib import Path

import pytest
from pypdf import PdfReader

from auditor.browser.printing import print_pdf
from auditor.errors import BrowserError, ReportError

pytestmark = pytest.mark.browser
PAGE = "<!doctype html><html lang='en'><title>Report &amp; more</title><h1>One</h1><p>{}<h2 style='break-before: page'>Two</h2>"


def read(pdf: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(pdf))


def words(pdf: PdfReader) -> list[str]:
    """The words of each page."""
    return [" ".join(page.extract_text().split()) for page in pdf.pages]


def test_people_find_their_way_in_it() -> None:
    pdf = read(print_pdf(PAGE, footer="Kessler"))
    assert words(pdf) == ["One {} Kessler 1 / 2", "Two Kessler 2 / 2"]
    assert pdf.metadata is not None
    assert pdf.metadata.title == "Report & more"
    (one, below) = pdf.outline
    assert (one["/Title"], [entry["/Title"] for entry in below]) == ("One", ["Two"])  # type: ignore[call-overload]
    assert str(pdf.root_object["/Lang"]) == "en"
    assert "/StructTreeRoot" in pdf.root_object  # it is tagged


def test_the_paper_can_be_chosen() -> None:
    for paper, size in (("A4", (596, 843)), ("Letter", (612, 792))):
        box = read(print_pdf(PAGE, paper=paper)).pages[0].mediabox  # type: ignore[arg-type]
        assert (round(box.width), round(box.height)) == size


def test_the_footer_is_text() -> None:
    text = "</span><h1>Foot</h1><script>x</script> {text} & Söhne"
    assert words(read(print_pdf(PAGE, footer=text)))[1] == f"Two {text} 2 / 2"


ASKING = {
    "parts": "<img src='{url}/a'><link rel=stylesheet href='{url}/b'><link rel=preconnect href='{url}'>",
    "style": "<style>@import '{url}/c'; p {{ background: url({url}/d) }}</style>",
    "script": "<script>document.querySelector('h1').textContent = 'Scripted'; fetch('{url}/e')</script>",
    "handler": "<img src=x onerror=\"document.querySelector('h1').textContent = 'Scripted'\">",
    "frame": "<iframe src='{url}/f'></iframe><object data='{url}/g'></object>",
    "refresh": "<meta http-equiv=refresh content='0;url={url}/h'>",
}

LEADING = {"frame", "refresh"}  # may end the printing, since they lead to nowhere; no document of ours has any


@pytest.mark.parametrize("asking", ASKING)
def test_nothing_is_asked_for_and_no_script_runs(asking: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.setblocking(False)
        url = f"http://127.0.0.1:{server.getsockname()[1]}"
        first = ""
        with suppress(ReportError) if asking in LEADING else nullcontext():
            first = words(read(print_pdf(PAGE.format(ASKING[asking].format(url=url)))))[0]
            assert first.startswith("One") or asking in LEADING
        assert "Scripted" not in first
        with pytest.raises(BlockingIOError):
            server.accept()  # nobody knocked


def test_without_a_browser_it_is_said_what_to_do(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("auditor.browser.launch.installed_chromium", lambda: tmp_path / "none")
    with pytest.raises(BrowserError, match="auditor doctor --install"):
        print_pdf(PAGE)
