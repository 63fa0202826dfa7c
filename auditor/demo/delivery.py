"""Delivery: which methods a basket can travel by, what each costs, and the day it arrives."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from auditor.demo.datafile import read_toml

if TYPE_CHECKING:
    from auditor.demo.wording import Wording


@dataclass(frozen=True)
class Method:
    """One way of delivery, priced for one basket."""

    id: str
    name: str
    price: int
    carrier: str
    first_day: date
    last_day: date

    def when(self, wording: Wording) -> str:
        """The day or days of arrival, in words."""
        first, last = wording.day(self.first_day), wording.day(self.last_day)
        return first if first == last else f"{first} – {last}"


def free_from(wording: Wording) -> int:
    """The basket value from which standard delivery costs nothing."""
    return wording.market.price(read_toml("delivery.toml")["free_from"]) + wording.market.less


def methods(wording: Wording, subtotal: int, country: str, *, digital: bool, today: date) -> list[Method]:
    """The methods on offer, cheapest standard way first."""
    found = []
    for key, facts in read_toml("delivery.toml")["methods"].items():
        if facts.get("digital", False) != digital:
            continue
        free = facts["price"] == 0 or (key == "standard" and subtotal >= free_from(wording))
        first, last = facts["days"]
        found.append(
            Method(
                id=key,
                name=wording.word("methods", key),
                price=0 if free else wording.market.price(facts["price"]),
                carrier="" if digital else read_toml("countries.toml")[country]["carrier"],
                first_day=working_day(today, first),
                last_day=working_day(today, last),
            )
        )
    return found


def working_day(start: date, days: int) -> date:
    """The day this many working days after a start."""
    when = start
    while days:
        when += timedelta(days=1)
        days -= when.weekday() < 5
    return when
