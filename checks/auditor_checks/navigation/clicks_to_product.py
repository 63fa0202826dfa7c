"""navigation-clicks-to-product."""

from urllib.parse import urldefrag

from auditor.api import (
    Confidence,
    Effort,
    Finding,
    JourneyRecord,
    Outcome,
    PageRecord,
    Severity,
    Source,
    Stage,
    failed,
    journey_check,
    not_measurable,
    passed,
    warned,
)
from auditor_checks.wording import counted

_GOOD, _POOR = 3, 4


@journey_check(
    id="navigation-clicks-to-product",
    category="navigation",
    title="A product can be reached in few clicks",
    failure_title="It takes many clicks to reach a product",
    why="Every page between the home page and the products is a place to leave.",
    fix="Show products on the home page, and let the menu lead straight to lists of products instead of to pages with further choices.",
    severity=Severity.MAJOR,
    effort=Effort.M,
    stages=(Stage.HOME, Stage.CATEGORY, Stage.PRODUCT),
    confidence=Confidence.MEDIUM,
    sources=(
        Source(
            "Nielsen Norman Group, The 3-click rule for navigation is false",
            "https://www.nngroup.com/articles/3-click-rule/",
            "no number of clicks is proved to be the right one (2019); 3 and 4 are this project's policy",
        ),
    ),
    limits="The shortest way that was seen, without the search. Opening a menu counts on phones and where it hides behind a button.",
)
def clicks_to_product(journey: JourneyRecord) -> Outcome:
    """Work out the shortest way from the home page to the product that the pages seen allow."""
    if not journey.reached(Stage.PRODUCT):
        return not_measurable(journey.why_not(Stage.PRODUCT))
    home = journey.page(Stage.HOME)
    count, way = _shortest(home, journey)
    message = f"A product is {counted(count, 'click')} away from the home page: {way}."
    threshold = f"≤ {_GOOD} clicks"
    if count <= _GOOD:
        return passed(message, value=count, unit="clicks", threshold=threshold)
    outcome = warned if count <= _POOR else failed
    return outcome(message, findings=[Finding(message, url=home.url, key="clicks")], value=count, unit="clicks", threshold=threshold)


def _shortest(home: PageRecord, journey: JourneyRecord) -> tuple[int, str]:
    if home.facts.cards or _leads_to(home, journey.page(Stage.PRODUCT).url, visible=True):
        return 1, "the home page shows products"
    if journey.reached(Stage.CATEGORY):
        category = journey.page(Stage.CATEGORY).url
        if _leads_to(home, category, visible=True):
            return 2, "home page, category, product"
        if _leads_to(home, category, visible=False):
            return 3, "menu, category, product"
    step = journey.journey.step(Stage.CATEGORY)
    loads = max(1, step.page_loads if step and step.page_loads else step.clicks if step else 1)
    return loads + 1, f"{counted(loads, 'page')} between the home page and the product"


def _leads_to(page: PageRecord, url: str, *, visible: bool) -> bool:
    target = urldefrag(url)[0].rstrip("/")
    return any((c.visible or not visible) and urldefrag(c.href)[0].rstrip("/") == target for c in page.observation.controls if c.href)
