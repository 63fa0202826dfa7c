"""The script one would write by hand: the same way through the embedded shop, its selectors wired in, nothing checked.

`python -m benchmarks.bare_script URL CHROMIUM`; imports nothing of the auditor, so it is the floor an audit is measured
against. Flags and devices are those of the auditor, which a test holds it to.
"""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

FLAGS = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--no-default-browser-check",
    "--disable-default-apps",
    "--disable-domain-reliability",
    "--metrics-recording-only",
    "--no-pings",
)
DESKTOP: dict[str, Any] = {"viewport": {"width": 1366, "height": 900}}
MOBILE: dict[str, Any] = {"viewport": {"width": 412, "height": 839}, "device_scale_factor": 2.625, "is_mobile": True, "has_touch": True}
SHOPPER = {
    "#email": "shopper@example.com",
    "#first_name": "Nora",
    "#last_name": "Walsh",
    "#address1": "12 Main Street",
    "#postcode": "H91 E2K3",
    "#city": "Galway",
    "#phone": "091555014",
}


@dataclass(frozen=True)
class Hands:
    """What a shopper does with a page: a tap on a phone, a click elsewhere."""

    page: Page
    touch: bool

    def press(self, selector: str, leads_to: str = "") -> None:
        """Press the first visible match and wait for the page it leads to."""
        target = self.page.locator(selector).locator("visible=true").first
        target.tap() if self.touch else target.click()
        if leads_to:
            self.page.wait_for_url(leads_to)


def main() -> None:
    """Walk from the home page to the payment step on both devices."""
    url, chromium = sys.argv[1:]
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=[*FLAGS, *(["--no-sandbox"] if root else [])])
        for device in (DESKTOP, MOBILE):
            walk(browser, device, url)
        browser.close()


def walk(browser: Browser, device: dict[str, Any], url: str) -> None:
    """One device's way, each press followed by the page it leads to."""
    context = browser.new_context(**device)
    page = context.new_page()
    hands = Hands(page, bool(device.get("has_touch")))
    page.goto(url)
    hands.press('a[href="/shop/clothing"]', "**/shop/clothing")
    page.fill("#q", "Holm wool sweater")
    page.press("#q", "Enter")
    page.wait_for_url("**/search?q=*")
    hands.press('main a[href="/product/holm-wool-sweater"]', "**/product/holm-wool-sweater")
    page.select_option("#option-size", label="M")
    page.select_option("#option-colour", index=1)
    hands.press("button.button--buy")
    page.locator(".tool--cart", has_text="1").wait_for()
    hands.press(".tool--cart", "**/cart")
    hands.press('main a[href="/checkout"]', "**/checkout")
    for field, value in SHOPPER.items():
        page.fill(field, value)
    hands.press("main button.button--buy", "**/checkout/delivery")
    hands.press("main input[type=radio]")
    hands.press("main button.button--buy", "**/checkout/payment")
    page.locator("main input[type=radio]").first.wait_for()
    context.close()


if __name__ == "__main__":
    main()
