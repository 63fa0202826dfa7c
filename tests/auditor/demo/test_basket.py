from __future__ import annotations

import pytest

from auditor.demo import basket
from auditor.demo.catalogue import Catalogue
from auditor.demo.session import Session
from auditor.demo.shape import Shape
from auditor.demo.wording import wording

CATALOGUE = Catalogue(wording("en"), Shape())
MOSS = (("colour", "moss"),)


@pytest.fixture
def session() -> Session:
    session = Session("anna")
    basket.add(session, CATALOGUE.products["fjell"], MOSS, 1)
    return session


def test_the_same_variant_joins_its_line(session: Session) -> None:
    basket.add(session, CATALOGUE.products["fjell"], MOSS, 2)
    basket.add(session, CATALOGUE.products["fjell"], (("colour", "clay"),), 1)
    rows = basket.basket_of(session, CATALOGUE).rows
    assert [(row.variant, row.quantity) for row in rows] == [("Colour: Moss green", 3), ("Colour: Clay", 1)]


def test_a_removed_line_can_be_brought_back(session: Session) -> None:
    basket.change(session, 0, 0)
    assert session.basket == []
    basket.bring_back(session)
    assert basket.basket_of(session, CATALOGUE).count == 1


def test_nobody_orders_a_thousand(session: Session) -> None:
    basket.change(session, 0, 1000)
    basket.change(session, 7, 3)
    assert basket.basket_of(session, CATALOGUE).count == basket.MOST


def test_only_gift_cards_are_digital(session: Session) -> None:
    assert not basket.basket_of(session, CATALOGUE).digital
    basket.change(session, 0, 0)
    basket.add(session, CATALOGUE.products["gavekort"], (), 1)
    assert basket.basket_of(session, CATALOGUE).digital
