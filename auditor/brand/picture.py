"""Reads a logo: a small file that really is a picture, whatever it is called."""

from __future__ import annotations

import base64
import io
import re
import warnings
from collections.abc import Mapping
from pathlib import Path

from auditor.brand.brand import Logo
from auditor.errors import ConfigError

_LARGEST = 1_000_000  # bytes; it is embedded in every report
_MOST_PIXELS = 25_000_000
_TYPES = {"PNG": "image/png", "JPEG": "image/jpeg", "WEBP": "image/webp"}
_KINDS = "PNG, JPEG, WebP or SVG"
_SVG = "{http://www.w3.org/2000/svg}svg"
_DEFAULT_SIZE = (300, 150)  # what browsers take for an SVG that does not say


def read_logo(path: Path, setting: str) -> Logo:
    """Read a logo; raises `ConfigError` naming the setting, the file, what is wrong and what to do."""
    content = _content(path, setting)
    kind, size = _svg(content) or _raster(content) or ("", None)
    if size is None:
        raise ConfigError(f"{setting}: {path} is no picture that can be shown. Give a {_KINDS} file.")
    if size[0] * size[1] > _MOST_PIXELS:
        raise ConfigError(f"{setting}: {path} has {size[0]} × {size[1]} pixels, too many for a logo. Make it smaller.")
    return Logo(f"data:{kind};base64,{base64.b64encode(content).decode()}", *size)


def _content(path: Path, setting: str) -> bytes:
    try:
        if not path.is_file():  # a device or a pipe would never end
            raise ConfigError(f"{setting}: there is no file {path}. Relative paths are meant from the file the setting stands in.")
        with path.open("rb") as file:
            content = file.read(_LARGEST + 1)
    except (OSError, ValueError) as error:  # ValueError: no name of a file at all
        reason = error.strerror if isinstance(error, OSError) else str(error)
        raise ConfigError(f"{setting}: {path} cannot be read: {reason}. Give a {_KINDS} file.") from error
    if len(content) > _LARGEST:
        raise ConfigError(f"{setting}: {path} is larger than {_LARGEST // 1_000_000} MB. Save the picture smaller, or as SVG.")
    return content


def _raster(content: bytes) -> tuple[str, tuple[int, int] | None] | None:
    from PIL import Image

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)  # judged by our own limit
            with Image.open(io.BytesIO(content), formats=list(_TYPES)) as picture:
                if picture.width * picture.height <= _MOST_PIXELS:
                    picture.load()  # half a picture is found out here, not by the client
                return _TYPES[str(picture.format)], picture.size
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return None


def _svg(content: bytes) -> tuple[str, tuple[int, int] | None] | None:
    if b"<" not in content[:4096] or not content.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").startswith(b"<"):
        return None
    from lxml import etree

    try:
        root = etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False))
    except (etree.XMLSyntaxError, ValueError):
        return None
    return ("image/svg+xml", _svg_size(root.attrib)) if root.tag == _SVG else None


def _svg_size(attributes: Mapping[str, str]) -> tuple[int, int]:
    """Return the size an SVG says it has, else that of its view box, whose proportions count."""
    own = [_length(attributes.get(name, "")) for name in ("width", "height")]
    if not all(own):
        own = [_length(part) for part in re.split(r"[\s,]+", attributes.get("viewBox", "").strip())[2:4]]
    return (own[0], own[1]) if len(own) == 2 and all(own) else _DEFAULT_SIZE


def _length(text: str) -> int:
    found = re.fullmatch(r"(\d{1,6}(?:\.\d*)?)(?:px|pt|mm)?", text.strip())
    return max(1, min(round(float(found[1])), 5000)) if found else 0
