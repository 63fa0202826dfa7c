"""security-csp."""

from auditor.api import Effort, Finding, Outcome, Recording, Severity, Source, Stage, failed, passed, say, shop_check, warned
from auditor_checks.page_links import CHECKOUT_STAGES
from auditor_checks.security.effective_page import first_with_headers
from auditor_checks.security.policies import policies_of, script_sources

_FROM_THE_END = (Stage.PAYMENT, Stage.SHIPPING, Stage.ADDRESS, Stage.CHECKOUT, Stage.CART, Stage.HOME)
_ANYWHERE = {"*", "http:", "https:", "data:"}
_NAMED = ("'nonce-", "'sha256-", "'sha384-", "'sha512-")


@shop_check(
    id="security-csp",
    category="security",
    title="A Content-Security-Policy limits which scripts may run",
    failure_title="Nothing limits which scripts may run",
    why="If an attacker gets a script into the page, it reads card numbers as they are typed. A policy is the main defence.",
    fix="Send Content-Security-Policy with a script-src that names your sources, with nonces instead of 'unsafe-inline'. Begin with "
    "Content-Security-Policy-Report-Only on the payment page. On a hosted platform ask the vendor.",
    severity=Severity.MAJOR,
    effort=Effort.L,
    needs=("headers", "html"),
    sources=(
        Source(
            "MDN HTTP Observatory, grader",
            "https://github.com/mdn/mdn-http-observatory/blob/main/src/grader/charts.js",
            "no policy -25, 'unsafe-inline' -20, 'unsafe-eval' -10 points (2026)",
        ),
    ),
    limits="Judged on the page nearest to payment that was loaded as a page; before the checkout a failure is minor. "
    "Many hosted platforms do not let a shop set the header.",
)
def csp(recording: Recording) -> Outcome:
    """Read the policy of the page nearest to payment, in its header and its markup."""
    page = first_with_headers(recording, *_FROM_THE_END)
    policies = policies_of(page)
    limiting = [sources for policy in policies if (sources := script_sources(policy)) is not None]
    if not limiting:
        if _only_reported(page.headers.get("content-security-policy-report-only", "")):
            message = say("The policy of the {page} page only reports and stops nothing.", page=page.place)
            return warned(message, findings=[Finding(message, url=page.url, key="report-only")], value=say("report only"))
        message = (
            say("The Content-Security-Policy says nothing about scripts on the {page} page.", page=page.place)
            if policies
            else say("There is no Content-Security-Policy on the {page} page.", page=page.place)
        )
        severity = Severity.MAJOR if page.stage in CHECKOUT_STAGES else Severity.MINOR
        return failed(message, findings=[Finding(message, url=page.url, key="no policy")], value=say("none"), severity=severity)
    weak = min((_weaknesses(sources) for sources in limiting), key=len)
    if weak:
        message = say("The policy of the {page} page allows too much: {sources}.", page=page.place, sources=", ".join(weak))
        return warned(message, findings=[Finding(message, url=page.url, key="weak policy")], value=say("weak"))
    return passed(say("The policy of the {page} page limits scripts to known sources.", page=page.place), value=say("strict"))


def _only_reported(header: str) -> bool:
    """Whether a policy that only reports speaks of scripts."""
    return "script-src" in header or "default-src" in header


def _weaknesses(sources: tuple[str, ...]) -> list[str]:
    """Name what undoes a list of script sources; a nonce, a hash or 'strict-dynamic' makes browsers ignore the rest."""
    named = any(source.startswith(_NAMED) for source in sources)
    weak = [source for source in sources if source == "'unsafe-inline'" and not named]
    if "'strict-dynamic'" not in sources:
        weak += [source for source in sources if source in _ANYWHERE]
    return weak + [source for source in sources if source == "'unsafe-eval'"]
