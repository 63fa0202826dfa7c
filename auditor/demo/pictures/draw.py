"""Draw the shop's pictures from the SVG files beside this one: ``python -m auditor.demo.pictures.draw``.

Each product gets four: alone, in use, close up, and with its dimensions. It takes a Chromium; the shop itself
does not, because what is drawn here is kept in ``media/``.
"""

from __future__ import annotations

import base64
import sys
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

from playwright.sync_api import Page, sync_playwright

from auditor.demo.pictures.composition import measured, placed, shadowed, studio

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

HERE = Path(__file__).parent
DEMO = HERE.parent
PRODUCT_WIDTHS = {1440: 0.58, 960: 0.66, 480: 0.7, 160: 0.72}  # with the quality of each
SINGLES = {
    "hero-wide": ("hero", (0, 0, 2160, 930), (960, 1440, 2160)),
    "hero-tall": ("hero", (1180, 0, 810, 930), (640, 1080)),
    "workshop": ("workshop", (0, 0, 1080, 810), (640, 1080)),
}
WHOLE = (0.0, 0.0, 1000.0, 1000.0)

Box = tuple[float, float, float, float]

PAINT = """async ([svg, width, height, quality]) => {
  const picture = new Image();
  picture.src = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  await picture.decode();
  const canvas = Object.assign(document.createElement("canvas"), { width, height });
  canvas.getContext("2d").drawImage(picture, 0, 0, width, height);
  return canvas.toDataURL("image/webp", quality).split(",")[1];
}"""


def main(chromium: str) -> None:
    """Draw everything."""
    media = DEMO / "media"
    media.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page()
        for name, content, box, widths in drawings():
            for width, quality in widths.items():
                picture = paint(page, content, box, width, quality)
                (media / f"{name}-{width}.webp").write_bytes(picture)
        browser.close()


def drawings() -> Iterator[tuple[str, str, Box, Mapping[int, float]]]:
    """The name of each picture, its SVG content, the part that is shown, and the widths it is needed in."""
    catalogue = _toml(DEMO / "data" / "catalogue.toml")["products"]
    for key, how in _toml(HERE / "plan.toml")["products"].items():
        product = _svg("products", key)
        left, top, side = how["detail"]
        yield f"{key}-front", studio(how) + shadowed(product, how), WHOLE, PRODUCT_WIDTHS
        yield f"{key}-scene", _svg("scenes", how["scene"]) + placed(product, how), WHOLE, PRODUCT_WIDTHS
        yield f"{key}-detail", studio(how) + shadowed(product, how), (left, top, side, side), PRODUCT_WIDTHS
        size_cm = catalogue[key].get("size_cm", [21, 10])
        yield f"{key}-size", measured(product, how, size_cm), WHOLE, PRODUCT_WIDTHS
    for name, (file, box, widths) in SINGLES.items():
        yield name, _svg("scenes", file), box, dict.fromkeys(widths, 0.72)


def paint(page: Page, content: str, box: Box, width: int, quality: float) -> bytes:
    """A part of a drawing as a WebP picture of this width."""
    left, top, wide, high = box
    height = round(width * high / wide)
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="{left} {top} {wide} {high}">{content}</svg>'
    return base64.b64decode(page.evaluate(PAINT, [svg, width, height, quality]))


def _svg(folder: str, name: str) -> str:
    return (HERE / folder / f"{name}.svg").read_text(encoding="utf-8")


def _toml(place: Path) -> dict[str, Any]:
    return tomllib.loads(place.read_text(encoding="utf-8"))


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "/usr/bin/chromium")
