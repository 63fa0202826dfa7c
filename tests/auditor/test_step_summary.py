from pathlib import Path

from auditor.step_summary import LARGEST, VARIABLE, add_to_step_summary


def test_a_report_is_added_to_what_stands_there(tmp_path: Path) -> None:
    report, summary = tmp_path / "report.md", tmp_path / "summary"
    report.write_text("## Score\n", encoding="utf-8")
    summary.write_text("Before.\n", encoding="utf-8")
    assert add_to_step_summary(report, {VARIABLE: str(summary)}) == ""
    assert summary.read_text(encoding="utf-8") == "Before.\n## Score\n"


def test_outside_of_github_nothing_is_written(tmp_path: Path) -> None:
    assert add_to_step_summary(tmp_path / "report.md", {}) == ""
    assert list(tmp_path.iterdir()) == []


def test_a_summary_never_grows_beyond_what_github_takes(tmp_path: Path) -> None:
    report, summary = tmp_path / "report.md", tmp_path / "summary"
    report.write_bytes(b"x" * 10)
    summary.write_bytes(b"y" * (LARGEST - 9))
    assert "no room" in add_to_step_summary(report, {VARIABLE: str(summary)})
    assert summary.stat().st_size == LARGEST - 9


def test_a_summary_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    report = tmp_path / "report.md"
    report.touch()
    assert "cannot be written" in add_to_step_summary(report, {VARIABLE: str(tmp_path / "none" / "summary")})
