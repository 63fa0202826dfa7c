import json
from pathlib import Path
from typing import Any

import pytest
from auditor_reports.gitlab.renderer import renderer
from jsonschema import Draft202012Validator

from auditor.api import Check, ReportInput, Result, SettingsFile, Stage, Waived
from auditor.words.catalogue import voice_for
from tests.auditor.specimens import check
from tests.reports.hostile import ADDRESSES, NASTY, TITLE, everywhere, explained
from tests.reports.results import audit, report, said, seen

# What GitLab's documentation of Code Quality demands of each entry.
SCHEMA = Draft202012Validator(
    {
        "type": "array",
        "items": {
            "type": "object",
            "required": ["description", "check_name", "fingerprint", "severity", "location"],
            "additionalProperties": False,
            "properties": {
                "description": {"type": "string", "minLength": 1},
                "check_name": {"type": "string", "minLength": 1},
                "fingerprint": {"type": "string", "pattern": "^[0-9a-f]{32,64}$"},
                "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
                "location": {
                    "type": "object",
                    "required": ["path", "lines"],
                    "properties": {
                        "path": {"type": "string", "pattern": r"^(?!\./|/|.*\.\./)."},
                        "lines": {"type": "object", "required": ["begin"], "properties": {"begin": {"type": "integer", "minimum": 1}}},
                    },
                },
            },
        },
    }
)


def entries(result: Result, run: Path, *checks: Check, lang: str = "en") -> list[dict[str, Any]]:
    """The entries of a report that the schema allows; no fingerprint stands in it twice."""
    of = report(result, run, *checks, voice=voice_for(lang, result.wording))
    read = json.loads(renderer.render(ReportInput(of.result, of.run, of.checks, of.voice, settings_file=SettingsFile(lines={"cart": 7}))))
    SCHEMA.validate(read)
    assert len({one["fingerprint"] for one in read}) == len(read)
    return list(read)


def usual() -> Result:
    again = [said("trust-a", device=device, stage="cart", findings=[seen("Small.")]) for device in ("desktop", "mobile")]
    worst = said("security-bad", severity="critical", device=None)
    return audit(shown=[*again, worst, said("trust-w", "warn"), said("trust-b", severity="minor", findings=[seen("Small.")])])


def test_an_entry_says_what_where_and_which_check(tmp_path: Path) -> None:
    first, second, *rest = entries(usual(), tmp_path, check("security-bad", blocker=True))
    assert first["description"] == "security-bad is wrong (Whole shop): security-bad: fail. [security-bad]"
    assert second["description"] == (
        "trust-a (Desktop and Phone: Cart): trust-a: fail. Small. Element: button.buy Page: https://shop.example/cart [trust-a]"
    )
    assert [one["severity"] for one in (first, second, *rest)] == ["blocker", "major", "minor", "info"]
    assert second["location"] == {"path": "auditor.toml", "lines": {"begin": 7}}


def test_fingerprints_are_the_same_in_every_language(tmp_path: Path) -> None:
    assert [one["fingerprint"] for one in entries(usual(), tmp_path)] == [
        one["fingerprint"] for one in entries(usual(), tmp_path, lang="de")
    ]


def test_what_a_waiver_lets_pass_is_left_out(tmp_path: Path) -> None:
    made = usual()
    for waiver, left in (
        (Waived(check="trust-a", reason="Known.", until="2027-01-31"), 3),
        (Waived(check="trust-a", reason="Known.", until="2027-01-31", devices=["desktop"]), 4),
        (Waived(check="trust-a", fingerprint="other", reason="Known.", until="2027-01-31"), 4),
    ):
        waived = made.model_copy(update={"gate": made.gate.model_copy(update={"waived": [waiver]})})
        assert len(entries(waived, tmp_path)) == left


def test_a_shop_without_problems_has_an_empty_list(tmp_path: Path) -> None:
    assert entries(audit(shown=[said("trust-g", "pass")]), tmp_path) == []


@pytest.mark.parametrize("text", [*NASTY.values(), TITLE], ids=[*NASTY, "title"])
def test_a_hostile_shop_changes_no_entry(text: str, tmp_path: Path) -> None:
    for one in entries(everywhere(text), tmp_path, explained(text)):
        assert len(one["description"]) <= 1_100


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_hostile_address_changes_no_entry(address: str, tmp_path: Path) -> None:
    assert entries(everywhere("x", address), tmp_path)


def test_a_problem_without_a_stage_stands_at_the_only_one_its_check_is_about(tmp_path: Path) -> None:
    made = audit(shown=[said("checkout-a"), said("checkout-b", device="mobile")])
    checks = [check("checkout-a", stages=(Stage.CART,)), check("checkout-b", stages=(Stage.CART, Stage.PAYMENT))]
    assert [one["location"]["lines"]["begin"] for one in entries(made, tmp_path, *checks)] == [7, 1]
