"""A journey as the manifest keeps it, whether it was walked or never begun."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import asdict
from typing import Any

from auditor.events import DeviceEnded
from auditor.journey.walker import Walker
from auditor.model.device import Device
from auditor.model.journey import Ended, Journey, StepOutcome
from auditor.record.layout import folder_name
from auditor.record.manifest import RecordedJourney
from auditor.record.writer import JourneyWriter
from auditor.words.message import say
from auditor.words.wording import wording_of


def recorded(walker: Walker, writer: JourneyWriter, journey: Journey, site_pages: Mapping[str, str]) -> RecordedJourney:
    """Return a journey that was walked, redacted."""
    device = walker.tab.device
    language = walker.tab.written_in.most_common(1)[0][0] if walker.tab.written_in else ""
    data: dict[str, Any] = {
        "device": journey.device,
        "title": device.title,
        "folder": writer.folder.name,
        "mobile": device.mobile,
        "viewport": (device.width, device.height),
        "ended": journey.ended.value,
        "failure_code": journey.failure_code,
        "message": journey.message,
        "seconds": journey.seconds,
        "notes": [*journey.notes, *dict.fromkeys(writer.notes)],
        "steps": [{**asdict(s), "stage": s.stage.value, "outcome": s.outcome.value, "signals": list(s.signals)} for s in journey.steps],
        "product": {
            "title": walker.product.title,
            "url": walker.product.url,
            "choices": list(walker.product.choices),
            "price": str(walker.product.amount.value) if walker.product.amount else None,
            "currency": walker.product.amount.currency if walker.product.amount else "",
        },
        "country": walker.identity.country if walker.identity else walker.plan.country,
        "language": language,
        "consent": walker.consent,
        "blocked_requests": [{"method": b.method, "url": b.url[:500], "reason": b.reason} for b in walker.guard.blocked],
        "pages": writer.recorded,
        "pages_beside": writer.pages_beside,
        "missed_fields": sorted(walker.missed),
        "probes": _probes(walker, writer),
        "site_pages": dict(site_pages),
        "site_addresses": dict(writer.site_addresses),
    }
    kept = writer.redactor.value(data)
    return RecordedJourney.model_validate({**kept, "wording": {**writer.wording, **wording_of(kept)}})


def not_begun(device: Device, country: str, probes: Collection[str]) -> RecordedJourney:
    """Return the journey of a device that was never sent. `probes` are those that were planned."""
    why = say("The audit ended before this device was sent.")
    return RecordedJourney(
        device=device.name,
        title=device.title,
        folder=folder_name(device.name),
        mobile=device.mobile,
        viewport=(device.width, device.height),
        ended=Ended.INTERRUPTED,
        failure_code="interrupted",
        message=why,
        seconds=0.0,
        notes=[],
        steps=[],
        product={},
        country=country,
        language="",
        consent={},
        blocked_requests=[],
        pages={},
        probes=dict.fromkeys(sorted(probes), why),
        site_pages={},
        wording=wording_of([why]),
    )


def ended(journey: RecordedJourney) -> DeviceEnded:
    """Return the event that tells how a journey ended."""
    reached = [step.stage for step in journey.steps if step.outcome is StepOutcome.REACHED]
    return DeviceEnded(
        device=journey.device,
        ended=journey.ended,
        failure_code=journey.failure_code,
        message=journey.message,
        deepest_stage=max(reached, key=lambda stage: stage.position, default=None),
        seconds=journey.seconds,
    )


def _probes(walker: Walker, writer: JourneyWriter) -> dict[str, str]:
    """Say for every planned probe whether it ran; one whose moment never came says so."""
    return {name: writer.probed.get(name) or say("The journey never came to the moment for this probe.") for name in sorted(writer.probes)}
