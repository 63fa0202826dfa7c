from pathlib import Path

import pytest

from auditor.errors import ConfigError, PluginError
from auditor.plugins.skeletons import skeleton


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_a_check_and_its_test_stand_side_by_side() -> None:
    check, test = skeleton("trust-two-badges", None, ()).items()
    assert (check[0], test[0]) == (Path("my_checks/two_badges.py"), Path("my_checks/test_two_badges.py"))
    assert "def two_badges(page" in check[1]
    assert "from two_badges import two_badges" in test[1]


def test_a_folder_is_taken_at_its_word() -> None:
    assert [path.parent for path in skeleton("trust-badge", Path("mine"), ())] == [Path("mine"), Path("mine")]


def test_in_this_project_they_go_to_their_places() -> None:
    Path("checks/auditor_checks/trust").mkdir(parents=True)
    check, test = skeleton("trust-badge", None, ())
    assert (check, test) == (Path("checks/auditor_checks/trust/badge.py"), Path("tests/checks/trust/test_badge.py"))
    assert "from auditor_checks.trust.badge import badge" in skeleton("trust-badge", None, ())[test]


@pytest.mark.parametrize("name", ["badge", "Trust-badge", "trust_badge", "trust-", "trust-class", "trust-3d", "trust-a b", ""])
def test_what_is_no_id_is_refused(name: str) -> None:
    with pytest.raises(ConfigError, match="is no id of a check"):
        skeleton(name, None, ())


def test_an_unknown_category_names_the_closest() -> None:
    with pytest.raises(ConfigError, match="Did you mean trust"):
        skeleton("trst-badge", None, ())


def test_an_id_that_is_taken_is_refused() -> None:
    with pytest.raises(PluginError, match="already"):
        skeleton("trust-badge", None, {"trust-badge"})
