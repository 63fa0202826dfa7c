"""navigation-not-found-page."""

from auditor.api import (
    Effort,
    Finding,
    JourneyRecord,
    Outcome,
    Severity,
    Source,
    Stage,
    failed,
    journey_check,
    not_measurable,
    passed,
    warned,
)

_PROBE = "not_found"
_RIGHT = {404, 410}
_REFUSED = {401, 403, 429}
_LEAST_WORDS = 5


@journey_check(
    id="navigation-not-found-page",
    category="navigation",
    title="A wrong address gives a helpful page",
    failure_title="A wrong address gives no help",
    why="Old links, bookmarks and typing errors lead here. Without a way on, the visit ends.",
    fix="Answer addresses that do not exist with status 404 and a page in the shop's design that has the "
    "search field and links to the categories.",
    severity=Severity.MINOR,
    effort=Effort.XS,
    stages=(Stage.HOME,),
    devices="desktop",
    probes=(_PROBE,),
    sources=(
        Source(
            "IETF, RFC 9110, HTTP semantics, status 404",
            "https://www.rfc-editor.org/rfc/rfc9110#name-404-not-found",
            "404 says that nothing was found (2022); asking for help on the page is this project's policy",
        ),
    ),
    limits="One made-up address. Shops drawn by script often answer it with status 200, which is only warned "
    "of.",
)
def not_found_page(journey: JourneyRecord) -> Outcome:
    """Open an address that does not exist; read the answer's status, words, search and category links."""
    found = journey.probe(_PROBE)
    status, url = int(found["status"]), str(found["url"])
    if status in _REFUSED:
        return not_measurable(
            f"The wrong address was answered with HTTP status {status}, likely by a bot protection."
        )
    if not status:
        return not_measurable(f"The wrong address could not be opened: {found.get('error') or 'no answer'}.")
    helps = bool(found["search"] or found["category_links"])
    blank = found["words"] < _LEAST_WORDS
    findings = [Finding("The answer to an address that does not exist.", url=url, key="wrong address")]
    threshold = "404 with search or category links"
    if status not in _RIGHT and status >= 400:
        message = f"A wrong address is answered with HTTP status {status}, as if the shop had broken down."
        return failed(message, findings=findings, value=status, threshold=threshold)
    if blank:
        return failed(
            "A wrong address shows an empty page.", findings=findings, value=status, threshold=threshold
        )
    if not helps:
        message = (
            f"The page for wrong addresses (HTTP status {status}) has neither search nor category links."
        )
        outcome = failed if status not in _RIGHT else warned
        return outcome(message, findings=findings, value=status, threshold=threshold)
    if status not in _RIGHT:
        message = (
            f"The page helps, but is sent with HTTP status {status}, so search engines keep dead addresses."
        )
        return warned(message, findings=findings, value=status, threshold=threshold)
    return passed(
        f"A wrong address shows a page with ways on (HTTP status {status}).",
        value=status,
        threshold=threshold,
    )
