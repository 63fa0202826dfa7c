"""What becomes of devices when the time is up. Journeys are stand-ins; nothing here needs a browser."""

import asyncio
import json
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest

from auditor.config.load import load_config
from auditor.events import DeviceEnded, Event, Events
from auditor.model.device import Device
from auditor.model.journey import Ended, Journey
from auditor.plan import make_plan
from auditor.record import session as module
from auditor.record.journey_entry import not_begun
from auditor.record.layout import MANIFEST, RECORDING
from auditor.record.recording import Recording


@pytest.fixture
def lasts(monkeypatch: pytest.MonkeyPatch) -> dict[str, float]:
    """How long the journey of each device lasts, in seconds of the clock that the session looks at; -1: for ever."""
    journeys: dict[str, float] = {}
    clock = SimpleNamespace(now=0.0)

    @asynccontextmanager
    async def launched(_: object) -> AsyncIterator[Any]:
        browser = SimpleNamespace(version="1", is_connected=lambda: True)
        yield SimpleNamespace(browser=browser, devices={})

    async def one_device(session: Any, _: object, device: Device, seconds: float) -> None:
        if journeys[device.name] < 0:
            await asyncio.Event().wait()
        clock.now += min(journeys[device.name], seconds)
        ended = not_begun(device, "", session.plan.probes)
        session.journeys.append(ended.model_copy(update={"ended": Ended.FAILED, "failure_code": "out_of_time"}))

    monkeypatch.setattr(module, "launched", launched)
    monkeypatch.setattr(module, "_one_device", one_device)
    monkeypatch.setattr(module, "time", SimpleNamespace(monotonic=lambda: clock.now))
    return journeys


async def recorded(folder: Path, told: list[Event], **settings: Any) -> tuple[bool, dict[str, str | None]]:
    config = load_config({"devices": ["desktop", "mobile"], **settings}, alone=True)
    plan = make_plan([], probes=True, everything=False)
    interrupted = await module.record("https://shop.example", config, plan, folder, Events(told.append))
    journeys = json.loads((folder / RECORDING / MANIFEST).read_text(encoding="utf-8"))["journeys"]
    return interrupted, {journey["device"]: journey["failure_code"] for journey in journeys}


async def test_a_device_for_which_no_time_is_left_is_recorded_as_never_sent(tmp_path: Path, lasts: dict[str, float]) -> None:
    lasts |= {"desktop": 9.5, "mobile": 1}
    told: list[Event] = []
    interrupted, journeys = await recorded(tmp_path, told, max_seconds=1.2)
    assert journeys == {"desktop": "out_of_time", "mobile": "interrupted"}
    assert interrupted
    assert [event.device for event in told if isinstance(event, DeviceEnded)] == ["mobile"]
    mobile = Recording.load(tmp_path).journeys[1]
    assert (mobile.journey.ended, mobile.journey.steps) == ("interrupted", ())
    assert mobile.journey.message == "The audit ended before this device was sent."


async def test_each_device_gets_its_share_of_what_is_left(tmp_path: Path, lasts: dict[str, float]) -> None:
    lasts |= {"desktop": 900, "mobile": 900}
    interrupted, journeys = await recorded(tmp_path, [], max_seconds=100)
    assert (interrupted, list(journeys.values())) == (False, ["out_of_time", "out_of_time"])


async def test_a_journey_that_does_not_end_is_ended_by_force(
    tmp_path: Path, lasts: dict[str, float], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_GRACE_SECONDS", 0.0)
    lasts["desktop"] = -1
    interrupted, journeys = await recorded(tmp_path, [], max_seconds=0.05)
    assert interrupted
    assert journeys == {"desktop": "interrupted", "mobile": "interrupted"}


async def test_an_interrupt_names_the_devices_that_were_not_sent(
    tmp_path: Path, lasts: dict[str, float], monkeypatch: pytest.MonkeyPatch
) -> None:
    async def interrupted(*_: object) -> None:
        task = asyncio.current_task()
        assert task is not None
        task.cancel()
        await asyncio.Event().wait()

    monkeypatch.setattr(module, "_one_device", interrupted)
    assert await recorded(tmp_path, []) == (True, {"desktop": "interrupted", "mobile": "interrupted"})


# -- what comes after the journey -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("code", "notes"), [(None, 1), ("out_of_time", 0)])
async def test_what_comes_after_the_journey_ends_with_the_devices_time(code: str | None, notes: int) -> None:
    walker, writer = SimpleNamespace(plan=SimpleNamespace(max_seconds=10.0)), SimpleNamespace(notes=[])
    journey = Journey("desktop", Ended.FAILED, failure_code=code)
    work = asyncio.Event().wait()

    async def for_ever() -> None:
        await work

    await module._within_time(cast(Any, walker), cast(Any, writer), journey, time.monotonic() - 10.0, for_ever())
    assert len(writer.notes) == notes


async def test_what_is_done_in_time_is_not_disturbed() -> None:
    walker, writer = SimpleNamespace(plan=SimpleNamespace(max_seconds=600.0)), SimpleNamespace(notes=[])
    done: list[str] = []

    async def work() -> None:
        done.append("linked pages")

    await module._within_time(cast(Any, walker), cast(Any, writer), Journey("desktop", Ended.FAILED), time.monotonic(), work())
    assert (done, writer.notes) == (["linked pages"], [])
