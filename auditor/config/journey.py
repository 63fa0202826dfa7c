"""The `[journey]` table: what a shop or a set-up that needs a hint is told. Everything in it is optional."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from auditor.model.stage import Stage

SKIPPABLE = (Stage.CATEGORY, Stage.SEARCH)
"""The stages a shopper can do without; each of the others is on the only way to the payment."""


def is_address(text: str) -> bool:
    """Whether a text is an address, in full or a path of the shop, rather than the name of something."""
    return text.startswith("/") or "://" in text


def _address(text: str) -> str:
    if not text:
        return text
    if not is_address(text):
        raise ValueError("must be an address: https://… or a path of the shop such as /cart")
    if text.startswith("/") and not text.startswith("//"):
        return text
    try:
        parts = urlsplit(text)
        good = parts.scheme in {"http", "https"} and bool(parts.hostname) and " " not in parts.netloc and parts.port != 0
    except ValueError:
        good = False
    if not good:
        raise ValueError("must be an address: https://… or a path of the shop such as /cart")
    if "@" in re.split(r"[/?#]", text.partition("://")[2])[0]:  # an address is stored and shown, a password must not be
        raise ValueError("must not hold a user or a password; AUDITOR_BASIC_AUTH takes them")
    return text


def _address_or_name(text: str) -> str:
    return _address(text) if is_address(text) else text.strip()


def _coordinates(text: str) -> str:
    if text:
        parts = text.split(",")
        try:
            latitude, longitude = (float(part) for part in parts)
        except ValueError:
            raise ValueError('must be latitude and longitude in degrees, such as "52.52,13.40"') from None
        if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
            raise ValueError("must be a latitude from -90 to 90 and a longitude from -180 to 180")
    return text


Address = Annotated[str, AfterValidator(_address)]


class _Table(BaseModel):
    model_config = ConfigDict(extra="forbid")


class LoginSettings(_Table):
    """Logging in before the journey; the password comes from the environment variable AUDITOR_LOGIN_PASSWORD alone."""

    url: Address = Field(default="", description="address of the login page; empty: the link of the home page that leads there")
    user: str = Field(min_length=1, description="user name or e-mail address of a test account")


class StageSettings(_Table):
    """What is done on the way to one stage; what it leads to is verified like anything the journey finds by itself."""

    url: Address = Field(default="", description="address to open, in full or as a path of the shop")
    selector: str = Field(default="", description="CSS selector of what to press, or to type into for search; pierces open shadow roots")
    text: str = Field(default="", description="what stands on it, instead of a selector")
    skip: bool = Field(default=False, description="leave this stage out; category and search only")

    @model_validator(mode="after")
    def _one_way(self) -> StageSettings:
        if self.selector and self.text:
            raise ValueError("takes a selector or a text, not both")
        if self.skip and (self.url or self.selector or self.text):
            raise ValueError("is skipped, so it takes no url, selector or text")
        return self


class JourneySettings(_Table):
    """Hints for the journey."""

    product: Annotated[str, AfterValidator(_address_or_name)] = Field(default="", description="address or name of the product to buy")
    search: str = Field(default="", description="term to search for; empty: the name of a product")
    hooks: Path | None = Field(default=None, description="Python file with step hooks, see docs/journeys.md")
    geolocation: Annotated[str, AfterValidator(_coordinates)] = Field(default="", description='where the browser is: "latitude,longitude"')
    login: LoginSettings | None = Field(default=None, description="log in before the journey")
    stages: dict[Stage, StageSettings] = Field(default={}, description="hints for single stages")

    @property
    def coordinates(self) -> tuple[float, float] | None:
        """Latitude and longitude, None without a geolocation."""
        if not self.geolocation:
            return None
        latitude, longitude = self.geolocation.split(",")
        return float(latitude), float(longitude)
