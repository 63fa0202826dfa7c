"""Finds what a package says: the templates in its source, as the translators' files need them."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment, nodes

from auditor.words.quantity import SYMBOLS, unit_templates


@dataclass(frozen=True, slots=True)
class Phrase:
    """A template to translate, with the one for other numbers, and the file that says it."""

    template: str
    many: str = ""
    where: str = ""


Said = tuple[str, str]
"""A template and the one for other numbers, or ""."""
Reader = Callable[[Sequence[Sequence[str]]], Iterable[Said]]
"""Turns the constant arguments of a call, each with the values it may take, into what the call says."""


def _say(arguments: Sequence[Sequence[str]]) -> Iterator[Said]:
    yield from ((template, "") for template in arguments[0])


def _several(arguments: Sequence[Sequence[str]]) -> Iterator[Said]:
    if len(arguments) > 2:  # else its templates are made elsewhere
        yield from zip(arguments[1], arguments[2], strict=True)


READERS: Mapping[str, Reader] = {"say": _say, "several": _several}


def in_templates(folder: Path, readers: Mapping[str, Reader]) -> list[Phrase]:
    """Return what the Jinja templates below a folder say, each phrase once."""
    environment = Environment(extensions=["jinja2.ext.do"], autoescape=True)
    found: dict[Said, Phrase] = {}
    for file in sorted(folder.rglob("*.j2")):
        where = file.relative_to(folder.parent).as_posix()
        for call in environment.parse(file.read_text(encoding="utf-8")).find_all(nodes.Call):
            if isinstance(call.node, nodes.Name) and call.node.name in readers:
                arguments = [(argument.value,) if isinstance(argument, nodes.Const) else () for argument in call.args]
                for template, many in readers[call.node.name](arguments):
                    found.setdefault((template, many), Phrase(template, many, where))
    return list(found.values())


def phrases(package: Path, readers: Mapping[str, Reader] = READERS) -> list[Phrase]:
    """Return what the modules of a package say, each phrase once, in the order of the files.

    `readers` tell by the name of a function what a call of it says; for others than `say` and `several` they are the package's own.
    What is given as `unit=` anywhere is said with its numbers.
    """
    found: dict[Said, Phrase] = {}
    for file in sorted(package.rglob("*.py")):
        where = file.relative_to(package.parent).as_posix()
        for template, many in _said(ast.parse(file.read_text(encoding="utf-8")), readers):
            found.setdefault((template, many), Phrase(template, many, where))
    return list(found.values())


def _said(tree: ast.Module, readers: Mapping[str, Reader]) -> Iterator[Said]:
    named = {
        target.id: statement.value
        for statement in tree.body
        if isinstance(statement, ast.Assign)
        for target in statement.targets
        if isinstance(target, ast.Name) and isinstance(statement.value, ast.Constant)
    }
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        if isinstance(node.func, ast.Name) and node.func.id in readers:
            arguments = [tuple(_constants(argument, named)) for argument in node.args]
            yield from readers[node.func.id](arguments)
        for keyword in node.keywords:
            if keyword.arg == "unit":
                yield from (unit_templates(unit) for unit in _constants(keyword.value, named) if unit not in SYMBOLS)


def _constants(node: ast.expr, named: Mapping[str, ast.Constant]) -> Iterator[str]:
    """The texts that an argument may be: a constant, one that the module has a name for, or one of several by a condition."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.Name) and node.id in named:
        yield from _constants(named[node.id], {})
    elif isinstance(node, ast.IfExp):
        yield from _constants(node.body, named)
        yield from _constants(node.orelse, named)
