from pathlib import Path

import pytest

from auditor.config.load import Config, load_config
from auditor.errors import ConfigError

TABLE = 'name = "Kessler"\nlogo = "art/logo.svg"\nfonts.text = "Inter"\n'


def load(folder: Path, text: str, brand: Path | None = None) -> Config:
    (folder / "auditor.toml").write_text(text, encoding="utf-8")
    return load_config({}, folder=folder, environ={}, brand=brand)


def test_paths_are_meant_from_the_file_they_stand_in(tmp_path: Path) -> None:
    config = load(tmp_path, f"[brand]\n{TABLE}[report]\npaper = 'Letter'\n")
    assert (config.settings.brand.name, config.settings.brand.fonts.text) == ("Kessler", "Inter")
    assert config.settings.brand.logo == tmp_path / "art" / "logo.svg"
    assert config.settings.report.paper == "Letter"
    assert config.origins["brand.fonts.text"] == str(tmp_path / "auditor.toml")


def test_another_file_takes_the_place_of_the_whole_table(tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    other = tmp_path / "other" / "vega.toml"
    other.write_text('devices = ["mobile"]\n[brand]\nclient_logo = "vega.png"\n', encoding="utf-8")
    config = load(tmp_path, f"[brand]\n{TABLE}", other)
    assert (config.settings.brand.name, config.settings.brand.logo) == ("", None)
    assert config.settings.brand.client_logo == tmp_path / "other" / "vega.png"
    assert config.settings.devices == ["desktop", "mobile"]
    assert {key: value for key, value in config.origins.items() if key.startswith("brand")} == {"brand.client_logo": str(other)}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", r"vega.toml holds no table \[brand\]"),
        ("brand = 3", r"vega.toml holds no table \[brand\]"),
        ("[brand]\nlog = 'x'", r"no setting called 'log' in \[brand\] \(.*vega.toml\). Did you mean logo\?"),
        ("[brand", r"vega.toml is not valid TOML"),
        ("[brand]\naccent = 'red'", r"brand.accent from .*vega.toml: must be a colour"),
    ],
)
def test_mistakes_of_another_file_are_named_with_it(tmp_path: Path, text: str, said: str) -> None:
    other = tmp_path / "vega.toml"
    other.write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError, match=said):
        load_config({}, folder=tmp_path, environ={}, brand=other)
    with pytest.raises(ConfigError, match="cannot be read"):
        load_config({}, folder=tmp_path, environ={}, brand=tmp_path / "none.toml")


@pytest.mark.parametrize("colour", ["#0F5A66", "#abc", ""])
def test_colours_are_written_alike(tmp_path: Path, colour: str) -> None:
    assert load(tmp_path, f"brand.accent = '{colour}'").settings.brand.accent == {"#abc": "#aabbcc"}.get(colour, colour.lower())


@pytest.mark.parametrize(
    "line",
    [
        *(f"accent = {colour!r}" for colour in ("red", "#12", "#12345", "#1234567", "0f5a66", "#0f5a66;}", "#０f5a66", "url(x)")),
        *(f'fonts.{part} = "{font}"' for part in ("heading", "text") for font in (
            r"a\"b", "a'b", "a;b", "a}b", "</style>", r"a\\62", "a/*b", "url(x)", "a,,b", " ", "-x", "a:b", "@import x", "a\\nb", "x" * 61,
        )),
        *(rf'{key} = "a\u{code:04x}b"' for key in ("name", "footer", "cover") for code in (0, 2, 3, 0x1B, 0x7F, 0x85, 0x2028)),
        r'name = "two\nlines"', r'footer = "two\nlines"', f"name = '{'x' * 81}'", f"footer = '{'x' * 201}'", f"cover = '{'x' * 1501}'",
        "hide_tool = 'perhaps'", "logo = 7", "severity = '#fff'",
    ],
)  # fmt: skip
def test_what_cannot_be_put_into_a_report_is_refused(tmp_path: Path, line: str) -> None:
    with pytest.raises(ConfigError, match=r"brand"):
        load(tmp_path, f"[brand]\n{line}\n")


@pytest.mark.parametrize("families", ["Inter", "Source Serif 4, Georgia, serif", "ヒラギノ角ゴ", "Noto-Sans"])
def test_names_of_fonts_are_taken(tmp_path: Path, families: str) -> None:
    assert load(tmp_path, f'brand.fonts.heading = "{families}"').settings.brand.fonts.heading == families


def test_a_recording_keeps_no_brand(tmp_path: Path) -> None:
    config = load(tmp_path, f"[brand]\n{TABLE}")
    assert config.public()["brand"]["name"] == "Kessler"
    assert {"brand", "report"} & set(config.recorded()) == set()
    assert set(config.recorded()) < set(config.public())
