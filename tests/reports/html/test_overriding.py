"""Templates of the user's own: they take the place of ours, and are named when they break."""

from collections.abc import Callable
from pathlib import Path

import pytest
from auditor_reports.html.renderer import renderer

from auditor.api import Brand, ReportError
from tests.reports.html.conftest import Written
from tests.reports.results import audit, report, said

Own = Callable[..., Written]


@pytest.fixture
def own(tmp_path: Path) -> Own:
    """Render with templates of one's own: `own(footer="...")`."""

    def rendered(text: str = "<b>fine</b>", **templates: str) -> Written:
        folder = tmp_path / "own"
        folder.mkdir()
        for name, source in templates.items():
            (folder / f"{name}.html.j2").write_text(source, encoding="utf-8")
        of = audit(shown=[said("trust-a", message=text)])
        return Written(renderer.render(report(of, tmp_path, brand=Brand(templates=folder))))

    return rendered


def test_one_part_is_replaced_and_the_others_stay(own: Own) -> None:
    written = own(footer="<footer id='mine'>{{ tell('Date') }}: {{ page.result.started_at|day }}</footer>")
    assert written.text("#mine").startswith("Date: ")
    assert written.document.select(".colophon") == []
    assert written.document.select("#finding-1") != []


def test_parts_of_ones_own_can_be_split_up(own: Own) -> None:
    written = own(footer="{% include 'parts.html.j2' %}", parts="<p id='mine'>Mine</p>")
    assert written.text("#mine") == "Mine"


def test_the_shops_texts_are_escaped_in_them_too(own: Own) -> None:
    written = own("<script>alert(1)</script>", footer="<p id='mine'>{{ page.result.verdicts[0].message }}</p>")
    assert written.text("#mine") == "<script>alert(1)</script>"


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("<p>\n{% include 'none.html.j2' %}", r"own/footer.html.j2, line 2, broke \(TemplateNotFound: .*none.html.j2"),
        ("{% from 'none.html.j2' import x %}", r"own/footer.html.j2, line 1, broke \(TemplateNotFound: .*none.html.j2"),
        ("<p>\n\n{{ page.nothing }}", r"own/footer.html.j2, line 3, broke \(UndefinedError: .*has no attribute 'nothing'"),
        ("{{ nothing }}", r"own/footer.html.j2, line 1, broke \(UndefinedError: 'nothing' is undefined"),
        ("\n{{ 1 / 0 }}", r"own/footer.html.j2, line 2, broke \(ZeroDivisionError"),
        ("\n{% if %}", r"own/footer.html.j2, line 2, cannot be read: "),
        ("\n{{ page|no_filter }}", r"own/footer.html.j2, line 2, cannot be read: No filter named 'no_filter'"),
        ("{% include '../../secret.html.j2' %}", r"own/footer.html.j2, line 1, broke \(TemplateNotFound"),
    ],
)
def test_a_part_that_breaks_is_named_with_its_line(own: Own, source: str, said: str) -> None:
    with pytest.raises(ReportError, match=said):
        own(footer=source)


def test_a_broken_part_of_a_part_is_the_one_that_is_named(own: Own) -> None:
    with pytest.raises(ReportError, match=r"own/parts.html.j2, line 1, broke"):
        own(footer="{% include 'parts.html.j2' %}", parts="{{ nothing }}")


def test_a_part_that_takes_the_place_of_nothing_is_named_with_the_closest(own: Own) -> None:
    with pytest.raises(ReportError, match=r"own/foter.html.j2 takes the place of nothing. Did you mean footer.html.j2\?"):
        own(foter="<p>")


def test_what_is_no_text_is_named(own: Own, tmp_path: Path) -> None:
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "footer.html.j2").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(ReportError, match=r"own/footer.html.j2 cannot be read"):
        renderer.render(report(audit(), tmp_path, brand=Brand(templates=tmp_path / "own")))
