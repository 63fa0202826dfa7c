"""docs/reports.md: its tables are valid and know every setting, its options exist, its template works."""

import re
import tomllib
from pathlib import Path

from auditor_reports.html.renderer import renderer

from auditor.api import Brand
from auditor.cli.report import command
from auditor.config.branding import BrandSettings, ReportSettings
from auditor.config.settings import Settings
from tests.reports.results import audit, report

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "reports.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", PAGE, flags=re.DOTALL | re.MULTILINE)


def test_the_tables_are_valid_and_know_every_setting() -> None:
    paper, brand = (tomllib.loads(block) for block in blocks("toml"))
    Settings.model_validate({**paper, **brand})
    assert set(paper["report"]) == set(ReportSettings.model_fields)
    assert set(brand["brand"]) == set(BrandSettings.model_fields)


def test_the_options_exist() -> None:
    known = {option for parameter in command.params for option in parameter.opts}
    assert {*re.findall(r"(--[a-z-]+)", PAGE)} - known == set()


def test_the_links_lead_somewhere() -> None:
    links = [link.partition("#")[0] for link in re.findall(r"\]\((?!https?:)([^)]+)\)", PAGE)]
    assert links
    assert [link for link in links if not (ROOT / "docs" / link).exists()] == []


def test_the_template_works(tmp_path: Path) -> None:
    (source,) = blocks("jinja")
    (name,) = re.findall(r"`templates/([\w.]+)`:", PAGE)
    (tmp_path / name).write_text(source, encoding="utf-8")
    assert "Questions? Mail hello@kessler.example." in renderer.render(report(audit(), tmp_path, brand=Brand(templates=tmp_path)))
