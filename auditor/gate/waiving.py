"""Waivers: failures that may pass for a reason, until a day."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from auditor.gate.failures import FailedFinding, Place
from auditor.gate.rules import Waiver
from auditor.result.model import Waived
from auditor.words.message import say


def covers(waiver: Waiver, found: FailedFinding) -> bool:
    """Whether a waiver speaks of a finding, whatever the day."""
    if waiver.check != found.check or (waiver.stage is not None and waiver.stage.value != found.stage):
        return False
    return not waiver.fingerprint or waiver.fingerprint == found.fingerprint


@dataclass(frozen=True)
class Waiving:
    """The waivers on the day of an audit; an expired one lets nothing pass."""

    waivers: Sequence[Waiver]
    day: date

    def lets_pass(self, found: FailedFinding) -> bool:
        """Whether a waiver that still counts speaks of a finding."""
        return any(covers(waiver, found) for waiver in self.waivers if self._counts(waiver))

    def waived(self, found: Collection[FailedFinding]) -> list[Waived]:
        """Return what is let pass, by waiver."""
        hits = ((waiver, [one for one in found if covers(waiver, one)]) for waiver in self.waivers if self._counts(waiver))
        return [
            Waived(
                check=waiver.check,
                fingerprint=waiver.fingerprint or None,
                stage=waiver.stage.value if waiver.stage else None,
                reason=waiver.reason,
                until=waiver.until.isoformat(),
                devices=sorted({one.on for one in covered}),
            )
            for waiver, covered in hits
            if covered
        ]

    def notes(self, found: Collection[FailedFinding], looked_at: Collection[Place]) -> Iterator[str]:
        """Name the waivers that have expired, and those that nothing needs any more where this audit looked."""
        for waiver in self.waivers:
            if not self._counts(waiver):
                told = {"check": waiver.check, "until": waiver.until.isoformat(), "reason": waiver.reason}
                yield say("The waiver for {check} expired after {until}, so it lets nothing pass any more ({reason}).", **told)
            elif not any(covers(waiver, one) for one in found) and _looked(waiver, looked_at):
                yield say(
                    "The waiver for {check} matches nothing and can be taken out ({reason}).", check=waiver.check, reason=waiver.reason
                )

    def _counts(self, waiver: Waiver) -> bool:
        return waiver.until >= self.day


def _looked(waiver: Waiver, places: Collection[Place]) -> bool:
    return any(check == waiver.check and (waiver.stage is None or stage == waiver.stage.value) for check, _, stage in places)
