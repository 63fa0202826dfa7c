"""What a check said at each place, before and after, and what became of it there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from auditor.compare.loads import Loads
from auditor.compare.model import PlaceChange, PlaceState, Standing
from auditor.compare.values import compared_values
from auditor.model.stage import Stage
from auditor.result.model import Result, VerdictResult

Place = tuple[str | None, str | None]
Pair = tuple[VerdictResult | None, VerdictResult | None]
WEIGHT: Mapping[str, float] = {"fail": 1.0, "warn": 0.5}
"""The outcomes that are problems."""
_JUDGED = {"pass", "warn", "fail"}
_GONE = {"pass"}
_STAGES = [stage.value for stage in Stage]


def pairs_of(before: Result, after: Result) -> dict[str, dict[Place, Pair]]:
    """Put the verdicts of the same check, device and stage together, checks and places in order."""
    sides = [_by_place(result.verdicts) for result in (before, after)]
    checks = sorted(sides[0].keys() | sides[1].keys())
    return {
        check: {
            place: (sides[0].get(check, {}).get(place), sides[1].get(check, {}).get(place))
            for place in sorted(sides[0].get(check, {}).keys() | sides[1].get(check, {}).keys(), key=_order)
        }
        for check in checks
    }


def _by_place(verdicts: Sequence[VerdictResult]) -> dict[str, dict[Place, VerdictResult]]:
    found: dict[str, dict[Place, VerdictResult]] = {}
    for verdict in verdicts:
        found.setdefault(verdict.check, {})[verdict.device, verdict.stage] = verdict
    return found


def _order(place: Place) -> tuple[str, int]:
    device, stage = place
    return device or "", _STAGES.index(stage) if stage in _STAGES else -1


def place_change(place: Place, pair: Pair, loads: tuple[Loads, Loads], visited: tuple[set[str], set[str]]) -> PlaceChange:
    """Say what became of a check at one place; `visited` are the devices of each side."""
    before, after = (_outcome(verdict, place, devices) for verdict, devices in zip(pair, visited, strict=True))
    change = _change(before, after)
    noise = change not in {"clean", "unknown", "unchanged"} and _is_noise(pair, loads)
    return PlaceChange(
        device=place[0],
        stage=place[1],
        before=before,
        after=after,
        change="unchanged" if noise else change,
        noise=noise,
        before_message=pair[0].message if pair[0] else "",
        after_message=pair[1].message if pair[1] else "",
    )


def _outcome(verdict: VerdictResult | None, place: Place, devices: set[str]) -> Standing:
    if verdict is not None:
        return verdict.outcome
    return "not_visited" if place[0] is not None and place[0] not in devices else "not_run"


def _change(before: Standing, after: Standing) -> PlaceState:
    """No evidence is neither a pass nor a failure: what was not judged on the other side is unknown, never fixed.

    A part of the shop that was not there before and fails is a new problem; one that failed and is not there any more is not mended.
    """
    if before in WEIGHT and after in WEIGHT:
        return "unchanged" if before == after else "worse" if WEIGHT[after] > WEIGHT[before] else "better"
    if before in WEIGHT:
        return "fixed" if after in _GONE else "unknown"
    if after in WEIGHT:
        return "new" if before in {"pass", "not_applicable"} else "unknown"
    judged = before in _JUDGED, after in _JUDGED
    return "unknown" if judged[0] != judged[1] and not {before, after} & {"not_applicable", "info"} else "clean"


def _is_noise(pair: Pair, loads: tuple[Loads, Loads]) -> bool:
    """Whether the verdict turned only because a measured value moved within its band."""
    if pair[0] is None or pair[1] is None:
        return False
    value = compared_values(pair[0], pair[1], loads)
    return value is not None and value.band > 0 and value.change == "unchanged"
