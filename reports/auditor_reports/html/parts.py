"""The journeys and findings of the report, with their pictures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditor_reports.html.exhibits import Exhibit, exhibits_of
from auditor_reports.view import journeys
from auditor_reports.view.readings import Address, Sighting, addresses_of, sightings_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from auditor.api import JourneyResult
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


@dataclass(frozen=True)
class Way:
    """One device's journey with its stops and their pictures."""

    anchor: str
    journey: JourneyResult
    stops: Sequence[journeys.Stop]
    shots: Mapping[str, Shot]
    stopped_at: str
    why: str
    about_shop: bool
    consent: str

    def picture_anchor(self, stage: str) -> str:
        """Return the id of a stage's picture in the document."""
        return f"{self.anchor}-{stage}"


def way_of(journey: JourneyResult, place: int, album: Album, consent: str) -> Way:
    """Return the journey at a place among the journeys, its pictures embedded."""
    stops = journeys.stops_of(journey)
    shots = {stop.stage: shot for stop in stops if (shot := _thumbnail(stop.screenshot, album))}
    return Way(
        anchor=f"journey-{place}",
        journey=journey,
        stops=stops,
        shots=shots,
        stopped_at=journeys.where_it_ended(journey),
        why=journeys.why_it_ended(journey),
        about_shop=journeys.is_about_shop(journey),
        consent=consent,
    )


def _thumbnail(screenshot: str | None, album: Album) -> Shot | None:
    path = album.file(screenshot) if screenshot else None
    size = album.size(path) if path else None
    return album.shot(path, widest=_THUMBNAIL[size[1] > size[0]]) if path and size else None


def card_of(number: int, topic: Topic, album: Album) -> Card:
    """Return a finding with its evidence."""
    sightings = sightings_of(topic.problems)
    return Card(number, topic, sightings, addresses_of(sightings), exhibits_of(sightings, album))
