from collections.abc import Callable
from importlib.metadata import EntryPoint
from types import SimpleNamespace
from typing import Any

import pytest

from auditor.plugins import points

Register = Callable[..., None]


@pytest.fixture
def plugins(monkeypatch: pytest.MonkeyPatch) -> Register:
    """Let entry points of a group stand for all that is installed: name -> what it offers, or an error to raise."""

    def register(group: str, *offered: tuple[str, Any], package: str = "shop-plugins") -> None:
        found = [EntryPoint(name, f"{package}:{name}", group) for name, _ in offered]
        values = dict(zip(found, (value for _, value in offered), strict=True))

        def load(point: EntryPoint) -> Any:
            value = values[point]
            if isinstance(value, BaseException):
                raise value
            return value

        monkeypatch.setattr(EntryPoint, "load", load)
        monkeypatch.setattr(EntryPoint, "dist", SimpleNamespace(name=package))
        monkeypatch.setattr(points, "entry_points", lambda group: [p for p in found if p.group == group])

    return register
