"""product-reviews."""

import re
import tomllib
from importlib.resources import files

from auditor.api import (
    Confidence,
    Effort,
    Finding,
    Missing,
    Outcome,
    PageRecord,
    Severity,
    Source,
    Stage,
    failed,
    not_measurable,
    page_check,
    passed,
    say,
    warned,
)
from auditor_checks.customer_reviews import review_parts, spoken_reviews
from auditor_checks.phrases import Phrases
from auditor_checks.product_page import own_lines, product_markup
from auditor_checks.wording import shortened

_WORDS = Phrases("auditor_checks", "product_facts.toml")
_NAMES = tomllib.loads((files("auditor_checks.product") / "reviews.toml").read_text(encoding="utf-8"))
_DISTRIBUTION = re.compile(_NAMES["distribution"], re.IGNORECASE)
_ROW = re.compile(r"^\W*([1-5])\s*(\W*[★⭐☆*]|$|\D{0,12}\d+\s*%?$)")
_ROWS = 4  # of five, that make a distribution


@page_check(
    id="product-reviews",
    category="product",
    title="Customer reviews are shown with their number and distribution",
    failure_title="The product page shows no customer reviews",
    why="Nearly all shoppers read reviews before they buy, the bad ones too; a mean without a number convinces nobody.",
    fix="Show the mean with the number of reviews beside the product's name, and below how many gave five, "
    "four, three, two and one stars, with the reviews and a way to write one.",
    severity=Severity.MAJOR,
    effort=Effort.M,
    stages=(Stage.PRODUCT,),
    confidence=Confidence.MEDIUM,
    sources=(
        Source(
            "Baymard Institute, Ratings distribution summary",
            "https://baymard.com/blog/user-ratings-distribution-summary",
            "95 % of users rely on reviews; 43 % of sites lack the distribution",
        ),
    ),
    limits="One product, which may be new. Reviews of goods whose reviews are forbidden, such as medicines, are not told apart.",
)
def reviews(page: PageRecord) -> Outcome:
    """Look for words, markup and services of reviews; then for their number and for rows of five to one stars."""
    lines = own_lines(page)
    spoken = spoken_reviews(page)
    numbered = next((line for line in spoken if any(c.isdigit() for c in line)), "")
    rated = bool((product_markup(page) or {}).get("aggregateRating"))
    named = review_parts(page)
    if not spoken and not rated and not named:
        if _loads_service(page):
            return not_measurable(say("A review service is loaded, but drew nothing that could be read on the product page."))
        message = say("There is no trace of customer reviews on the product page: no stars, and not a word of them.")
        return failed(message, findings=[Finding(message, key="none")], value=say("none"))
    if (numbered or rated) and _has_distribution(page, lines):
        said = say("Reviews are shown with number and distribution (“{line}”).", line=_cut(numbered))
        return passed(said if numbered else say("Reviews are shown with number and distribution."), value=say("full"))
    if (not spoken and not rated) or (numbered and not rated and not _counts(numbered)):
        message = say("There is a place for reviews, but this product has none yet.")
        if numbered:
            message = say("There is a place for reviews (“{line}”), but this product has none yet.", line=_cut(numbered))
        return warned(message, findings=[Finding(say("No review of this product is shown."), key="empty")], value=say("empty"))
    line = _cut(numbered or next(iter(spoken), ""))
    if not numbered and not rated:
        finding = Finding(say("It is not shown how many reviews there are."), key="incomplete")
        message = say("Reviews are spoken of (“{line}”), but it is not shown how many reviews there are.", line=line)
        return warned(message, findings=[finding], value=say("partly"))
    finding = Finding(say("It is not shown how many gave how many stars."), key="incomplete")
    message = (
        say("Reviews are spoken of (“{line}”), but it is not shown how many gave how many stars.", line=line)
        if line
        else say("Reviews are spoken of, but it is not shown how many gave how many stars.")
    )
    return warned(message, findings=[finding], value=say("partly"))


def _counts(line: str) -> bool:
    """Whether one of the numbers of a line is more than nought."""
    return any(int(number) for number in re.findall(r"\d+", line))


def _cut(line: str) -> str:
    return shortened(line, 60)


def _has_distribution(page: PageRecord, lines: tuple[str, ...]) -> bool:
    rows = {m[1] for line in lines if len(line) < 40 and (m := _ROW.match(line))}
    rows |= {str(n) for line in lines if len(line) < 40 for n in _WORDS.numbers_of("star", line, page) if 1 <= n <= 5}
    return len(rows) >= _ROWS or any(_DISTRIBUTION.search(kind) for kind in review_parts(page))


def _loads_service(page: PageRecord) -> bool:
    try:
        requests = page.network
    except Missing:
        return False
    return any(host in request.url for request in requests for host in _NAMES["hosts"])
