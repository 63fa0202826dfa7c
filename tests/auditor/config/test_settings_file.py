from pathlib import Path

from auditor.config.settings_file import SettingsFile, settings_file

TOML = """\
only = ["speed"]
# [journey.stages.home]
  [journey.stages.cart] # where to look
url = "/cart"
[ journey . stages . "checkout" ]
[journey.stages.cart.more]
[tool.auditor.journey.stages.payment]
"""


def test_a_stage_is_found_by_its_table(tmp_path: Path) -> None:
    (tmp_path / "auditor.toml").write_text(TOML, encoding="utf-8")
    found = settings_file(tmp_path / "auditor.toml", {}, tmp_path)
    assert found == SettingsFile("auditor.toml", {"cart": 3, "checkout": 5, "payment": 7})
    assert [found.line_of(stage) for stage in ("cart", "home", None)] == [3, 1, 1]


def test_its_path_begins_at_the_top_of_the_repository(tmp_path: Path) -> None:
    folder = tmp_path / "shops" / "one"
    folder.mkdir(parents=True)
    (folder / "auditor.toml").touch()
    for name in ("GITHUB_WORKSPACE", "CI_PROJECT_DIR"):
        assert settings_file(None, {name: str(tmp_path)}, folder).path == "shops/one/auditor.toml"
    (tmp_path / ".git").mkdir()
    assert settings_file(Path("auditor.toml"), {}, folder).path == "shops/one/auditor.toml"
    assert settings_file(Path("../other.toml"), {}, folder).path == "shops/other.toml"


def test_without_a_repository_it_begins_where_the_tool_runs(tmp_path: Path) -> None:
    assert settings_file(None, {}, tmp_path) == SettingsFile("auditor.toml")
    elsewhere = tmp_path / "x"
    elsewhere.mkdir()
    assert settings_file(tmp_path / "auditor.toml", {}, elsewhere) == SettingsFile("auditor.toml")
