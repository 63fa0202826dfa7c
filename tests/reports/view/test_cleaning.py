import pytest
from auditor_reports.view.cleaning import LONGEST, cleaned, plain, shortened

from tests.auditor.specimens import walked
from tests.reports.results import audit, said, seen, step


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("\x1b[31mred\x1b[0m", "red"),
        ("\x1b[2J\x1b[H\x1b[?25lgone", "gone"),
        ("\x1b]0;a title\x07text", "text"),
        ("\x1b]8;;https://evil.example\x1b\\link\x1b]8;;\x1b\\", "link"),
        ("\x1bcreset", "creset"),
        ("\x9b31mred", "31mred"),
        ("a\x00b\x08c\x7fd\re", "abcde"),
        ("price \u202e001 €\u202c", "price 001 €"),
        ("\u2066left\u2069\u200f\u200b\ufeff\u00ad", "left"),
        ("half \ud83d", "half \ufffd"),
        ("tab\tand\nline", "tab\tand\nline"),
        ("a\ufffeb\uffffc\U0001ffffd\ufdd0e\U000e0041f\u061cg", "abcdefg"),
        ("a" + "\u0300\u0316" * 50 + "b", "a\u0300\u0316\u0300b"),
        ("Tiếng Việt", "Tiếng Việt"),
        ("Größe 42 – 日本語 🎉 عربي", "Größe 42 – 日本語 🎉 عربي"),
        ("[31m only looks like one", "[31m only looks like one"),
    ],
)
def test_what_moves_cursors_or_turns_text_is_removed(text: str, left: str) -> None:
    assert plain(text) == left


def test_an_escape_hidden_in_an_escape_stays_harmless() -> None:
    assert "\x1b" not in plain("\x1b\x1b[31m[31mred")
    assert "\u202e" not in plain("\u202e\u202e")


def test_every_text_of_a_result_is_cleaned() -> None:
    nasty = "a\x1b[31mb\u202ec"
    result = audit(
        journeys=[walked(message=nasty, steps=[step("home", title=nasty, signals=[nasty])], notes=[nasty])],
        shown=[said(message=nasty, findings=[seen(nasty, selector=nasty)])],
        config={nasty: [nasty]},
    )
    text = cleaned(result).model_dump_json()
    assert "abc" in text
    assert "u001b" not in text
    assert "\u202e" not in text


def test_an_endless_text_is_cut() -> None:
    result = cleaned(audit(shown=[said(message="x" * 100_000)]))
    assert len(result.verdicts[0].message) == LONGEST
    assert result.verdicts[0].message.endswith("…")


def test_a_harmless_result_is_left_as_it_is() -> None:
    result = audit(shown=[said(findings=[seen(box=(1, 2, 3, 4))])])
    assert cleaned(result) == result


@pytest.mark.parametrize(
    ("text", "longest", "short"),
    [
        ("short", 10, "short"),
        ("two  lines\nof text", 40, "two lines of text"),
        ("the quick brown fox jumps", 12, "the quick…"),
        ("Donaudampfschifffahrt", 8, "Donauda…"),
        ("exactly ten", 11, "exactly ten"),
        ("", 5, ""),
    ],
)
def test_a_text_is_cut_at_a_word_where_there_is_one(text: str, longest: int, short: str) -> None:
    assert shortened(text, longest) == short
    assert len(shortened(text, longest)) <= longest
