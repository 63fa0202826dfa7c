"""Every check proved from both sides: the healthy shop has nothing wrong, and each flaw is found by the check it is named after.

An audit per flaw is the whole proof, and takes as many minutes as there are flaws: `make matrix`. Every test run plants many
flaws at once instead, in companies whose members neither hide one another nor trip one another's checks.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future
from pathlib import Path

import pytest

from auditor.demo.flaws import FLAWS, Flaw
from auditor.model.check import Scope
from auditor.plugins.discovery import load_checks
from tests.e2e.auditing import side_by_side
from tests.e2e.demo import TRAPS, DemoAudit, audit_demo

pytestmark = pytest.mark.browser

CHECKS = {check.id: check for check in load_checks() if check.judge.__module__.startswith("auditor_checks.")}

# Whether these pass is the machine's affair as much as the shop's; that they can fail is proved like that of all others.
MEASURED_IN_SECONDS = {check.id for check in CHECKS.values() if "timings" in check.needs}

# These judge what another program measured, which runs only when it is asked for: `tests/e2e/test_lighthouse.py` proves them.
ASKED_FOR = {check for check in CHECKS if "lighthouse" in check}

# What cannot be planted beside others, and why: `make matrix` alone plants it.
SOLITARY = {
    "checkout-guest-option": "the way ends here, so what comes later is not seen",
    "checkout-labels-visible": "it takes the labels away by which the fields that others add are told apart",
    "accessibility-structure": "it renames the elements that other flaws change",
}

# What others would take away: their links, their fields, their errors. These are planted among themselves.
DELICATE = {
    "navigation-links-work": "its link is removed by flaws of other pages",
    "trust-review-transparency": "needs the product's reviews",
    "checkout-payment-methods-variety": "needs the shop's own choice of payment",
    "checkout-cart-add-confirmation": "without a link to the cart, nothing leads there any more",
    "checkout-phone-explained": "needs the label and the hints of the shop's form",
    "checkout-data-preserved": "needs a form that says what is wrong",
    "security-no-data-in-url": "needs fields that are looked up",
    "service-chat": "is a way of contact, and lies over what others change",
    "service-hours-response": "needs the rest of the contact page",
    "service-channel-consistency": "needs a phone number in the footer",
    "postpurchase-delivery-page": "needs a link to the page",
}


def companies(flaws: Iterable[Flaw]) -> list[tuple[str, ...]]:
    """Divide the flaws into as few groups as will do; no flaw's companions are the checks of another in its group."""
    groups: list[list[Flaw]] = []
    for flaw in flaws:
        fitting = (group for group in groups if not any(_disturb(flaw, other) for other in group))
        home = next(fitting, None)
        if home is None:
            groups.append([flaw])
        else:
            home.append(flaw)
    return [tuple(flaw.id for flaw in group) for group in groups]


def _disturb(one: Flaw, other: Flaw) -> bool:
    if (one.id in DELICATE) != (other.id in DELICATE):
        return True
    if _contradict(one.shape, other.shape) or _contradict(one.headers, other.headers):
        return True
    return one.check in other.also or other.check in one.also


def _contradict(one: Mapping[str, str], other: Mapping[str, str]) -> bool:
    return any(one[key] != other[key] for key in one.keys() & other.keys())


PLANTED = {name: flaw for name, flaw in FLAWS.items() if name not in SOLITARY}
COMPANIES = companies(PLANTED.values())
Planted = Mapping[tuple[str, ...], Future[DemoAudit]]


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Planted]:
    """The audit of the shop with each company of flaws."""
    with side_by_side() as pool:
        yield {company: pool.submit(plant, company, tmp_path_factory.mktemp("planted") / "out") for company in COMPANIES}


def plant(flaws: Sequence[str], folder: Path, *options: str) -> DemoAudit:
    """Audit the shop with these flaws."""
    return audit_demo(folder, "--flaws", ",".join(flaws), "--format", "json", "--quiet", *options)


def plant_alone(flaw: str, folder: Path) -> DemoAudit:
    """Audit the shop with one flaw on a desktop, and on both devices if no desktop shows it: that halves the time of the matrix."""
    check = CHECKS[FLAWS[flaw].check]
    if check.devices == "both" and check.scope is not Scope.SHOP:
        audit = plant([flaw], folder / "desktop", "--device", "desktop")
        if check.id in audit.wrong:
            return audit
    return plant([flaw], folder / "both")


def undeclared(audit: DemoAudit, flaws: Iterable[str]) -> dict[str, list[str]]:
    """What fails or warns although none of these flaws is or brings it."""
    declared = {check for flaw in flaws for check in (FLAWS[flaw].check, *FLAWS[flaw].also)} | MEASURED_IN_SECONDS
    return {check: where for check, where in audit.wrong.items() if check not in declared}


def test_there_is_a_flaw_for_every_check_and_a_check_for_every_flaw() -> None:
    assert {flaw.check for flaw in FLAWS.values()} == CHECKS.keys() - ASKED_FOR


def test_every_flaw_is_planted_in_one_company() -> None:
    assert sorted(flaw for company in COMPANIES for flaw in company) == sorted(PLANTED)


def test_nothing_is_wrong_with_the_healthy_shop(healthy: DemoAudit) -> None:
    assert undeclared(healthy, []) == {}
    assert [verdict for verdict in healthy.result.verdicts if verdict.outcome == "error"] == []


@pytest.mark.parametrize("check", sorted(ASKED_FOR))
def test_what_was_not_asked_for_does_not_apply(check: str, healthy: DemoAudit) -> None:
    assert {verdict.outcome for verdict in healthy.result.verdicts if verdict.check == check} == {"not_applicable"}


@pytest.mark.parametrize("check", sorted(CHECKS.keys() - ASKED_FOR))
def test_the_healthy_shop_is_measured_by_every_check(check: str, healthy: DemoAudit) -> None:
    """A check that could not look, or thought itself not concerned, proves nothing by not failing."""
    verdicts = [verdict for verdict in healthy.result.verdicts if verdict.check == check]
    assert any(verdict.outcome == "pass" or check in MEASURED_IN_SECONDS for verdict in verdicts), [v.message for v in verdicts]
    assert [verdict.message for verdict in verdicts if verdict.outcome == "not_measurable"] == []


@pytest.mark.parametrize("company", COMPANIES, ids=lambda company: f"{company[0]} and {len(company) - 1} more")
def test_flaws_bring_only_what_is_declared_to_go_with_them(company: tuple[str, ...], planted: Planted) -> None:
    audit = planted[company].result()
    assert undeclared(audit, company) == {}
    assert [verdict for verdict in audit.result.verdicts if verdict.outcome == "error"] == []
    assert audit.traps == dict.fromkeys(TRAPS, 0)


@pytest.mark.parametrize("flaw", PLANTED)
def test_a_flaw_is_found_by_its_check(flaw: str, planted: Planted) -> None:
    company = next(company for company in COMPANIES if flaw in company)
    assert FLAWS[flaw].check in planted[company].result().wrong


@pytest.mark.slow
@pytest.mark.parametrize("flaw", FLAWS)
def test_a_flaw_alone_is_found_by_its_check_and_brings_only_what_is_declared(flaw: str, tmp_path: Path) -> None:
    audit = plant_alone(flaw, tmp_path)
    assert FLAWS[flaw].check in audit.wrong
    assert undeclared(audit, [flaw]) == {}
    assert audit.traps == dict.fromkeys(TRAPS, 0)
