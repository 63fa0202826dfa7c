"""Draw the shop's pictures from the SVG files beside this one: ``python -m auditor.demo.pictures.draw``.

Each product gets four: alone, in use, close up, and with its dimensions. Needs a Chromium and Pillow; the shop itself
needs neither, because what is drawn here is kept in ``media/``.
"""

from __future__ import annotations

import io
import sys
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from PIL import Image
from playwright.sync_api import Page, sync_playwright

HERE = Path(__file__).parent
MEDIA = HERE.parent / "media"
WIDTHS = {1440: 58, 960: 66, 480: 70, 160: 72}  # with the quality of each
SINGLES = {"hero-wide": ("hero", (0, 0, 2160, 930)), "hero-tall": ("hero", (1180, 0, 810, 930)),
           "workshop": ("workshop", (0, 0, 1080, 810))}  # fmt: skip
SINGLE_WIDTHS = {"hero-wide": (960, 1440, 2160), "hero-tall": (640, 1080), "workshop": (640, 1080)}
FLOOR = 730


def main(chromium: str) -> None:
    """Draw everything."""
    MEDIA.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page()
        for name, svg, box in drawings():
            picture = _raster(page, svg, box)
            for width, quality in _sizes(name).items():
                height = round(width * box[3] / box[2])
                small = picture.resize((width, height), Image.Resampling.LANCZOS)
                small.save(MEDIA / f"{name}-{width}.webp", quality=quality, method=6)
        browser.close()


def drawings() -> Iterator[tuple[str, str, tuple[float, float, float, float]]]:
    """The name of each picture, its SVG content and the part of it that is shown."""
    whole = (0.0, 0.0, 1000.0, 1000.0)
    catalogue = tomllib.loads((HERE.parent / "data" / "catalogue.toml").read_text(encoding="utf-8"))["products"]
    plan = tomllib.loads((HERE / "plan.toml").read_text(encoding="utf-8"))["products"]
    for key, how in plan.items():
        product = (HERE / "products" / f"{key}.svg").read_text(encoding="utf-8")
        scene = (HERE / "scenes" / f"{how['scene']}.svg").read_text(encoding="utf-8")
        yield f"{key}-front", _studio(how) + _shadowed(product, how), whole
        yield f"{key}-scene", scene + _placed(product, how), whole
        left, top, side = how["detail"]
        yield f"{key}-detail", _studio(how) + _shadowed(product, how), (left, top, side, side)
        yield f"{key}-size", _measured(product, how, catalogue[key].get("size_cm", [])), whole
    for name, (file, box) in SINGLES.items():
        yield name, (HERE / "scenes" / f"{file}.svg").read_text(encoding="utf-8"), box


def _studio(how: Mapping[str, Any]) -> str:
    """A plain wall, and a floor unless the product lies flat."""
    floor = f'<rect y="{FLOOR}" width="1000" height="{1000 - FLOOR}" fill="url(#floor)"/>' if how["foot"] else ""
    return f"""<defs><radialGradient id="wall" cx=".42" cy=".3" r=".9"><stop offset="0" stop-color="#fff"
      stop-opacity=".75"/><stop offset="1" stop-color="#fff" stop-opacity="0"/></radialGradient>
      <linearGradient id="floor" x2="0" y2="1"><stop offset="0" stop-color="#000" stop-opacity=".10"/>
      <stop offset="1" stop-color="#000" stop-opacity="0"/></linearGradient></defs>
      <rect width="1000" height="1000" fill="{how["wall"]}"/><rect width="1000" height="1000" fill="url(#wall)"/>
      {floor}"""


SOFT = """<defs><filter id="blur" x="-30%" y="-80%" width="160%" height="260%"><feGaussianBlur stdDeviation="14"/>
  </filter><filter id="drop" x="-10%" y="-10%" width="120%" height="125%"><feDropShadow dx="10" dy="16"
  stdDeviation="14" flood-color="#241c12" flood-opacity=".35"/></filter></defs>"""


def _shadowed(product: str, how: Mapping[str, Any]) -> str:
    """The product with its shadow: on the floor when it stands, behind it when it lies flat."""
    if not how["foot"]:
        return f'{SOFT}<g filter="url(#drop)">{product}</g>'
    half, y = how["foot"] * 1.25, how["box"][3]
    floor = f'<ellipse cx="524" cy="{y}" rx="{half}" ry="{half * 0.12 + 8}" fill="#241c12" opacity=".38" '
    return f'{SOFT}{floor} filter="url(#blur)"/>{product}'


def _placed(product: str, how: Mapping[str, Any]) -> str:
    """The product within a scene, its lower edge on y."""
    x, y, scale = how["place"]
    move = f"translate({x - 500 * scale} {y - how['box'][3] * scale}) scale({scale})"
    return f'<g transform="{move}">{_shadowed(product, how)}</g>'


def _measured(product: str, how: Mapping[str, Any], size_cm: list[int]) -> str:
    """The product with its width and height in centimetres beside it."""
    width, height = (f"{length} cm" for length in (size_cm or [21, 10])[:2])
    scale = 0.8
    left, top, right, bottom = (scale * edge + shift for edge, shift in zip(how["box"], (60, 70, 60, 70), strict=True))
    style = 'font-family="Liberation Sans,Arial,sans-serif" font-size="34" fill="#1f3b35" text-anchor="middle"'
    across, down = bottom + 70, right + 60
    middle = (top + bottom) / 2
    return f"""<rect width="1000" height="1000" fill="#fbfaf6"/>
      <g transform="translate(60 70) scale({scale})">{product}</g>
      <g stroke="#1f3b35" stroke-width="4"><path d="M{down} {top}V{bottom}M{down - 16} {top}h32M{down - 16} {bottom}h32"/>
      <path d="M{left} {across}H{right}M{left} {across - 16}v32M{right} {across - 16}v32"/></g>
      <text x="{(left + right) / 2}" y="{across + 52}" {style}>{width}</text>
      <text x="{down + 52}" y="{middle}" {style} transform="rotate(90 {down + 52} {middle - 12})">{height}</text>"""


def _sizes(name: str) -> Mapping[int, int]:
    if name in SINGLE_WIDTHS:
        return dict.fromkeys(SINGLE_WIDTHS[name], 72)
    return WIDTHS


def _raster(page: Page, content: str, box: tuple[float, float, float, float]) -> Image.Image:
    """A part of an SVG as pixels, half as wide again as the widest picture needs."""
    left, top, wide, high = box
    width = 2160 if wide > high else 1440
    page.set_viewport_size({"width": width, "height": round(width * high / wide)})
    page.set_content(
        f'<body style="margin:0"><svg xmlns="http://www.w3.org/2000/svg" width="100%" style="display:block" '
        f'viewBox="{left} {top} {wide} {high}">{content}</svg>'
    )
    return Image.open(io.BytesIO(page.screenshot(type="png"))).convert("RGB")


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "/usr/bin/chromium")
