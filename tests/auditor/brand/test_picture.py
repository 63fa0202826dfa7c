import base64
import os
import zlib
from pathlib import Path

import pytest

from auditor.brand.picture import read_logo
from auditor.errors import ConfigError, ExitCode
from tests.auditor.brand.pictures import SVG, raster, saved


@pytest.mark.parametrize(("kind", "media"), [("PNG", "image/png"), ("JPEG", "image/jpeg"), ("WEBP", "image/webp")])
def test_a_picture_is_embedded_as_it_is_whatever_it_is_called(tmp_path: Path, kind: str, media: str) -> None:
    content = raster(kind)
    logo = read_logo(saved(tmp_path / "logo.txt", content), "brand.logo")
    assert logo.address == f"data:{media};base64,{base64.b64encode(content).decode()}"
    assert (logo.width, logo.height) == (40, 20)


@pytest.mark.parametrize(
    ("attributes", "size"),
    [
        ('viewBox="0 0 240 60"', (240, 60)),
        ('width="120" height="30px" viewBox="0 0 240 60"', (120, 30)),
        ('width="100%" height="auto" viewBox="0,0,12.4,6"', (12, 6)),
        ("", (300, 150)),
        ('viewBox="nonsense"', (300, 150)),
        ('width="1e9" height="-4"', (300, 150)),
    ],
)
def test_a_vector_picture_has_the_size_it_says(tmp_path: Path, attributes: str, size: tuple[int, int]) -> None:
    content = f'\ufeff<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg" {attributes}/>'.encode()
    logo = read_logo(saved(tmp_path / "logo.svg", content), "brand.logo")
    assert logo.address.startswith("data:image/svg+xml;base64,")
    assert (logo.width, logo.height) == size


def a_bomb(width: int, height: int) -> bytes:
    """A PNG that says it is huge and is small."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return len(data).to_bytes(4, "big") + name + data + zlib.crc32(name + data).to_bytes(4, "big")

    header = width.to_bytes(4, "big") + height.to_bytes(4, "big") + b"\x08\x00\x00\x00\x00"
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"\0" * 99)) + chunk(b"IEND", b"")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "is no picture"),
        (b"GIF89a nonsense", "is no picture"),
        (raster("GIF"), "is no picture"),
        (raster("PNG")[:40], "is no picture"),
        (b"<!doctype html><script>alert(1)</script>", "is no picture"),
        (b"<html xmlns='http://www.w3.org/1999/xhtml'><svg/></html>", "is no picture"),
        (SVG[:-3], "is no picture"),
        (b"<" * 5000, "is no picture"),
        (raster("PNG") + b"\0" * 1_000_000, "is larger than 1 MB"),
        (a_bomb(60_000, 60_000), "pixels, too many|is no picture"),
        (a_bomb(9_000, 9_000), "9000 × 9000 pixels, too many"),
    ],
)
def test_what_is_no_logo_is_named(tmp_path: Path, content: bytes, said: str) -> None:
    with pytest.raises(ConfigError, match=rf"^brand.logo: .*logo.png .*({said})") as raised:
        read_logo(saved(tmp_path / "logo.png", content), "brand.logo")
    assert raised.value.exit_code is ExitCode.USAGE


def test_entities_of_a_vector_picture_are_not_resolved(tmp_path: Path) -> None:
    secret = saved(tmp_path / "secret", b"secret")
    content = f'<!DOCTYPE svg [<!ENTITY e SYSTEM "{secret}">]><svg xmlns="http://www.w3.org/2000/svg">&e;</svg>'.encode()
    assert base64.b64decode(read_logo(saved(tmp_path / "a.svg", content), "brand.logo").address.partition(",")[2]) == content


@pytest.mark.parametrize("name", ["none.png", "folder", "pipe", "nul\0l"])
def test_a_file_that_is_none_is_named(tmp_path: Path, name: str) -> None:
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(ConfigError, match=r"^brand.client_logo: .*(there is no file|cannot be read)"):
        read_logo(tmp_path / name, "brand.client_logo")
