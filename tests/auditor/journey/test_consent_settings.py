"""What a banner's settings have on is told, and switched off before they are saved; what refuses by being on stays on."""

from __future__ import annotations

from playwright.async_api import Browser

from auditor.journey.overlays import clear_overlays
from tests.auditor.journey.site import visiting
from tests.auditor.journey.test_overlays import COOKIES, layer


async def test_what_is_on_in_the_settings_is_told_and_switched_off_before_they_are_saved(browser: Browser) -> None:
    more = """<button id="set" onclick="document.getElementById('more').hidden = false; this.hidden = true">Cookie settings</button>
    <div id="more" hidden><label><input type="checkbox" checked disabled> Necessary</label>
    <label><input id="stat" type="checkbox" checked> Statistics</label><label><input id="ads" type="checkbox"> Marketing</label>
    <button id="save" onclick="window.kept = document.getElementById('stat').checked; GO">Save selection</button></div>"""
    async with visiting(browser, layer(COOKIES + more)) as visit:
        after = await clear_overlays(visit.walker, visit.facts)
        assert after.overlays == []
        assert visit.walker.consent["choice"] == "rejected in settings"
        assert visit.walker.consent["purposes"] == [
            {"label": "Necessary", "on": True, "fixed": True},
            {"label": "Statistics", "on": True, "fixed": False},
            {"label": "Marketing", "on": False, "fixed": False},
        ]
        assert await visit.walker.tab.page.evaluate("window.kept") is False


async def test_what_refuses_is_left_on_and_one_switch_may_switch_others(browser: Browser) -> None:
    more = """<button id="set" onclick="document.getElementById('more').hidden = false; this.hidden = true">Cookie settings</button>
    <div id="more" hidden><label><input id="deny" type="checkbox" checked> Do not sell my data</label>
    <button id="all" role="switch" aria-checked="true" aria-label="All purposes">All</button>
    <button id="ads" role="switch" aria-checked="true" aria-label="Marketing">M</button>
    <button id="save" onclick="window.kept = [ads.ariaChecked, deny.checked]; GO">Save selection</button></div><script>
    const say = (e, on) => e.setAttribute("aria-checked", on), on = (e) => e.getAttribute("aria-checked") === "true";
    const all = document.getElementById("all"), ads = document.getElementById("ads");
    ads.onclick = () => say(ads, !on(ads));
    all.onclick = () => { say(all, !on(all)); say(ads, on(all)); };</script>"""
    async with visiting(browser, layer(COOKIES + more)) as visit:
        await clear_overlays(visit.walker, visit.facts)
        assert await visit.walker.tab.page.evaluate("window.kept") == ["false", True]
        assert visit.walker.consent["choice"] == "rejected in settings"
        assert "sell" not in str(visit.walker.consent["purposes"])
