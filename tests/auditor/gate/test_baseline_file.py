from pathlib import Path

import pytest

from auditor.errors import ConfigError
from auditor.gate.baseline_file import baseline_text, read_baseline
from auditor.gate.known import Baseline, KnownFinding
from auditor.model.outcome import Severity

FINDINGS = [
    KnownFinding("speed-lcp", "home", ("desktop", "mobile"), Severity.MAJOR, "ffffffffffffffff", "Late “hero”."),
    KnownFinding("speed-lcp", None, ("shop",), Severity.MINOR, "aaaaaaaaaaaaaaaa", "Late."),
    KnownFinding("cart-edit", "cart", ("mobile",), Severity.CRITICAL, "bbbbbbbbbbbbbbbb", "No field."),
]


def baseline(path: Path, findings: list[KnownFinding] = FINDINGS) -> Baseline:
    return Baseline(str(path), {one.fingerprint: one for one in findings})


def test_a_file_is_read_as_it_was_written(tmp_path: Path) -> None:
    file = tmp_path / "auditor.baseline.json"
    file.write_text(baseline_text(baseline(file)), encoding="utf-8")
    assert read_baseline(file) == baseline(file)


def test_findings_stand_in_one_order_a_line_each_fact(tmp_path: Path) -> None:
    text = baseline_text(baseline(tmp_path))
    assert text == baseline_text(baseline(tmp_path, FINDINGS[::-1]))
    lines = text.splitlines()
    assert [line.strip() for line in lines if '"fingerprint"' in line] == [f'"fingerprint": "{16 * c}",' for c in "baf"]
    assert '      "message": "Late “hero”."' in lines
    assert text.endswith("}\n")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("", "Invalid JSON: "),
        ("[]", "Input should be an object"),
        ('{"findings": []}', "baseline_version: Field required"),
        ('{"baseline_version": "2", "findings": []}', "baseline_version: "),
        ('{"baseline_version": "1", "findings": [{"check": "a"}]}', r"findings\.0\.stage: Field required"),
        (b"\xff", "Invalid JSON: "),
    ],
)
def test_a_damaged_file_is_named(tmp_path: Path, content: str | bytes, said: str) -> None:
    file = tmp_path / "auditor.baseline.json"
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    with pytest.raises(ConfigError, match=f"cannot be read: {said}"):
        read_baseline(file)


def test_a_missing_file_says_how_to_write_one(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="Write it with `auditor baseline RUN"):
        read_baseline(tmp_path / "none.json")
    with pytest.raises(ConfigError, match="cannot be read: Is a directory"):
        read_baseline(tmp_path)
