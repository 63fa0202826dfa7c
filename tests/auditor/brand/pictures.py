"""Small logos for tests."""

import io
from pathlib import Path

from PIL import Image

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 240 60"><rect width="9" height="9"/></svg>'


def raster(kind: str = "PNG", size: tuple[int, int] = (40, 20)) -> bytes:
    """A picture of one colour."""
    out = io.BytesIO()
    Image.new("RGB", size, "#e8590c").save(out, kind)
    return out.getvalue()


def saved(path: Path, content: bytes) -> Path:
    """A file with this content."""
    path.write_bytes(content)
    return path
