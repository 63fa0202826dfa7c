"""security-script-integrity."""

import re

from auditor.api import Effort, Finding, Missing, Outcome, Recording, Severity, Source, failed, passed, say, several, shop_check, warned
from auditor_checks.hosts import host_of, is_insecure, same_site, stands_under
from auditor_checks.page_links import CHECKOUT_STAGES
from auditor_checks.security.scripts import LIBRARY_DOMAINS, Script, scripts_of

_VERSION = re.compile(r"\d+\.\d+")
_ENOUGH = 0.8


@shop_check(
    id="security-script-integrity",
    category="security",
    title="Libraries from elsewhere are checked before they run in the checkout",
    failure_title="Libraries from elsewhere run unchecked in the checkout",
    why="If the public server is broken into, its changed library runs in every checkout that takes it on trust.",
    fix='Serve the library from your own shop, or give its checksum: <script src="https://cdn.example/lib-3.7.1.js" '
    'integrity="sha384-…" crossorigin="anonymous">.',
    severity=Severity.MINOR,
    effort=Effort.S,
    stages=tuple(sorted(CHECKOUT_STAGES, key=lambda stage: stage.position)),
    needs=("html",),
    sources=(
        Source(
            "MDN HTTP Observatory, grader",
            "https://github.com/mdn/mdn-http-observatory/blob/main/src/grader/charts.js",
            "no subresource integrity -5, scripts over an insecure scheme -50 points (2026)",
        ),
    ),
    limits="Demanded only of files with a version in their address on public library servers. Scripts that change on purpose, "
    "such as those of payment providers, cannot have a checksum.",
)
def script_integrity(recording: Recording) -> Outcome:
    """Look in the source of the checkout's pages for library scripts without integrity and for scripts without encryption."""
    pages = [page for journey in recording.journeys for page in journey.pages if page.stage in CHECKOUT_STAGES]
    if not pages:
        raise Missing(
            recording.journeys[0].why_not(min(CHECKOUT_STAGES, key=lambda s: s.position))
            if recording.journeys
            else say("Nothing was recorded")
        )
    places = {script.url: page.url for page in pages for script in scripts_of(page) if not same_site(script.host, host_of(page.url))}
    found = {script.url: script for page in pages for script in scripts_of(page) if script.url in places}
    insecure = [script for script in found.values() if is_insecure(script.url)]
    libraries = [script for script in found.values() if _is_fixed(script)]
    unchecked = [script for script in libraries if not script.checked]
    findings = [
        Finding(say("Not checked: {address}", address=s.url.partition("?")[0][:140]), url=places[s.url], key=s.url[:200])
        for s in (*insecure, *unchecked)
    ]
    if insecure:
        message = several(
            len(insecure), "{n} script of the checkout comes without encryption.", "{n} scripts of the checkout come without encryption."
        )
        return failed(message, findings=findings, value=len(insecure), unit="scripts", threshold="0")
    checked = len(libraries) - len(unchecked)
    if unchecked and checked < _ENOUGH * len(libraries):
        message = (
            several(
                len(unchecked),
                "{n} of {total} libraries from elsewhere runs unchecked in the checkout.",
                "{n} of {total} libraries from elsewhere run unchecked in the checkout.",
                total=len(libraries),
            )
            if len(libraries) > 1
            else say("The only library from elsewhere runs unchecked in the checkout.")
        )
        return warned(message, findings=findings, value=len(unchecked), unit="libraries", threshold="0")
    if not libraries:
        return passed(say("The checkout takes no libraries from public servers."), value=0, unit="libraries", threshold="0")
    return passed(
        several(
            len(libraries),
            "The only library from elsewhere is checked.",
            "{checked} of {n} libraries from elsewhere are checked.",
            checked=checked,
        ),
        value=0,
        unit="libraries",
    )


def _is_fixed(script: Script) -> bool:
    """Whether a script is a file that never changes: a version of a library on a public server."""
    return stands_under(script.host, LIBRARY_DOMAINS) and _VERSION.search(script.url) is not None
