"""speed-dead-preloads."""

from auditor.api import Effort, Finding, Outcome, PageRecord, Severity, Source, Stage, failed, page_check, passed


@page_check(
    id="speed-dead-preloads",
    category="speed",
    title="Every file that is fetched in advance is there",
    failure_title="Files that are not there are fetched in advance",
    why="A preload that fails takes the connection away from what the page needs first.",
    fix='Take the <link rel="preload"> of files that are gone out of the template, or correct its address.',
    severity=Severity.MINOR,
    effort=Effort.XS,
    stages=(Stage.HOME, Stage.PRODUCT),
    needs=("preloads", "network"),
    sources=(Source("WHATWG HTML, preload", "https://html.spec.whatwg.org/multipage/links.html#link-type-preload"),),
    limits="Sees the answers of this visit only.",
)
def dead_preloads(page: PageRecord) -> Outcome:
    """Compare what the page asks for in advance with what the shop answered."""
    wanted = page.collected("preloads.json")
    answers = {request.url: request.status for request in page.network}
    dead = [url for url in wanted if answers.get(url, 0) >= 400]
    counted = f"{len(dead)} of {len(wanted)} preloaded files are not there."
    if dead:
        return failed(counted, findings=[Finding(f"{url} is not there.", key=url) for url in dead], value=len(dead), threshold="0")
    return passed(counted, value=0, threshold="0")
