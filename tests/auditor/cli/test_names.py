import subprocess
import sys

import click
import pytest

from auditor.cli import names
from auditor.model.category import CATEGORIES
from auditor.model.stage import Stage

CONTEXT, OPTION = click.Context(click.Command("run")), click.Option(["--only"])


def offered(complete: names.Complete, begun: str = "") -> list[str]:
    return [str(item.value) for item in complete(CONTEXT, OPTION, begun)]


def test_whatever_can_be_selected_is_offered() -> None:
    found = offered(names.selectable)
    assert {stage.value for stage in Stage} | {category.id for category in CATEGORIES} | set(offered(names.checks)) == set(found)
    assert found == sorted(found)


@pytest.mark.parametrize(
    ("complete", "begun", "known"),
    [
        (names.checks, "speed-lc", ["speed-lcp"]),
        (names.formats, "ht", ["html"]),
        (names.devices, "", ["desktop", "mobile"]),
        (names.languages, "d", ["de"]),
    ],
)
def test_names_that_begin_so_are_offered(complete: names.Complete, begun: str, known: list[str]) -> None:
    assert offered(complete, begun) == known


def test_no_browser_library_is_imported_for_it() -> None:
    code = (
        "import sys, click; from auditor.cli import names;"
        " names.selectable(None, None, ''); names.formats(None, None, '');"
        " print(sorted({'playwright', 'PIL', 'rich'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
