import json
from pathlib import Path
from typing import Any

import pytest

from auditor.cli.events_file import events_file, line
from auditor.errors import ConfigError, ExitCode, ReportError
from auditor.events import Event, Noted, RunEnded
from tests.auditor.test_events import EVENTS


def read(file: Path) -> list[Any]:
    return [json.loads(text) for text in file.read_text(encoding="utf-8").splitlines()]


def test_each_event_is_on_disk_as_soon_as_it_is_told(tmp_path: Path) -> None:
    file = tmp_path / "new" / "events.jsonl"
    with events_file(str(file)) as tell:
        for number, event in enumerate(EVENTS, start=1):
            tell(event)
            assert len(read(file)) == number
    assert [told["event"] for told in read(file)] == [getattr(event, "event", "") for event in EVENTS]
    assert list(read(file)[0])[:2] == ["event", "time"]


def test_an_earlier_file_gives_way(tmp_path: Path) -> None:
    file = tmp_path / "events.jsonl"
    file.write_text("of yesterday\n", encoding="utf-8")
    with events_file(str(file)) as tell:
        tell(RunEnded(exit_code=0))
    assert len(read(file)) == 1


@pytest.mark.parametrize("text", ["one\ntwo\r\u2028three", "half a character \ud800", "“quoted” \x00"])
def test_whatever_a_shop_writes_stays_on_one_line_of_ascii(text: str) -> None:
    written = line(Noted(device="desktop", text=text))
    assert written.isascii()
    assert len(written.splitlines()) == 1
    assert json.loads(written)["text"] == text


def test_a_file_that_cannot_be_opened_is_a_usage_error(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(ConfigError, match="--events") as caught, events_file(str(tmp_path / "file" / "events.jsonl")):
        pass
    assert caught.value.exit_code is ExitCode.USAGE


def test_a_full_disk_costs_the_events_and_not_the_audit() -> None:
    heard: list[Event] = []

    def audit() -> None:
        with events_file("/dev/full") as tell:
            for event in EVENTS:
                tell(event)
                heard.append(event)

    with pytest.raises(ReportError, match="incomplete: No space left"):
        audit()
    assert heard == EVENTS


def test_a_dash_is_stdout(capsys: pytest.CaptureFixture[str]) -> None:
    with events_file("-") as tell:
        tell(RunEnded(exit_code=3))
    assert json.loads(capsys.readouterr().out)["exit_code"] == 3
