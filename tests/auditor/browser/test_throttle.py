"""What the browser is told when it is slowed."""

from __future__ import annotations

from typing import Any, cast

import pytest

from auditor.browser.tab import Tab
from auditor.browser.throttle import PROFILES, throttle


class Slowed:
    """A tab that only listens to what its DevTools session is told."""

    def __init__(self) -> None:
        self.told: dict[str, dict[str, Any]] = {}

    async def devtools(self) -> Slowed:
        return self

    async def send(self, command: str, options: dict[str, Any]) -> None:
        self.told[command] = options


@pytest.mark.parametrize("name", PROFILES)
async def test_a_profile_slows_network_and_processor(name: str) -> None:
    tab, profile = Slowed(), PROFILES[name]
    await throttle(cast(Tab, tab), name)
    network = tab.told["Network.emulateNetworkConditions"]
    assert network["latency"] == profile.rtt_ms
    assert network["downloadThroughput"] * 8 == profile.down_bps  # told in bytes
    assert not network["offline"]
    assert tab.told["Emulation.setCPUThrottlingRate"] == {"rate": profile.cpu}


async def test_nothing_is_told_without_a_profile() -> None:
    tab = Slowed()
    await throttle(cast(Tab, tab), "none")
    assert tab.told == {}


def test_slower_profiles_are_slower_in_everything() -> None:
    slow, fast = PROFILES["slow-4g"], PROFILES["fast-4g"]
    assert slow.rtt_ms > fast.rtt_ms
    assert slow.down_bps < fast.down_bps
    assert slow.up_bps < fast.up_bps
    assert slow.cpu > fast.cpu > 1
