"""A shop that writes what acts somewhere into everything: it is recorded and judged like any other, and acts in no report."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from lxml import etree
from rich.cells import cell_len

from tests.e2e.auditing import audited
from tests.e2e.hostile_site import hostile_shop
from tests.e2e.sites import site
from tests.reports.csv.test_renderer import calculated
from tests.reports.github.test_renderer import commands
from tests.reports.gitlab.test_renderer import SCHEMA as GITLAB
from tests.reports.junit.test_renderer import SCHEMA as JUNIT
from tests.reports.markdown.reading import Comment
from tests.reports.sarif.test_renderer import validator

pytestmark = pytest.mark.browser

FORMATS = ("html", "json", "csv", "markdown", "terminal", "junit", "sarif", "gitlab")


def test_a_hostile_shop_is_audited_like_any_other(tmp_path: Path) -> None:
    with site(hostile_shop()) as url:
        options = [option for name in (*FORMATS, f"github={tmp_path / 'commands'}") for option in ("--format", name)]
        audit = audited(url, tmp_path / "out", "--device", "desktop", "--no-probes", "--exit-zero", *options)
    assert audit.journeys["desktop"].ended == "payment_reached", audit.journeys["desktop"].message
    assert [v.message for v in audit.result.verdicts if v.outcome == "error"] == []
    assert (audit.folder / "result.json").stat().st_size < 5_000_000

    source = (audit.folder / "report.html").read_text(encoding="utf-8")
    document = BeautifulSoup(source, "html.parser")
    assert len(document.find_all("script", type=False)) == 1  # the other holds the result as data
    assert [name for element in document.find_all(True) for name in element.attrs if name.startswith("on")] == []
    assert {str(a["href"]).partition(":")[0] for a in document.find_all("a", href=re.compile("^[^#]"))} <= {"http", "https"}

    rows = list(csv.reader(io.StringIO((audit.folder / "report.csv").read_text(encoding="utf-8-sig"), newline="")))
    assert [cell for row in rows for cell in row if calculated(cell)] == []

    comment = Comment((audit.folder / "report.md").read_text(encoding="utf-8"))
    assert [link for link in comment.links if not link.startswith(url)] == []
    assert list(comment.acting()) == []

    assert {name for name, _, _ in commands((tmp_path / "commands").read_text(encoding="utf-8"))} <= {"error", "warning", "notice"}
    assert JUNIT.validate(etree.parse(audit.folder / "report.junit.xml"))
    assert list(validator().iter_errors(json.loads((audit.folder / "report.sarif").read_text(encoding="utf-8")))) == []
    assert GITLAB.is_valid(json.loads((audit.folder / "report.gitlab.json").read_text(encoding="utf-8")))
    assert re.search(r"(?m)^\s*::|##\w*\[", audit.stdout) is None

    assert re.findall("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", audit.stdout) == []
    assert max(map(cell_len, audit.stdout.splitlines())) <= 80
