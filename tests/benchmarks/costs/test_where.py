"""The parts of the engine that the watch is put on are still there."""

from __future__ import annotations

import functools
import importlib

import pytest

from benchmarks.costs.where import PARTS


@pytest.mark.parametrize("target", PARTS)
def test_a_part_exists(target: str) -> None:
    module, _, path = target.partition(":")
    assert callable(functools.reduce(getattr, path.split("."), importlib.import_module(module)))


def test_no_two_parts_have_one_name() -> None:
    assert len(set(PARTS.values())) == len(PARTS)
