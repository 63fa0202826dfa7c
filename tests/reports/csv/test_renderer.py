import csv
import io
import re
import unicodedata
from pathlib import Path

import pytest
from auditor_reports.csv.renderer import renderer
from auditor_reports.csv.table import COLUMNS

from auditor.api import Check, Effort, Result, Severity
from auditor.result.model import LawResult
from auditor.words.catalogue import voice_for
from tests.auditor.specimens import check
from tests.reports.hostile import ADDRESSES, NASTY, everywhere, explained
from tests.reports.results import audit, report, said, seen

BAD = check("checkout-bad", severity=Severity.CRITICAL, failure_title="Guests must make an account", fix="Let guests buy.", effort=Effort.M)


def table(result: Result, run: Path, *checks: Check) -> list[dict[str, str]]:
    document = renderer.render(report(result, run, *checks))
    return list(csv.DictReader(io.StringIO(document.removeprefix("\ufeff"), newline="")))


def usual() -> Result:
    found = [
        seen("No guest.", stage="checkout"),
        seen("No, none.", stage=None, device=None, url="https://shop.example/a,b", selector='a["x"]'),
    ]
    laws = [LawResult(jurisdiction="eu", article="Directive 1"), LawResult(jurisdiction="uk", article="Act 2")]
    return audit(
        shown=[
            said("trust-good", "pass"),
            said("speed-slow", "warn", value=2600.0, unit="ms", threshold="≤ 2500 ms", message="2600 ms", stage="home"),
            said("checkout-bad", value=3.5, severity="critical", findings=found, laws=laws, priority=81.5, device="mobile"),
            said("trust-info", "info", value=True, findings=[seen("Worth knowing.")]),
            said("trust-none", "not_applicable"),
        ]
    )


def test_there_is_a_row_per_finding_and_per_problem_without_one(tmp_path: Path) -> None:
    rows = [(row["check"], row["outcome"], row["evidence"]) for row in table(usual(), tmp_path, BAD)]
    assert rows == [
        ("checkout-bad", "fail", "No guest."),
        ("checkout-bad", "fail", "No, none."),
        ("speed-slow", "warn", ""),
        ("trust-info", "info", "Worth knowing."),
    ]


def test_a_row_says_what_where_and_what_mends_it(tmp_path: Path) -> None:
    first, second, third, fourth = table(usual(), tmp_path, BAD)
    assert second == {
        "check": "checkout-bad", "title": "Guests must make an account", "category": "checkout", "severity": "critical", "outcome": "fail",
        "device": "mobile", "stage": "", "message": "checkout-bad: fail.", "evidence": "No, none.", "value": "3.5", "unit": "",
        "threshold": "", "url": "https://shop.example/a,b", "selector": 'a["x"]', "fix": "Let guests buy.", "effort": "M",
        "priority": "81.5", "confidence": "high", "laws": "Directive 1; Act 2", "screenshot": "", "fingerprint": "0123456789abcdef",
    }  # fmt: skip
    assert (first["device"], first["stage"]) == ("desktop", "checkout")
    assert (third["value"], third["unit"], third["message"], third["url"], third["fix"]) == ("2600", "ms", "2.6 s", "", "")
    assert fourth["value"] == "true"


def test_a_spreadsheet_opens_it_right(tmp_path: Path) -> None:
    document = renderer.render(report(usual(), tmp_path, BAD))
    assert (renderer.name, renderer.suffix) == ("csv", ".csv")
    assert document.startswith("\ufeffcheck,title,category,")
    assert document.count("\r\n") == document.count("\n") == 5
    assert document.endswith("\r\n")


def test_names_are_those_of_programs_and_texts_those_of_the_language(tmp_path: Path) -> None:
    result = usual()
    german = renderer.render(report(result, tmp_path, BAD, voice=voice_for("de", result.wording)))
    assert german.partition("\r\n")[0] == "\ufeff" + ",".join(COLUMNS)
    assert "2,6 s" in german


def test_without_findings_there_are_the_names_alone(tmp_path: Path) -> None:
    assert renderer.render(report(audit(), tmp_path)) == "\ufeff" + ",".join(COLUMNS) + "\r\n"


def calculated(cell: str) -> bool:
    """Whether a spreadsheet could take a cell for a formula."""
    first = re.sub(r"^[\s\"'`]+", "", cell) if not cell.startswith("'") else cell
    return first[:1] != "" and unicodedata.normalize("NFKC", first[0]) in {*"=+-@−\t\r"}


@pytest.mark.parametrize("text", NASTY.values(), ids=list(NASTY))
def test_no_text_of_a_shop_is_a_formula_or_breaks_the_table(tmp_path: Path, text: str) -> None:
    document = renderer.render(report(everywhere(text), tmp_path, explained(text)))
    rows = list(csv.reader(io.StringIO(document.removeprefix("\ufeff"), newline="")))
    assert {len(row) for row in rows} == {len(COLUMNS)}
    assert len(rows) == len(list(csv.reader(io.StringIO(renderer.render(report(everywhere("x"), tmp_path, explained("x"))), newline=""))))
    assert [cell for row in rows for cell in row if calculated(cell)] == []
    # Where the list separator is a semicolon, quotes inside of what comes before it quote nothing.
    assert [cell for line in re.split("\r\n|\r|\n", document) for cell in line.split(";") if calculated(cell)] == []
    assert max(len(cell) for row in rows for cell in row) <= 1201


@pytest.mark.parametrize("address", ADDRESSES)
def test_an_address_is_a_text(tmp_path: Path, address: str) -> None:
    rows = table(everywhere("x", address), tmp_path)
    assert {row["url"] for row in rows} == {" ".join(address.split())}


def test_every_column_is_told_of() -> None:
    told = (Path(__file__).parents[3] / "docs" / "formats.md").read_text(encoding="utf-8").partition("## csv")[2]
    named = [name for row in re.findall(r"^\| (`.*?) \|", told, re.MULTILINE) for name in re.findall("`(.*?)`", row)]
    assert named == list(COLUMNS)
