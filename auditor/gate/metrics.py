"""What a budget can limit: the numbers that every recording holds of a page or of a journey."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from auditor.words.message import Message, say


@dataclass(frozen=True, slots=True)
class Metric:
    """A number to limit. `timed`: it depends on the machine and the network of the day."""

    name: str
    title: Message
    unit: str = ""
    timed: bool = False


def _by_name(*metrics: Metric) -> Mapping[str, Metric]:
    return {metric.name: metric for metric in metrics}


OF_PAGES = _by_name(
    Metric("lcp_ms", say("Largest Contentful Paint"), unit="ms", timed=True),
    Metric("fcp_ms", say("First Contentful Paint"), unit="ms", timed=True),
    Metric("ttfb_ms", say("Time to First Byte"), unit="ms", timed=True),
    Metric("inp_ms", say("Interaction to Next Paint"), unit="ms", timed=True),
    Metric("load_ms", say("Load time"), unit="ms", timed=True),
    Metric("cls", say("Cumulative Layout Shift")),
    Metric("page_weight_bytes", say("Page weight"), unit="bytes"),
    Metric("requests", say("Requests of the page"), unit="requests"),
)
"""What each page has. A soft navigation has none of it."""

OF_JOURNEYS = _by_name(
    Metric("journey_seconds", say("Time a shopper needs"), unit="s", timed=True),
    Metric("wait_seconds", say("Waiting for the shop"), unit="s", timed=True),
    Metric("field_count", say("Fields that the checkout shows"), unit="fields"),
    Metric("fields_typed", say("Fields typed into"), unit="fields"),
    Metric("characters", say("Characters typed"), unit="characters"),
    Metric("clicks", say("Clicks"), unit="clicks"),
    Metric("choices", say("Choices made"), unit="choices"),
    Metric("page_loads", say("Page loads on the way"), unit="page loads"),
    Metric("dialogs", say("Dialogs answered"), unit="dialogs"),
    Metric("errors", say("Inputs that the shop refused"), unit="inputs"),
)
"""What a journey has as a whole and at each stage."""

OF_WHOLE_JOURNEYS = _by_name(
    Metric("checkout_seconds", say("Time a shopper needs from cart to payment"), unit="s", timed=True),
)
"""What only a journey as a whole has."""

METRICS = {**OF_PAGES, **OF_JOURNEYS, **OF_WHOLE_JOURNEYS}
