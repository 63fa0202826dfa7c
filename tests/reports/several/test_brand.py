"""Documents of several audits are their maker's as reports are: name, logo, accent, paper, and no tool where it is hidden."""

import io
from dataclasses import replace
from pathlib import Path

import pytest
from auditor_reports.benchmark.html import renderer as benchmark_html
from auditor_reports.benchmark.pdf import renderer as benchmark_pdf
from auditor_reports.compare.html import renderer as comparison_html
from auditor_reports.compare.pdf import renderer as comparison_pdf
from pypdf import PdfReader

from auditor.api import Accent, Brand
from tests.reports.several.audits import CHECKS, after, before, benchmarked, calm, compared

BRAND = Brand(name="Kessler <&> Söhne", accent=Accent("#7a1f5c", "#e58fc6"), footer="For Vega", cover=("In confidence.",), hide_tool=True)
LETTER = (612, 792)  # points


def test_whose_document_it_is_stands_in_it(tmp_path: Path) -> None:
    asked = compared((before(), after()), tmp_path, *CHECKS)
    others = benchmarked([before(), calm()], tmp_path, *CHECKS)
    plain = comparison_html.render(asked), benchmark_html.render(others)
    branded = comparison_html.render(replace(asked, brand=BRAND)), benchmark_html.render(replace(others, brand=BRAND, paper="Letter"))
    for page in plain:
        assert isinstance(page, str)
        assert "storefront-auditor" in page
    for page in branded:
        assert isinstance(page, str)
        assert "storefront-auditor" not in page
        assert all(words in page for words in ("Kessler &lt;&amp;&gt; Söhne", "For Vega", "In confidence.", "--accent: #7a1f5c"))
    assert "@page { size: letter; }" in branded[1]


@pytest.mark.browser
def test_both_are_printed(tmp_path: Path) -> None:
    asked = replace(compared((before(), after()), tmp_path, *CHECKS), brand=BRAND, paper="Letter")
    others = benchmarked([before(), calm()], tmp_path, *CHECKS)
    for made, words in ((comparison_pdf.render(asked), "Kessler"), (benchmark_pdf.render(others), "Benchmark")):
        pdf = PdfReader(io.BytesIO(made))
        assert words in pdf.pages[0].extract_text()
        assert pdf.outline
    assert PdfReader(io.BytesIO(comparison_pdf.render(asked))).pages[0].mediabox[2:] == list(LETTER)
