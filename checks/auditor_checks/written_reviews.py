"""What customers wrote of a product, known by the shape of the list, whatever the page's structured data tells."""

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files
from itertools import takewhile
from urllib.parse import urljoin, urlsplit

from bs4 import Tag

from auditor.api import PageRecord

_NAMES = tomllib.loads((files("auditor_checks") / "customer_reviews.toml").read_text(encoding="utf-8"))
_MARKUP = re.compile(_NAMES["markup"], re.IGNORECASE)
_SIGNED = re.compile(_NAMES["signed"], re.IGNORECASE)
_STARS = re.compile("[★☆⭐✩✭]")
_GRADE = re.compile(r"(?<![\d.,])[0-5](?:[.,]\d{1,2})?(?![\d.,])\D{1,20}5(?![\d.,])")  # "4 out of 5 stars", "4,5/5"
_DAY = re.compile(
    r"\b\d{1,2}[./-]\d{1,2}[./-](?:20)?\d\d\b|\b20\d\d[./-]\d{1,2}[./-]\d{1,2}\b|(?:\d{1,2}\.?|\d,) (?:de )?(?:\w{3,} (?:de )?)?20\d\d\b"
)
_TOLD, _LONGEST = 20, 4000  # characters of what somebody wrote, and of all that stands in one review
_LEVELS, _NEAR = 4, 3  # elements around a list that are its section, and those so close that a form in them belongs to it
_HEADINGS = ["h1", "h2", "h3", "h4", "h5", "h6"]
_ELSEWHERE = ["header", "nav", "footer", "template", "dialog"]


@lru_cache(maxsize=16)
def has_written_reviews(page: PageRecord) -> bool:
    """Whether the page lists reviews of its product: entries with stars and a text.

    The page leads to the list as to a part of its own ("12 reviews" beside the name, a tab), or asks for one more beside it, where
    the entries say who wrote them or when. What customers say of the shop has neither, and where entries lead to other pages they
    are about what is sold there.
    """
    return any(_is_part_of(page, holder, signed=signed) for holder, signed in _lists(page))


def _lists(page: PageRecord) -> Iterator[tuple[Tag, bool]]:
    """The elements that hold two reviews or more beside each other, with whether those are signed."""
    for holder in page.soup.find_all(True):
        alike: dict[tuple[str, str], list[Tag]] = defaultdict(list)
        for child in holder.find_all(True, recursive=False):
            alike[child.name, " ".join(child.get_attribute_list("class")[:1] if child.get("class") else [])].append(child)
        for group in alike.values():
            reviews = [child for child in group if _is_review(page, child)] if len(group) > 1 else []
            if len(reviews) > 1:
                yield holder, all(_is_signed(one) for one in reviews)


def _is_review(page: PageRecord, entry: Tag) -> bool:
    text = entry.get_text(" ", strip=True)
    if not _TOLD <= len(text) <= _LONGEST or entry.find(["textarea", "form"]) is not None:
        return False
    if not (_STARS.search(text) or _GRADE.search(text) or any(_GRADE.search(label) for label in _labels(entry))):
        return False
    told = max((len(one) for one in entry.stripped_strings), default=0)
    return told >= _TOLD and not any(_leads_away(page, link) for link in entry.find_all("a", href=True))


def _labels(entry: Tag) -> Iterator[str]:
    for element in entry.find_all(True):
        yield from (str(element.get(name)) for name in ("aria-label", "title", "alt") if element.get(name))


def _is_signed(entry: Tag) -> bool:
    """Whether an entry says who wrote it, or when."""
    if entry.find("time") is not None or _DAY.search(entry.get_text(" ", strip=True)):
        return True
    named = (" ".join((*map(str, e.get_attribute_list("class")), str(e.get("itemprop", "")))) for e in entry.find_all(True))
    return any(_SIGNED.search(names) for names in named)


def _leads_away(page: PageRecord, link: Tag) -> bool:
    try:
        there = urlsplit(urljoin(page.url, str(link["href"])))
    except ValueError:
        return True  # a placeholder that was never filled in
    return there.path != urlsplit(page.url).path


def _is_part_of(page: PageRecord, holder: Tag, *, signed: bool) -> bool:
    """Whether a list stands in a section of its own that the page leads to by a link or tab named after reviews.

    Of a signed one a form that asks for one more says so too.
    """
    if holder.find_parent(_ELSEWHERE) is not None:
        return False
    section = list(takewhile(lambda e: _is_section(page, e), [holder, *holder.parents]))[: _LEVELS + 1]
    before = holder.find_previous_sibling(id=True)
    anchor = [before] if before is not None and (before.name in _HEADINGS or not before.get_text(strip=True)) else []
    names = {str(e["id"]) for e in (*section, *anchor) if e.get("id")}
    return bool(names & _targets(page)) or (signed and any(_asks_for_review(e) for e in section[:_NEAR]))


def _is_section(page: PageRecord, element: Tag) -> bool:
    """Whether an element is a part of the page below the product, which stands in it neither by its name nor by its main heading."""
    heading = page.facts.buy_box.heading
    if element.name in {"main", "body", "html"} or element.find("h1") is not None:
        return False
    return heading is None or all(h.get_text(" ", strip=True) != heading.text for h in element.find_all(_HEADINGS))


def _asks_for_review(section: Tag) -> bool:
    """Whether a form with room for a text is named after reviews, in its address, names or fields."""
    forms = (form for form in section.find_all("form") if form.find("textarea") is not None)
    parts = (part for form in forms for part in (form, *form.find_all(["input", "select", "textarea"])))
    return any(_MARKUP.search(" ".join(str(part.get(name, "")) for name in ("id", "class", "name", "action"))) for part in parts)


@lru_cache(maxsize=16)
def _targets(page: PageRecord) -> frozenset[str]:
    """The ids of the parts of the page that links, tabs and folds named after reviews lead to."""
    found = [(str(element["aria-controls"]), element) for element in page.soup.select("[aria-controls]")]
    links = (link for link in page.soup.find_all("a", href=re.compile("#.")) if not _leads_away(page, link))
    found += [(urlsplit(str(link["href"])).fragment, link) for link in links]
    return frozenset(name for name, element in found if _is_named(page, f"{name} {element.get('id', '')}", element))


def _is_named(page: PageRecord, names: str, element: Tag) -> bool:
    text = element.get_text(" ", strip=True)
    return bool(_MARKUP.search(names) or _STARS.search(text)) or page.facts.lexicon.mentions("customer_reviews", text)
