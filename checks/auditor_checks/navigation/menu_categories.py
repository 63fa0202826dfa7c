"""navigation-menu-categories."""

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
    passed,
    warned,
)
from auditor_checks.catalogue import products_seen
from auditor_checks.wording import counted

_LIKELY = 0.5
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
    categories = [c for c in shown if c not in wrappers]
    threshold = f"1 to {_MOST} categories"
    if not entries:
        if products_seen(journey) < _TINY:
            return not_applicable(f"The shop has no menu of categories and showed fewer than {_TINY} products.")
        message = "Neither header nor menu of the home page has an entry that leads to products."
        return failed(message, findings=[Finding(message, url=home.url, key="menu")], value=0, unit="categories", threshold=threshold)
    count = len(categories)
    names = ", ".join(f"“{c.label_text[:30]}”" for c in categories[:5])
    if 0 < count <= _MOST:
        said = f"The menu shows {counted(count, 'category', 'categories')}: {names}."
        return passed(said, value=count, unit="categories", threshold=threshold)
    if count > _MOST:
        message = f"The menu shows {count} categories at once, which is more than can be taken in at a glance."
    elif wrappers:
        message = f"The categories are hidden behind “{wrappers[0].label_text[:40]}”."
    else:
        message = f"The menu's {counted(len(entries), 'category', 'categories')} are out of sight until a button is pressed."
    if products_seen(journey) < _TINY:
        return not_applicable(f"{message} The shop showed fewer than {_TINY} products.")
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
    menu = (c for c in home.facts.category_links if _in_menu(c.control) and c.control.href.rstrip("/") != home.url.rstrip("/"))
    found = [c.control for c in menu if c.p >= _LIKELY or (category and c.control.href.rstrip("/") == category)]
    buttons = [c for c in home.observation.visible if c.landmark in {"nav"} and c.tag == "button" and "aria-expanded" in c.attrs and c.text]
    return [*found, *buttons]
