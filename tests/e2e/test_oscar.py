"""A shop system that is not ours, whose own tables say what the visit left behind."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from concurrent.futures import Future
from dataclasses import dataclass
from pathlib import Path

import pytest

from auditor.model.stage import Stage
from tests.e2e.auditing import Audit, audited, auditor, side_by_side
from tests.shops.oscar.bed import running_oscar
from tests.shops.serving import CACHE
from tests.shops.truth import ShopTruth

pytestmark = [pytest.mark.browser, pytest.mark.shop]

DEVICES = ("desktop", "mobile")


@dataclass(frozen=True)
class Visit:
    """An audit of the shop, and what the shop's tables held before and after."""

    audit: Audit
    before: ShopTruth
    after: ShopTruth


def pay_visit(folder: Path, *options: str) -> Visit:
    """`auditor run` on a freshly seeded shop."""
    with running_oscar(CACHE) as shop:
        before = shop.ledger()
        audit = audited(f"{shop.url}/", folder, *options)
        return Visit(audit, before, shop.ledger())


WAYS: dict[str, tuple[str, ...]] = {"with platform hints": (), "without": ("--no-platform-hints",)}


@pytest.fixture(scope="module")
def visits(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Mapping[str, Future[Visit]]]:
    """The visits in both ways, each to a shop of its own."""
    with side_by_side() as pool:
        yield {way: pool.submit(pay_visit, tmp_path_factory.mktemp("oscar") / "out", *options) for way, options in WAYS.items()}


@pytest.fixture(params=WAYS)
def visit(request: pytest.FixtureRequest, visits: Mapping[str, Future[Visit]]) -> Visit:
    return visits[request.param].result()


@pytest.mark.parametrize("device", DEVICES)
def test_every_step_up_to_payment_is_reached(visit: Visit, device: str) -> None:
    journey = visit.audit.journeys[device]
    assert (journey.ended, journey.failure_code) == ("payment_reached", None), journey.message
    assert {stage: step.outcome for stage, step in visit.audit.steps(device).items()} == {stage.value: "reached" for stage in Stage}


def test_the_baskets_hold_the_products_that_the_result_names(visit: Visit) -> None:
    assert visit.before.baskets == ()
    assert sorted(visit.after.baskets) == sorted((journey.product, 1) for journey in visit.audit.result.journeys)


def test_nothing_else_was_left_behind(visit: Visit) -> None:
    for truth in (visit.before, visit.after):
        assert (truth.orders, truth.accounts, truth.newsletters, truth.messages, truth.cards) == (0, 0, 0, 0, 0)


def test_the_gate_fails_for_what_the_shop_lacks(visit: Visit) -> None:
    """Oscar's demo theme links neither terms nor a privacy policy, and the shop has written none."""
    assert visit.audit.code == 1
    assert not visit.audit.result.gate.passed
    assert "trust-legal-pages" in visit.audit.wrong


def test_judging_again_gives_the_same_bytes(visit: Visit) -> None:
    file = visit.audit.folder / "result.json"
    before = file.read_bytes()
    again = auditor("judge", str(visit.audit.folder), folder=visit.audit.folder)
    assert again.code == visit.audit.code
    assert file.read_bytes() == before
