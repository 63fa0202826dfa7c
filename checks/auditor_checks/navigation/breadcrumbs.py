"""navigation-breadcrumbs."""

import re
from collections.abc import Collection
from urllib.parse import urldefrag

from auditor.api import (
    Control,
    Effort,
    Finding,
    JourneyRecord,
    Outcome,
    PageRecord,
    Severity,
    Source,
    Stage,
    StepOutcome,
    failed,
    journey_check,
    not_applicable,
    not_measurable,
    passed,
    say,
    warned,
)

_STAGES = (Stage.CATEGORY, Stage.PRODUCT)
_MARKED = re.compile(
    r"crumb|pathway|you-?are-?here|ariane|brotkrumen|migas|briciole|krumm|drobeck|drobky|sciezka|okruszk|topic-?path|pankuzu|brodsmul|kruimel",
    re.IGNORECASE,
)
_LINE = 14  # CSS pixels between the middles of what stands on one line
_LOW = 500  # where a path above the heading begins at the latest
_MENUS = {"footer", "dialog", "search"}
_FEW_CATEGORIES = 3
_AROUND = 2  # elements around a link by which it is known again


@journey_check(
    id="navigation-breadcrumbs",
    category="navigation",
    title="Category and product pages show where they belong",
    failure_title="Category and product pages do not show where they belong",
    why="Most visitors of a product page did not come from the home page. A path above the heading shows them the rest of the shop.",
    fix="Put the path of categories above the heading as links: "
    '<nav aria-label="Breadcrumb"><a href="/">Home</a> › <a href="/vases">Vases</a></nav>. On phones the link to the category is enough.',
    severity=Severity.MINOR,
    effort=Effort.S,
    stages=_STAGES,
    sources=(
        Source(
            "Baymard Institute, E-commerce sites need 2 types of breadcrumbs",
            "https://baymard.com/blog/ecommerce-breadcrumbs",
            "68 % of 50 large sites get breadcrumbs wrong, 23 % have none (read in 2026)",
        ),
    ),
    limits="Fails only where neither of the two pages shows a path. Paths that exist only in the data for search engines do not count.",
)
def breadcrumbs(journey: JourneyRecord) -> Outcome:
    """Look above the main heading for links to the levels above, on category and product page."""
    pages = [page for page in journey.pages if page.stage in _STAGES]
    step = journey.journey.step(Stage.PRODUCT)
    if step is not None and step.outcome is StepOutcome.SKIPPED:
        return not_applicable(step.reason or say("Products have no pages of their own."))
    if not journey.reached(Stage.PRODUCT):
        return not_measurable(journey.why_not(Stage.PRODUCT))
    with_path = [page for page in pages if _path(page, journey)]
    without = [page for page in pages if page not in with_path]
    value, threshold = len(with_path), say("both pages")
    if not without:
        both = say("Category and product page show the path that leads to them.")
        said = both if len(pages) > 1 else say("The product page shows the path that leads to it.")
        return passed(said, value=value, unit="pages", threshold=threshold)
    findings = [Finding(say("The {place} page shows no path.", place=p.place), url=p.url, key=p.place) for p in without]
    if any(page.stage is Stage.PRODUCT for page in with_path):
        return passed(say("The product page shows the path that leads to it."), value=value, unit="pages", threshold=threshold)
    if _is_flat(journey):
        return not_applicable(say("The shop has hardly any categories that a path could show."))
    if with_path:
        return warned(say("The product page shows no path."), findings=findings, value=value, unit="pages", threshold=threshold)
    return failed(
        say("Neither the category nor the product page shows a path of links to the levels above it."),
        findings=findings,
        value=0,
        unit="pages",
        threshold=threshold,
    )


def _path(page: PageRecord, journey: JourneyRecord) -> bool:
    """Whether links to levels above stand in a marked path, or on one line before the heading and not on the home page too."""
    observation = page.observation
    links = [c for c in observation.visible if c.href and c.landmark not in _MENUS]
    marked = {n for n, kind in enumerate(observation.kinds) if _MARKED.search(kind)}
    marked |= {region.n for region in observation.regions if _MARKED.search(region.label)}
    if any(a in marked for link in links for a in (link.n, *observation.ancestors(link.n))):
        return True
    heading = next((t for t in observation.headings if t.heading == 1), None)
    limit = heading.box.y if heading else _LOW
    menu = _everywhere(journey)
    above = [
        c for c in links if c.box.bottom <= limit + _LINE and c.landmark not in {"header"} and not c.fixed and _spot(page, c) not in menu
    ]
    category = journey.page(Stage.CATEGORY).url if page.stage is Stage.PRODUCT and journey.reached(Stage.CATEGORY) else ""
    if category and any(_same(c, category) and c.landmark != "nav" for c in above):
        return True
    return any(_is_home(c, page) and _followed(c, page, above) for c in above)


def _everywhere(journey: JourneyRecord) -> Collection[tuple[str, ...]]:
    """What the home page shows as well: logo and menu, which say nothing about the page one is on."""
    if not journey.reached(Stage.HOME):
        return ()
    home = journey.page(Stage.HOME)
    return {_spot(home, c) for c in home.observation.controls if c.href}


def _spot(page: PageRecord, control: Control) -> tuple[str, ...]:
    """A link by its address, its text and the elements around it."""
    around = [page.observation.kinds[n] for n in list(page.observation.ancestors(control.n))[:_AROUND]]
    return (urldefrag(control.href)[0].rstrip("/"), control.label_text.strip(), *(kind.partition(".")[0] for kind in around))


def _followed(home: Control, page: PageRecord, above: list[Control]) -> bool:
    """Whether the link to the home page is followed on its line by another link, or by words that are none."""
    line = home.box.middle[1]
    others = [c.box for c in above if c.n > home.n and not _is_home(c, page)]
    others += [t.box for t in page.observation.texts if t.n > home.n and t.control < 0]
    return any(abs(box.middle[1] - line) < _LINE and 0 <= box.x - home.box.right < 120 for box in others)


def _is_home(control: Control, page: PageRecord) -> bool:
    return page.facts.lexicon.has("home", *control.words, at_least=0.9) or control.href.rstrip("/").count("/") == 2


def _same(control: Control, url: str) -> bool:
    return urldefrag(control.href)[0].rstrip("/") == urldefrag(url)[0].rstrip("/")


def _is_flat(journey: JourneyRecord) -> bool:
    """Whether the shop has too few categories for a hierarchy."""
    likely = {c.control.href for page in journey.pages if page.stage in _STAGES for c in page.facts.category_links if c.p >= 0.5}
    return len(likely) < _FEW_CATEGORIES
