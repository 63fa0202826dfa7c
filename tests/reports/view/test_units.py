import re
from pathlib import Path

from auditor_reports.view.figures import measure
from auditor_reports.view.units import UNITS
from auditor_reports.view.voice import speaking

from tests.reports.test_languages import WRAPPED

SYMBOLS = {"px", "KiB", "MB", "ms", "s", "%", "×", ""}


def test_every_unit_of_the_built_in_checks_can_be_translated() -> None:
    checks = Path(__file__).parents[3] / "checks" / "auditor_checks"
    written = {unit for file in checks.rglob("*.py") for unit in re.findall(r'unit="([^"]*)"', file.read_text(encoding="utf-8"))}
    assert {unit for unit in written if not unit.startswith("of ")} - SYMBOLS <= set(UNITS)


def test_a_unit_is_written_for_one_and_for_others() -> None:
    assert (measure(1, "cookies"), measure(2, "cookies")) == ("1 cookie", "2 cookies")
    assert (measure(1, "extra clicks"), measure(1200, "words"), measure(1, "widgets")) == ("1 extra click", "1,200 words", "1 widget")


def test_so_many_of_so_many_is_a_sentence() -> None:
    assert measure(1, "of 6") == "1 of 6"
    with speaking(WRAPPED):
        assert measure(1, "of 6") == "1⟦ of ⟧6"
