import json
from pathlib import Path

import pytest

from auditor.record.layout import RESULT
from tests.auditor.cli.conftest import Auditor


@pytest.fixture
def judged(auditor: Auditor, run: Path) -> Path:
    auditor("judge", run)
    return run


def test_all_usual_reports_are_made_again(auditor: Auditor, judged: Path) -> None:
    ran = auditor("report", judged)
    assert (ran.code, ran.err) == (0, "")
    assert (judged / "report.html").read_text(encoding="utf-8").startswith("<!doctype html>")
    assert "https://shop.example/" in ran.out
    assert ran.out.splitlines()[-1] == f"{judged / 'report.html'}"


def test_a_report_can_go_elsewhere(auditor: Auditor, judged: Path, tmp_path: Path) -> None:
    copy = tmp_path / "out" / "copy.json"
    ran = auditor("report", judged, "--format", f"json={copy}")
    assert (ran.code, ran.out) == (0, f"{copy}\n")
    assert json.loads(copy.read_text(encoding="utf-8")) == json.loads((judged / RESULT).read_text(encoding="utf-8"))


def test_an_unknown_format_names_the_closest_and_makes_nothing(auditor: Auditor, judged: Path) -> None:
    assert auditor("report", judged, "--format", "terminal", "--format", "html", "--format", "htlm").refused(
        4, "'htlm'", "Did you mean html?"
    )
    assert not (judged / "report.html").exists()


def test_a_place_that_cannot_be_written_is_named(auditor: Auditor, judged: Path) -> None:
    assert auditor("report", judged, "--format", f"html={judged / RESULT / 'x.html'}").refused(3, "cannot be written")


def test_a_folder_that_was_not_judged_says_how(auditor: Auditor, run: Path) -> None:
    assert auditor("report", run).refused(3, f"holds no {RESULT}", "auditor judge")


def test_a_missing_folder_is_named(auditor: Auditor, tmp_path: Path) -> None:
    assert auditor("report", tmp_path / "none").refused(4, str(tmp_path / "none"))


def test_a_damaged_result_is_named(auditor: Auditor, judged: Path) -> None:
    (judged / RESULT).write_text("{", encoding="utf-8")
    assert auditor("report", judged).refused(3, RESULT, "cannot be read")


def test_no_colours_without_a_terminal(auditor: Auditor, judged: Path) -> None:
    assert "\x1b" not in auditor("report", judged, "--format", "terminal").out


def test_colours_can_be_forced(auditor: Auditor, judged: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plain = auditor("report", judged, "--format", "terminal").out
    monkeypatch.setenv("FORCE_COLOR", "1")
    forced = auditor("report", judged, "--format", "terminal").out
    assert "\x1b[" in forced
    assert len(forced) > len(plain)


@pytest.mark.parametrize(("name", "value"), [("NO_COLOR", "1"), ("TERM", "dumb")])
def test_no_colours_wins(auditor: Auditor, judged: Path, monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv(name, value)
    assert "\x1b" not in auditor("report", judged, "--format", "terminal").out


def earlier(judged: Path, folder: Path, **facts: object) -> Path:
    """The same result, of a month before, in another folder."""
    folder.mkdir()
    known = json.loads((judged / RESULT).read_text(encoding="utf-8"))
    (folder / RESULT).write_text(json.dumps(known | {"started_at": "2020-01-02T10:00:00+00:00"} | facts), encoding="utf-8")
    return folder


def test_a_report_says_what_changed_since_another_run(auditor: Auditor, judged: Path, tmp_path: Path) -> None:
    before = earlier(judged, tmp_path / "elsewhere")
    assert auditor("report", judged, "--since", before, "--format", "html").code == 0
    assert "Since 2 January 2020" in (judged / "report.html").read_text(encoding="utf-8")


def test_the_run_beside_is_found_without_asking(auditor: Auditor, judged: Path) -> None:
    assert auditor("report", judged, "--format", "html").code == 0
    assert "Since 2 January 2020" not in (judged / "report.html").read_text(encoding="utf-8")
    earlier(judged, judged.parent / "before")
    assert auditor("report", judged, "--format", "html").code == 0
    assert "Since 2 January 2020" in (judged / "report.html").read_text(encoding="utf-8")


def test_a_run_that_cannot_be_compared_with_is_refused(auditor: Auditor, judged: Path, tmp_path: Path) -> None:
    other = earlier(judged, tmp_path / "other", site="https://other.example/")
    assert auditor("report", judged, "--since", other).refused(4, "cannot be compared", "it is about https://other.example/")
    assert auditor("report", judged, "--since", tmp_path / "none").refused(4, str(tmp_path / "none"))


# -- whose report it is ------------------------------------------------------------------------------------------------------------


def page(judged: Path) -> str:
    return (judged / "report.html").read_text(encoding="utf-8")


def test_a_brand_comes_from_the_configuration(auditor: Auditor, judged: Path, tmp_path: Path) -> None:
    (tmp_path / "auditor.toml").write_text('[brand]\nname = "Kessler"\nhide_tool = true\n', encoding="utf-8")
    assert auditor("report", judged, "--format", "html").err == ""
    assert "Kessler" in page(judged)
    assert "storefront-auditor" not in page(judged)


def test_another_brand_can_be_named(auditor: Auditor, judged: Path, tmp_path: Path) -> None:
    (tmp_path / "auditor.toml").write_text('[brand]\nname = "Kessler"\n', encoding="utf-8")
    (tmp_path / "vega.toml").write_text('[brand]\nfooter = "For Vega"\naccent = "#ffcc00"\n', encoding="utf-8")
    ran = auditor("report", judged, "--format", "html", "--brand", "vega.toml", "--paper", "letter")
    assert ran.code == 0
    assert ran.err.startswith("auditor: brand.accent #ffcc00 is too weak on paper")
    assert "For Vega" in page(judged)
    assert "Kessler" not in page(judged)
    assert "@page { size: letter; }" in page(judged)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ('logo = "none.png"', ("brand.logo", "there is no file", "none.png")),
        ('client_logo = "vega.toml"', ("brand.client_logo", "is no picture", "PNG, JPEG, WebP or SVG")),
        ('accent = "red"', ("brand.accent from", "vega.toml", "#0f5a66", "'red'")),
        ('fonts.text = "</style>"', ("brand.fonts.text from", "vega.toml", "letters, digits, spaces and hyphens")),
        ('templates = "none"', ("brand.templates", "there is no folder")),
        ("nme = 1", ("'nme'", "Did you mean name?")),
    ],
)
def test_a_brand_that_cannot_be_used_is_refused_before_any_report(
    auditor: Auditor, judged: Path, tmp_path: Path, line: str, words: tuple[str, ...]
) -> None:
    (tmp_path / "vega.toml").write_text(f"[brand]\n{line}\n", encoding="utf-8")
    assert auditor("report", judged, "--brand", "vega.toml").refused(4, *words)
    assert not (judged / "report.html").exists()


def test_a_missing_file_of_a_brand_is_named(auditor: Auditor, judged: Path) -> None:
    assert auditor("report", judged, "--brand", "none.toml").refused(4, "none.toml", "cannot be read")


def test_a_template_that_breaks_costs_the_other_reports_nothing(auditor: Auditor, judged: Path, tmp_path: Path) -> None:
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "footer.html.j2").write_text("\n{{ nothing }}", encoding="utf-8")
    (tmp_path / "vega.toml").write_text('[brand]\ntemplates = "own"\n', encoding="utf-8")
    ran = auditor("report", judged, "--brand", "vega.toml", "--format", "html", "--format", f"json={tmp_path / 'copy.json'}")
    assert (ran.code, (tmp_path / "copy.json").is_file()) == (3, True)
    assert "footer.html.j2, line 2, broke" in ran.err


# -- the PDF ----------------------------------------------------------------------------------------------------------------------


def test_without_a_browser_there_is_no_pdf(auditor: Auditor, judged: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("auditor.browser.launch.installed_chromium", lambda: tmp_path / "none")
    assert auditor("report", judged, "--format", "pdf").refused(3, "could not be started", "auditor doctor --install")
    assert not (judged / "report.pdf").exists()


@pytest.mark.browser
def test_a_pdf_is_written_beside_the_result(auditor: Auditor, judged: Path) -> None:
    ran = auditor("report", judged, "--format", "pdf")
    assert (ran.code, ran.out) == (0, f"{judged / 'report.pdf'}\n")
    assert (judged / "report.pdf").read_bytes().startswith(b"%PDF-")


def test_a_report_is_made_in_the_language_that_was_asked_for(auditor: Auditor, judged: Path) -> None:
    ran = auditor("report", judged, "--lang", "fr", "--format", "html", "--format", "terminal")
    assert ran.code == 0
    assert '<html lang="fr"' in (judged / "report.html").read_text(encoding="utf-8")
    assert "Score" in ran.out
    assert "Report" not in ran.out


@pytest.mark.parametrize("language", ["nl", "xx", "German"])
def test_an_unknown_language_names_the_known_ones_and_makes_nothing(auditor: Auditor, judged: Path, language: str) -> None:
    assert auditor("report", judged, "--lang", language).refused(4, repr(language), "de, en, es, fr")
    assert not (judged / "report.html").exists()
