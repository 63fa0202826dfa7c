"""The `[brand]` and `[report]` tables: whose report it is, and on which paper. Neither has a say in what is found."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from auditor.brand.brand import Paper

_COLOUR = re.compile(r"#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})")
_FAMILY = re.compile(r"[^\W_][\w -]{0,59}")  # it stands in a style sheet: no quotes, no escapes, nothing that ends a rule
_UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")


def _colour(text: str) -> str:
    if text and not _COLOUR.fullmatch(text):
        raise ValueError("must be a colour in hexadecimal digits, such as #0f5a66")
    if len(text) == 4:
        text = "#" + "".join(digit * 2 for digit in text[1:])
    return text.lower()


def _families(text: str) -> str:
    names = [name.strip() for name in text.split(",")] if text else []
    if not all(_FAMILY.fullmatch(name) for name in names):
        raise ValueError('must be names of fonts made of letters, digits, spaces and hyphens, such as "Source Serif 4, Georgia"')
    return ", ".join(names)


def _words(text: str) -> str:
    if _UNSEEN.search(text):
        raise ValueError("must not hold control characters")
    return text.strip()


def _line(text: str) -> str:
    if "\n" in text.strip() or "\t" in text:
        raise ValueError("must be a single line")
    return _words(text)


Colour = Annotated[str, AfterValidator(_colour)]
Families = Annotated[str, AfterValidator(_families), Field(max_length=300)]
Line = Annotated[str, AfterValidator(_line)]


class _Table(BaseModel):
    model_config = ConfigDict(extra="forbid")


class FontSettings(_Table):
    """Fonts of the machine the report is read on; none is embedded."""

    heading: Families = Field(default="", description="fonts of the headings, the preferred one first")
    text: Families = Field(default="", description="fonts of the text, the preferred one first")


class BrandSettings(_Table):
    """Whose report it is. Colours of severities cannot be changed: they mean something."""

    name: Annotated[Line, Field(max_length=80)] = Field(default="", description="who made the report")
    logo: Path | None = Field(default=None, description="PNG, JPEG, WebP or SVG file with the logo of who made the report")
    client_logo: Path | None = Field(default=None, description="PNG, JPEG, WebP or SVG file with the logo of whose shop it is")
    accent: Colour = Field(default="", description="colour of links, bars and marks, such as #0f5a66; made legible where it is not")
    fonts: FontSettings = Field(default=FontSettings(), description="fonts of headings and text")
    cover: Annotated[str, AfterValidator(_words), Field(max_length=1500)] = Field(
        default="", description="text on the first page; an empty line begins a new paragraph"
    )
    footer: Annotated[Line, Field(max_length=200)] = Field(default="", description="line at the end of the report and of each page")
    hide_tool: bool = Field(default=False, description="do not name this tool in the report")
    templates: Path | None = Field(default=None, description="folder with templates of one's own, see docs/reports.md")


class ReportSettings(_Table):
    """How reports are laid out."""

    paper: Paper = Field(default="A4", description="paper of the PDF and of the printed page: A4 or Letter")
