"""Slows the network and the processor to those of a lesser device, for timings nearer to shoppers' own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from auditor.browser.tab import Tab


@dataclass(frozen=True, slots=True)
class Profile:
    """Round-trip time in milliseconds, bits per second down and up, how many times slower the processor is."""

    rtt_ms: float
    down_bps: float
    up_bps: float
    cpu: float


# Slow 4G and its fourfold processor slowdown are Lighthouse's mobile defaults (docs/throttling.md of Lighthouse).
PROFILES: Mapping[str, Profile] = {
    "slow-4g": Profile(150, 1_638_400, 750_000, 4),
    "fast-4g": Profile(60, 9_000_000, 1_500_000, 2),
}


async def throttle(tab: Tab, name: str) -> None:
    """Apply a profile to a tab; Chromium only, "none" does nothing."""
    profile = PROFILES.get(name)
    if profile is None:
        return
    session = await tab.devtools()
    await session.send(
        "Network.emulateNetworkConditions",
        {"offline": False, "latency": profile.rtt_ms, "downloadThroughput": profile.down_bps / 8, "uploadThroughput": profile.up_bps / 8},
    )
    await session.send("Emulation.setCPUThrottlingRate", {"rate": profile.cpu})
