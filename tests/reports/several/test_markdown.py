import re

import pytest
from auditor_reports.several.markdown import MOST, escaped, table, within

JOINER = "\u2060"


@pytest.mark.parametrize(
    ("shop", "written"),
    [
        ("plain words, 4.90 and so.", "plain words, 4.90 and so."),
        ("<script>", r"\<script\>"),
        ("![x](y)", r"!\[x\](y)"),
        ("a|b", r"a\|b"),
        ("**x** _y_ `z`", r"\*\*x\*\* \_y\_ \`z\`"),
        ("# head", r"\# head"),
        ("- item", r"\- item"),
        ("12. item", r"12\. item"),
        ("1.5 s", "1.5 s"),
        ("&lt;", r"\&lt;"),
        ("line\nline", "line line"),
        ("\x1b[31mred\u202e", "red"),
        ("@everyone", f"@{JOINER}everyone"),
        ("https://evil.example", f"https:{JOINER}//evil.example"),
        ("www.evil.example", f"www{JOINER}.evil.example"),
        ("fixes #12", rf"fixes \#{JOINER}12"),
        ("GH-12", f"GH{JOINER}-12"),
    ],
)
def test_nothing_a_shop_wrote_is_markup(shop: str, written: str) -> None:
    assert escaped(shop) == written


def test_tables_have_a_line_per_row() -> None:
    assert table(["a", "b"], [["1", "2"]], figures=(1,)) == ["", "| a | b |", "| --- | ---: |", "| 1 | 2 |", ""]


def test_what_does_not_fit_is_left_out_and_said() -> None:
    blocks = [[f"- {n} {'x' * 900}"] for n in range(200)]
    document = within(blocks, "There is more.")
    assert len(document) <= MOST
    assert document.endswith("There is more.\n")
    assert re.findall(r"^- (\d+)", document, re.MULTILINE)[:2] == ["0", "1"]
    assert within([["one"], [], ["two"]], "more") == "one\ntwo\n"
