import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from auditor.config.history import without_secrets
from auditor.config.load import Config, load_config
from auditor.errors import ConfigError

URL = "postgresql://anna:hush@db.example/audits?sslpassword=hush"


def load(folder: Path, text: str = "", environ: Mapping[str, str] | None = None, **flags: object) -> Config:
    (folder / "auditor.toml").write_text(text, encoding="utf-8")
    return load_config(flags, folder=folder, environ=environ or {})


def test_file_environment_and_flags_follow_each_other(tmp_path: Path) -> None:
    text = '[history]\nurl = "here.sqlite"\nkeep = 100'
    assert load(tmp_path, text).settings.history.url == "here.sqlite"
    told = load(tmp_path, text, {"AUDITOR_HISTORY": URL})
    assert (told.settings.history.url, told.settings.history.keep, told.origins["history.url"]) == (URL, 100, "AUDITOR_HISTORY")
    told = load(tmp_path, text, {"AUDITOR_HISTORY": URL}, history={"url": "off"})
    assert (told.settings.history.url, told.origins["history.url"]) == ("off", "--history")
    assert load(tmp_path, text, {"AUDITOR_HISTORY": '{"keep": 5}'}).settings.history.keep == 5


def test_no_secret_is_stored_or_shown(tmp_path: Path) -> None:
    config = load(tmp_path, environ={"AUDITOR_HISTORY": URL})
    assert "hush" not in json.dumps(config.public())
    assert "anna" not in json.dumps(config.public())
    assert "history" not in config.recorded()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('url = "mysql://anna:hush@db/x"', r"history.url from .*auditor.toml: must be a file, an address that begins with postgresql"),
        ("keep = 0", r"history.keep from .*auditor.toml"),
        (f'label = "{"x" * 81}"', "history.label"),
        ('label = "two\\nlines"', "history.label from .*must be a single line"),
        ('ulr = "x"', r"no setting called 'ulr' in \[history\].*Did you mean url"),
    ],
)
def test_mistakes_are_named_without_secrets(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(ConfigError, match=said) as told:
        load(tmp_path, f"[history]\n{text}")
    assert "hush" not in str(told.value)


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("past.sqlite", "past.sqlite"),
        ("off", "off"),
        ("postgresql://db/x", "postgresql://db/x"),
        ("postgresql://a:b@c@db:5/x", "postgresql://[redacted]@db:5/x"),
        ("postgresql://db/x?password=b", "postgresql://db/x?[redacted]"),
        (URL, "postgresql://[redacted]@db.example/audits?[redacted]"),
    ],
)
def test_an_address_is_shown_without_its_secrets(url: str, shown: str) -> None:
    assert without_secrets(url) == shown
