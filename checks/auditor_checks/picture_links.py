"""Addresses of pictures: what tells one from another, and whether a link around one leads to another page."""

import re
from collections.abc import Collection
from urllib.parse import parse_qsl, urljoin, urlsplit

from bs4 import Tag

from auditor.api import Control

# Widths are round numbers; "-02" and "_1234" tell one picture from another.
_SIZES = re.compile(
    r"[-_@](\d{2,4}x\d{0,4}|x\d{2,4}|\d{2,3}0|768|1024|1536|2048|[1-3]x|small|medium|large|grande|thumb(nail)?|master|zoom)(?=[-_.@]|$)",
    re.IGNORECASE,
)
_WRAPPED = frozenset({"url", "src", "image", "img", "file", "path"})
_SCRIPTS = frozenset({"php", "asp", "aspx", "ashx", "jsp", "do", "cgi"})  # which picture they send stands in the query
_MEASURES = frozenset({"w", "h", "width", "height", "size", "q", "quality", "sw", "sh", "dpr", "fm", "format", "auto", "fit", "v"})
_PICTURES = frozenset({"jpg", "jpeg", "png", "gif", "webp", "avif", "svg", "jxl", "bmp", "tif", "tiff", "heic"})
_ENLARGING = re.compile(r"lightbox|fancybox|photoswipe|pswp|swipe|magnific|mfp-|zoom|gallery|enlarge", re.IGNORECASE)


def picture_name(address: str) -> str:
    """Return what tells one picture from another: the address without size, format and query; "" for drawings in place."""
    if not address or address.startswith(("data:", "blob:")):
        return ""
    parts = urlsplit(address)
    wrapped = next((value for key, value in parse_qsl(parts.query) if key in _WRAPPED), "")
    if "." in wrapped:
        return picture_name(wrapped)  # a service that resizes is told the picture's address
    stem, _, ending = parts.path.rpartition("/")[2].casefold().rpartition(".")
    if stem and ending not in _SCRIPTS:
        return _SIZES.sub("", stem)
    told = "&".join(f"{key}={value}" for key, value in parse_qsl(parts.query) if key not in _MEASURES)
    return _SIZES.sub("", f"{stem or ending}?{told}".casefold()) if told or stem or ending else parts.path.casefold()


def link_leads_away(page_url: str, link: Control, sources: Collection[str]) -> bool:
    """Whether a link around a picture from these addresses leads to another page, and does not show the picture larger."""
    if link.role not in {"", "link"} or "onclick" in link.attrs or _ENLARGING.search(link.tokens):
        return False
    return _leads_away(page_url, link.href, sources)


def source_leads_away(page_url: str, image: Tag, sources: Collection[str]) -> bool:
    """Whether an image of the source, which has these addresses, stands in a link that leads to another page."""
    link = image.find_parent("a", href=True)
    if link is None or link.get("role", "link") != "link" or link.has_attr("onclick"):
        return False
    marks = " ".join(f"{key} {value}" for key, value in link.attrs.items() if key != "href")
    return not _ENLARGING.search(marks) and _leads_away(page_url, str(link["href"]), sources)


def _leads_away(page_url: str, address: str, sources: Collection[str]) -> bool:
    """Whether an address is a page of the shop that is not this one.

    Not so are picture files, what stands on another host or beside the picture itself (where shops keep pictures), and
    addresses that name this page: views of the same product.
    """
    here, there = urlsplit(page_url), urlsplit(urljoin(page_url, address))
    if there.scheme not in {"http", "https"} or there.netloc != here.netloc or _is_picture(there.path, there.query):
        return False
    own, parts = _parts(here.path), _parts(there.path)
    if parts == own or (own and (own[-1] in parts or own[-1] in dict(parse_qsl(there.query)).values())):
        return False
    return all(_parts(urlsplit(urljoin(page_url, source)).path)[:1] != parts[:1] for source in sources if source)


def _parts(path: str) -> list[str]:
    return [part for part in path.split("/") if part]


def _is_picture(path: str, query: str) -> bool:
    addresses = (path, *(value for key, value in parse_qsl(query) if key in _WRAPPED))
    return any(a.partition("?")[0].rpartition(".")[2].casefold() in _PICTURES for a in addresses)
