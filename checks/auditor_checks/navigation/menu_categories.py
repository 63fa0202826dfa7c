"""navigation-menu-categories."""

import re
from collections import Counter
from urllib.parse import urlsplit

from auditor.api import (
    Confidence,
    Control,
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
    not_applicable,
    not_measurable,
    passed,
    say,
    several,
    together,
    warned,
)
from auditor_checks.catalogue import products_seen
from auditor_checks.wording import quoted

_LIKELY, _MAYBE = 0.5, 0.1
_LIST = 3  # links beside each other that are likelier a menu than not
_LEVELS = 2  # elements around a link: its item and its list
_LOGO = re.compile(r"(^|[^a-z])(logo|brand)([^a-z]|$)", re.IGNORECASE)
_SEPARATORS = re.compile(r"\s[|–—·:•-]\s|\s?[|–—·•]\s?")
_MOST = 18
_TINY = 8  # products seen
_WRAPPER = 0.9
_TOP, _COLUMN = 300, 320  # CSS pixels


@journey_check(
    id="navigation-menu-categories",
    category="navigation",
    title="The main menu shows the product categories directly",
    failure_title="The main menu shows no product categories",
    why="Newcomers read off the menu what the shop sells; “Products” alone tells them nothing.",
    fix="Put the three to eighteen most important categories into the first level of the menu instead of one entry such as “Shop”.",
    severity=Severity.MAJOR,
    effort=Effort.S,
    stages=(Stage.HOME, Stage.CATEGORY),
    devices="desktop",
    confidence=Confidence.MEDIUM,
    sources=(
        Source(
            "Baymard Institute, Main navigation and product categories",
            "https://baymard.com/blog/main-navigation-product-categories",
            "33 % of mobile sites do not begin their menu with the categories (read in 2026)",
        ),
    ),
    limits="Told by the words, places and addresses of the menu's entries; most of their targets are not opened. It fails only "
    "where no entry of header and menu leads to products.",
)
def menu_categories(journey: JourneyRecord) -> Outcome:
    """Count the links to categories in header and menu of the home page, in sight and not."""
    home = journey.page(Stage.HOME)
    entries = _entries(home, journey)
    shown = [c for c in entries if c.visible]
    wrappers = [c for c in shown if home.facts.lexicon.has("all_products", *c.words, at_least=_WRAPPER)]
    categories = [c for c in shown if c not in wrappers] if len(wrappers) == 1 else shown  # “Women” and “Men” are categories
    threshold = say("1 to {most} categories", most=_MOST)
    if not entries:
        if products_seen(journey) < _TINY:
            return not_applicable(say("The shop has no menu of categories and showed fewer than {tiny} products.", tiny=_TINY))
        opener = next((c.control for c in home.facts.menu_openers if c.p >= _LIKELY), None)
        if opener is not None:
            message = say("The menu is out of sight until its button is pressed.")
            if opener.label_text:
                message = say("The menu is out of sight until “{button}” is pressed.", button=opener.label_text[:40])
            return warned(message, findings=[Finding(message, box=opener.box, url=home.url, key="menu")], value=0, unit="categories")
        if _has_unclear_list(home):
            return not_measurable(say("Whether the menu's entries lead to categories could not be told by their words and addresses."))
        message = say("Neither header nor menu of the home page has an entry that leads to products.")
        return failed(message, findings=[Finding(message, url=home.url, key="menu")], value=0, unit="categories", threshold=threshold)
    count = len(categories)
    names = together(*(quoted(c.label_text[:30]) for c in categories[:5]), between=", ")
    if 0 < count <= _MOST:
        said = several(count, "The menu shows {n} category: {names}.", "The menu shows {n} categories: {names}.", names=names)
        return passed(said, value=count, unit="categories", threshold=threshold)
    if count > _MOST:
        message = say("The menu shows {count} categories at once, which is more than can be taken in at a glance.", count=count)
    elif wrappers:
        message = say("The categories are hidden behind “{entry}”.", entry=wrappers[0].label_text[:40])
    else:
        message = several(
            len(entries),
            "The menu's {n} category is out of sight until a button is pressed.",
            "The menu's {n} categories are out of sight until a button is pressed.",
        )
    if products_seen(journey) < _TINY:
        return not_applicable(together(message, say("The shop showed fewer than {tiny} products.", tiny=_TINY), between=" "))
    findings = [Finding(message, box=(shown or entries)[0].box, url=home.url, key="menu")]
    return warned(message, findings=findings, value=count, unit="categories", threshold=threshold)


def _in_menu(control: Control) -> bool:
    """Whether a link stands in header or menu, in the uppermost part of the page or in a column at its left."""
    if control.landmark in {"header", "nav"}:
        return True
    return control.landmark not in {"footer", "dialog"} and (control.box.y < _TOP or control.box.right < _COLUMN)


def _entries(home: PageRecord, journey: JourneyRecord) -> list[Control]:
    """The entries of header and menu that lead to lists of products, each address once."""
    category = journey.page(Stage.CATEGORY).url.rstrip("/") if journey.reached(Stage.CATEGORY) else ""
    menu = [c for c in home.facts.category_links if _in_menu(c.control) and _leads_on(c.control, home)]
    sure = [c.control for c in menu if c.p >= _LIKELY or (category and c.control.href.rstrip("/") == category)]
    lists = {n for c in sure if c.landmark != "footer" for n in list(home.observation.ancestors(c.n))[:_LEVELS]}
    found = [c.control for c in menu if c.control in sure or (c.p >= _MAYBE and _stands_in(home, c.control, lists))]
    buttons = [c for c in home.observation.visible if c.landmark in {"nav"} and c.tag == "button" and "aria-expanded" in c.attrs and c.text]
    return [*found, *(c for c in buttons if not _names_something_else(home, c))]


def _has_unclear_list(home: PageRecord) -> bool:
    """Whether header, menu or left column hold a list of links that may be categories."""
    links = [c.control for c in home.facts.category_links if c.p >= _MAYBE and "product" not in c.features]
    unclear = [c for c in links if _in_menu(c) and _leads_on(c, home)]
    lists = Counter(n for c in unclear for n in list(home.observation.ancestors(c.n))[:_LEVELS])
    return any(count >= _LIST for count in lists.values())


def _stands_in(home: PageRecord, control: Control, lists: set[int]) -> bool:
    """Whether a link stands in the same list as one that surely leads to products."""
    return not lists.isdisjoint(list(home.observation.ancestors(control.n))[:_LEVELS])


def _leads_on(control: Control, home: PageRecord) -> bool:
    """Whether a link is no way back to the home page, as the logo is, and none to cart or checkout."""
    if control.href.rstrip("/") == home.url.rstrip("/") or _names_something_else(home, control):
        return False
    around = (control.css_class, *(home.observation.kinds[n] for n in list(home.observation.ancestors(control.n))[:_LEVELS]))
    shop = {part.strip().casefold() for part in _SEPARATORS.split(home.observation.title)}
    return not any(_LOGO.search(name) for name in around) and control.label_text.strip().casefold() not in shop


def _names_something_else(home: PageRecord, control: Control) -> bool:
    lexicon = home.facts.lexicon
    back = urlsplit(control.href).path.strip("/").count("/") <= 1 and lexicon.has("home", *control.words, at_least=0.9)
    others = ("menu", "cart", "checkout", "search", "login", "wishlist", "place_order")
    return back or any(lexicon.has(concept, *control.words, at_least=0.75) for concept in others)
