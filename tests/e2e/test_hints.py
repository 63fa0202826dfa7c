"""Hints on the command line: exit codes, reports, and that no secret of an account is left behind."""

from __future__ import annotations

from pathlib import Path

import pytest

from auditor.demo.server import serve
from tests.e2e.auditing import COMMAND, audited, auditor
from tests.shops.corner import PASSWORD, STREET, USER, Corner, corner

ONE = ("--device", "desktop", "--no-probes")
USAGE, NOT_COMPLETED = 4, 3


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "out"


@pytest.mark.browser
def test_a_hook_that_fails_is_named_and_the_audit_is_not_complete(folder: Path) -> None:
    (folder.parent / "hooks.py").write_text("async def category(page):\n    raise ValueError('not today')\n")
    (folder.parent / "auditor.toml").write_text('[journey]\nhooks = "hooks.py"\n')
    with serve() as shop:
        audit = audited(shop.url, folder, *ONE)
    journey = audit.journeys["desktop"]
    assert (audit.code, journey.ended, journey.failure_code) == (NOT_COMPLETED, "failed", "hook_failed")
    said = "The hook category failed (hooks.py, line 2): ValueError: not today"
    assert audit.steps("desktop")["category"].reason == said
    assert said in journey.message
    assert "not today" in (folder / "report.html").read_text()
    assert audit.result.score.total is None


@pytest.mark.browser
def test_nothing_of_an_account_is_left_behind(folder: Path) -> None:
    (folder.parent / "auditor.toml").write_text(f'[journey]\nproduct = "/p/blue"\n[journey.login]\nurl = "/login"\nuser = "{USER}"\n')
    with corner(Corner(knows="form")) as shop:
        argv = ("/usr/bin/env", f"AUDITOR_LOGIN_PASSWORD={PASSWORD}", str(COMMAND))
        audit = auditor("run", shop.url, "-o", str(folder), *ONE, folder=folder, argv=argv)
        assert (shop.logins, shop.orders, shop.accounts) == (1, 0, 0)
    assert audit.journeys["desktop"].ended == "payment_reached", audit.journeys["desktop"].message
    kept = {file: file.read_bytes() for file in folder.rglob("*") if file.is_file()}
    for secret in (USER, PASSWORD, STREET, "Trader-Longname"):
        assert [str(file.relative_to(folder)) for file, content in kept.items() if secret.encode() in content] == []
        assert secret not in audit.stdout + audit.stderr


@pytest.mark.parametrize(
    ("table", "options", "said"),
    [
        ("", ("--product", "ftp://shop.example/"), "journey.product from --product: must be an address"),
        ("", ("--hooks", "none.py"), "The file of hooks none.py cannot be read"),
        ('[journey.login]\nuser = "a@b.example"', (), "AUDITOR_LOGIN_PASSWORD"),
        ("[journey.stages.cart]\nskip = true", (), "the stage cart cannot be skipped"),
    ],
)
def test_a_mistake_is_told_before_anything_is_done(folder: Path, table: str, options: tuple[str, ...], said: str) -> None:
    (folder.parent / "auditor.toml").write_text(table)
    audit = audited("http://127.0.0.1:1/", folder, *options)
    assert audit.code == USAGE
    assert said in audit.stderr
    assert not folder.exists()
