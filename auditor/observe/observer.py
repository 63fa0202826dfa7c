"""Takes observations from a live page."""

from __future__ import annotations

import asyncio
import json
from importlib.resources import files
from typing import Any

from playwright.async_api import Error, Frame, JSHandle, Page

from auditor.observe.observation import Observation

SCRIPT = (files("auditor.observe") / "observe.js").read_text(encoding="utf-8")
LIMITS = {"controls": 4000, "texts": 6000, "images": 1500, "options": 400, "hits": 400}
_NODE = 'n => window[Symbol.for("storefront-auditor")].nodes.get(n)'
_NUMBER = 'e => window[Symbol.for("storefront-auditor")].numberOf(e)'
_REGISTER = 'function () { window[Symbol.for("storefront-auditor")].closedRoots.set(this.host, this); }'
_SMALLEST_FRAME = 40  # CSS pixels; smaller ones are counters and consent helpers
_FRAME_SECONDS = 2.0


class Observer:
    """Looks at one page, and leads from an observed node back to the element in the browser."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self._frames: list[Frame] = []
        self._last: Observation | None = None

    async def observe(self) -> Observation:
        """Take one observation of the main frame and of every embedded frame large enough to matter.

        Raises playwright's `Error` when the page navigates away meanwhile or is closed.
        """
        main = self.page.main_frame
        views: list[dict[str, Any]] = [json.loads(await main.evaluate(SCRIPT, LIMITS))]
        if views[0].get("opaque") and await self._find_closed_roots():
            views = [json.loads(await main.evaluate(SCRIPT, LIMITS))]
        attached: list[list[int] | None] = [None]
        frames = [main]
        for frame in main.child_frames:
            await self._descend(frame, 0, views, attached, frames)
        observation = Observation({"frames": views, "attached": attached})
        self._frames, self._last = frames, observation
        return observation

    async def _find_closed_roots(self) -> bool:
        """Tell the page's registry about closed shadow roots that came with the HTML; says whether there are any.

        Only the DevTools protocol can see them, so this works on Chromium only.
        """
        browser = self.page.context.browser
        if browser is None or browser.browser_type.name != "chromium":
            return False
        session = await self.page.context.new_cdp_session(self.page)
        try:
            document = await session.send("DOM.getDocument", {"depth": -1, "pierce": True})
            found = 0
            waiting = [document["root"]]
            while waiting:
                node = waiting.pop()
                waiting += [*node.get("children", ()), *node.get("shadowRoots", ())]
                if node.get("shadowRootType") == "closed":
                    remote = (await session.send("DOM.resolveNode", {"backendNodeId": node["backendNodeId"]}))["object"]
                    await session.send("Runtime.callFunctionOn", {"objectId": remote["objectId"], "functionDeclaration": _REGISTER})
                    found += 1
            return found > 0
        except Error:
            return False
        finally:
            await session.detach()

    async def _descend(
        self, frame: Frame, parent: int, views: list[dict[str, Any]], attached: list[list[int] | None], frames: list[Frame]
    ) -> None:
        try:
            async with asyncio.timeout(_FRAME_SECONDS):
                element = await frame.frame_element()
                number = await element.evaluate(_NUMBER)
                holder = next((f for f in views[parent]["frames"] if f["n"] == number), None)
                if holder is None or not holder["visible"] or min(holder["box"][2:]) < _SMALLEST_FRAME:
                    return
                if holder.get("lazy") and not frame.url:
                    return  # it has no document before it comes into sight
                view = json.loads(await frame.evaluate(SCRIPT, LIMITS))
        except (Error, TimeoutError, TypeError):
            return  # a frame that is gone, blocked or still loading has nothing to show yet
        holder["read"] = True
        views.append(view)
        attached.append([parent, number])
        frames.append(frame)
        index = len(views) - 1
        for child in frame.child_frames:
            await self._descend(child, index, views, attached, frames)

    async def matching(self, observation: Observation, selector: str) -> list[tuple[int, int]]:
        """Return node and frame of what a CSS selector matches in the last observation; open shadow roots are pierced.

        Raises playwright's `Error` for a selector that is none.
        """
        if observation is not self._last:
            return []
        found = []
        for place, frame in enumerate(self._frames):
            for element in await frame.query_selector_all(f"css={selector}"):
                number = await element.evaluate(_NUMBER)
                if number >= 0:
                    found.append((observation.offsets[place] + number, place))
        return found

    async def handle(self, observation: Observation, n: int, frame: int) -> JSHandle | None:
        """Return the live element of a node of the last observation, or None if it is gone."""
        if observation is not self._last or frame >= len(self._frames):
            return None
        local = n - observation.offsets[frame]
        try:
            return (await self._frames[frame].evaluate_handle(_NODE, local)).as_element()
        except Error:
            return None
