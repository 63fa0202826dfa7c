"""`--lighthouse` with and without stages."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click
import pytest

from auditor.cli.options import browsing, resolve
from auditor.config.lighthouse import USUAL
from auditor.config.load import Config
from auditor.model.stage import Stage
from tests.auditor.cli.conftest import Auditor


def settled(*arguments: str) -> Config:
    """The configuration that a command with these arguments gets."""
    found: list[Config] = []

    @click.command()
    @click.argument("url")
    @browsing
    def command(url: str, **flags: Any) -> None:
        found.append(resolve(None, **flags))

    command.main([*arguments], standalone_mode=False)
    return found[0]


@pytest.mark.parametrize(
    ("arguments", "stages"),
    [
        (("shop.example",), []),
        (("shop.example", "--lighthouse"), list(USUAL)),
        (("shop.example", "--lighthouse", "--no-probes"), list(USUAL)),
        (("--lighthouse=cart,checkout", "shop.example"), [Stage.CART, Stage.CHECKOUT]),
        (("shop.example", "--lighthouse", "cart"), [Stage.CART]),
        (("shop.example", "--lighthouse=none"), []),
    ],
)
def test_stages_are_the_usual_ones_or_those_that_are_named(
    arguments: tuple[str, ...], stages: list[Stage], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    assert settled(*arguments).settings.lighthouse.stages == stages


def test_the_flag_goes_before_the_file_and_the_limits_of_the_file_stay(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "auditor.toml").write_text('[lighthouse]\nstages = ["home"]\nseconds = 60\n')
    config = settled("shop.example", "--lighthouse=cart")
    assert (config.settings.lighthouse.stages, config.settings.lighthouse.seconds) == ([Stage.CART], 60)
    assert config.origins["lighthouse.stages"] == "--lighthouse"


def test_an_address_taken_for_stages_is_told(auditor: Auditor) -> None:
    assert auditor("run", "--lighthouse", "https://shop.example").refused(4, "Write --lighthouse after the address")


def test_an_unknown_stage_names_the_closest(auditor: Auditor) -> None:
    assert auditor("run", "https://shop.example", "--lighthouse=basket,check").refused(4, "There is no stage 'basket'")
    assert auditor("run", "https://shop.example", "--lighthouse=checkut").refused(4, "Did you mean checkout?")
