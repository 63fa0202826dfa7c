"""Pages a shop links to, for tests of checks that read them."""

from tests.checks.pages import Page


def linked(*lines: str, lang: str = "en", place: str = "page", links: tuple[str, ...] = ()) -> Page:
    """A page with these lines and links in its main part, and a footer that says nothing."""
    page = Page(f"https://shop.example/{place}", lang=lang)
    with page.part("main"):
        for line in lines:
            page.text(line)
        for label in links:
            page.link(label, f"/{label.casefold().replace(' ', '-')}")
    with page.part("footer"):
        page.text("Delivery €4.90, returns within 60 days, 9:00–17:00")
    return page


def with_footer(*labels: str, lang: str = "en") -> Page:
    """A home page whose footer holds these links."""
    page = Page(lang=lang)
    with page.part("footer"):
        for label in labels:
            page.link(label, f"/{label.casefold().replace(' ', '-')}")
    return page
