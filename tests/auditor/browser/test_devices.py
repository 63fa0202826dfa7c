"""Devices by name."""

from __future__ import annotations

import pytest

from auditor.browser.devices import DESKTOP, MOBILE, check_devices, find_device
from auditor.errors import ConfigError

REGISTRY = {
    "Pixel 7": {
        "viewport": {"width": 412, "height": 839},
        "device_scale_factor": 2.625,
        "is_mobile": True,
        "user_agent": "Mozilla/5.0 (Pixel 7)",
    },
    "iPhone 15": {
        "viewport": {"width": 393, "height": 659},
        "device_scale_factor": 3,
        "is_mobile": True,
        "user_agent": "Mozilla/5.0 (iPhone)",
    },
    "Desktop Chrome": {
        "viewport": {"width": 1280, "height": 720},
        "device_scale_factor": 1,
        "is_mobile": False,
        "user_agent": "Mozilla/5.0 (X11)",
    },
}


@pytest.mark.parametrize("name", ["desktop", "Desktop", "DESKTOP"])
def test_the_desktop(name: str) -> None:
    device = find_device(name, {})
    assert device == DESKTOP
    assert (device.mobile, device.form_factor, device.user_agent) == (False, "desktop", "")


def test_the_phone() -> None:
    device = find_device("mobile", {})
    assert device == MOBILE
    assert (device.mobile, device.form_factor) == (True, "mobile")
    assert device.scale > 1
    assert "Mobile" in device.user_agent


@pytest.mark.parametrize(("name", "width", "mobile"), [("iPhone 15", 393, True), ("iphone 15", 393, True), ("Desktop Chrome", 1280, False)])
def test_a_device_of_the_registry(name: str, width: int, mobile: bool) -> None:
    device = find_device(name, REGISTRY)
    assert (device.width, device.mobile) == (width, mobile)
    assert device.name in REGISTRY
    assert device.user_agent == REGISTRY[device.name]["user_agent"]


@pytest.mark.parametrize(
    ("name", "hint"), [("Pixel 77", "Did you mean Pixel 7"), ("iphone15", "iPhone 15"), ("toaster", "Use desktop, mobile")]
)
def test_an_unknown_device_is_answered_with_the_closest_names(name: str, hint: str) -> None:
    with pytest.raises(ConfigError, match=f"no device called '{name}'.*{hint}"):
        find_device(name, REGISTRY)


def test_names_are_checked_without_a_browser(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("playwright.sync_api.sync_playwright", lambda: pytest.fail("asked for a device of our own"))
    check_devices(["desktop", "Mobile"])
    monkeypatch.undo()
    check_devices(["mobile", "iphone 15"])
    with pytest.raises(ConfigError, match="no device called 'Pixel 77'"):
        check_devices(["iPhone 15", "Pixel 77"])
