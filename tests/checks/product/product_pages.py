"""A product page to which tests add what they are about."""

from collections.abc import Iterable

from tests.checks.pages import Page

PRODUCT = "https://shop.example/vase"


def product(*lines: str, lang: str = "en", footer: Iterable[str] = (), html: str = "", url: str = PRODUCT) -> Page:
    """A page with heading, price and buy button, these lines below, and others in its footer."""
    page = Page(url, lang=lang)
    with page.part("main"):
        page.text("Stoneware vase", tag="h1", box=(700, 100, 400, 50), size=32)
        page.text("€49.00", tag="span", box=(700, 160, 90, 40), size=28)
        with page.form("/cart/add"):
            page.button("In den Warenkorb" if lang == "de" else "Add to cart", box=(700, 240, 400, 54))
        for line in lines:
            page.text(line)
    with page.part("footer"):
        for line in footer:
            page.text(line)
    page.html = html or page.html
    return page


def gallery_source(*names: str) -> str:
    """The source of a page whose gallery holds these pictures."""
    images = "".join(f'<li><img src="/media/{name}-480.webp"></li>' for name in names)
    return f"<html><body><main><div><ul>{images}</ul></div><h1>Stoneware vase</h1></main></body></html>"
