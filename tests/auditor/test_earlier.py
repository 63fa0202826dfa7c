from pathlib import Path

import pytest

from auditor.api import Kind, Result
from auditor.earlier import earlier_run, unlike
from auditor.record.layout import RESULT
from tests.auditor.specimens import check, result, verdict, walked

NOW = result([verdict(check("speed-a")), verdict(check("trust-a"), Kind.FAIL)], [walked()])


def state(day: int, **facts: object) -> Result:
    """The same audit on another day of the month before."""
    return NOW.model_copy(update={"started_at": f"2026-10-{day:02}T10:00:00+00:00", **facts})


def keep(run: Path, kept: Result | str) -> Path:
    run.mkdir(parents=True)
    (run / RESULT).write_text(kept if isinstance(kept, str) else kept.model_dump_json(indent=1), encoding="utf-8")
    return run


def test_the_newest_earlier_result_beside_a_run_is_found(tmp_path: Path) -> None:
    run = keep(tmp_path / "now", NOW)
    for day in (3, 20, 11):
        keep(tmp_path / f"run-{day}", state(day))
    keep(tmp_path / "later", NOW.model_copy(update={"started_at": "2026-12-01T10:00:00+00:00"}))
    keep(tmp_path / "other", state(21, site="https://other.example/"))
    found = earlier_run(NOW, run)
    assert found is not None
    assert found.started_at == "2026-10-20T10:00:00+00:00"


def test_a_run_alone_has_none_before_it(tmp_path: Path) -> None:
    run = keep(tmp_path / "now", NOW)
    keep(tmp_path / "deep" / "run", state(1))
    (tmp_path / "a file").touch()
    assert earlier_run(NOW, run) is None
    assert earlier_run(NOW, tmp_path / "gone" / "run") is None


@pytest.mark.parametrize("written", ["", "{", '{"site": "https://shop.example/"}', '{"site": "https://shop.example/", "score": []}'])
def test_a_damaged_result_is_passed_over(tmp_path: Path, written: str) -> None:
    keep(tmp_path / "broken", written)
    keep(tmp_path / "good", state(1))
    assert earlier_run(NOW, keep(tmp_path / "now", NOW)) is not None


RULES = state(1).score.model_copy(update={"scoring_version": "0"})
WEIGHTS = state(1).score.model_copy(update={"weights_hash": "0"})


@pytest.mark.parametrize(
    ("other", "reason"),
    [
        (state(1), ""),
        (state(1, site="https://shop.example"), ""),
        (state(1, site="https://shop.example/en"), "it is about https://shop.example/en"),
        (NOW, "it is not older"),
        (state(1, started_at="yesterday"), "it is not older"),
        (state(1, started_at="2026-10-01T10:00:00"), ""),
        (state(1, score=RULES), "it was scored by other rules or weights"),
        (state(1, score=WEIGHTS), "it was scored by other rules or weights"),
        (state(1, config={"only": ["speed"]}), "it looked at other devices or checks"),
        (state(1, config={"devices": ["mobile"]}), "it looked at other devices or checks"),
        (state(1, config={"lang": "de"}), ""),
    ],
)
def test_only_what_was_made_alike_is_compared(other: Result, reason: str) -> None:
    assert unlike(NOW, other) == reason
