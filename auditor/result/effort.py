"""What a journey cost its shopper, as it stands in the result: in all and per stage, typed by hand and with a browser's help."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from auditor.model.journey import Ended, Step
from auditor.record.recording import JourneyRecord, Missing
from auditor.result.model import DearField, EffortResult, StageEffort
from auditor.score.effort import (
    CHECKOUT,
    DESKTOP,
    LABEL,
    MOBILE,
    Operators,
    checkout_steps,
    effort_index,
    field_seconds,
    klm_seconds,
    reached_steps,
    total,
    work_of,
)

_DEAREST = 5


def effort_of(record: JourneyRecord) -> EffortResult:
    """Return the interaction effort of one device's journey."""
    operators = MOBILE if record.mobile else DESKTOP
    steps = reached_steps(record.journey)
    work, buying = total(steps), total(checkout_steps(record.journey))
    seconds = klm_seconds(work, operators)
    by_hand, assisted = klm_seconds(buying, operators), klm_seconds(buying, operators, assisted=True)
    complete = record.journey.ended is Ended.PAYMENT_REACHED
    return EffortResult(
        label=LABEL,
        clicks=work.presses,
        fields=work.fields,
        fields_considered=_considered(record, steps).total(),
        characters=work.characters,
        choices=work.choices,
        page_loads=work.pages,
        dialogs=work.dialogs,
        back_tracks=sum(max(0, s.attempts - 1) for s in steps),
        errors=sum(s.errors for s in steps),
        scrolls=round(work.windows, 1),
        wait_seconds=round(work.wait_seconds, 2),
        wait_share=round(work.wait_seconds / seconds, 4) if seconds else 0.0,
        klm_seconds=round(seconds, 1),
        klm_seconds_assisted=round(klm_seconds(work, operators, assisted=True), 1),
        checkout_seconds=round(by_hand, 1),
        checkout_seconds_assisted=round(assisted, 1),
        index=effort_index(by_hand) if complete else None,
        index_assisted=effort_index(assisted) if complete else None,
        stages=[_stage(record, step, operators) for step in steps],
        dearest_fields=_dearest(steps, operators),
    )


def _stage(record: JourneyRecord, step: Step, operators: Operators) -> StageEffort:
    work = work_of(step)
    return StageEffort(
        stage=step.stage.value,
        clicks=work.presses,
        fields=work.fields,
        fields_considered=_considered(record, [step]).total(),
        characters=work.characters,
        choices=work.choices,
        page_loads=work.pages,
        dialogs=work.dialogs,
        back_tracks=max(0, step.attempts - 1),
        errors=step.errors,
        scrolls=round(work.windows, 1),
        wait_seconds=round(work.wait_seconds, 2),
        klm_seconds=round(klm_seconds(work, operators), 1),
        klm_seconds_assisted=round(klm_seconds(work, operators, assisted=True), 1),
    )


def _considered(record: JourneyRecord, steps: Sequence[Step]) -> Counter[tuple[str, str]]:
    """Count the fields of the checkout that these steps show, each once however many pages repeat it."""
    found: Counter[tuple[str, str]] = Counter()
    for step in (s for s in steps if s.stage in CHECKOUT):
        try:
            found |= Counter((f.kind, f.label) for f in record.page(step.stage).facts.checkout.fields)
        except Missing:
            continue
    return found


def _dearest(steps: Sequence[Step], operators: Operators) -> list[DearField]:
    """Return the fields that cost the most time to type; one that had to be typed again counts with all of it."""
    costs: dict[tuple[str, str], DearField] = {}
    for step in steps:
        for typed in step.typed:
            key = (step.stage.value, typed.label)
            seconds = field_seconds(typed.characters, operators)
            before = costs.get(key)
            costs[key] = DearField(
                stage=step.stage.value,
                label=typed.label,
                characters=typed.characters + (before.characters if before else 0),
                seconds=round(seconds + (before.seconds if before else 0.0), 2),
            )
    return sorted(costs.values(), key=lambda f: (-f.seconds, f.stage, f.label))[:_DEAREST]
