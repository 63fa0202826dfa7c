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


def test_translators_meet_the_templates_that_measures_make() -> None:
    for unit, template in UNITS.items():
        if unit != "to 1":
            assert (measure(1, unit), measure(2, unit)) == (template.making.template.format(n=1), template.making.many.format(n=2))  # type: ignore[union-attr]


def test_so_many_of_so_many_is_a_sentence() -> None:
    assert measure(1, "of 6") == "1 of 6"
    with speaking(WRAPPED):
        assert measure(1, "of 6") == "1⟦ of ⟧6"
