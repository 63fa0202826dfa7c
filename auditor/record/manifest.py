"""recording/manifest.json: what was asked, what happened, and the index of the artifacts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from auditor.model.journey import Ended, StepOutcome
from auditor.model.stage import Stage
from auditor.words.wording import restored

TOOL = "storefront-auditor"
"""What this tool is called in recordings and results."""


class ManifestModel(BaseModel):
    """Base of the manifest's parts: unknown keys are an error, so that another version is noticed."""

    model_config = ConfigDict(extra="forbid")


class RecordedField(ManifestModel):
    """A field that was typed into; never what was typed."""

    label: str
    characters: int
    autocomplete: str = ""


class RecordedStep(ManifestModel):
    """A step of a journey; times in seconds."""

    stage: Stage
    outcome: StepOutcome
    url: str
    title: str
    action: str
    attempts: int
    seconds: float
    reason: str | None
    screenshot: str | None
    signals: list[str]
    clicks: int
    fields: int
    characters: int
    choices: int
    page_loads: int
    wait_seconds: float
    dialogs: int = 0
    errors: int = 0
    scrolled: float = 0.0
    typed: list[RecordedField] = []

    def with_messages(self, wording: Mapping[str, Mapping[str, Any]]) -> RecordedStep:
        """Return the step with its messages as they were made."""
        return self.model_copy(update={name: restored(getattr(self, name), wording) for name in ("action", "reason", "signals")})


class RecordedJourney(ManifestModel):
    """One device's journey and where its artifacts are."""

    device: str
    title: str
    folder: str = Field(pattern="^[a-z0-9-]+$")
    mobile: bool
    viewport: tuple[int, int]
    ended: Ended
    failure_code: str | None
    message: str
    seconds: float
    notes: list[str]
    steps: list[RecordedStep]
    product: dict[str, Any]
    country: str
    language: str
    consent: dict[str, Any]
    blocked_requests: list[dict[str, str]]
    pages: dict[str, list[str]] = Field(description="stage -> artifacts that were recorded")
    pages_beside: list[str] = Field(default=[], description="pages that are no stage's: further forms of the checkout, the cart's page")
    missed_fields: list[str] = Field(
        default=[], description="names of fields left empty, without which the shop refused a form of the checkout"
    )
    probes: dict[str, str] = Field(description="probe -> 'recorded' or why it was not")
    site_pages: dict[str, str] = Field(description="linked page -> 'recorded' or why it was not")
    site_addresses: dict[str, str] = Field(
        default={},
        description="linked page -> address of the link to it, where it is known by what it says, with or without a link that names it",
    )
    wording: dict[str, dict[str, Any]] = Field(default={}, description="how texts of this journey were made, for other languages")

    def with_messages(self) -> RecordedJourney:
        """Return the journey with its messages as they were made; not to be validated again, which would make texts of them."""
        said = {
            name: restored(getattr(self, name), self.wording) for name in ("message", "notes", "probes", "site_pages", "blocked_requests")
        }
        return self.model_copy(update={**said, "steps": [step.with_messages(self.wording) for step in self.steps]})


class RecordedBy(ManifestModel):
    """The tool that made the recording."""

    name: str
    version: str


class RecordedMachine(ManifestModel):
    """How fast the machine was before and after the journeys, in units of Lighthouse's BenchmarkIndex."""

    before: float | None = None
    after: float | None = None


class Manifest(ManifestModel):
    """The recording of one audit."""

    recording_version: str
    tool: RecordedBy
    site: str
    started_at: str
    finished_at: str
    seconds: float
    browser: str
    machine: RecordedMachine | None = Field(default=None, description="null where no pages were timed, and in older recordings")
    config: dict[str, Any] = Field(description="the resolved configuration, secrets redacted")
    journeys: list[RecordedJourney]
