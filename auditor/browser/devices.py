"""The devices that can be asked for by name: `desktop`, `mobile`, and Playwright's registry ("Pixel 7", "iPhone 15")."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from typing import Any

from auditor.errors import ConfigError
from auditor.model.device import Device

# 1366x900: a common laptop window; Pixel 7: a common mid-size phone, as in Playwright's registry.
DESKTOP = Device("desktop", "Desktop", 1366, 900)
MOBILE = Device(
    "mobile",
    "Phone (Pixel 7)",
    412,
    839,
    2.625,
    mobile=True,
    user_agent="Mozilla/5.0 (Linux; Android 14; Pixel 7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/{version} Mobile Safari/537.36",
)
BUILT_IN = {device.name: device for device in (DESKTOP, MOBILE)}


def find_device(name: str, registry: Mapping[str, Any]) -> Device:
    """Return a device by name; raises `ConfigError` with the closest names for an unknown one.

    `registry` is Playwright's `playwright.devices`.
    """
    if name.lower() in BUILT_IN:
        return BUILT_IN[name.lower()]
    known = {key.lower(): key for key in registry}
    if name.lower() not in known:
        near = difflib.get_close_matches(name.lower(), known, 3)
        hint = f" Did you mean {', '.join(known[n] for n in near)}?" if near else " Use desktop, mobile or a Playwright device name."
        raise ConfigError(f"There is no device called {name!r}.{hint}")
    entry = registry[known[name.lower()]]
    viewport = entry["viewport"]
    return Device(
        known[name.lower()],
        known[name.lower()],
        viewport["width"],
        viewport["height"],
        entry["device_scale_factor"],
        mobile=entry["is_mobile"],
        user_agent=entry["user_agent"],
    )


def check_devices(names: Iterable[str]) -> None:
    """Raise `ConfigError` for a name that no device has. No browser is started; Playwright's driver is asked where a name is not ours."""
    foreign = [name for name in names if name.lower() not in BUILT_IN]
    if not foreign:
        return
    from playwright.sync_api import sync_playwright  # a second, for those who need it

    with sync_playwright() as playwright:
        for name in foreign:
            find_device(name, playwright.devices)
