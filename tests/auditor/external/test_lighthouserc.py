"""What existing lighthouserc files demand, and which of them cannot be held."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from auditor.errors import ConfigError
from auditor.external.lighthouserc import Assertion, find_file, is_program, read_assertions, restored_assertions


def demands(folder: Path, wanted: dict[str, Any]) -> tuple[Assertion, ...]:
    file = folder / "lighthouserc.json"
    file.write_text(json.dumps({"ci": {"assert": wanted}}))
    return read_assertions(file).demands


def test_levels_and_limits_are_read(tmp_path: Path) -> None:
    found = demands(
        tmp_path,
        {
            "assertions": {
                "categories:performance": ["error", {"minScore": 0.8}],
                "largest-contentful-paint": ["warn", {"maxNumericValue": 2500}],
                "uses-http2": "off",
                "errors-in-console": "error",
                "resource-summary.script.size": ["error", {"maxNumericValue": 300000}],
            }
        },
    )
    assert found == (
        Assertion("categories:performance", "error", "minScore", 0.8),
        Assertion("largest-contentful-paint", "warn", "maxNumericValue", 2500),
        Assertion("errors-in-console", "error", "minScore", 0.9),
        Assertion("resource-summary:script:size", "error", "maxNumericValue", 300000),
    )


def test_a_matrix_keeps_its_patterns(tmp_path: Path) -> None:
    found = demands(tmp_path, {"assertMatrix": [{"matchingUrlPattern": ".*/cart", "assertions": {"is-on-https": "error"}}]})
    assert found == (Assertion("is-on-https", "error", "minScore", 0.9, ".*/cart"),)


def test_a_preset_is_overridden_by_what_is_said_besides(tmp_path: Path) -> None:
    found = {d.audit: d for d in demands(tmp_path, {"preset": "lighthouse:recommended", "assertions": {"document-title": "off"}})}
    assert "document-title" not in found
    assert found["interactive"].level == "warn"
    assert (found["unminified-css"].kind, found["unminified-css"].expected) == ("maxLength", 0)


def test_budgets_become_demands(tmp_path: Path) -> None:
    budget = {
        "path": "/shop/*",
        "timings": [{"metric": "interactive", "budget": 5000}],
        "resourceSizes": [{"resourceType": "script", "budget": 100}],
        "resourceCounts": [{"resourceType": "third-party", "budget": 10}],
    }
    (tmp_path / "budget.json").write_text(json.dumps([budget]))
    found = demands(tmp_path, {"budgetsFile": "budget.json"})
    assert [(d.audit, d.expected) for d in found] == [
        ("interactive", 5000),
        ("resource-summary:third-party:count", 10),
        ("resource-summary:script:size", 102400),
    ]
    assert {d.pattern for d in found} == {"https?://[^/]+/shop/.*"}


def test_yaml_is_read(tmp_path: Path) -> None:
    file = tmp_path / ".lighthouserc.yml"
    file.write_text("ci:\n  assert:\n    assertions:\n      categories:seo: [warn, {minScore: 1}]\n")
    assert read_assertions(file).demands == (Assertion("categories:seo", "warn", "minScore", 1),)


def test_a_file_that_says_nothing_of_assertions_demands_nothing(tmp_path: Path) -> None:
    file = tmp_path / "lighthouserc.json"
    file.write_text('{"ci": {"collect": {"url": ["https://shop.example/"]}}}')
    assert read_assertions(file).demands == ()


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        ({"assertions": {"categories:perfomance": "error"}}, "Did you mean categories:performance"),
        ({"assertions": {"is-on-https": "fatal"}}, '"off", "warn" or "error"'),
        ({"assertions": {"is-on-https": ["error", {"minScore": 1}, {"maxLength": 0}]}}, '"off", "warn" or "error"'),
        (
            {"assertions": {"interactive": ["error", {"maxNumericVale": 2000}]}},
            "interactive has no 'maxNumericVale'. Did you mean maxNumericValue?",
        ),
        ({"assertions": {"interactive": ["error", {"most": 2000}]}}, "Known: minScore, maxLength, maxNumericValue, aggregationMethod."),
        ({"asertions": {"interactive": "error"}}, "ci.assert has no 'asertions'. Did you mean assertions?"),
        ({"assertMatrix": [{"matchingUrl": "cart", "assertions": {}}]}, "Did you mean matchingUrlPattern?"),
        ({"assertions": {"interactive": ["error", {"maxNumericValue": "fast"}]}}, "must be a number"),
        ({"assertions": {"user-timings:hero": "error"}}, "cannot be held here"),
        ({"assertions": {"resource-summary:script": "error"}}, "resource-summary:KIND:size"),
        ({"assertMatrix": [{"matchingUrlPattern": "(", "assertions": {}}]}, "no regular expression"),
        ({"preset": "lighthouse:best"}, "Known: lighthouse:all"),
        ({"assertions": []}, "must be a table"),
        ({"budgetsFile": "none.json"}, "cannot be read"),
    ],
)
def test_what_cannot_be_held_is_told_before_the_audit(tmp_path: Path, wanted: dict[str, Any], said: str) -> None:
    with pytest.raises(ConfigError, match=r"lighthouserc|none\.json") as caught:
        demands(tmp_path, wanted)
    assert said in str(caught.value)


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ({"ci": {"asert": {"preset": "lighthouse:all"}}}, "ci has no 'asert'. Did you mean assert?"),
        ({"lhci": {"budgets": []}}, "lhci has no 'budgets'. Known: collect, assert, upload, server, wizard."),
        ({"ci": {"extends": "../base.json"}}, "Write the assertions of ../base.json into lighthouserc.json"),
        ({"CI": {"assert": {"preset": "lighthouse:all"}}}, "has no 'CI'. Did you mean ci?"),
        ({"assert": {"preset": "lighthouse:all"}}, "has no 'assert'. Did you mean ci.assert?"),
    ],
)
def test_a_table_that_lighthouse_ci_would_not_read_is_told(tmp_path: Path, told: dict[str, Any], said: str) -> None:
    file = tmp_path / "lighthouserc.json"
    file.write_text(json.dumps(told))
    with pytest.raises(ConfigError) as caught:
        read_assertions(file)
    assert str(caught.value).startswith(str(file))
    assert said in str(caught.value)


def test_what_is_nothing_of_lighthouse_ci_is_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "lighthouserc.json"
    file.write_text(json.dumps({"$schema": "https://json.example", "extends": "lighthouse:default", "settings": {}, "ci": {"collect": {}}}))
    assert read_assertions(file).demands == ()


@pytest.mark.parametrize("table", ["ci", "lhci", "ci:client"])
def test_each_table_that_lighthouse_ci_reads_is_read(tmp_path: Path, table: str) -> None:
    file = tmp_path / "lighthouserc.json"
    file.write_text(json.dumps({"ci:server": {"server": {}}, table: {"assert": {"assertions": {"is-on-https": "error"}}}}))
    assert [demand.audit for demand in read_assertions(file).demands] == ["is-on-https"]


def test_a_misspelt_budget_is_told(tmp_path: Path) -> None:
    (tmp_path / "budget.json").write_text('[{"timing": [{"metric": "interactive", "budget": 5000}]}]')
    with pytest.raises(ConfigError, match="a budget has no 'timing'"):
        demands(tmp_path, {"budgetsFile": "budget.json"})


@pytest.mark.parametrize(("name", "text"), [("lighthouserc.json", "{"), ("lighthouserc.yaml", "a: [")])
def test_a_broken_file_is_named(tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / name).write_text(text)
    with pytest.raises(ConfigError, match="is not valid"):
        read_assertions(tmp_path / name)


def test_a_program_is_found_but_never_run(tmp_path: Path) -> None:
    ran = tmp_path / "ran"
    (tmp_path / "lighthouserc.js").write_text(f"require('fs').writeFileSync({str(ran)!r}, '')")
    (tmp_path / "lighthouserc.json").write_text("{}")
    found = find_file(tmp_path)
    assert found is not None
    assert is_program(found)
    with pytest.raises(ConfigError, match="not run"):
        read_assertions(found)
    assert not ran.exists()


def test_a_folder_without_one_has_none(tmp_path: Path) -> None:
    assert find_file(tmp_path) is None


def test_a_recording_keeps_them_as_they_are(tmp_path: Path) -> None:
    file = tmp_path / "lighthouserc.json"
    file.write_text(json.dumps({"ci": {"assert": {"assertions": {"is-on-https": "error"}}}}))
    told = read_assertions(file)
    assert restored_assertions(json.loads(json.dumps(told.kept()))) == told
