import pytest

from auditor.cli.showing import on_one_line


@pytest.mark.parametrize(
    ("text", "shown"),
    [("linked\npages", "linked pages"), ("\x1b[2Jgone", "[2Jgone"), ("  a\u2028b\t c ", "a b c"), ("größer als 5 €", "größer als 5 €")],
)
def test_a_shops_words_neither_break_a_line_nor_steer_a_terminal(text: str, shown: str) -> None:
    assert on_one_line(text) == shown
