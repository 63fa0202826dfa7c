"""Finds the picture that belongs to a finding which names its page only by address."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from auditor.api import FindingResult, Result


def located(result: Result) -> Result:
    """Return the result with a screenshot for each finding whose page one step alone has shown.

    Findings of a whole journey or shop carry no stage. Where several steps show the same address, the picture
    could be of another moment, so there is none.
    """
    shown: dict[str, list[tuple[str, str]]] = {}
    for journey in result.journeys:
        for step in journey.steps:
            if step.screenshot and step.url:
                shown.setdefault(step.url, []).append((journey.device, step.screenshot))

    def picture(finding: FindingResult) -> str | None:
        if finding.screenshot:
            return finding.screenshot
        found = [shot for device, shot in shown.get(finding.url, []) if finding.device in {None, device}]
        return found[0] if len(found) == 1 else None

    return result.model_copy(
        update={
            "verdicts": [
                verdict.model_copy(update={"findings": [f.model_copy(update={"screenshot": picture(f)}) for f in verdict.findings]})
                for verdict in result.verdicts
            ]
        }
    )
