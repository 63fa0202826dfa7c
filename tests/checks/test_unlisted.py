"""A check that lists its first findings only says how many it leaves out: else a comparison calls fixed what is merely not listed."""

import ast
from pathlib import Path

import auditor_checks
import pytest

CHECKS = Path(auditor_checks.__file__).parent
LARGEST = {"speed/page_weight.py", "speed/third_party_load.py"}
"""They list the largest parts of a sum, which are no faults one by one; whatever is not among the largest is none of those."""
MODULES = {path.relative_to(CHECKS).as_posix(): path.read_text(encoding="utf-8") for path in sorted(CHECKS.rglob("*.py"))}


def cuts(source: str) -> bool:
    """Whether a module lists its first findings only: it takes the first `_SHOWN` of something, or of its findings so many."""
    statements = (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.stmt))
    return any(
        limit == "_SHOWN" or "finding" in ast.unparse(statement).casefold()
        for statement in statements
        if not isinstance(statement, ast.FunctionDef | ast.ClassDef | ast.If)
        for limit in limits(statement)
    )


def limits(statement: ast.stmt) -> list[str]:
    slices = [node.slice for node in ast.walk(statement) if isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Slice)]
    return [part.upper.id for part in slices if part.lower is None and isinstance(part.upper, ast.Name)]


def silent(source: str) -> list[int]:
    """Return the lines that hand over findings without saying how many are left out; a list that is written out is whole."""
    calls = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)]
    said = [(call.lineno, {keyword.arg: keyword.value for keyword in call.keywords}) for call in calls]
    return [line for line, given in said if "findings" in given and "unlisted" not in given and not is_whole(given["findings"])]


def is_whole(findings: ast.expr) -> bool:
    return isinstance(findings, ast.List) and not any(isinstance(element, ast.Starred) for element in findings.elts)


@pytest.mark.parametrize("name", [name for name, source in MODULES.items() if cuts(source) and name not in LARGEST])
def test_who_lists_the_first_findings_says_how_many_are_left_out(name: str) -> None:
    assert silent(MODULES[name]) == []


def test_those_that_list_the_first_are_found() -> None:
    found = {name for name, source in MODULES.items() if cuts(source)}
    assert found >= {"accessibility/contrast.py", "mobile/input_zoom.py", "security/mixed_content.py", *LARGEST}


def test_who_says_nothing_is_found() -> None:
    assert cuts("def judge():\n    findings = [Finding(one) for one in bad[:_MOST]]\n")
    assert not cuts("def judge():\n    for parent in parents[:_LEVELS]:\n        pass\n")
    assert silent("warned(message, findings=findings)\nfailed(message, findings=[*findings, one], unlisted=3)") == [1]
    assert silent("failed(message, findings=[one, other])") == []
