"""The devices a shopper uses."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Device:
    """A device: window size in CSS pixels, pixel density, touch; `user_agent` "" keeps the browser's own."""

    name: str
    title: str
    width: int
    height: int
    scale: float = 1.0
    mobile: bool = False
    user_agent: str = ""

    @property
    def form_factor(self) -> str:
        """ "mobile" or "desktop", which thresholds and Lighthouse know."""
        return "mobile" if self.mobile else "desktop"
