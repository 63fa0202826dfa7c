"""How the audit was made, in words: settings, and what happened about orders."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from auditor.api import country_name, language_name, say
from auditor_reports.view.figures import duration, number, percent
from auditor_reports.view.names import category_title, device_title, stage_title
from auditor_reports.view.voice import tell, tell_several, told

if TYPE_CHECKING:
    from collections.abc import Mapping

    from auditor.api import Result

_SETTINGS = {
    "devices": say("Devices"),
    "only": say("Only these checks, categories or stages"),
    "skip": say("Left out"),
    "country": say("Country of the test shopper"),
    "locale": say("Language the browser asked for"),
    "email": say("E-mail address of the test shopper"),
    "probes": say("Active probes"),
    "platform_hints": say("Knowledge of shop systems used"),
    "languages": say("Languages of the journey's words"),
    "checks": say("Folders with checks of one’s own"),
    "profile": say("Profile of the weights"),
    "weights": say("Weights changed"),
    "mobile_share": say("Share of the phone"),
    "jurisdiction": say("Jurisdictions named"),
    "mending": say("Efforts known better"),
    "ask_vendor": say("Only the vendor can mend"),
    "survey": say("Survey"),
    "runs": say("Page loads per timing"),
    "throttle": say("Slower network and processor"),
    "browser": say("Browser"),
    "headed": say("Visible browser window"),
    "max_seconds": say("Time limit"),
    "headers": say("Extra HTTP headers"),
    "storage_state": say("Stored session"),
    "basic_auth": say("HTTP login"),
    "proxy": say("Proxy server"),
    "journey": say("Hints for the journey"),
    "lighthouse": say("Pages measured by Lighthouse"),
    "login_password": say("Password for the login"),
    "exit_zero": say("Exit with 0 in any case"),
}
_OF_REPORTS = frozenset({"formats", "lang", "report", "brand"})  # may be others each time a report is written
_OF_MACHINES = frozenset({"history"})  # where runs are kept tells nothing of the audit
_NONE = say("none")
_UNSET = {
    "only": say("all"),
    "skip": say("nothing"),
    "country": say("the shop's own"),
    "locale": "en-US",
    "email": say("a reserved address that reaches nobody"),
    "languages": say("all"),
    "headers": _NONE,
    "storage_state": _NONE,
    "basic_auth": _NONE,
    "proxy": _NONE,
}
_GATE = {
    "fail_on": say("Gate: fails on"),
    "min_score": say("Gate: least score"),
    "min_category": say("Gate: least scores of categories"),
    "checks": say("Gate: single checks"),
    "max_new": say("Gate: most new findings"),
    "budgets": say("Gate: budgets"),
    "must_reach": say("Gate: stage to reach"),
    "baseline": say("Gate: baseline"),
    "waivers": say("Gate: waivers"),
}
_ALWAYS_TOLD = ("fail_on", "min_score")
_LEVELS = {"off": say("off"), "warn": say("warns"), "error": say("may not fail")}
_FAIL_ON = {
    "none": say("nothing"),
    "minor": say("any failed check"),
    "major": say("failed checks of severity major or critical"),
    "critical": say("failed checks of severity critical"),
}


_PROFILES = {
    "balanced": say("balanced"),
    "checkout": say("checkout"),
    "legal-eu": say("legal-eu"),
    "accessibility": say("accessibility"),
}
_JURISDICTIONS = {"eu": say("European Union"), "uk": say("United Kingdom"), "us": say("United States")}


def settings_of(config: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Return each setting of the audit with its value, both in words."""
    rows = []
    for key, value in config.items():
        if key == "gate" and isinstance(value, dict):
            rows += _gate_settings(value)
        elif key not in _OF_REPORTS | _OF_MACHINES:
            rows.append((setting_title(key), _value(key, value)))
    return rows


def _gate_settings(gate: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Return the settings of the gate that say something; what they came to stands with the rules."""
    told_of = [key for key in _GATE if _is_set(gate.get(key)) or (key in gate and key in _ALWAYS_TOLD)]
    return [(told(_GATE[key]), _gate_value(key, gate[key])) for key in told_of]


def _gate_value(key: str, value: Any) -> str:
    match key:
        case "waivers":
            return number(len(value))
        case "min_category":
            return ", ".join(f"{category_title(name)}: {least}" for name, least in value.items())
        case "must_reach" if isinstance(value, str):
            return stage_title(value)
        case "must_reach":
            return ", ".join(f"{device_title(device)}: {stage_title(stage)}" for device, stage in value.items())
        case "checks":
            return ", ".join(f"{check}: {told(_LEVELS.get(level, level))}" for check, level in value.items())
    return _value(key, value)


def setting_title(key: str) -> str:
    """Return what a setting is called."""
    return told(_SETTINGS.get(key, key))


def order_sentence(result: Result) -> str:
    """Say that nothing was ordered, or that this is not certain; say what the guard stopped."""
    if any(j.failure_code == "order_suspected" for j in result.journeys):
        return tell("The shop showed an order confirmation although the audit does not order. Please check whether an order was created.")
    said = tell("No order was placed. The audit ends before the order is sent, and has no means to pay.")
    stopped = sum(len(j.blocked_requests) for j in result.journeys)
    if not stopped:
        return said
    guarded = tell_several(
        stopped,
        "{n:,} request that could have ordered or sent something was stopped.",
        "{n:,} requests that could have ordered or sent something were stopped.",
    )
    return f"{said} {guarded}"


def _value(key: str, value: Any) -> str:
    if not _is_set(value):
        return told(_UNSET.get(key, _NONE))
    if isinstance(value, bool):
        return tell("yes") if value else tell("no")
    if key == "fail_on":
        return told(_FAIL_ON.get(str(value), str(value)))
    if key == "max_seconds" and isinstance(value, int | float):
        return duration(value)
    if value == "none":
        return told(_NONE)
    if isinstance(value, list | tuple):
        return ", ".join(_named(key, str(item)) for item in value)
    if key == "survey" and isinstance(value, dict):
        return str(value.get("file") or told(_NONE))
    if key == "lighthouse" and isinstance(value, dict):
        return ", ".join(stage_title(str(stage)) for stage in value.get("stages", [])) or told(_NONE)
    if isinstance(value, dict):
        titled = category_title if key == "weights" else str
        return ", ".join(f"{titled(name)}: {_value(name, part)}" for name, part in value.items() if _is_set(part))
    if isinstance(value, float):
        return percent(value) if key == "mobile_share" else number(value)
    return _named(key, str(value))


def _named(key: str, value: str) -> str:
    """Return what a value of a setting is called; what the user chose freely stays as it is."""
    match key:
        case "devices":
            return device_title(value)
        case "country":
            return told(country_name(value))
        case "languages":
            return told(language_name(value))
        case "jurisdiction":
            return told(_JURISDICTIONS.get(value, value))
        case "profile":
            return told(_PROFILES.get(value, value))
    return value


def _is_set(value: Any) -> bool:
    if isinstance(value, dict):
        return any(_is_set(part) for part in value.values())
    return value not in (None, "", [])
