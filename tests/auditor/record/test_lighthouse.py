"""Lighthouse after the journeys: what is written, within its time, without secrets, against a stand-in for the program."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any, cast

import pytest
from playwright.async_api import StorageState
from playwright.sync_api import sync_playwright

from auditor.browser.devices import DESKTOP, MOBILE
from auditor.config.settings import Settings
from auditor.errors import ConfigError, ExternalToolError
from auditor.external.lighthouse_ci import LighthouseCI
from auditor.model.device import Device
from auditor.model.stage import Stage
from auditor.record import lighthouse
from auditor.record.lighthouse import Visit, demanded, measure, prepare
from auditor.record.lighthouse_pages import Target
from auditor.record.redaction import Redactor
from auditor.words.message import say

FAKE = Path(__file__).parents[1] / "external" / "fake_lhci.py"
CART = Target(Stage.CART, "http://shop.example/cart")
STATE = cast(
    "StorageState", {"cookies": [{"name": "sid", "value": "cookie-of-the-shopper", "domain": "shop.example", "path": "/"}], "origins": []}
)


def visit(*targets: Target, device: Device = MOBILE) -> Visit:
    return Visit(device, device.name, targets or (CART,), STATE, Redactor(["shopper@example.org"]))


def settings(**told: Any) -> Settings:
    return Settings.model_validate({"lighthouse": {"stages": ["cart"], **told}})


@pytest.fixture
def program(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Any:
    """Choose how the stand-in behaves."""

    def choose(mode: str) -> None:
        stand_in = LighthouseCI((sys.executable, str(FAKE), mode, str(tmp_path)), Path("/opt/chrome"))
        monkeypatch.setattr(lighthouse, "find_lighthouse", lambda: stand_in)

    return choose


async def measured(root: Path, *visits: Visit, **told: Any) -> dict[str, dict[str, Any]]:
    said: list[tuple[str, str]] = []
    prepare(root, None)
    await measure(visits, settings(**told), root, lambda device, what: said.append((device, what)))
    return {str(file.relative_to(root / "lighthouse")): json.loads(file.read_text()) for file in (root / "lighthouse").rglob("*.json")}


async def test_each_page_is_written_with_its_scores(program: Any, tmp_path: Path) -> None:
    program("good")
    found = await measured(tmp_path / "recording", visit(), visit(device=DESKTOP))
    assert set(found) == {"mobile/cart.json", "desktop/cart.json"}
    assert found["mobile/cart.json"]["scores"]["performance"] == 100
    assert json.loads(json.loads((tmp_path / "given.json").read_text())["stdin"]) == STATE


async def test_one_device_that_lands_elsewhere_costs_the_other_nothing(program: Any, tmp_path: Path) -> None:
    program("login on a phone")
    found = await measured(tmp_path / "recording", visit(), visit(device=DESKTOP))
    assert "landed elsewhere" in found["mobile/cart.json"]["error"]
    assert found["mobile/cart.json"]["scores"] == {}
    assert found["desktop/cart.json"]["scores"]["performance"] == 100


async def test_no_cookie_no_typed_value_and_no_token_reaches_the_disk(program: Any, tmp_path: Path) -> None:
    program("good")
    url = "http://shop.example/cart?sid=cookie-of-the-shopper&token=abcdef123456&mail=shopper@example.org"
    await measured(tmp_path / "recording", visit(Target(Stage.CART, url)))
    kept = "".join(file.read_text() for file in (tmp_path / "recording").rglob("*.json"))
    assert "cookie-of-the-shopper" not in kept
    assert "abcdef123456" not in kept
    assert "shopper@example.org" not in kept


async def test_what_cannot_be_measured_is_not_tried(program: Any, tmp_path: Path) -> None:
    program("good")
    targets = (Target(Stage.CART, CART.url, why_not=say("The cart is empty.")), Target(Stage.CHECKOUT, CART.url, same_as="cart"))
    found = await measured(tmp_path / "recording", visit(*targets))
    assert found["mobile/cart.json"]["error"] == "The cart is empty."
    assert found["mobile/checkout.json"]["same_as"] == "cart"
    assert not (tmp_path / "given.json").exists()


async def test_the_time_for_all_pages_is_kept_to(program: Any, tmp_path: Path) -> None:
    program("good")
    found = await measured(tmp_path / "recording", visit(), max_seconds=1)
    assert "time for Lighthouse was over" in found["mobile/cart.json"]["error"]
    assert not (tmp_path / "given.json").exists()


@pytest.mark.parametrize("mode", ["garbage", "fails", "fails after all", "nothing"])
async def test_a_program_that_fails_costs_its_page_alone(program: Any, tmp_path: Path, mode: str) -> None:
    program(mode)
    found = await measured(tmp_path / "recording", visit())
    assert found["mobile/cart.json"]["error"]
    assert not found["mobile/cart.json"]["scores"]


async def test_where_it_was_not_asked_for_nothing_is_looked_for_and_nothing_said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(lighthouse, "find_lighthouse", lambda: pytest.fail("It was looked for."))
    said: list[str] = []
    await measure([], settings(), tmp_path, lambda _, what: said.append(what))
    assert said == []


async def test_a_machine_without_it_is_told_and_named_on_every_page(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def missing() -> LighthouseCI:
        raise ExternalToolError(say("Lighthouse CI is not installed. Run `auditor doctor --install lighthouse`."))

    monkeypatch.setattr(lighthouse, "find_lighthouse", missing)
    found = await measured(tmp_path / "recording", visit(), visit(device=DESKTOP))
    assert {page["error"] for page in found.values()} == {"Lighthouse CI is not installed. Run `auditor doctor --install lighthouse`."}


async def test_the_browser_that_playwright_brought_is_found(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    stand_in = LighthouseCI((sys.executable, str(FAKE), "good", str(tmp_path)), Path("/opt/chrome"))

    def find() -> LighthouseCI:
        with sync_playwright() as playwright:  # as `find_browser` does where the machine has no browser of its own
            assert playwright.chromium.executable_path
        return stand_in

    monkeypatch.setattr(lighthouse, "find_lighthouse", find)
    found = await measured(tmp_path / "recording", visit())
    assert found["mobile/cart.json"]["scores"]["performance"] == 100


def test_the_lighthouserc_of_the_folder_is_held_only_where_lighthouse_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "lighthouserc.json").write_text('{"ci": {"assert": {"assertions": {"is-on-https": "error"}}}}')
    found = demanded(settings().lighthouse, lambda *_: None)
    assert found is not None
    assert [demand.audit for demand in found.demands] == ["is-on-https"]
    assert demanded(settings(stages=[]).lighthouse, lambda *_: None) is None


def test_a_named_file_goes_before_and_one_that_is_a_program_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "lighthouserc.js").write_text("module.exports = {}")
    with pytest.raises(ConfigError, match="not run"):
        demanded(settings(assertions="lighthouserc.js").lighthouse, lambda *_: None)
    said: list[str] = []
    assert demanded(settings().lighthouse, lambda _, what: said.append(what)) is None
    assert "lighthouserc.js" in said[0]


@pytest.mark.parametrize("told", [{"collect": {"numberOfRuns": 3}}, {"assert": {"assertions": {"is-on-https": "off"}}}])
def test_a_named_file_that_demands_nothing_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, told: dict[str, Any]) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "lighthouserc.json").write_text(json.dumps({"ci": told}))
    with pytest.raises(ConfigError, match=r"lighthouserc\.json demands nothing"):
        demanded(settings(assertions="lighthouserc.json").lighthouse, lambda *_: None)
    found = demanded(settings().lighthouse, lambda *_: None)
    assert found is not None
    assert found.demands == ()
