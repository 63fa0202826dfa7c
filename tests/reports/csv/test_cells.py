import pytest
from auditor_reports.csv.cells import LONGEST, cell, harmless


@pytest.mark.parametrize(
    "text",
    [
        *("=1+1", "+1", "-1", "@SUM(1)", "\t=1", "\r=1", "\n=1", "  =1", '"=1', "'=1", "“=1"),
        *("＝1", "＋1", "－1", "＠x", "−1", "﹣1", "\u00a0=1", "''\t\"@x"),
    ],
)
def test_what_could_be_a_formula_begins_with_an_apostrophe(text: str) -> None:
    assert harmless(text) == f"'{' '.join(text.split())}"


@pytest.mark.parametrize("text", ["a=1", "https://shop.example/?a=-1", "a - b", "a, -5", "1-2", "", "“a” = b", "a;b", ".a + b"])
def test_other_texts_stay_as_they_are(text: str) -> None:
    assert harmless(text) == text


def test_what_follows_a_semicolon_may_begin_a_cell_elsewhere() -> None:
    assert harmless('a;=1; @x;;"-1\n+2') == "a;'=1;' @x;;'\"-1 +2"


def test_a_cell_is_one_line_of_a_bearable_length() -> None:
    assert harmless("a\r\nb\u2028c\td") == "a b c d"
    assert len(harmless("x" * 100_000)) == LONGEST


@pytest.mark.parametrize(
    ("value", "written"),
    [(None, ""), (True, "true"), (False, "false"), (3.0, 3), (-2.5, -2.5), (2600, 2600), ("-2", "'-2"), ("two", "two")],
)
def test_a_number_stays_a_number(value: str | float | bool | None, written: str | float) -> None:
    assert cell(value) == written
    assert type(cell(value)) is type(written)
