"""What Lighthouse measured on a page, as it stands in the result."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, WrapValidator

from auditor.words.message import Message

Said = Annotated[str, WrapValidator(lambda text, check: text if isinstance(text, Message) else check(text))]
Points = Annotated[int, Field(ge=0, le=100)]


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid")


class LighthouseAssertion(_Part):
    """A demand of the lighthouserc that is not met on a page; `actual` is null where Lighthouse gave no such figure."""

    audit: str
    level: Literal["warn", "error"]
    kind: Literal["minScore", "maxLength", "maxNumericValue"]
    expected: float
    actual: float | None


class LighthouseResult(_Part):
    """One page on one device; without scores, `error` or `same_as` says why."""

    device: str
    stage: str
    url: str
    landed: str = ""
    scores: dict[str, Points | None] = Field(default={}, description="0 to 100 for performance, accessibility, best-practices and seo")
    audits: dict[str, float] = Field(default={}, description="figures by Lighthouse's names: milliseconds, bytes, the shift without unit")
    error: Said = ""
    same_as: str = Field(default="", description="the stage on whose page this one was seen, having no page of its own")
    warnings: list[str] = []
    version: str = ""
    benchmark_index: float | None = Field(default=None, description="how fast Lighthouse found the machine")
    reliable: bool = Field(default=True, description="false: the machine was too slow for timings to mean something")
    tries: int = 0
    seconds: float = 0.0
    assertions: int = Field(default=0, description="demands of the lighthouserc that were held against this page")
    broken: list[LighthouseAssertion] = Field(default=[], description="those of them that are not met")

    @property
    def said(self) -> str:
        """The message in it."""
        return self.error
