"""What changes are called, and what a comparison says of itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditor.api import say
from auditor_reports.several.frame import moment
from auditor_reports.view.cleaning import shortened
from auditor_reports.view.figures import listed
from auditor_reports.view.method import setting_title
from auditor_reports.view.names import device_title, outcome_word
from auditor_reports.view.voice import tell, tell_several, told

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from auditor.api import Change, Comparison, ComparisonCaveat

_CHANGES = {
    "new": say("New"),
    "worse": say("Worse"),
    "better": say("Better"),
    "fixed": say("Fixed"),
    "unchanged": say("Unchanged"),
    "unknown": say("Not comparable"),
    "changed": say("Changed"),
}
_GROUPS = {
    "new": (say("New problems"), say("They were looked at before, and were no problem then.")),
    "worse": (
        say("Worse than before"),
        say("A problem before; now in more places, failing where it warned, or measured worse."),
    ),
    "unknown": (
        say("Problems that cannot be compared"),
        say("On one side they are a problem, on the other they could not be measured. None of them counts as fixed."),
    ),
    "better": (say("Better, not yet good"), say("They are still a problem somewhere, or could not be looked at everywhere.")),
    "fixed": (say("Fixed"), say("They were a problem before; now every place where they were was looked at and passes.")),
    "unchanged": (say("Unchanged"), say("The same problem as before; what moved within its noise is here too.")),
}
_STANDINGS = {"not_run": say("Not run"), "not_visited": say("Device not used")}
_REASONS = {
    "scoring_version": say("The scores were made by different versions of the rules."),
    "profile": say("The scores were made with different profiles of weights."),
    "weights": say("The scores were made with different weights."),
    "devices": say("The scores are of different devices."),
    "no_score": say("One of the audits has no score: too little could be judged."),
}
_BANDS = {"runs": say("from repeated loads"), "default": say("by default")}


def change_word(change: str) -> str:
    """Return what became of something, in a word."""
    return told(_CHANGES[change])


def group_words(change: str) -> tuple[str, str]:
    """Return the title of the problems of one kind, and what they are."""
    title, what = _GROUPS[change]
    return told(title), told(what)


def standing_word(standing: str) -> str:
    """Return an outcome, or why there is none, in words."""
    return told(_STANDINGS[standing]) if standing in _STANDINGS else outcome_word(standing)


def reason_words(reason: str) -> str:
    """Return why two scores cannot be compared."""
    return told(_REASONS[reason])


def proof_words(p: float, effect: float) -> str:
    """Return what the test of all loads says: its probability and how large the effect is."""
    return tell("Mann-Whitney test: p = {p:.3f}, effect {effect:.2f}", p=p, effect=effect)


def band_words(origin: str) -> str:
    """Return where a noise band comes from."""
    return told(_BANDS[origin])


def headline(comparison: Comparison) -> str:
    """Say in one sentence what happened: first whether shoppers still get as far as before."""
    worse = [device_title(j.device) for j in comparison.journeys if j.change == "worse"]
    if worse:
        return tell("Shoppers no longer get as far as before: {devices}.", devices=listed(worse))
    counted = _counted(comparison.counts)
    return tell("{changes}.", changes=listed(counted)) if counted else tell("No problem has come, gone or moved.")


def _counted(counts: Mapping[Change, int]) -> list[str]:
    told_of: dict[Change, str] = {
        "new": tell_several(counts["new"], "{n:,} problem is new", "{n:,} problems are new"),
        "worse": tell_several(counts["worse"], "{n:,} problem got worse", "{n:,} problems got worse"),
        "better": tell_several(counts["better"], "{n:,} problem got better", "{n:,} problems got better"),
        "fixed": tell_several(counts["fixed"], "{n:,} problem is fixed", "{n:,} problems are fixed"),
    }
    return [words for change, words in told_of.items() if counts[change]]


def remarks(comparison: Comparison) -> list[str]:
    """Say what else to know at once: further ways, what could not be compared."""
    found = []
    if further := [device_title(j.device) for j in comparison.journeys if j.change == "better"]:
        found.append(tell("Shoppers get further than before: {devices}.", devices=listed(further)))
    if comparison.counts["unknown"]:
        found.append(
            tell_several(
                comparison.counts["unknown"],
                "{n:,} problem could not be measured on one side; it is not counted as fixed.",
                "{n:,} problems could not be measured on one side; they are not counted as fixed.",
            )
        )
    if comparison.unmeasured:
        found.append(
            tell_several(
                len(comparison.unmeasured),
                "{n:,} more check could be judged on one side only.",
                "{n:,} more checks could be judged on one side only.",
            )
        )
    found.append(tell_several(comparison.counts["unchanged"], "{n:,} problem is as it was.", "{n:,} problems are as they were."))
    return found


def doubt_sentences(comparison: Comparison) -> list[str]:
    """Say what the two audits do not have in common besides the shop's state."""
    return [sentence for doubt in comparison.caveats for sentence in _doubt(doubt)]


def _doubt(doubt: ComparisonCaveat) -> Iterator[str]:
    sides = {"before": shortened(doubt.before, 120), "after": shortened(doubt.after, 120)}
    moments = {"before": moment(doubt.before), "after": moment(doubt.after)}
    devices = listed([device_title(name) for name in doubt.names])
    match doubt.about:
        case "sites":
            yield tell("These are two different addresses: {before} and {after}.", **sides)
        case "order":
            yield tell("The first audit is more recent than the second: {before} and {after}.", **moments)
        case "unfinished":
            for side, names in (("before", doubt.before), ("after", doubt.after)):
                ended = listed([device_title(name) for name in names.split(", ") if name])
                if ended and side == "before":
                    yield tell("Before, the way was not walked to its end on: {devices}.", devices=ended)
                elif ended:
                    yield tell("After, the way was not walked to its end on: {devices}.", devices=ended)
        case "devices":
            yield tell("Only one of the audits used: {devices}.", devices=devices)
        case "products":
            yield tell("Different products were tried: {before} before, {after} after.", **sides)
        case "checks":
            count = len(doubt.names)
            yield tell_several(count, "{n:,} check was run in one of the audits only.", "{n:,} checks were run in one of the audits only.")
        case "settings":
            yield tell("Settings differ: {settings}.", settings=listed([setting_title(name) for name in doubt.names]))
        case "tools":
            yield tell("The audits were made by different versions of the tool: {before} and {after}.", **sides)
        case "machines":
            yield tell("A machine was too slow, too uneven or much faster than the other: the times of the audits say little.")
