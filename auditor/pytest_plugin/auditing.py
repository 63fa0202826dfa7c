"""Makes the audit of a session once, whichever worker needs it first."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from auditor.audit import forget_audit, judged, load_result, read_survey, verify_folder
from auditor.errors import AuditorError
from auditor.pytest_plugin.asked import Asked
from auditor.pytest_plugin.audit import ShopAudit
from auditor.pytest_plugin.process import run_to_end
from auditor.record.layout import RESULT
from auditor.result.model import Result

_BROKEN_OFF = "It was broken off, as by a limit for the time of a test, and is not begun again in this session."


class AuditFailed(Exception):
    """The audit came to no result; says why."""


def audit_of(asked: Asked) -> ShopAudit:
    """Audit the shop, or take what another worker of this session found, or judge an earlier audit. Raises `AuditFailed`."""
    try:
        if asked.run is not None:
            result = judged(asked.run, asked.chosen.checks, asked.config, asked.chosen.broken, read_survey(asked.config))
            return ShopAudit(asked.run, result)
        return ShopAudit(asked.folder, _shared(asked))
    except AuditorError as error:
        raise AuditFailed(str(error)) from error


def _shared(asked: Asked) -> Result:
    """Audit under a lock, and note beside the run folder what came of it, so that nobody else of the session does it again."""
    note = asked.folder.with_name(f".{asked.folder.name}.json")
    note.parent.mkdir(parents=True, exist_ok=True)
    with _locked(note.with_suffix(".lock"), asked):
        told = _read(note)
        if told.get("session") != asked.session:
            verify_folder(asked.folder, "--shop-audit-dir")
            forget_audit(asked.folder)  # whatever goes wrong, nothing of yesterday passes for today's
            told = {"session": asked.session, "error": _BROKEN_OFF}
            note.write_text(json.dumps(told), encoding="utf-8")  # so that not each test walks through the shop until it is stopped
            told["error"] = _audit(asked)
            note.write_text(json.dumps(told), encoding="utf-8")
    if told["error"]:
        raise AuditFailed(told["error"])
    return load_result(asked.folder)


def _read(note: Path) -> dict[str, str]:
    try:
        told = json.loads(note.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return told if isinstance(told, dict) else {}


@contextmanager
def _locked(file: Path, asked: Asked) -> Iterator[None]:
    """Let one worker through at a time; a session without workers needs no lock."""
    if not asked.is_worker:
        yield
        return
    try:
        from filelock import FileLock
    except ImportError as error:
        raise AuditFailed("Workers share one audit by a file lock: pip install 'storefront-auditor[pytest]'.") from error
    with FileLock(file):
        yield


def _audit(asked: Asked) -> str:
    """Audit in a process of its own, since a test session may have an event loop running; returns why there is no result, or ""."""
    options = [
        *(("--config", str(asked.config_file)) if asked.config_file else ()),
        *(part for device in asked.devices_named for part in ("--device", device)),
        *(part for name in asked.only for part in ("--only", name)),
    ]
    # -P: what lies in the folder, such as a click.py, is no part of the audit
    command = [sys.executable, "-P", "-m", "auditor", "run", asked.url, "-o", str(asked.folder), "--quiet", *options]
    code, said = run_to_end(command, asked.root)
    if (asked.folder / RESULT).is_file():
        return ""  # whatever the code: an audit that was not completed has a rule that says so
    return said.strip() or f"The audit ended with exit code {code}."


def or_fail(asked: Asked, kept: dict[str, ShopAudit | str]) -> ShopAudit:
    """Return the audit of this process, made once; fails the test where there is none."""
    if "audit" not in kept:
        try:
            kept["audit"] = audit_of(asked)
        except AuditFailed as failure:
            kept["audit"] = str(failure)
    audit = kept["audit"]
    if isinstance(audit, str):
        pytest.fail(f"The shop could not be audited. {audit}", pytrace=False)
    return audit
