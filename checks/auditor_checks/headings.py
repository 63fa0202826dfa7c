"""The headings of a page: those in sight, those for screen readers alone, and levels left out between them."""

from collections.abc import Iterator

from bs4 import Tag

from auditor.api import PageRecord


def shown_levels(page: PageRecord) -> list[int]:
    """The levels of the headings that can be seen, in the order of the document."""
    seen = set(_shown_headings(page))
    return [level for n, level in _levels(page) if n in seen]


def left_out(page: PageRecord) -> Iterator[tuple[int, int]]:
    """Return where a heading is more than one level below the one before it, as both levels.

    Footers begin anew; and a level that is out of sight between the two, for screen readers or folded, is not left out.
    """
    footers = {region.n for region in page.observation.regions if region.kind == "footer"}
    seen = set(_shown_headings(page))
    before, deepest = 0, 0  # of the last heading in sight; of all since then
    for n, level in _levels(page):
        if n not in seen:
            deepest = max(deepest, level if level <= deepest + 1 else 0)
            continue
        if footers.isdisjoint(page.observation.ancestors(n)):
            if before and level > max(before, deepest) + 1:
                yield before, level
            before = deepest = level


def _shown_headings(page: PageRecord) -> Iterator[int]:
    observation = page.observation
    shown = {t.n for t in observation.texts} | {p.n for p in observation.pictures if p.alt}
    holders = shown | {a for n in shown for a in observation.ancestors(n)}
    return (n for n, _ in _levels(page) if n in holders)


def _levels(page: PageRecord) -> Iterator[tuple[int, int]]:
    """All headings with their levels, seen or not."""
    for n, kind in enumerate(page.observation.kinds):
        tag = kind.partition(".")[0]
        if len(tag) == 2 and tag[0] == "h" and tag[1].isdecimal():
            yield n, int(tag[1])


def has_unseen_main_heading(page: PageRecord) -> bool:
    """Say whether the source has a main heading with words that nothing in it hides from screen readers."""
    headings = page.soup.find_all("h1") + page.soup.select('[role=heading][aria-level="1"]')
    return any(_says_something(h) and not any(_is_shut(one) for one in (h, *h.parents)) for h in headings)


def _says_something(heading: Tag) -> bool:
    return bool(heading.get_text(strip=True) or heading.select_one("img[alt], [aria-label]"))


def _is_shut(element: Tag) -> bool:
    style = str(element.get("style") or "").replace(" ", "").lower()
    closed = element.name == "dialog" and not element.has_attr("open")
    return (
        closed
        or element.name in {"template", "noscript"}
        or element.has_attr("hidden")
        or element.get("aria-hidden") == "true"
        or "display:none" in style
    )
