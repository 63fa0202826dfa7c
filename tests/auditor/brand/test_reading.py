from pathlib import Path
from typing import Any

import pytest

from auditor.brand.brand import Brand
from auditor.brand.reading import read_brand
from auditor.config.branding import BrandSettings
from auditor.errors import ConfigError
from tests.auditor.brand.pictures import SVG, raster, saved


def read(**table: Any) -> tuple[Brand, list[str]]:
    """The brand of a table, and what was remarked."""
    remarks: list[str] = []
    return read_brand(BrandSettings.model_validate(table), remarks.append), remarks


def test_an_empty_table_changes_nothing() -> None:
    assert read() == (Brand(), [])


def test_all_of_a_table_reaches_the_brand(tmp_path: Path) -> None:
    logo, client = saved(tmp_path / "a.svg", SVG), saved(tmp_path / "b.png", raster())
    brand, remarks = read(
        name="Kessler", logo=logo, client_logo=client, accent="#0f5a66", fonts={"heading": "Inter, serif", "text": "Noto Sans"},
        cover="For Vega,\nwith thanks.\n\n\n  Second.", footer="Confidential", hide_tool=True, templates=tmp_path,
    )  # fmt: skip
    assert remarks == []
    assert brand.logo is not None
    assert brand.client_logo is not None
    assert (brand.logo.width, brand.client_logo.width) == (240, 40)
    assert (brand.heading_fonts, brand.text_fonts) == (("Inter", "serif"), ("Noto Sans",))
    assert brand.cover == ("For Vega, with thanks.", "Second.")
    assert (brand.name, brand.footer, brand.hide_tool, brand.templates) == ("Kessler", "Confidential", True, tmp_path)


def test_a_weak_accent_is_changed_and_told() -> None:
    brand, (remark,) = read(accent="#ffcc00")
    assert brand.accent is not None
    assert brand.accent.dark == "#ffcc00"
    assert (
        f"brand.accent #ffcc00 is too weak on paper: its contrast is 1.3, and text needs 4.5. The report takes {brand.accent.light}"
        in remark
    )


def test_the_shade_for_dark_papers_is_nothing_to_remark() -> None:
    brand, remarks = read(accent="#0f5a66")
    assert brand.accent is not None
    assert brand.accent.light == "#0f5a66" != brand.accent.dark
    assert remarks == []


def test_a_missing_folder_of_templates_is_named(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"^brand.templates: there is no folder .*none"):
        read(templates=tmp_path / "none")
