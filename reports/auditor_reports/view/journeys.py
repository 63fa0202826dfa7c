"""The way through the shop as a line of nine stops per device."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditor.api import FAILURES, JourneyResult, StepResult, own
from auditor_reports.view.figures import seconds
from auditor_reports.view.names import STAGES, explained, stage_title, step_word
from auditor_reports.view.voice import tell, tell_several, told

if TYPE_CHECKING:
    from collections.abc import Mapping

_PROOF = " (hard)"


@dataclass(frozen=True)
class Stop:
    """One stage of the way. `proofs` are signals that suffice alone, `hints` count only together."""

    stage: str
    title: str
    outcome: str
    word: str
    took: str
    action: str
    attempts: str
    url: str
    page_title: str
    reason: str
    screenshot: str | None
    proofs: tuple[str, ...]
    hints: tuple[str, ...]

    @property
    def reached(self) -> bool:
        """Whether the stage was verifiably reached."""
        return self.outcome == "reached"


def stops_of(journey: JourneyResult) -> list[Stop]:
    """Return all nine stages in order; one that was never attempted says so."""
    by_stage = {step.stage: step for step in journey.steps}
    return [_stop(by_stage[stage]) if stage in by_stage else _not_tried(stage) for stage in STAGES]


def where_it_ended(journey: JourneyResult) -> str:
    """Return the title of the stage that could not be reached, "" for a journey that came to the payment."""
    if journey.ended == "payment_reached":
        return ""
    stuck = [s.stage for s in journey.steps if s.outcome in {"failed", "blocked", "not_found"} and s.stage != "search"]
    if stuck:
        return stage_title(max(stuck, key=STAGES.index))
    reached = STAGES.index(journey.deepest_stage) + 1 if journey.deepest_stage else 0
    return stage_title(STAGES[min(reached, len(STAGES) - 1)])


def why_it_ended(journey: JourneyResult) -> str:
    """Return the sentence that says why it ended."""
    failure = FAILURES.get(journey.failure_code or "")
    message = explained(journey.message)
    if failure and not message:
        return told(own(failure.sentence))
    return message


def is_about_shop(journey: JourneyResult) -> bool:
    """Whether the reason for stopping is a finding about the shop, not a limit of the audit."""
    failure = FAILURES.get(journey.failure_code or "")
    return failure.about_site if failure else journey.ended not in {"interrupted", "failed"}


def consent_sentence(consent: Mapping[str, object]) -> str:
    """Say how the cookie banner was answered, from what the recording keeps of it."""
    if not consent.get("seen"):
        return tell("No cookie banner was met.")
    choice = str(consent.get("choice", "none"))
    button = str(consent.get("button", ""))
    if choice == "none":
        return tell("A cookie banner was met; no answer to it worked.")
    if choice == "rejected":
        if button:
            return tell("The cookie banner was refused with “{button}”.", button=button)
        return tell("The cookie banner was refused.")
    if choice == "rejected in settings":
        if button:
            return tell("The cookie banner was refused in its settings with “{button}”.", button=button)
        return tell("The cookie banner was refused in its settings.")
    if choice == "accepted":
        if button:
            return tell("The cookie banner was accepted with “{button}”, because no refusal worked.", button=button)
        return tell("The cookie banner was accepted, because no refusal worked.")
    return tell("A cookie banner was met; how it was answered is not known.")


def _stop(step: StepResult) -> Stop:
    return Stop(
        stage=step.stage,
        title=stage_title(step.stage),
        outcome=step.outcome,
        word=step_word(step.outcome),
        took=seconds(step.seconds) if step.seconds else "",
        action=step.action,
        attempts=tell_several(step.attempts, "{n:,} attempt", "{n:,} attempts") if step.attempts > 1 else "",
        url=step.url,
        page_title=step.title,
        reason=explained(step.reason or ""),
        screenshot=step.screenshot,
        proofs=tuple(s.removesuffix(_PROOF) for s in step.signals if s.endswith(_PROOF)),
        hints=tuple(s for s in step.signals if not s.endswith(_PROOF)),
    )


def _not_tried(stage: str) -> Stop:
    return Stop(stage, stage_title(stage), "not_tried", step_word("not_tried"), "", "", "", "", "", "", None, (), ())
