"""What a page tells, line by line, folded parts (tabs, accordions) included."""

import re
from collections import Counter
from functools import lru_cache

from bs4 import Tag
from bs4.element import Comment, NavigableString

from auditor.api import Missing, PageRecord

_BLOCKS = frozenset(
    {"address", "article", "aside", "blockquote", "body", "button", "caption", "dd", "details", "dialog", "div", "dl", "dt", "fieldset"}
    | {"figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "label", "legend", "li", "main", "nav"}
    | {"ol", "option", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul"}
)
_SILENT = frozenset({"head", "noscript", "script", "select", "style", "svg", "template", "iframe", "object"})
_FRAME = frozenset({"footer", "header", "nav"})
_FRAME_ROLES = frozenset({"banner", "contentinfo", "navigation", "search"})
_ELSEWHERE = frozenset({"header", "nav", "footer", "search"})
_PAGES = 2  # other pages that make a line one of the site
_MENU = 3  # links that make the foot of a page


@lru_cache(maxsize=32)
def told_lines(page: PageRecord, leave_out: str = "") -> tuple[str, ...]:
    """Return what the page says outside its header, menus and footer: what is seen, then what is folded away."""
    seen = (t.text for t in page.observation.texts if t.landmark not in _ELSEWHERE and not t.split)
    return tuple(dict.fromkeys((*seen, *written_lines(page, leave_out))))


@lru_cache(maxsize=32)
def standing_lines(page: PageRecord) -> frozenset[str]:
    """Return the lines that two other pages of the journey show as well: old layouts mark no header, menu and footer.

    A cart that opens over the page leaves its address as it was; what shows through is this page again.
    """
    others = (other for other in page.other_pages if other.url != page.url)
    shown = Counter(line for other in others for line in _lines_outside_cards(other))
    return frozenset(line for line, pages in shown.items() if pages >= _PAGES)


@lru_cache(maxsize=32)
def _lines_outside_cards(page: PageRecord) -> frozenset[str]:
    observation, cards = page.observation, page.facts.cards
    return frozenset(told_lines(page)) - {t.text for t in observation.texts if any(observation.contains(card.n, t.n) for card in cards)}


@lru_cache(maxsize=64)
def written_lines(page: PageRecord, leave_out: str = "") -> tuple[str, ...]:
    """Return the lines of the document's source outside header, menus and footer; none if the source was not kept.

    `leave_out` is a pattern: parts whose tag, id or class it is found in are left out, unless they hold the main heading.
    """
    try:
        body = page.soup.body
    except Missing:
        return ()
    lines: list[list[str]] = [[]]
    if body is not None:
        _collect(body, lines, re.compile(leave_out or r"(?!)", re.IGNORECASE))
    joined = (" ".join(" ".join(pieces).split()) for pieces in lines)
    return tuple(line for line in joined if line)


def _collect(node: Tag, lines: list[list[str]], unwanted: re.Pattern[str]) -> None:
    for child in node.children:
        if isinstance(child, Tag):
            if child.name in _SILENT or _is_frame(child) or _is_named(child, unwanted):
                continue
            block = child.name in _BLOCKS
            if block or child.name == "br":
                lines.append([])
            _collect(child, lines, unwanted)
            if block:
                lines.append([])
        elif isinstance(child, NavigableString) and not isinstance(child, Comment):
            lines[-1].append(str(child))


def _is_named(element: Tag, pattern: re.Pattern[str]) -> bool:
    names = f"{element.name} {element.get('id') or ''} {' '.join(element.get_attribute_list('class') if element.has_attr('class') else [])}"
    return bool(pattern.search(names)) and element.name != "main" and element.find("h1") is None


def _is_frame(element: Tag) -> bool:
    """Whether an element frames the page; headers and footers of its parts (articles, sections) do not."""
    if element.get("role") in _FRAME_ROLES:
        return True
    if element.name not in _FRAME:
        return False
    if element.name == "nav":
        return True
    part = element.find_parent(["article", "main", "section"])
    return part is None or (part.name == "main" and _frames_all(element, part))


def _frames_all(element: Tag, main: Tag) -> bool:
    """Whether a header or footer inside the main part is that of the page: some themes wrap `main` around everything."""
    top: Tag = list(main.parents)[-1]
    alone = not any(other.find_parent("main") is None for other in top.find_all(element.name))
    menu = element.find("nav") is not None if element.name == "header" else len(element.find_all("a")) >= _MENU
    return alone and menu and element.find("h1") is None
