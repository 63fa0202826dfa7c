import json
import shutil
from pathlib import Path

import pytest

from tests.auditor.cli.conftest import Auditor


@pytest.fixture
def judged(auditor: Auditor, run: Path) -> Path:
    auditor("judge", run)
    return run


def test_the_same_site_twice_is_told_apart(auditor: Auditor, judged: Path, tmp_path: Path) -> None:
    ran = auditor("benchmark", judged, judged, "-o", tmp_path / "out", "--format", "json", "--format", "html", "--format", "terminal")
    assert (ran.code, ran.err) == (0, "")
    made = json.loads((tmp_path / "out" / "benchmark.json").read_text(encoding="utf-8"))
    assert [shop["label"] for shop in made["shops"]] == ["shop.example (2026-11-24) #1", "shop.example (2026-11-24) #2"]
    assert (tmp_path / "out" / "benchmark.html").is_file()
    assert ran.out.splitlines()[-2:] == [str(tmp_path / "out" / f"benchmark.{kind}") for kind in ("json", "html")]


def test_two_to_twenty_folders(auditor: Auditor, judged: Path) -> None:
    assert auditor("benchmark", judged).refused(4, "2 to 20")
    assert auditor("benchmark", *[judged] * 21).refused(4, "not of 21")
    assert auditor("benchmark").refused(4, "RUN")


def test_twenty_folders_fit_into_eighty_columns(auditor: Auditor, judged: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    copies = [Path(shutil.copytree(judged, tmp_path / f"run{n}")) for n in range(20)]
    ran = auditor("benchmark", *copies, "--format", "terminal")
    assert ran.code == 0
    assert max(map(len, ran.out.splitlines())) <= 80
