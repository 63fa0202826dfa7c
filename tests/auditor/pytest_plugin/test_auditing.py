"""One audit per session. The audit itself is played."""

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from auditor.pytest_plugin.asked import Asked
from auditor.pytest_plugin.audit import ShopAudit
from auditor.pytest_plugin.auditing import AuditFailed, audit_of, or_fail
from tests.auditor.pytest_plugin.projects import CHECKS
from tests.auditor.specimens import check, result, verdict, walked


@pytest.fixture
def asked(tmp_path: Path) -> Asked:
    return Asked("https://shop.example", None, None, ("mobile",), ("trust",), tmp_path / "audit", tmp_path, "one", is_worker=False)


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> dict[str, Any]:
    """What the played audit comes to, and the commands it got."""
    told: dict[str, Any] = {"commands": [], "code": 0, "error": "", "writes": True, "breaks": None}

    def run(command: Sequence[str], _: Path) -> tuple[int, str]:
        told["commands"].append(command)
        if told["breaks"]:
            raise told["breaks"]
        if told["writes"]:
            (tmp_path / "audit").mkdir(exist_ok=True)
            made = result([verdict(check("trust-a"))], [walked()])
            (tmp_path / "audit" / "result.json").write_text(made.model_dump_json(), encoding="utf-8")
        return told["code"], told["error"]

    monkeypatch.setattr("auditor.pytest_plugin.auditing.run_to_end", run)
    return told


def test_the_workers_of_a_session_share_one_audit(asked: Asked, calls: dict[str, Any]) -> None:
    worker = replace(asked, is_worker=True)
    assert audit_of(worker).result == audit_of(worker).result == audit_of(asked).result
    (command,) = calls["commands"]
    assert command[4:] == ["run", "https://shop.example", "-o", str(asked.folder), "--quiet", "--device", "mobile", "--only", "trust"]


def test_the_next_session_audits_again(asked: Asked, calls: dict[str, Any]) -> None:
    audit_of(asked)
    audit_of(replace(asked, session="two"))
    assert len(calls["commands"]) == 2


def test_an_audit_that_failed_is_not_tried_by_each_worker(asked: Asked, calls: dict[str, Any]) -> None:
    calls.update(code=3, error="No browser could be started.", writes=False)
    for _ in range(2):
        with pytest.raises(AuditFailed, match="No browser could be started"):
            audit_of(asked)
    assert len(calls["commands"]) == 1


@pytest.mark.parametrize("breaks", [KeyboardInterrupt(), pytest.fail.Exception("Timeout"), OSError("No memory")])
def test_an_audit_that_was_broken_off_is_not_begun_again(asked: Asked, calls: dict[str, Any], breaks: BaseException) -> None:
    calls.update(breaks=breaks)
    with pytest.raises(type(breaks)):
        or_fail(asked, {})
    for one in (asked, replace(asked, is_worker=True)):
        with pytest.raises(pytest.fail.Exception, match=r"could not be audited\. It was broken off"):
            or_fail(one, {})
    assert len(calls["commands"]) == 1
    calls.update(breaks=None)
    assert audit_of(replace(asked, session="two")).result.verdicts


def test_a_file_of_another_tool_is_left_alone(asked: Asked, calls: dict[str, Any]) -> None:
    asked.folder.mkdir()
    theirs = asked.folder / "result.json"
    theirs.write_text('{"tests": 12}', encoding="utf-8")
    with pytest.raises(AuditFailed, match=r"holds no earlier audit.*--shop-audit-dir"):
        audit_of(asked)
    assert (json.loads(theirs.read_text(encoding="utf-8")), calls["commands"]) == ({"tests": 12}, [])


def test_nothing_of_yesterday_is_taken_for_todays(asked: Asked, calls: dict[str, Any]) -> None:
    audit_of(asked)
    (asked.folder / "report.html").touch()
    calls.update(code=4, error="A mistake in a setting.", writes=False)
    with pytest.raises(AuditFailed, match="A mistake in a setting"):
        audit_of(replace(asked, session="two"))
    assert list(asked.folder.iterdir()) == []


def test_an_audit_that_was_cut_short_has_a_result(asked: Asked, calls: dict[str, Any]) -> None:
    calls.update(code=3)
    assert audit_of(asked).result.verdicts


def test_files_of_the_project_take_no_modules_place_and_its_own_checks_and_hooks_are_found(asked: Asked) -> None:
    """The audit ends before a browser is started: its last preparation, after checks and hooks are loaded, meets a mistake."""
    (asked.root / "click.py").write_text("raise SystemExit('The wrong click.')", encoding="utf-8")
    for folder in ("auditor", "own"):
        (asked.root / folder).mkdir()
    (asked.root / "auditor" / "__init__.py").touch()
    (asked.root / "own" / "mine.py").write_text(CHECKS, encoding="utf-8")
    (asked.root / "steps.py").write_text("async def before_cart(page): pass", encoding="utf-8")
    (asked.root / "auditor.toml").write_text(
        'checks = ["own"]\njourney.hooks = "steps.py"\nlighthouse = { stages = ["home"], assertions = "none.json" }', encoding="utf-8"
    )
    with pytest.raises(AuditFailed, match=r"none\.json cannot be read"):
        audit_of(replace(asked, only=("trust-good",)))


def test_a_damaged_note_is_none(asked: Asked, calls: dict[str, Any]) -> None:
    (asked.folder.parent / ".audit.json").write_text("[", encoding="utf-8")
    assert audit_of(asked).run == asked.folder


def test_each_test_fails_with_the_reason_where_there_is_no_audit(asked: Asked, calls: dict[str, Any]) -> None:
    calls.update(code=4, error="No such thing.", writes=False)
    kept: dict[str, ShopAudit | str] = {}
    for _ in range(2):
        with pytest.raises(pytest.fail.Exception, match=r"could not be audited\. No such thing"):
            or_fail(asked, kept)
