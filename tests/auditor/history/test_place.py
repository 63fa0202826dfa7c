from pathlib import Path

import pytest

from auditor.errors import ConfigError
from auditor.history.place import place_of, shown, usual_file

SECRET = "postgresql://anna:hush@db.example:5432/audits?password=hush"


def test_a_file_is_meant_by_its_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    told = {
        "past.sqlite": tmp_path / "past.sqlite",
        "sqlite:///past.sqlite": tmp_path / "past.sqlite",
        "~/p.db": tmp_path / "home" / "p.db",
    }
    told["sqlite:////deep/past.sqlite"] = Path("/deep/past.sqlite")
    for configured, file in told.items():
        place = place_of(configured)
        assert place is not None
        assert (place.get_backend_name(), shown(place)) == ("sqlite", str(file))


def test_without_a_word_it_is_a_file_of_the_user(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert usual_file() == tmp_path / "storefront-auditor" / "history.sqlite"
    monkeypatch.delenv("XDG_DATA_HOME")
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    assert usual_file().is_relative_to(tmp_path / "home")
    place = place_of("")
    assert place is not None
    assert shown(place) == str(usual_file())


def test_it_can_be_switched_off() -> None:
    assert place_of("off") is None


@pytest.mark.parametrize("scheme", ["postgresql", "postgres", "postgresql+psycopg"])
def test_an_address_of_postgresql_keeps_what_it_says(scheme: str) -> None:
    place = place_of(SECRET.replace("postgresql", scheme))
    assert place is not None
    assert (place.drivername, place.username, place.password, place.host, place.port) == (
        "postgresql+psycopg", "anna", "hush", "db.example", 5432,
    )  # fmt: skip


def test_no_secret_is_shown() -> None:
    place = place_of(SECRET)
    assert place is not None
    assert "hush" not in shown(place)
    assert "anna" not in shown(place)
    assert "db.example:5432/audits" in shown(place)


@pytest.mark.parametrize("configured", ["postgresql://anna:hush@db:port/x", "sqlite://", "://"])
def test_what_is_no_address_is_refused_without_its_secrets(configured: str) -> None:
    with pytest.raises(ConfigError) as told:
        place_of(configured)
    assert "hush" not in str(told.value)
