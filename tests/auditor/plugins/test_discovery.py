import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from auditor.api import Check, Scope
from auditor.errors import ConfigError
from auditor.plugins.discovery import load_catalogue, load_checks
from auditor.plugins.points import CHECKS
from tests.auditor.plugins.conftest import Register
from tests.auditor.specimens import check

LOOSE = """
from auditor.api import Effort, Severity, Source, passed, shop_check

@shop_check(id="trust-{name}", category="trust", title="T", failure_title="F", why="W.", fix="X.", severity=Severity.MINOR,
            effort=Effort.XS, sources=(Source("S", "https://s.example/"),))
def judged(recording):
    return passed("Right.")
"""


def only_broken() -> str:
    """The one sentence on what cannot be used, while a sound check beside it can."""
    found = load_catalogue()
    assert [c.id for c in found.checks] == ["speed-sound"]
    (sentence,) = found.broken
    return sentence


SOUND = ("sound", check("speed-sound"))


def test_own_checks_are_found_like_anyones() -> None:
    found = load_catalogue()
    assert "speed-lcp" in {c.id for c in found.checks}
    assert found.broken == ()


def test_a_plugin_offers_one_check_or_many(plugins: Register) -> None:
    def generated() -> Iterator[Check]:
        yield check("trust-b")
        yield check("trust-a")

    plugins(CHECKS, ("one", check("speed-a")), ("more", (check("trust-c"),)), ("made", generated()))
    assert [c.id for c in load_checks()] == ["speed-a", "trust-a", "trust-b", "trust-c"]


def test_checks_stand_by_category_then_id(plugins: Register) -> None:
    plugins(CHECKS, ("all", [check("trust-a"), check("checkout-b"), check("checkout-a"), check("speed-z")]))
    assert [c.id for c in load_checks()] == ["speed-z", "checkout-a", "checkout-b", "trust-a"]


def test_of_a_doubled_id_the_first_is_used_and_both_plugins_are_named(plugins: Register) -> None:
    first = check("speed-sound")
    plugins(CHECKS, ("first", first), ("second", [check("speed-sound")]))
    assert re.search(r"speed-sound is registered twice: by .*first \(.+\) and by .*second \(.+shop-plugins\)", only_broken())
    assert load_checks() == [first]


@pytest.mark.parametrize("error", [ModuleNotFoundError("No module named 'numpy'"), SyntaxError("bad"), SystemExit("bye")])
def test_a_plugin_that_cannot_be_imported_is_named_with_the_cause_and_hurts_no_other(plugins: Register, error: BaseException) -> None:
    plugins(CHECKS, ("broken", error), SOUND)
    said = only_broken()
    assert said == (
        f"The plugin broken (shop-plugins:broken, shop-plugins) cannot be loaded: {type(error).__name__}: {error}. Update or uninstall it."
    )


@pytest.mark.parametrize("offered", [42, None, "speed", ["speed-b"], {"speed": 1}, check])
def test_a_plugin_that_offers_something_else_is_named(plugins: Register, offered: object) -> None:
    plugins(CHECKS, ("odd", offered), SOUND)
    said = only_broken()
    assert "he plugin odd (shop-plugins:odd, shop-plugins) offers" in said
    assert "no check" in said


def test_a_plugin_that_breaks_while_it_lists_is_named(plugins: Register) -> None:
    def broken() -> Iterator[Check]:
        raise ValueError("out of checks")
        yield

    plugins(CHECKS, ("odd", broken()), SOUND)
    assert re.search(r"odd \(.+\) broke: ValueError: out of checks", only_broken())


@pytest.mark.parametrize(
    ("facts", "fault"),
    [
        ({"category": "fun"}, "unknown category 'fun'; known are speed, navigation, product"),
        ({"name": "Speed LCP"}, "small letters"),
        ({"severity": "major"}, "severity is 'major'"),
        ({"effort": 3}, "effort is 3"),
        ({"scope": Scope.PAGE}, "names no stage"),
        ({"stages": ("home",)}, "not all of Stage"),
        ({"devices": "phone"}, "both, desktop or mobile"),
        ({"judge": None}, "cannot be called"),
    ],
)
def test_a_check_that_cannot_be_used_is_named(plugins: Register, facts: dict[str, Any], fault: str) -> None:
    plugins(CHECKS, ("odd", check(**{"name": "trust-odd", "category": "trust", **facts})), SOUND)
    assert fault in only_broken()


# -- loose files --------------------------------------------------------------------------------------------------------------


def test_checks_in_the_files_of_a_folder_are_found(tmp_path: Path) -> None:
    (tmp_path / "one.py").write_text(LOOSE.format(name="one"))
    (tmp_path / "two.py").write_text(LOOSE.format(name="two"))
    (tmp_path / "test_two.py").write_text("raise AssertionError('a test is no check')")
    found = load_catalogue([tmp_path])
    assert {"trust-one", "trust-two", "speed-lcp"} <= {c.id for c in found.checks}
    assert found.broken == ()


def test_a_file_that_breaks_or_holds_no_check_is_named_and_hurts_no_other(tmp_path: Path) -> None:
    (tmp_path / "bad.py").write_text("import nothing_like_this")
    (tmp_path / "empty.py").write_text("")
    (tmp_path / "good.py").write_text(LOOSE.format(name="good"))
    (tmp_path / "twice.py").write_text(LOOSE.format(name="good"))
    found = load_catalogue([tmp_path])
    assert "trust-good" in {c.id for c in found.checks}
    bad, empty, twice = found.broken
    assert f"{tmp_path / 'bad.py'} cannot be loaded: ModuleNotFoundError" in bad
    assert "empty.py holds no check" in empty
    assert "trust-good is registered twice" in twice


def test_a_folder_that_is_none_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="no folder"):
        load_catalogue([tmp_path / "none"])
