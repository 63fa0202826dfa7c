"""The journeys and findings of the report, with their pictures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditor_reports.html.anchors import anchor_of
from auditor_reports.html.exhibits import Exhibit, exhibits_of
from auditor_reports.view import journeys
from auditor_reports.view.lighthouse import LighthouseRow, lighthouse_rows
from auditor_reports.view.loading import PageLoading
from auditor_reports.view.readings import Address, Sighting, addresses_of, sightings_of
from auditor_reports.view.stations import Leg, legs_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from auditor.api import EffortResult, JourneyResult, LighthouseResult
    from auditor_reports.html.album import Album, Shot
    from auditor_reports.view.topics import Topic

_THUMBNAIL = {True: 440, False: 960}  # pixels: pictures higher than wide, others


@dataclass(frozen=True)
class Card:
    """A finding with its number, evidence and pictures."""

    number: int
    topic: Topic
    sightings: Sequence[Sighting]
    addresses: Sequence[Address]
    exhibits: Sequence[Exhibit]

    @property
    def anchor(self) -> str:
        """Its id in the document."""
        return anchor_of(self.topic.id)

    def on(self, device: str) -> bool:
        """Whether the problem was met on a device; one of the whole shop is met on all."""
        return any(verdict.device in {None, device} for verdict in self.topic.problems)

    @property
    def confidence(self) -> str:
        """How sure the surest of its problems is."""
        return min((v.confidence for v in self.topic.problems), key=("high", "med", "low").index, default="high")


@dataclass(frozen=True)
class Way:
    """One device's journey with its stops, their pictures, and how the pages loaded."""

    anchor: str
    journey: JourneyResult
    stops: Sequence[journeys.Stop]
    legs: Sequence[Leg]
    pages: Sequence[PageLoading]
    shots: Mapping[str, Shot]
    stopped_at: str
    why: str
    about_shop: bool
    consent: str
    lighthouse: Sequence[LighthouseRow]

    def picture_anchor(self, stage: str) -> str:
        """Return the id of a stage's picture in the document."""
        return f"{self.anchor}-{stage}"


@dataclass(frozen=True)
class Surveyor:
    """What the map of a journey is drawn from besides the journey itself."""

    album: Album
    topics: Sequence[Topic]
    effort: Mapping[str, EffortResult]
    consent: Mapping[str, str]
    pages: Mapping[str, Sequence[PageLoading]]
    lighthouse: Sequence[LighthouseResult] = ()

    def way(self, journey: JourneyResult, place: int) -> Way:
        """Return the journey at a place among the journeys, its pictures embedded."""
        stops = journeys.stops_of(journey)
        shown = [(stop.stage, found) for stop in stops if (found := _thumbnail(stop.screenshot, self.album))]
        made = self.album.shots([found for _, found in shown])
        shots = {stage: shot for (stage, _), shot in zip(shown, made, strict=True) if shot}
        return Way(
            anchor=f"journey-{place}",
            journey=journey,
            stops=stops,
            legs=legs_of(journey, self.effort.get(journey.device), self.topics),
            pages=self.pages.get(journey.device, ()),
            shots=shots,
            stopped_at=journeys.where_it_ended(journey),
            why=journeys.why_it_ended(journey),
            about_shop=journeys.is_about_shop(journey),
            consent=self.consent.get(journey.device, ""),
            lighthouse=lighthouse_rows(self.lighthouse, journey.device),
        )


def _thumbnail(screenshot: str | None, album: Album) -> tuple[Path, int] | None:
    """The file of a small picture and how wide it is to be, None if there is none."""
    path = album.file(screenshot) if screenshot else None
    size = album.size(path) if path else None
    return (path, _THUMBNAIL[size[1] > size[0]]) if path and size else None


def cards_of(topics: Sequence[Topic], album: Album) -> list[Card]:
    """Return findings in order, numbered, each with its evidence."""
    return [_card(number, topic, album) for number, topic in enumerate(topics, start=1)]


def _card(number: int, topic: Topic, album: Album) -> Card:
    sightings = sightings_of(topic.problems)
    return Card(number, topic, sightings, addresses_of(sightings), exhibits_of(sightings, album))
