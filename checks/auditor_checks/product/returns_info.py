"""product-returns-info."""

import re
from collections.abc import Callable
from urllib.parse import urldefrag

from auditor.api import Effort, Finding, Outcome, PageRecord, Severity, Source, Stage, failed, page_check, passed, say, warned
from auditor_checks.page_links import footer_links, names
from auditor_checks.phrases import Phrases
from auditor_checks.product_page import own_lines, top_lines, unread_parts
from auditor_checks.wording import most_telling, shortened

_WORDS = Phrases("auditor_checks", "product_facts.toml")
_LEAST_DAYS = 14  # nobody gives less for returns, and few periods on a product page are as long


@page_check(
    id="product-returns-info",
    category="product",
    title="The product page tells how long the product can be returned",
    failure_title="The product page says nothing about returns",
    why="Who cannot try it on wants to know whether it can go back. An unclear answer ends purchases.",
    fix="Write the period beside the buy button and link the policy there: “60 days to return, free of charge”.",
    severity=Severity.MAJOR,
    effort=Effort.XS,
    stages=(Stage.PRODUCT,),
    sources=(
        Source(
            "EcomToolkit, quoting Baymard's product page research",
            "https://ecomtoolkit.net/blog/ecommerce-returns-policy-page",
            "52 % of sites neither show nor link returns in the main content (second hand)",
        ),
        Source(
            "Baymard Institute, Return and shipping links in the footer",
            "https://baymard.com/blog/footer-needs-return-shipping-links",
            "18 % abandoned an order over the return policy (2024)",
        ),
    ),
    limits="The footer does not count, folded parts and the top of the page do. Goods that cannot be returned by law are not told apart.",
)
def returns_info(page: PageRecord) -> Outcome:
    """Look outside the footer for words about returns or a link to their page, best with a number of days, weeks or months."""
    lines = (*own_lines(page), *top_lines(page))
    linked = _links(page)
    spoken = [line for line in lines if page.facts.lexicon.holds("returns", line) or _is_sent_back(line, page) or linked(line)]
    period = next((line for line in spoken if _tells_period(line, page)), "")
    if period:
        return passed(say("The page tells it: “{line}”.", line=shortened(period)), value=True)
    finding = Finding(say("No period for returns is told on the product page."), key="no period")
    if spoken:
        message = say("Returns are mentioned (“{line}”), but not how long shoppers have.", line=most_telling(spoken))
        return warned(message, findings=[finding], value=False)
    open_ended = next((line for line in lines if _may_be_meant(line, page)), "")
    if open_ended:
        message = say("A period is told (“{line}”), but not that it is the one for returns.", line=shortened(open_ended))
        return warned(message, findings=[finding], value=False)
    judged = warned if unread_parts(page) else failed
    return judged(say("Outside the footer, the product page says nothing about returns."), findings=[finding], value=False)


def _links(page: PageRecord) -> Callable[[str], bool]:
    """Say of a line whether it holds a link, whatever its name, to where a link named after returns leads; the footer holds none."""
    feet = {c.n for c in footer_links(page)}
    here = urldefrag(page.url).url
    there = {urldefrag(c.href).url for c in page.observation.controls if c.href.startswith("http") and names(page, "returns", c)} - {here}
    links = (c.label_text for c in page.observation.visible if c.n not in feet and urldefrag(c.href).url in there)
    words = "|".join(re.escape(text) for text in links if any(char.isalpha() for char in text))
    found = re.compile(rf"(?<!\w)(?:{words})(?!\w)" if words else r"(?!)")
    return lambda line: bool(found.search(line))


def _may_be_meant(line: str, page: PageRecord) -> bool:
    """Whether a line tells a period as long as those for returns, in words of the shop's own, and none of warranty or delivery."""
    long = any(number >= _LEAST_DAYS for number in _WORDS.numbers_of("period", line, page))
    return long and not any(page.facts.lexicon.mentions(concept, line) for concept in ("warranty", "delivery_info"))


def _tells_period(line: str, page: PageRecord) -> bool:
    spelled = any(_WORDS.mentions(concept, line, page) for concept in ("fourteen_days", "spelled_period"))
    return bool(_WORDS.numbers_of("period", line, page)) or spelled


def _is_sent_back(line: str, page: PageRecord) -> bool:
    """Whether a sentence with a period says so without a word for returns: "you may send it to us again for 30 days"."""
    return _tells_period(line, page) and _WORDS.mentions("sent_back", line, page)
