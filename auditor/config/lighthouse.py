"""The `[lighthouse]` table: which pages Lighthouse CI measures after the journeys, and how long that may take."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from auditor.model.stage import Stage

USUAL = (Stage.HOME, Stage.CATEGORY, Stage.PRODUCT, Stage.CART, Stage.CHECKOUT)
"""The pages that are measured when nobody names any."""

Seconds = Annotated[float, Field(gt=0)]


class LighthouseSettings(BaseModel):
    """Lighthouse besides the audit; without stages it does not run."""

    model_config = ConfigDict(extra="forbid")

    stages: list[Stage] = Field(default=[], description="pages to measure, such as home, product, cart, checkout; empty: none")
    seconds: Seconds = Field(default=120, description="hard limit for one page, in seconds")
    max_seconds: Seconds = Field(default=1200, description="hard limit for all pages together, in seconds")
    assertions: Path | None = Field(
        default=None, description="lighthouserc file whose assertions are held; empty: the one of the working folder, if any"
    )
