"""security-clickjacking."""

from auditor.api import Effort, Finding, Outcome, Recording, Severity, Source, Stage, failed, passed, say, shop_check
from auditor_checks.security.effective_page import first_with_headers
from auditor_checks.security.policies import policies_of

_FROM_THE_END = (Stage.PAYMENT, Stage.SHIPPING, Stage.ADDRESS, Stage.CHECKOUT, Stage.CART, Stage.HOME)
_OPEN = {"*", "http:", "https:"}


@shop_check(
    id="security-clickjacking",
    category="security",
    title="Strangers cannot embed the checkout in their pages",
    failure_title="Strangers can embed the checkout in their pages",
    why="An invisible checkout laid over another page makes shoppers press what they do not see.",
    fix="Send Content-Security-Policy: frame-ancestors 'self', and X-Frame-Options: SAMEORIGIN for old browsers.",
    severity=Severity.MINOR,
    effort=Effort.XS,
    needs=("headers",),
    sources=(
        Source(
            "MDN HTTP Observatory, grader",
            "https://github.com/mdn/mdn-http-observatory/blob/main/src/grader/charts.js",
            "X-Frame-Options and frame-ancestors missing -20 points (2026)",
        ),
    ),
    limits="Judged on the page nearest to payment that was loaded as a page. Scripts that break out of frames do not count.",
)
def clickjacking(recording: Recording) -> Outcome:
    """Read frame-ancestors and X-Frame-Options of the page nearest to payment; only headers count for both."""
    page = first_with_headers(recording, *_FROM_THE_END)
    allowed = [policy["frame-ancestors"] for policy in policies_of(page, markup=False) if "frame-ancestors" in policy]
    options = page.headers.get("x-frame-options", "")
    written = {value.strip().upper() for value in options.replace("\n", ",").split(",") if value.strip()}
    if any(not _OPEN & set(sources) for sources in allowed):
        return passed(say("The {page} page says who may embed it (frame-ancestors).", page=page.place), value="frame-ancestors")
    if not allowed and written & {"DENY", "SAMEORIGIN"}:  # sent twice, as by server and shop, it holds all the same
        held = ", ".join(sorted(written))
        return passed(
            say("The {page} page may not be embedded by strangers (X-Frame-Options: {options}).", page=page.place, options=held), value=held
        )
    message = say("Nothing keeps strangers from embedding the {page} page.", page=page.place)
    return failed(message, findings=[Finding(message, url=page.url, key="framing")], value=say("none"))
