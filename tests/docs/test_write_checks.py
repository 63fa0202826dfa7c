"""The pages of docs/checks/ say what the checks say, and a page that does not is found."""

from pathlib import Path

import pytest

from auditor.api import Check
from docs.write_checks import FOLDER, INDEX, built_in_checks, escaped, main, page, pages, stale_pages

CHECKS = built_in_checks()


@pytest.fixture
def written(tmp_path: Path) -> Path:
    folder = tmp_path / "checks"
    assert main([], folder) == 0
    return folder


def test_the_committed_pages_are_up_to_date() -> None:
    assert stale_pages(FOLDER, pages(CHECKS)) == [], "run `make docs` and commit docs/checks/"


def test_what_was_just_written_is_not_stale(written: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert main(["--check"], written) == 0
    assert capsys.readouterr() == ("", "")
    assert len(list(written.iterdir())) == len(CHECKS) + 1


def test_a_changed_a_missing_and_a_left_over_page_are_named_and_left_alone(written: Path, capsys: pytest.CaptureFixture[str]) -> None:
    changed, missing = (f"{check.id}.md" for check in CHECKS[:2])
    (written / changed).write_text("# Something else\n", encoding="utf-8")
    (written / missing).unlink()
    (written / "no-such-check.md").write_text("# Gone\n", encoding="utf-8")
    capsys.readouterr()
    assert main(["--check"], written) == 1
    named = capsys.readouterr().err.split()
    assert named == sorted(f"checks/{name}" for name in (changed, missing, "no-such-check.md"))
    assert (written / changed).read_text(encoding="utf-8") == "# Something else\n"


def test_writing_again_mends_what_is_stale_and_removes_what_is_left_over(written: Path) -> None:
    (written / f"{CHECKS[0].id}.md").write_text("# Something else\n", encoding="utf-8")
    (written / "no-such-check.md").write_text("# Gone\n", encoding="utf-8")
    assert main([], written) == 0
    assert main(["--check"], written) == 0
    assert not (written / "no-such-check.md").exists()


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: str(check.id))
def test_a_page_says_all_a_check_says(check: Check) -> None:
    text = page(check)
    for said in (check.title, check.failure_title, check.why, check.fix, check.limits):
        assert escaped(said) in text
    for source in check.sources:
        assert f"({source.url})" in text
        assert escaped(source.figure) in text
    assert f"devices: {check.devices}" in text
    assert all(stage.value in text for stage in check.stages)
    assert ("not legal advice" in text) is (check.legal or bool(check.laws))


def test_the_index_names_every_check_once() -> None:
    listed = pages(CHECKS)[INDEX]
    assert [listed.count(f"]({check.id}.md)") for check in CHECKS] == [1] * len(CHECKS)


def test_signs_of_markdown_are_shown_as_they_are() -> None:
    assert escaped("a|b <br> *x* [y] _z_ `q`") == r"a\|b \<br> \*x\* \[y\] \_z\_ \`q\`"
