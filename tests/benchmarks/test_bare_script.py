"""The bare script: a fair floor for an audit, because it has the auditor's browser and devices and nothing else of it."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from auditor.browser.devices import DESKTOP, MOBILE
from auditor.browser.install import find_browser
from auditor.browser.launch import QUIET
from auditor.demo.server import serve
from auditor.model.device import Device
from benchmarks import bare_script


def test_the_browser_gets_the_auditors_flags() -> None:
    assert bare_script.FLAGS == QUIET


@pytest.mark.parametrize(("wired_in", "device"), [(bare_script.DESKTOP, DESKTOP), (bare_script.MOBILE, MOBILE)])
def test_the_devices_are_the_auditors(wired_in: dict[str, object], device: Device) -> None:
    assert wired_in["viewport"] == {"width": device.width, "height": device.height}
    assert wired_in.get("device_scale_factor", 1.0) == device.scale
    assert wired_in.get("is_mobile", False) is wired_in.get("has_touch", False) is device.mobile


def test_it_has_nothing_of_the_auditor() -> None:
    tree = ast.parse(Path(bare_script.__file__).read_text(encoding="utf-8"))
    imported = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    imported |= {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert {name.partition(".")[0] for name in imported} == {"__future__", "dataclasses", "os", "playwright", "sys", "typing"}


@pytest.mark.browser
def test_it_comes_to_the_payment_step_on_both_devices_and_orders_nothing() -> None:
    chromium = find_browser()
    assert chromium is not None
    with serve() as shop:
        subprocess.run([sys.executable, "-m", "benchmarks.bare_script", shop.url, str(chromium)], check=True, timeout=120)
        assert list(shop.ledger.deepest.values()).count("payment") == 2
        assert shop.ledger.orders == 0
