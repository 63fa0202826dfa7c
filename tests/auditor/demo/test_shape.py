from __future__ import annotations

import itertools

import pytest

from auditor.demo.shape import DIMENSIONS, Shape


@pytest.mark.parametrize("text", ["", "plain", " plain "])
def test_nothing_said_is_the_plain_shape(text: str) -> None:
    assert Shape.parse(text) == Shape()


def test_the_plain_shape_is_called_plain() -> None:
    assert str(Shape()) == "plain"


def test_a_shape_reads_back_what_it_writes() -> None:
    shape = Shape.parse("cart=drawer, checkout=onepage,lang=de")
    assert str(shape) == "cart=drawer,checkout=onepage,lang=de"
    assert Shape.parse(str(shape)) == shape


@pytest.mark.parametrize(
    ("key", "value"),
    list(itertools.chain.from_iterable(((k, v) for v in vs) for k, vs in DIMENSIONS.items())),
)
def test_every_value_of_every_key_can_be_asked_for(key: str, value: str) -> None:
    assert getattr(Shape.parse(f"{key}={value}"), key) == value


def test_the_first_value_of_every_key_is_the_plain_one() -> None:
    assert all(getattr(Shape(), key) == values[0] for key, values in DIMENSIONS.items())


def test_an_unknown_key_is_named_with_the_allowed_ones() -> None:
    with pytest.raises(ValueError, match=r"unknown shape key 'colour'; allowed: cart, carticon"):
        Shape.parse("colour=red")


def test_an_unknown_value_is_named_with_the_allowed_ones() -> None:
    with pytest.raises(ValueError, match=r"unknown value 'lift' for shape key 'cart'; allowed: confirm, redirect"):
        Shape.parse("cart=lift")
