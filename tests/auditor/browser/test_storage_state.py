import json
from pathlib import Path

import pytest

from auditor.browser.storage_state import check_storage_state
from auditor.errors import ConfigError

COOKIE = {"name": "sid", "value": "hush", "domain": "shop.example", "path": "/", "expires": -1, "httpOnly": True, "sameSite": "Lax"}
ORIGIN = {"origin": "https://shop.example", "localStorage": [{"name": "cart", "value": "hush"}]}


@pytest.mark.parametrize(
    "stored",
    [
        {"cookies": [COOKIE], "origins": [ORIGIN]},
        {"cookies": [], "origins": []},
        {"origins": [{**ORIGIN, "indexedDB": []}]},
        {"cookies": [{"name": "sid", "value": "", "url": "https://shop.example"}]},
    ],
)
def test_what_playwright_takes_is_taken(tmp_path: Path, stored: object) -> None:
    (tmp_path / "state.json").write_text(json.dumps(stored), encoding="utf-8")
    check_storage_state(tmp_path / "state.json")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("{", "Invalid JSON"),
        ("[]", "should be an object"),
        ('{"name": "storefront"}', "neither cookies nor origins"),
        (json.dumps({"cookies": [{"name": "sid"}]}), "cookies.0.value: Field required"),
        (json.dumps({"cookies": [{"name": "sid", "value": "hush"}]}), "cookies.0: takes a domain and a path, or a url"),
        (json.dumps({"origins": [{"localStorage": []}]}), "origins.0.origin"),
    ],
)
def test_what_is_no_storage_state_is_named_without_its_values(tmp_path: Path, content: str, said: str) -> None:
    (tmp_path / "state.json").write_text(content, encoding="utf-8")
    with pytest.raises(ConfigError, match=r"state.json is no storage state of Playwright: ") as told:
        check_storage_state(tmp_path / "state.json")
    assert said in str(told.value)
    assert "hush" not in str(told.value)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"none.json cannot be read: No such file"):
        check_storage_state(tmp_path / "none.json")
