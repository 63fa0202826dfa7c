"""Where exactly a setting comes from: the line of the file, and what it won over."""

from __future__ import annotations

from auditor.config.lines import line_of, lines_of
from auditor.config.load import PYPROJECT, Config


class Origins:
    """The origins of a configuration's settings in words; its file is read once."""

    def __init__(self, config: Config) -> None:
        self._config = config
        self._file = str(config.file) if config.file else ""
        root = "tool.auditor" if config.file and config.file.name == PYPROJECT else ""
        self._lines = lines_of(config.file.read_text(encoding="utf-8"), root) if config.file else {}

    def of(self, setting: str) -> str:
        """Return the origin of a setting, such as "AUDITOR_RUNS, over auditor.toml:3"."""
        won = self._config.origins.get(setting)
        if won is None:
            return "default"
        lost = [self._place(origin, setting) for origin in self._config.overruled.get(setting, ())]
        return f"{self._place(won, setting)}, over {', '.join(lost)}" if lost else self._place(won, setting)

    def _place(self, origin: str, setting: str) -> str:
        line = line_of(self._lines, setting) if self._file and origin == self._file else None
        return f"{origin}:{line}" if line else origin
