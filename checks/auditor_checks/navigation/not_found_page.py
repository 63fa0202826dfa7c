"""navigation-not-found-page."""

from urllib.parse import urlsplit

from auditor.api import (
    Effort,
    Finding,
    JourneyRecord,
    Kind,
    Message,
    Outcome,
    Severity,
    Source,
    Stage,
    failed,
    journey_check,
    not_measurable,
    passed,
    say,
    warned,
)

_PROBE = "not_found"
_RIGHT = {404, 410}
_REFUSED = {401, 403, 429}
_BROKEN = 500
_LEAST_WORDS = 5
_EMPTY_ERROR = "ERR_HTTP_RESPONSE_CODE_FAILURE"  # how Chromium calls an error status with nothing to show
_THRESHOLD = say("404 with search or category links")


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
    limits="One made-up address. Shops drawn by script often answer it with status 200, which is only warned of.",
)
def not_found_page(journey: JourneyRecord) -> Outcome:
    """Open an address that does not exist; read the answer's status, words, search and category links."""
    found = journey.probe(_PROBE)
    status, error = int(found["status"]), str(found.get("error", ""))
    if status in _REFUSED:
        return not_measurable(say("A wrong address is answered with HTTP status {status}, maybe by a bot protection.", status=status))
    if not status and _EMPTY_ERROR not in error:
        return not_measurable(
            say("The wrong address could not be opened: {error}.", error=error)
            if error
            else say("The wrong address could not be opened: no answer.")
        )
    helps = bool(found["search"] or found["category_links"] or found.get("menu"))
    if not helps and _is_gate(journey, str(found["url"])):
        return not_measurable(say("The shop lets nobody in before a country or the like is chosen, so a wrong address leads there too."))
    kind, message = _judged(status, helps=helps, words=found["words"])
    if kind is Kind.PASS:
        return passed(message, value=status, threshold=_THRESHOLD)
    finding = Finding(message, url=str(found["url"]), key="wrong address")
    outcome = failed if kind is Kind.FAIL else warned
    return outcome(message, findings=[finding], value=status or None, threshold=_THRESHOLD)


def _is_gate(journey: JourneyRecord, url: str) -> bool:
    """Whether a wrong address leads where the shop's own address led, instead of the page that was asked for."""
    home = journey.journey.step(Stage.HOME)
    return home is not None and urlsplit(home.url).path == urlsplit(url).path != "/"


def _judged(status: int, *, helps: bool, words: int) -> tuple[Kind, Message]:
    right = status in _RIGHT
    if status >= _BROKEN:
        return (
            Kind.FAIL,
            say("A wrong address is answered as if the shop had broken down (HTTP status {status}).", status=status),
        )
    if words < _LEAST_WORDS and not helps:
        if not status:
            return Kind.FAIL, say("A wrong address shows an empty page.")
        bare = say("A wrong address shows a bare error message without the shop's menu or a way on (HTTP status {status}).", status=status)
        return Kind.FAIL, bare if words else say("A wrong address shows an empty page (HTTP status {status}).", status=status)
    if not helps:
        message = say("The page for wrong addresses (HTTP status {status}) has neither search nor category links.", status=status)
        return Kind.WARN if right else Kind.FAIL, message
    if not right:
        return (
            Kind.WARN,
            say(
                "The page for wrong addresses helps, but its HTTP status {status} makes search engines keep dead addresses.", status=status
            ),
        )
    return Kind.PASS, say("A wrong address shows a page with search or categories to go on with (HTTP status {status}).", status=status)
