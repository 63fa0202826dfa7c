from urllib.parse import quote

from auditor.probes.image_zoom import probe_image_zoom
from tests.auditor.probes.conftest import Visit

SVG = "<svg xmlns='http://www.w3.org/2000/svg' width='1200' height='1200'><rect width='1200' height='1200'/></svg>"
PICTURE = f"data:image/svg+xml,{quote(SVG)}"
BUY = "<h1>Vase</h1><p>€20.00</p><button>Add to cart</button>"
OPENS = """
document.querySelector("img").addEventListener("click", () => {
  const box = document.createElement("dialog");
  box.innerHTML = `<img src="${document.querySelector("img").src}" width="800" height="800" alt="">`;
  document.body.append(box);
  box.showModal();
});
"""


def product(style: str = "", script: str = "", around: str = "{}") -> str:
    """A product page with a picture of 400 pixels."""
    picture = f'<img src="{PICTURE}" width="400" height="400" alt="Vase">'
    return f"<style>{style}</style><main><div class=pic>{around.format(picture)}</div>{BUY}</main><script>{script}</script>"


async def tried(visit: Visit, page: str) -> object:
    walker, facts = await visit({"/vase": page, "/elsewhere": "<h1>Elsewhere</h1>"}, "/vase")
    walker.product.url = facts.url
    found, after = await probe_image_zoom(walker, facts)
    assert after is facts
    assert walker.tab.page.url == "https://shop.example/vase"
    return found


async def test_a_press_that_opens_a_larger_picture_is_seen(visit: Visit) -> None:
    found = await tried(visit, product(script=OPENS))
    assert isinstance(found, dict)
    assert (found["shown"], found["hover"], found["promised"]) == ([400, 400], {}, False)
    assert found["press"] == {"view": "layer", "size": [800, 800], "natural": [1200, 1200]}


async def test_a_picture_that_grows_under_the_pointer_is_seen(visit: Visit) -> None:
    found = await tried(visit, product("img:hover { transform: scale(2); }"))
    assert isinstance(found, dict)
    assert (found["hover"]["view"], found["hover"]["size"]) == ("picture", [800, 800])


async def test_a_picture_that_nothing_enlarges_is_told(visit: Visit) -> None:
    found = await tried(visit, product())
    assert isinstance(found, dict)
    assert (found["hover"], found["press"], found["promised"]) == ({}, {}, False)


async def test_a_pointer_that_promises_a_zoom_is_noted(visit: Visit) -> None:
    found = await tried(visit, product("img { cursor: zoom-in; }"))
    assert isinstance(found, dict)
    assert (found["press"], found["promised"]) == ({}, True)


async def test_a_link_to_another_page_is_not_followed(visit: Visit) -> None:
    found = await tried(visit, product(around="<a href='/elsewhere'>{}</a>"))
    assert isinstance(found, dict)
    assert found["press"] == {"view": "elsewhere"}


async def test_a_link_to_the_picture_itself_is_a_larger_view(visit: Visit) -> None:
    found = await tried(visit, product(around="<a href='/vase-large.jpg'>{}</a>"))
    assert isinstance(found, dict)
    assert found["press"] == {"view": "file"}


async def test_a_page_without_a_picture_has_nothing_to_enlarge(visit: Visit) -> None:
    assert await tried(visit, f"<main>{BUY}</main>") == "The product page shows no large picture of the product."
