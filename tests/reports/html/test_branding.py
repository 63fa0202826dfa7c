"""A brand changes how the report looks and never what it says; what its maker writes stays text."""

import base64
import hashlib
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from auditor_reports.html.environment import environment
from auditor_reports.html.renderer import renderer

from auditor.api import DARK_PAPERS, LIGHT_PAPERS, Accent, Brand, Logo, Paper
from auditor.brand.colour import contrast
from tests.reports.html.conftest import Written
from tests.reports.results import audit, report, said

Branded = Callable[..., Written]
DATA = "data:image/svg+xml;base64,PHN2Zy8+"
FULL = Brand(
    name="Kessler", logo=Logo(DATA, 240, 60), client_logo=Logo(DATA, 40, 20), accent=Accent("#ba470a", "#e8590c"),
    heading_fonts=("Source Serif 4", "serif"), text_fonts=("Inter",), cover=("For Vega.", "Thanks."), footer="Confidential",
)  # fmt: skip


@pytest.fixture
def branded(tmp_path: Path) -> Branded:
    """Render a small report: `branded(brand)`."""

    def rendered(brand: Brand, paper: Paper = "A4") -> Written:
        of = audit(shown=[said("trust-a"), said("trust-b", "pass")])
        return Written(renderer.render(report(of, tmp_path, brand=brand, paper=paper)))

    return rendered


def style(written: Written) -> str:
    (element,) = written.document.find_all("style")
    return str(element.string)


def test_without_a_brand_nothing_is_added(branded: Branded) -> None:
    assert branded(Brand()).document.select(".brand-marks, .brand-cover, .brand-footer, .brand-logo") == []


def test_all_of_a_brand_is_shown(branded: Branded) -> None:
    written = branded(FULL)
    assert [(image["src"], image["alt"]) for image in written.document.select(".cover img")] == [
        (DATA, "Kessler"), (DATA, "Logo of shop.example"),
    ]  # fmt: skip
    assert written.text(".brand-cover") == "For Vega. Thanks."
    assert written.text(".brand-footer") == "Confidential"
    assert "--accent: #ba470a; --accent-pale: #" in style(written)
    assert '--serif: "Source Serif 4", serif, ' in style(written)
    assert '--sans: "Inter", ' in style(written)


def test_a_name_stands_where_there_is_no_logo(branded: Branded) -> None:
    written = branded(Brand(name="Kessler"))
    assert (written.text(".brand-name"), written.text(".brand-footer")) == ("Kessler", "Kessler")


def test_a_logo_without_a_name_still_has_a_text(branded: Branded) -> None:
    assert [image["alt"] for image in branded(Brand(logo=FULL.logo)).document.select("img")] == ["Logo"]


def test_the_policy_allows_the_style_of_the_brand(branded: Branded) -> None:
    written = branded(FULL, "Letter")
    meta = written.document.find("meta", attrs={"http-equiv": "Content-Security-Policy"})
    assert meta is not None
    hashed = base64.b64encode(hashlib.sha256(style(written).encode()).digest()).decode()
    assert f"style-src 'sha256-{hashed}'" in str(meta["content"])
    assert "img-src data:" in str(meta["content"])


def test_colours_of_severities_are_no_matter_of_the_brand(branded: Branded) -> None:
    added = style(branded(FULL)).removeprefix(style(branded(Brand())))
    assert re.findall(r"--([\w-]+):", added.partition("@media")[0]) == ["serif", "sans", "accent", "accent-pale"]


def test_the_paper_is_told_to_browsers_that_print(branded: Branded) -> None:
    assert "@page { size: letter; }" in style(branded(Brand(), "Letter"))
    assert "size: letter" not in style(branded(Brand()))


def test_the_papers_of_the_report_are_those_the_accent_was_checked_on(branded: Branded) -> None:
    """`--paper`, `--card` and `--tint` of the style sheet lie between the papers that the engine knows."""
    papers = set(re.findall(r"--(?:paper|card|tint): (#[0-9a-f]{6})", style(branded(Brand()))))
    assert papers
    for paper in papers:
        edges = LIGHT_PAPERS if contrast(paper, "#000000") > 10 else DARK_PAPERS
        assert contrast(edges[0], paper) <= contrast(*edges), paper


@pytest.mark.parametrize(
    "text",
    [
        "</style><script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "' onload='alert(1)", "{{ 7 * 191 }}", "<!--", "&lt;b&gt;",
        r"\3c /style\3e", "{} {n} %(x)s %",
    ],
)  # fmt: skip
def test_what_the_maker_writes_stays_text(branded: Branded, text: str) -> None:
    facts: dict[str, Any] = {"name": text, "cover": (text,), "footer": text, "logo": FULL.logo}
    written, harmless = branded(Brand(**facts)), branded(Brand(name="x", cover=("x",), footer="x", logo=FULL.logo))
    assert [element.name for element in written.document.find_all(True)] == [element.name for element in harmless.document.find_all(True)]
    assert written.text(".brand-cover") == written.text(".brand-footer") == " ".join(text.split())
    assert style(written) == style(harmless)
    assert [name for element in written.document.find_all(True) for name in element.attrs if name.startswith("on")] == []
    (image,) = written.document.select(".cover img")
    assert image["alt"] == text


def test_the_tool_can_stay_unnamed(branded: Branded) -> None:
    named, unnamed = branded(Brand()).source, branded(Brand(hide_tool=True)).source
    tool = audit().tool
    assert f"{tool.name} {tool.version}" in named
    assert tool.name not in unnamed
    assert '<meta name="generator"' not in unnamed


def test_templates_of_several_brands_do_not_mix(branded: Branded, tmp_path: Path) -> None:
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "brand_footer.html.j2").write_text("<p class='mine'>Mine {{ page.host }}</p>", encoding="utf-8")
    mine = branded(Brand(templates=tmp_path / "own"))
    assert mine.text(".mine") == "Mine shop.example"
    assert branded(Brand()).document.select(".mine") == []
    assert environment(tmp_path / "own") is not environment()
