"""How the audit was made, in words: settings, and what happened about orders."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from auditor_reports.view.figures import counted, duration
from auditor_reports.view.voice import tell

if TYPE_CHECKING:
    from collections.abc import Mapping

    from auditor.api import Result

_SETTINGS = {
    "devices": "Devices",
    "only": "Only these checks, categories or stages",
    "skip": "Left out",
    "formats": "Reports asked for",
    "country": "Country of the test shopper",
    "locale": "Language the browser asked for",
    "email": "E-mail address of the test shopper",
    "probes": "Active probes",
    "platform_hints": "Knowledge of shop systems used",
    "languages": "Languages of the journey's words",
    "checks": "Folders with checks of one’s own",
    "profile": "Profile of the weights",
    "weights": "Weights changed",
    "mobile_share": "Share of the phone",
    "jurisdiction": "Jurisdictions named",
    "mending": "Efforts known better",
    "ask_vendor": "Only the vendor can mend",
    "survey": "Survey",
    "runs": "Page loads per timing",
    "throttle": "Slower network and processor",
    "browser": "Browser",
    "headed": "Visible browser window",
    "max_seconds": "Time limit",
    "headers": "Extra HTTP headers",
    "storage_state": "Stored session",
    "basic_auth": "HTTP login",
    "proxy": "Proxy server",
    "journey": "Hints for the journey",
    "login_password": "Password for the login",
    "min_score": "Gate: least score",
    "fail_on": "Gate: fails on",
    "exit_zero": "Exit with 0 in any case",
}
_UNSET = {
    "only": "all",
    "skip": "nothing",
    "country": "the shop's own",
    "locale": "en-US",
    "email": "a reserved address that reaches nobody",
    "languages": "all",
    "headers": "none",
    "storage_state": "none",
    "basic_auth": "none",
    "proxy": "none",
    "min_score": "none",
}
_FAIL_ON = {
    "none": "nothing",
    "minor": "any failed check",
    "major": "failed checks of severity major or critical",
    "critical": "failed checks of severity critical",
}


def settings_of(config: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Return each setting of the audit with its value, both in words."""
    return [(_SETTINGS.get(key, key), _value(key, value)) for key, value in config.items()]


def order_sentence(result: Result) -> str:
    """Say that nothing was ordered, or that this is not certain; say what the guard stopped."""
    if any(j.failure_code == "order_suspected" for j in result.journeys):
        return tell("The shop showed an order confirmation although the audit does not order. Please check whether an order was created.")
    said = tell("No order was placed. The audit ends before the order is sent, and has no means to pay.")
    stopped = sum(len(j.blocked_requests) for j in result.journeys)
    if not stopped:
        return said
    were = "was" if stopped == 1 else "were"
    return tell(
        "{said} {requests} that could have ordered or sent something {were} stopped.",
        said=said,
        requests=counted(stopped, "request"),
        were=were,
    )


def _value(key: str, value: Any) -> str:
    if not _is_set(value):
        return _UNSET.get(key, "none")
    if isinstance(value, bool):
        return "yes" if value else "no"
    if key == "fail_on":
        return _FAIL_ON.get(str(value), str(value))
    if key == "max_seconds" and isinstance(value, int | float):
        return duration(value)
    if isinstance(value, list | tuple):
        return ", ".join(map(str, value))
    if key == "survey" and isinstance(value, dict):
        return str(value.get("file") or "none")
    if isinstance(value, dict):
        return ", ".join(f"{name}: {_value(name, part)}" for name, part in value.items() if _is_set(part))
    return str(value)


def _is_set(value: Any) -> bool:
    if isinstance(value, dict):
        return any(_is_set(part) for part in value.values())
    return value not in (None, "", [])
