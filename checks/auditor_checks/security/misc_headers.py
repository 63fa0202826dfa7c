"""security-misc-headers."""

import re
from collections.abc import Mapping

from auditor.api import (
    Effort,
    Finding,
    Message,
    Outcome,
    Recording,
    Severity,
    Source,
    Stage,
    failed,
    passed,
    say,
    shop_check,
    together,
    warned,
)
from auditor_checks.security.effective_page import first_with_headers

_BANNERS = ("server", "x-powered-by", "x-aspnet-version", "x-generator")
_VERSION = re.compile(r"\d+\.\d|/\s?\d")
_TOLD = say("Referrer-Policy is unsafe-url: every address, with what stands in it, is told to other sites.")


@shop_check(
    id="security-misc-headers",
    category="security",
    title="Safe defaults are set: nosniff, referrer policy, no version numbers",
    failure_title="Safe defaults are missing: nosniff, referrer policy, no version numbers",
    why="These headers cost nothing, and a version number tells attackers which known holes to try.",
    fix="Send X-Content-Type-Options: nosniff and Referrer-Policy: strict-origin-when-cross-origin, and "
    "remove version numbers from Server and X-Powered-By. On a hosted platform ask the vendor.",
    severity=Severity.MINOR,
    effort=Effort.XS,
    stages=(Stage.HOME,),
    needs=("headers",),
    sources=(
        Source(
            "MDN HTTP Observatory, grader",
            "https://github.com/mdn/mdn-http-observatory/blob/main/src/grader/charts.js",
            "nosniff missing -5, unsafe referrer policy -5 points (2026)",
        ),
        Source(
            "OWASP, Secure Headers Project",
            "https://owasp.org/www-project-secure-headers/",
            "remove Server and X-Powered-By (2026)",
        ),
    ),
    limits="Read on the home page only.",
)
def misc_headers(recording: Recording) -> Outcome:
    """Read three of the home page's response headers."""
    page = first_with_headers(recording, Stage.HOME)
    found = _faults(page.headers, page.observation.meta.get("referrer", ""))
    faults, held = list(found.values()), 3 - len(found)
    findings = [Finding(fault, url=page.url, key=name) for name, fault in found.items()]
    if not faults:
        return passed(say("All three safe defaults are set."), value=held, unit="of 3", threshold="3")
    outcome = warned if held > 1 else failed
    return outcome(together(*faults, between=" "), findings=findings, value=held, unit="of 3", threshold="3")


def _faults(headers: Mapping[str, str], meta_referrer: str) -> dict[str, Message]:
    """Say what is wrong, by default."""
    faults = {}
    if "nosniff" not in headers.get("x-content-type-options", "").lower():
        faults["nosniff"] = say("The header X-Content-Type-Options: nosniff is missing.")
    policy = headers.get("referrer-policy", "") or meta_referrer
    if policy.lower().split(",")[-1].strip() == "unsafe-url":
        faults["referrer"] = _TOLD
    banners = [f"{name}: {headers[name]}" for name in _BANNERS if _VERSION.search(headers.get(name, ""))]
    if banners:
        faults["banners"] = say("The shop tells the versions of its software ({headers}).", headers=", ".join(banners))
    return faults
