"""security-hsts."""

import re

from auditor.api import (
    Effort,
    Finding,
    Outcome,
    Recording,
    Severity,
    Source,
    Stage,
    failed,
    not_applicable,
    passed,
    say,
    several,
    shop_check,
    warned,
)
from auditor_checks.hosts import host_of, is_insecure, is_local
from auditor_checks.security.effective_page import first_with_headers

_AGE = re.compile(r"max-age\s*=\s*\"?(\d+)", re.IGNORECASE)
_DAY = 86_400
_LEAST = 180  # days


@shop_check(
    id="security-hsts",
    category="security",
    title="Browsers are told to use HTTPS only, for half a year or more",
    failure_title="Browsers are not told to use HTTPS only",
    why="Without this header the first request of a visit can be taken over in an open network before HTTPS begins.",
    fix="Send Strict-Transport-Security: max-age=31536000 with every page. Begin with a day, and raise it when nothing breaks.",
    severity=Severity.MINOR,
    effort=Effort.XS,
    stages=(Stage.HOME,),
    needs=("headers",),
    sources=(
        Source(
            "MDN HTTP Observatory, grader",
            "https://github.com/mdn/mdn-http-observatory/blob/main/src/grader/charts.js",
            "missing -20, less than six months -10 points (2026)",
        ),
    ),
    limits="Read on the home page only. Browsers that know the shop from the preload list need no header; that list is not asked.",
)
def hsts(recording: Recording) -> Outcome:
    """Read how long the home page's header holds."""
    page = first_with_headers(recording, Stage.HOME)
    header = page.headers.get("strict-transport-security", "")
    if not header and (is_insecure(page.url) or is_local(host_of(page.url))):
        return not_applicable(say("Only encrypted pages can tell browsers so, and the home page was opened without encryption."))
    age = _AGE.search(header)
    days = int(age[1]) // _DAY if age else 0
    threshold = say("≥ {days} days", days=_LEAST)
    if days >= _LEAST:
        return passed(say("Browsers remember for {days} days to use HTTPS only.", days=days), value=days, unit="days", threshold=threshold)
    message = (
        several(days, "Browsers remember to use HTTPS only for {n} day.", "Browsers remember to use HTTPS only for {n} days.")
        if header
        else say("The header Strict-Transport-Security is missing.")
    )
    outcome = warned if days else failed
    finding = Finding(message, url=page.url, key="strict-transport-security")
    return outcome(message, findings=[finding], value=days, unit="days", threshold=threshold)
