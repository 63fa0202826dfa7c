import pytest
from auditor_reports.view import figures
from auditor_reports.view.voice import speaking
from babel.core import Locale

from auditor.api import Voice


@pytest.mark.parametrize(("value", "text"), [(0, "0"), (1234.5, "1,234.5"), (2.006, "2.01"), (3.0, "3"), (-1200, "-1,200")])
def test_numbers_are_grouped_and_short(value: float, text: str) -> None:
    assert figures.number(value) == text


@pytest.mark.parametrize(
    ("share", "text"), [(0, "0%"), (0.001, "1%"), (0.005, "1%"), (0.5, "50%"), (0.994, "99%"), (0.9999, "99%"), (1, "100%")]
)
def test_only_a_whole_reads_100_and_only_nothing_reads_0(share: float, text: str) -> None:
    assert figures.percent(share) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.04, "0.0\u00a0s"),
        (12.34, "12.3\u00a0s"),
        (59.9, "59.9\u00a0s"),
        (60, "1\u00a0min 0\u00a0s"),
        (754, "12\u00a0min 34\u00a0s"),
    ],
)
def test_durations_turn_into_minutes(value: float, text: str) -> None:
    assert figures.duration(value) == text


@pytest.mark.parametrize(
    ("count", "words", "text"),
    [(0, ("field",), "0 fields"), (1, ("field",), "1 field"), (2, ("entry", "entries"), "2 entries"), (1200, ("check",), "1,200 checks")],
)
def test_counts_agree_with_their_nouns(count: int, words: tuple[str, ...], text: str) -> None:
    assert figures.counted(count, *words) == text


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [
        (None, "ms", ""),
        (True, "", "yes"),
        (False, "", "no"),
        ("strict", "", "strict"),
        (850, "ms", "850\u00a0ms"),
        (2600, "ms", "2.6\u00a0s"),
        (3.25, "s", "3.2\u00a0s"),
        (900, "bytes", "900 bytes"),
        (1, "bytes", "1 byte"),
        (1_540_000, "bytes", "1.5\u00a0MB"),
        (20_480, "B", "20.5\u00a0kB"),
        (12.5, "%", "12.5%"),
        (4.9, "EUR", "€4.90"),
        (1, "fields", "1 field"),
        (2, "fields", "2 fields"),
        (1, "entries", "1 entry"),
        (1, "addresses", "1 address"),
        (1, "px", "1 px"),
        (0.123, "", "0.123"),
        (7, "XYZ", "7 XYZ"),
        (1, "{odd}s", "1 {odd}"),
        (0.5, "{odd} {0}", "0.5 {odd} {0}"),
    ],
)
def test_values_are_written_with_their_unit(value: float | str | bool | None, unit: str, text: str) -> None:
    assert figures.measure(value, unit) == text


@pytest.mark.parametrize(
    ("text", "readable"),
    [
        ("LCP took 2600 ms of 4000ms", "LCP took 2.6\u00a0s of 4.0\u00a0s"),
        ("It weighs 1540000 bytes", "It weighs 1.5\u00a0MB"),
        ("42 % of users", "42% of users"),
        ("nothing to change: rooms, v1.2ms3", "nothing to change: rooms, v1.2ms3"),
    ],
)
def test_texts_of_checks_use_the_reports_units(text: str, readable: str) -> None:
    assert figures.readable(text) == readable


@pytest.mark.parametrize(
    ("moment", "day", "clock"),
    [
        ("2026-11-24T03:42:10+00:00", "24 November 2026", "03:42 UTC"),
        ("2026-11-24T03:42:10+02:00", "24 November 2026", "03:42 UTC+0200"),
        ("2026-11-24T03:42:10", "24 November 2026", "03:42"),
        ("yesterday", "yesterday", ""),
        ("", "", ""),
    ],
)
def test_moments_are_written_for_people(moment: str, day: str, clock: str) -> None:
    assert (figures.day(moment), figures.clock(moment)) == (day, clock)


@pytest.mark.parametrize(("items", "text"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")])
def test_lists_are_english(items: list[str], text: str) -> None:
    assert figures.listed(items) == text


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en_GB", ["50%", "12.5%", "1\u00a0min 15\u00a0s", "1.2\u00a0MB", "42% of 2.6\u00a0s"]),
        ("de", ["50\u00a0%", "12,5\u00a0%", "1\u00a0min 15\u00a0s", "1,2\u00a0MB", "42\u00a0% of 2,6\u00a0s"]),
    ],
)
def test_figures_are_written_as_in_the_language(language: str, words: list[str]) -> None:
    with speaking(Voice(Locale.parse(language))):
        said = [figures.percent(0.5), figures.per_cent(12.54), figures.duration(75), figures.measure(1_234_567, "bytes")]
        assert [*said, figures.readable("42 % of 2600 ms")] == words
