"""A recording read back: what checks look at. Pure: files in, values out, each read once when first asked for."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import urldefrag

from pydantic import ValidationError

from auditor.errors import RecordingError, first_fault
from auditor.external.lighthouse_artifact import LighthousePage, read_page
from auditor.external.lighthouserc import Assertions, restored_assertions
from auditor.facts.page import PageFacts
from auditor.model.journey import Ended, Journey, Step, StepOutcome, Typed
from auditor.model.stage import Stage
from auditor.noise.machine import Machine
from auditor.observe import Control, Observation
from auditor.record.artifacts import (
    AxeResult,
    Cookie,
    Disclosure,
    Message,
    Request,
    Timings,
    read_axe,
    read_network,
    read_timings,
)
from auditor.record.layout import LIGHTHOUSE, LIGHTHOUSE_ASSERTIONS, MANIFEST, RECORDING, RECORDING_VERSION
from auditor.record.manifest import Manifest, RecordedJourney, RecordedStep
from auditor.record.places import called
from auditor.words.message import say
from auditor.words.wording import restored

if TYPE_CHECKING:
    from bs4 import BeautifulSoup

_T = TypeVar("_T")


NOT_REACHED = "The {page} page was not reached on {device}: {reason}"


_FORM = "form-"
CART_PAGE = "cart-page"


class Missing(Exception):
    """An artifact, page or probe that a check needs is not in the recording; says which and why."""


class PageRecord:
    """One recorded page: of a stage, or one the shop links to. `recorded_on` is the day the audit began, None if it is not known."""

    def __init__(
        self,
        folder: Path,
        device: str,
        place: str,
        stage: Stage | None,
        *,
        mobile: bool,
        language: str = "",
        known: Mapping[str, Collection[str]] = MappingProxyType({}),
        furniture: Callable[[], Collection[str]] = frozenset,
        reached: Callable[[], Iterable[PageRecord]] = tuple,
        recorded_on: date | None = None,
    ) -> None:
        self.folder = folder
        self.recorded_on = recorded_on
        self.device = called(device)
        self.place = called(place)
        self.stage = stage
        self.mobile = mobile
        self._language = language
        self._known = known
        self._furniture = furniture
        self._reached = reached

    @property
    def other_pages(self) -> Iterator[PageRecord]:
        """The other pages the same journey reached: what stands on them too is no matter of this page."""
        return (page for page in self._reached() if page.folder != self.folder)

    def leads_to(self, control: Control, concept: str) -> bool:
        """Whether a link, whatever its name, leads to the page that is known as the concept's by what it says."""
        return bool(control.href) and urldefrag(control.href)[0] in self._known.get(concept, ())

    @cached_property
    def observation(self) -> Observation:
        """What the page showed."""
        return self._read("observation.json", Observation)

    @cached_property
    def facts(self) -> PageFacts:
        """What the page means: prices, cards, buy box, fields, checkout; the same as the journey read."""
        return PageFacts(self.observation, usual_language=self._language, furniture=self._furniture())

    @cached_property
    def html(self) -> str:
        """The document's source as it stood."""
        file = self.path("page.html")
        try:
            return file.read_text(encoding="utf-8")
        except ValueError as error:
            raise self._damaged("page.html") from error

    @cached_property
    def soup(self) -> BeautifulSoup:
        """The document parsed."""
        from bs4 import BeautifulSoup  # slow to load, and a history or a report needs no page's source

        return BeautifulSoup(self.html, "lxml")

    @cached_property
    def network(self) -> tuple[Request, ...]:
        """The requests since the page before."""
        return self._read("network.json", read_network)

    @cached_property
    def timings(self) -> Timings:
        """How fast the page appeared."""
        return self._read("timings.json", read_timings)

    @cached_property
    def console(self) -> tuple[Message, ...]:
        """Console errors, warnings, exceptions."""
        return self._read("console.json", lambda data: tuple(Message(**m) for m in data))

    @cached_property
    def cookies(self) -> tuple[Cookie, ...]:
        """All cookies of the visitor, values removed."""
        return self._read("cookies.json", lambda data: tuple(Cookie(**c) for c in data["cookies"]))

    @cached_property
    def stored_names(self) -> Mapping[str, Sequence[str]]:
        """Names in the local and session storage."""
        return self._read("cookies.json", lambda data: {name: list(data["storage"][name]) for name in ("local", "session")})

    @cached_property
    def headers(self) -> Mapping[str, str]:
        """The main document's response headers, names in lower case."""
        return self._read("headers.json", lambda data: {k.lower(): v for k, v in data["headers"].items()})

    @cached_property
    def tls(self) -> Mapping[str, Any]:
        """How the main document was secured: protocol, issuer, validFrom, validTo (seconds since 1970); empty without HTTPS."""
        return self._read("headers.json", lambda data: dict(data["tls"] or {}))

    @cached_property
    def typed(self) -> tuple[Disclosure, ...]:
        """Which requests carried the e-mail address or phone number that was typed."""
        return self._read("typed.json", lambda data: tuple(Disclosure(**d) for d in data))

    @cached_property
    def axe(self) -> AxeResult:
        """Automated accessibility findings."""
        return self._read("axe.json", read_axe)

    def collected(self, artifact: str) -> Any:
        """Return what a plugin's collector recorded in a file such as `meta.json`; raises `Missing` if it did not."""
        return self._read(artifact, lambda data: data)

    @property
    def url(self) -> str:
        """Address of the page."""
        return self.observation.url

    def path(self, artifact: str) -> Path:
        """Return the file of an artifact; raises `Missing` if it was not recorded."""
        file = self.folder / artifact
        if not file.is_file():
            raise Missing(
                say("{artifact} was not recorded for the {place} page on {device}", artifact=artifact, place=self.place, device=self.device)
            )
        return file

    def _read(self, artifact: str, made_of: Callable[[Any], _T]) -> _T:
        """Make a value of a JSON artifact; raises `Missing` if there is none, or one that is not what it should be."""
        file = self.path(artifact)
        try:
            return made_of(json.loads(file.read_text(encoding="utf-8")))
        except (ValueError, TypeError, LookupError, AttributeError) as error:
            raise self._damaged(artifact) from error

    def _damaged(self, artifact: str) -> Missing:
        return Missing(
            say("{artifact} of the {place} page on {device} is damaged", artifact=artifact, place=self.place, device=self.device)
        )


class JourneyRecord:
    """One device's recorded journey."""

    def __init__(
        self,
        root: Path,
        recorded: RecordedJourney,
        known: Mapping[str, Collection[str]] = MappingProxyType({}),
        recorded_on: date | None = None,
    ) -> None:
        self.recorded = recorded.with_messages()
        self.recorded_on = recorded_on
        self.device = called(recorded.device)
        self.title = recorded.title
        self.mobile = recorded.mobile
        self.viewport = recorded.viewport
        self.language = recorded.language
        self.country = recorded.country
        self.consent = recorded.consent
        self.product = recorded.product
        self._known = known
        self._folder = root / recorded.folder
        self._lighthouse = root / LIGHTHOUSE

    @property
    def said(self) -> object:
        """Every message of the journey itself, for the wording of a result."""
        recorded = self.recorded
        steps = [(step.action, step.reason, *step.signals) for step in recorded.steps]
        return recorded.message, recorded.notes, recorded.probes, recorded.site_pages, recorded.blocked_requests, steps

    @cached_property
    def journey(self) -> Journey:
        """The steps and how it ended."""
        r = self.recorded
        steps = tuple(map(_step, r.steps))
        return Journey(r.device, Ended(r.ended), steps, r.failure_code, r.message, r.seconds, tuple(r.notes))

    def reached(self, stage: Stage) -> bool:
        """Whether a stage was verifiably reached."""
        step = self.journey.step(stage)
        return step is not None and step.outcome is StepOutcome.REACHED

    def why_not(self, stage: Stage) -> str:
        """Say why there is no page of a stage."""
        step = self.journey.step(stage)
        reason = step.reason if step is not None and step.reason else self.recorded.message
        return say(NOT_REACHED, page=called(stage.value), device=self.device, reason=reason)

    def page(self, stage: Stage) -> PageRecord:
        """Return the page of a stage that was reached; raises `Missing` for one that was not."""
        if not self.reached(stage):
            raise Missing(self.why_not(stage))
        if stage.value not in self.recorded.pages:
            raise Missing(say("The {page} page was not recorded on {device}", page=called(stage.value), device=self.device))
        return self._pages[stage]

    @property
    def all_pages(self) -> Iterator[tuple[PageRecord, Sequence[str]]]:
        """Every recorded page with the files that were written for it, those of stages that failed and linked pages too."""
        for stage, page in self._pages.items():
            yield page, self.recorded.pages[stage.value]
        for beside in (*self.more_forms, self.cart_page):
            if beside is not None:
                yield beside, ("observation.json",)
        for name, told in self.recorded.site_pages.items():
            if told == "recorded":
                yield self.site_page(name), ("observation.json",)

    @property
    def pages(self) -> Iterator[PageRecord]:
        """The pages of all stages that were reached, in order."""
        for stage in Stage:
            if self.reached(stage) and stage.value in self.recorded.pages:
                yield self._pages[stage]

    def probe(self, name: str) -> Mapping[str, Any]:
        """Return what an active probe found; raises `Missing` with the reason if it did not run."""
        if self.recorded.probes.get(name) != "recorded":
            raise Missing(
                self.recorded.probes.get(name)
                or say("The probe {name} was not run on {device}: {message}", name=name, device=self.device, message=self.recorded.message)
            )
        file = self._folder / "probes" / f"{name}.json"
        if not file.is_file():
            raise Missing(say("probes/{name}.json is missing on {device}", name=name, device=self.device))
        try:
            found = json.loads(file.read_text(encoding="utf-8"))
        except ValueError as error:
            raise Missing(say("probes/{name}.json is damaged on {device}", name=name, device=self.device)) from error
        if not isinstance(found, dict):
            raise Missing(say("probes/{name}.json is damaged on {device}", name=name, device=self.device))
        return dict(restored(found, self.recorded.wording))

    @cached_property
    def lighthouse(self) -> tuple[LighthousePage, ...]:
        """What Lighthouse measured, page by page; nothing where it was not asked for.

        Raises `Missing` where it was, but nothing came of it on this device.
        """
        if not self._lighthouse.is_dir():
            return ()
        folder = self._lighthouse / self.recorded.folder
        files = [(stage, folder / f"{stage}.json") for stage in Stage if (folder / f"{stage}.json").is_file()]
        if not files:
            raise Missing(say("Lighthouse did not come to its turn on {device}", device=called(self.device)))
        try:
            return tuple(read_page(json.loads(file.read_text(encoding="utf-8")), self.device, stage.value) for stage, file in files)
        except (LookupError, TypeError, ValueError, AttributeError) as error:
            raise Missing(say("What Lighthouse measured is damaged on {device}", device=called(self.device))) from error

    @cached_property
    def more_forms(self) -> tuple[PageRecord, ...]:
        """The forms of the checkout that are on pages of their own, beside those of the stages, in order."""
        return tuple(self._beside(name, Stage.ADDRESS) for name in self.recorded.pages_beside if name.startswith(_FORM))

    @cached_property
    def cart_page(self) -> PageRecord | None:
        """The cart's own page, where the stage is a cart that lies over another one and leads there; None if it was not opened."""
        return self._beside(CART_PAGE, Stage.CART) if CART_PAGE in self.recorded.pages_beside else None

    def _beside(self, name: str, stage: Stage) -> PageRecord:
        return self._page(self._folder / "beside" / name, stage)

    def _page(self, folder: Path, stage: Stage, *, has_furniture: bool = True) -> PageRecord:
        return PageRecord(
            folder,
            self.device,
            stage.value,
            stage,
            mobile=self.mobile,
            language=self.language,
            known=self._known,
            furniture=self._standing_forms if has_furniture else frozenset,
            reached=lambda: self.pages,
            recorded_on=self.recorded_on,
        )

    def has_site_page(self, name: str) -> bool:
        """Whether a page the shop links to (terms, privacy, delivery_info ...) was recorded."""
        return self.recorded.site_pages.get(name) == "recorded"

    def site_page(self, name: str) -> PageRecord:
        """Return a page the shop links to; raises `Missing` with the reason if there is none."""
        if not self.has_site_page(name):
            raise Missing(
                self.recorded.site_pages.get(name)
                or say("The page “{name}” was not looked for on {device}", name=called(name), device=self.device)
            )
        folder = self._folder / "site" / name
        return PageRecord(
            folder,
            self.device,
            name,
            None,
            mobile=self.mobile,
            language=self.language,
            known=self._known,
            reached=lambda: self.pages,
            recorded_on=self.recorded_on,
        )

    @cached_property
    def attempts(self) -> tuple[Mapping[str, Any], ...]:
        """Every try at a control on the way, as the trace holds them; raises `Missing` if there is no trace."""
        file = self._folder / "trace.jsonl"
        if not file.is_file():
            raise Missing(say("trace.jsonl was not recorded on {device}", device=self.device))
        try:
            return tuple(json.loads(line) for line in file.read_text(encoding="utf-8").splitlines())
        except ValueError as error:
            raise Missing(say("trace.jsonl is damaged on {device}", device=self.device)) from error

    @cached_property
    def _pages(self) -> dict[Stage, PageRecord]:
        return {
            stage: self._page(self._folder / stage.value, stage, has_furniture=stage is not Stage.HOME)
            for stage in Stage
            if stage.value in self.recorded.pages
        }

    def _standing_forms(self) -> Collection[str]:
        """The forms of the home page, which are no part of a checkout that shows them too."""
        try:
            return self.page(Stage.HOME).facts.standing_forms
        except Missing:
            return frozenset()


def _step(recorded: RecordedStep) -> Step:
    typed = tuple(Typed(t.label, t.characters, t.autocomplete) for t in recorded.typed)
    return Step(**{**dict(recorded), "signals": tuple(recorded.signals), "typed": typed})


def _day(moment: str) -> date | None:
    try:
        return date.fromisoformat(moment[:10])
    except ValueError:
        return None


class Recording:
    """The recording of one audit: every device's journey."""

    def __init__(self, root: Path, manifest: Manifest) -> None:
        self.root = root
        self.manifest = manifest
        self.site = manifest.site
        began = _day(manifest.started_at)
        known: dict[str, set[str]] = defaultdict(set)  # recorded once, on the device that came first, linked on all
        for recorded in manifest.journeys:
            for concept, address in recorded.site_addresses.items():
                known[concept].add(address)
        self.journeys = tuple(JourneyRecord(root, recorded, known, began) for recorded in manifest.journeys)
        told = manifest.machine
        self.machine = Machine(told.before, told.after, manifest.browser) if told else None

    @classmethod
    def load(cls, run: Path) -> Recording:
        """Read the recording of a run folder; raises `RecordingError` naming what is wrong with it."""
        root = run / RECORDING if (run / RECORDING).is_dir() else run
        file = root / MANIFEST
        if not file.is_file():
            raise RecordingError(
                f"{run} holds no recording ({MANIFEST} is missing). Give the folder that `auditor run` or `auditor record` wrote."
            )
        try:
            manifest = Manifest.model_validate_json(file.read_bytes())
        except ValidationError as error:
            raise RecordingError(f"{file} cannot be read: {first_fault(error)}. Record the shop again.") from error
        if manifest.recording_version != RECORDING_VERSION:
            raise RecordingError(
                f"{file} is of recording version {manifest.recording_version}, this tool reads {RECORDING_VERSION}. Record the shop again."
            )
        return cls(root, manifest)

    @cached_property
    def lighthouse_assertions(self) -> Assertions | None:
        """What a lighthouserc demanded of the pages, None if there was none; raises `RecordingError` if that is damaged."""
        file = self.root / LIGHTHOUSE / LIGHTHOUSE_ASSERTIONS
        if not file.is_file():
            return None
        try:
            return restored_assertions(json.loads(file.read_text(encoding="utf-8")))
        except (LookupError, TypeError, ValueError) as error:
            raise RecordingError(f"{file} cannot be read. Record the shop again.") from error

    def journey(self, *, mobile: bool) -> JourneyRecord | None:
        """Return the first journey of a form factor, None if there is none."""
        return next((j for j in self.journeys if j.mobile is mobile), None)
