import json
from pathlib import Path

import pytest

from auditor.record.layout import MANIFEST, RECORDING, RESULT
from tests.auditor.cli.conftest import Auditor

FILE = "auditor.baseline.json"
RETURNS = ("--only", "postpurchase-returns-link", "--fail-on", "minor")


def test_a_run_whose_findings_are_accepted_passes(auditor: Auditor, run: Path, tmp_path: Path) -> None:
    assert auditor("judge", run, *RETURNS).code == 1
    ran = auditor("baseline", run)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith(f"{FILE}: ")
    passed = auditor("judge", run, *RETURNS, "--baseline", FILE, "--max-new", "0")
    assert (passed.code, passed.err) == (0, "")
    gate = json.loads((run / RESULT).read_text(encoding="utf-8"))["gate"]
    assert (gate["baseline"]["path"], gate["baseline"]["new"], gate["baseline"]["stale"]) == (FILE, 0, [])
    assert gate["baseline"]["known"] > 0
    (tmp_path / "auditor.toml").write_text(f'[gate]\nbaseline = "{FILE}"', encoding="utf-8")
    assert auditor("judge", run, *RETURNS).code == 0


def test_written_again_it_is_the_same_to_the_byte(auditor: Auditor, run: Path, tmp_path: Path) -> None:
    auditor("judge", run)
    auditor("baseline", run)
    first = (tmp_path / FILE).read_bytes()
    assert "(0 new, 0 taken out)" in auditor("baseline", run).out
    assert (tmp_path / FILE).read_bytes() == first


def test_what_is_new_fails(auditor: Auditor, run: Path, tmp_path: Path) -> None:
    auditor("judge", run, *RETURNS)
    auditor("baseline", run)
    known = json.loads((tmp_path / FILE).read_text(encoding="utf-8"))
    known["findings"].pop()
    (tmp_path / FILE).write_text(json.dumps(known), encoding="utf-8")
    assert auditor("judge", run, *RETURNS, "--baseline", FILE).code == 1
    assert auditor("judge", run, "--only", "postpurchase-returns-link", "--fail-on", "none", "--baseline", FILE, "--max-new", "0").code == 1


def test_what_a_narrower_run_did_not_look_at_stays(auditor: Auditor, run: Path, tmp_path: Path) -> None:
    auditor("judge", run)
    auditor("baseline", run)
    whole = (tmp_path / FILE).read_bytes()
    auditor("judge", run, *RETURNS)
    auditor("baseline", run)
    assert (tmp_path / FILE).read_bytes() == whole


def test_what_is_gone_is_named_and_taken_out(auditor: Auditor, run: Path, tmp_path: Path) -> None:
    auditor("judge", run, *RETURNS)
    auditor("baseline", run, "-o", "known.json")
    known = json.loads((tmp_path / "known.json").read_text(encoding="utf-8"))
    known["findings"][0]["fingerprint"] = "0" * 16
    (tmp_path / "known.json").write_text(json.dumps(known), encoding="utf-8")
    auditor("judge", run, *RETURNS, "--baseline", "known.json")
    gate = json.loads((run / RESULT).read_text(encoding="utf-8"))["gate"]
    assert gate["baseline"]["stale"] == [{"fingerprint": "0" * 16, "check": "postpurchase-returns-link"}]
    assert "1 finding of the baseline known.json is gone" in auditor("report", run, "--format", "terminal").out
    assert "(1 new, 1 taken out)" in auditor("baseline", run, "--output", "known.json").out


@pytest.mark.parametrize("content", [None, "", "{", '{"baseline_version": "9", "findings": []}'])
def test_a_baseline_that_cannot_be_used_is_no_empty_one(auditor: Auditor, run: Path, tmp_path: Path, content: str | None) -> None:
    if content is not None:
        (tmp_path / FILE).write_text(content, encoding="utf-8")
    assert auditor("judge", run, "--baseline", FILE).refused(4, FILE)


def test_nothing_judged_accepts_nothing(auditor: Auditor, run: Path, tmp_path: Path) -> None:
    auditor("judge", run, "--only", "checkout-guest-option")
    assert auditor("baseline", run).refused(5, "nothing was judged")
    assert not (tmp_path / FILE).exists()


def test_a_run_that_was_not_judged_is_refused(auditor: Auditor, run: Path) -> None:
    assert auditor("baseline", run).refused(3, "holds no result.json")


def test_new_findings_are_counted_against_a_baseline_alone(auditor: Auditor, run: Path) -> None:
    assert auditor("judge", run, "--max-new", "0").refused(4, "gate.max_new", "--baseline")


def test_the_day_of_a_waiver_is_that_of_the_audit(auditor: Auditor, run: Path, tmp_path: Path) -> None:
    waiver = '[[gate.waivers]]\ncheck = "postpurchase-returns-link"\nreason = "New theme"\nuntil = 2026-11-24'
    (tmp_path / "auditor.toml").write_text(waiver, encoding="utf-8")
    assert auditor("judge", run, *RETURNS).code == 0
    manifest = run / RECORDING / MANIFEST
    manifest.write_text(manifest.read_text(encoding="utf-8").replace("2026-11-24T10:01", "2026-11-25T00:01"), encoding="utf-8")
    assert auditor("judge", run, *RETURNS).code == 1
