from __future__ import annotations

from typing import TYPE_CHECKING

from auditor.demo.assets import join_assets
from auditor.demo.datafile import HERE
from auditor.demo.shape import DIMENSIONS, Shape

if TYPE_CHECKING:
    from collections.abc import Callable

    from starlette.testclient import TestClient

    OpenShop = Callable[..., TestClient]


def test_the_plain_shape_carries_nothing_of_the_others() -> None:
    plain, other = join_assets(Shape()), join_assets(Shape(cart="drawer", lang="de"))
    assert b".drawer" not in plain.style
    assert b".drawer" in other.style
    assert len(plain.script) < 25_000
    assert len(plain.style) < 45_000


def test_addresses_change_with_what_they_serve() -> None:
    assert join_assets(Shape()).style_path != join_assets(Shape(), ".a { color: red; }").style_path


def test_every_file_of_a_shape_belongs_to_a_value_that_exists() -> None:
    known = {*DIMENSIONS, *(f"{key}-{value}" for key, values in DIMENSIONS.items() for value in values)}
    files = [path.stem for ending in ("css", "js") for path in (HERE / "static" / ending / "shapes").iterdir()]
    assert set(files) <= known


def test_the_page_starts_after_every_behaviour_is_known() -> None:
    script = join_assets(Shape(rendering="client", search="icon"), extra_scripts=["flaws/narrow"]).script.decode()
    assert script.index("[data-finder]") < script.index('getElementById("app")')
    assert script.index("planted flaw") < script.index('getElementById("app")')


def test_assets_are_served_where_pages_say(open_shop: OpenShop) -> None:
    shop = open_shop()
    page = shop.get("/").text
    style = page.split('rel="stylesheet" href="')[1].split('"')[0]
    assert shop.get(style).headers["content-type"].startswith("text/css")
    assert shop.get("/assets/none.css").status_code == 404
    assert shop.get("/assets/..%2Fapp.py").status_code == 404
