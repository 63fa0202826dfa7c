"""The report on paper."""

import io
import json
from pathlib import Path

import pytest
from auditor_reports.html.environment import document
from auditor_reports.html.page import page_of
from auditor_reports.pdf.footer import footer_line
from auditor_reports.pdf.renderer import renderer
from PIL import Image
from pypdf import PdfReader

from auditor.api import Brand, Renderer, Result, Stage
from tests.auditor.specimens import walked
from tests.checks.pages import Page
from tests.checks.recordings import Shop
from tests.reports.results import audit, report, said, seen, step


def a_result() -> Result:
    finding = seen("The button is small.", screenshot="desktop/home/screenshot.webp", box=(10, 10, 80, 40), url="https://shop.example/")
    steps = [step("home", screenshot="desktop/home/screenshot.webp")]
    shown = [said("trust-a", findings=[finding]), *(said(f"trust-{i}", "warn") for i in range(20)), said("trust-b", "pass")]
    return audit(journeys=[walked(steps=steps)], shown=shown)


@pytest.fixture
def run(tmp_path: Path) -> Path:
    """A run folder with a picture."""
    shop = Shop(tmp_path / "recording")
    shop.walk(title="Desktop").page(Stage.HOME, Page("https://shop.example/", window=(1000, 800)))
    shop.recording()
    Image.new("RGB", (1000, 800), "teal").save(tmp_path / "recording" / "desktop" / "home" / "screenshot.webp")
    return tmp_path


def test_it_is_a_renderer() -> None:
    known: Renderer = renderer
    assert (known.name, known.suffix) == ("pdf", ".pdf")


def test_each_page_says_whose_report_it_is(tmp_path: Path) -> None:
    def line(brand: Brand) -> str:
        return footer_line(page_of(report(audit(), tmp_path, brand=brand)))

    rest = line(Brand())
    assert rest.startswith("shop.example · ")
    assert line(Brand(name="Kessler")) == f"Kessler · {rest}"
    assert line(Brand(name="Kessler", footer="Confidential")) == f"Confidential · {rest}"


def test_margins_are_left_to_the_printer(tmp_path: Path) -> None:
    page = page_of(report(audit(), tmp_path), on_paper=True)
    assert "@page" in document(page)
    assert "@page" not in document(page, on_paper=True)  # it would hide the footer


def test_pictures_are_of_the_kind_a_pdf_keeps(run: Path) -> None:
    assert "data:image/webp;" in document(page_of(report(a_result(), run)))
    source = document(page_of(report(a_result(), run), on_paper=True))
    assert source.count("data:image/jpeg;") == 2
    assert "data:image/webp;" not in source


@pytest.mark.browser
def test_the_whole_report_is_printed(run: Path) -> None:
    pdf = PdfReader(io.BytesIO(renderer.render(report(a_result(), run, brand=Brand(footer="</style> Confidential")))))
    pages = [" ".join(page.extract_text().split()) for page in pdf.pages]
    assert [page for number, page in enumerate(pages, start=1) if f"{number} / {len(pages)}" not in page] == []
    assert [page for page in pages if "</style> Confidential · shop.example" not in page] == []
    text = " ".join(pages)
    wanted = ["The button is small.", "How this was made", *(f"trust-{i}: warn." for i in range(20))]
    assert [part for part in wanted if part not in text] == []
    assert json.dumps(pdf.outline, default=str).count("trust-") >= 21


@pytest.mark.browser
def test_no_finding_is_cut(run: Path) -> None:
    """Each finding begins and ends (its id is the last line of it) on the same page."""
    pdf = PdfReader(io.BytesIO(renderer.render(report(a_result(), run))))
    pages = [page.extract_text() for page in pdf.pages]
    cut = [i for i in range(20) if not any(page.count(f"trust-{i}\n") and page.count(f"trust-{i}: warn") for page in pages)]
    assert cut == []
