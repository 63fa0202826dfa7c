"""One page at the moment it is recorded: what collectors may use."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from auditor.browser.tab import Tab
from auditor.browser.traffic import Exchange
from auditor.facts.page import PageFacts
from auditor.model.stage import Stage


@dataclass(frozen=True)
class Sight:
    """The open page, its facts, the requests and console messages since the page before it was recorded.

    `private` is what has been typed so far, for collectors that follow where it went; it must not reach their artifact.
    """

    tab: Tab
    facts: PageFacts
    stage: Stage | None
    exchanges: Sequence[Exchange]
    messages: Sequence[dict[str, str]]
    private: frozenset[str] = frozenset()

    @property
    def document(self) -> Exchange | None:
        """The request of the main document that is shown, None after a soft navigation."""
        main = self.tab.page.main_frame
        for exchange in reversed(self.exchanges):
            if exchange.kind == "document" and exchange.response is not None and exchange.response.frame == main:
                return exchange if 200 <= exchange.response.status < 300 or exchange.response.status >= 400 else None
        return None
