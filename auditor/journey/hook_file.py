"""Step hooks: a Python file of the user's with steps that the journey takes instead of, before or after its own.

`async def before_<stage>(page)`, `async def after_<stage>(page)` and `async def <stage>(page)` are taken from it. The file
is read before it is run: what is wrong with its names and shapes is told with the line, and a whole recorded script, which
would start a browser of its own with no guard before it, is never run.
"""

from __future__ import annotations

import ast
import difflib
import sys
import traceback
from collections.abc import Awaitable, Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import CodeType, ModuleType, TracebackType
from typing import TYPE_CHECKING

from auditor.errors import ConfigError
from auditor.model.stage import Stage

if TYPE_CHECKING:
    from playwright.async_api import Page

Hook = Callable[["Page"], Awaitable[object]]

NAMES = tuple(name for stage in Stage for name in (f"before_{stage}", stage.value, f"after_{stage}"))
_MODULE = "auditor_step_hooks"
_STARTERS = {"async_playwright", "sync_playwright"}
_LIKE = 0.8


@dataclass(frozen=True)
class Hooks:
    """The hooks of a file by their names; `path` as it was configured."""

    path: Path = field(default_factory=Path)
    steps: Mapping[str, Hook] = field(default_factory=dict)

    def where(self, trace: TracebackType | None) -> str:
        """Return file and line of the file's innermost frame in a traceback."""
        lines = [frame.lineno for frame in traceback.extract_tb(trace) if Path(frame.filename) == self.path.absolute()]
        return f"{self.path}, line {lines[-1]}" if lines else str(self.path)


def load_hooks(path: Path) -> Hooks:
    """Read, check and run a file of hooks; raises `ConfigError` naming the file, the line and what is wrong."""
    try:
        source = path.read_text(encoding="utf-8")
    except OSError as error:
        raise ConfigError(f"The file of hooks {path} cannot be read: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise ConfigError(f"The file of hooks {path} is no text in UTF-8.") from error
    try:
        tree = ast.parse(source)
        code = compile(source, str(path.absolute()), "exec")
    except (SyntaxError, ValueError) as error:
        where = f", line {error.lineno}: {error.msg}" if isinstance(error, SyntaxError) else f": {error}"
        raise ConfigError(f"The file of hooks is no valid Python ({path}{where}).") from error
    mistake = next(mistakes(tree), None)
    if mistake is not None:
        line, said = mistake
        raise ConfigError(f"{said} ({path}, line {line})")
    hooks = Hooks(path, _run(path, code))
    if not hooks.steps:
        raise ConfigError(f"{path} has no step hook. It takes async def before_<stage>(page), after_<stage>(page) or <stage>(page).")
    return hooks


def mistakes(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Yield what is wrong with a file of hooks, with the line: whole scripts, names like a hook's, functions of another shape."""
    for node in ast.walk(tree):
        if isinstance(node, (ast.Name, ast.Attribute)) and (node.id if isinstance(node, ast.Name) else node.attr) in _STARTERS:
            yield node.lineno, _WHOLE_SCRIPT
    for item in tree.body:
        if not isinstance(item, (ast.FunctionDef, ast.AsyncFunctionDef)) or item.name.startswith("_"):
            continue
        if item.name in NAMES:
            yield from _misshapen(item)
        elif near := _meant(item.name):
            yield item.lineno, f"There is no hook called {item.name}. Did you mean {near}? (A helper of yours starts with an underscore.)"


_WHOLE_SCRIPT = (
    "This is a whole script: it would start a browser of its own, with no guard against ordering."
    " Put the lines that use `page` into `async def <stage>(page)`, see docs/journeys.md."
)


def _misshapen(item: ast.FunctionDef | ast.AsyncFunctionDef) -> Iterator[tuple[int, str]]:
    given = item.args
    positional = [*given.posonlyargs, *given.args]
    demanded = len(positional) - len(given.defaults) + sum(default is None for default in given.kw_defaults)
    if isinstance(item, ast.FunctionDef):
        yield item.lineno, f"The hook {item.name} must be `async def {item.name}(page)`."
    elif demanded > 1 or not (positional or given.vararg):
        yield item.lineno, f"The hook {item.name} must take one argument, the page: `async def {item.name}(page)`."


def _meant(name: str) -> str:
    """Return the hook a name was probably meant for, "" for a name of something else."""
    near = difflib.get_close_matches(name, NAMES, 1, _LIKE)
    if not near and name.startswith(("before_", "after_")):
        near = difflib.get_close_matches(name, NAMES, 1, 0.0)
    return near[0] if near else ""


def _run(path: Path, code: CodeType) -> dict[str, Hook]:
    module = ModuleType(_MODULE)
    module.__file__ = str(path.absolute())
    sys.modules[_MODULE] = module  # dataclasses and the like look their module up
    try:
        exec(code, module.__dict__)  # noqa: S102 - the user's own file, and the user asked for it
    except (Exception, SystemExit) as error:
        where = Hooks(path).where(error.__traceback__)
        raise ConfigError(f"The file of hooks broke while it was loaded ({where}): {described(error)}") from error
    return {name: hook for name in NAMES if callable(hook := getattr(module, name, None))}


def described(error: BaseException) -> str:
    """Say an exception in one line; of Playwright's log only what it was waiting for, since the rest may hold what was typed."""
    said = [line.strip().removeprefix("- ") for line in str(error).strip().splitlines()] or [""]
    waiting = next((line for line in said[1:] if line.startswith("waiting for")), "")
    return ": ".join(part for part in (type(error).__name__, said[0][:300], waiting[:200]) if part)
