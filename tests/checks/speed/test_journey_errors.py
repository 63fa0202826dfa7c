from typing import Any

import pytest
from auditor_checks.speed.journey_errors import journey_errors

from auditor.api import Kind, Outcome, Severity, Stage
from tests.checks.judging import outcome
from tests.checks.recordings import Shop, request

OWN, FOREIGN = "https://shop.example/api/x", "https://tracker.example.net/x"


def judged(shop: Shop, *requests: dict[str, Any], console: tuple[dict[str, str], ...] = ()) -> Outcome:
    shop.walk(ended="payment_reached").page(Stage.HOME, network=list(requests), console=list(console))
    return outcome(journey_errors, shop)


def answered(status: int, url: str = OWN, kind: str = "fetch", *, main: bool = False) -> dict[str, Any]:
    return {**request(url, kind=kind, main=main), "status": status}


def test_sound_requests_pass(shop: Shop) -> None:
    assert judged(shop, answered(200)).kind is Kind.PASS


def test_an_error_of_the_server_fails(shop: Shop) -> None:
    found = judged(shop, answered(500))
    assert (found.kind, found.severity) == (Kind.FAIL, Severity.MAJOR)


def test_a_page_that_breaks_is_critical(shop: Shop) -> None:
    assert judged(shop, answered(502, main=True)).severity is Severity.CRITICAL


@pytest.mark.parametrize(
    "harmless",
    [
        answered(500, FOREIGN),
        answered(422),
        answered(404),
        answered(403),
        answered(404, "https://shop.example/favicon.ico", "other"),
        {**answered(0), "failure": "net::ERR_BLOCKED_BY_CLIENT"},
        {**answered(0), "failure": "net::ERR_ABORTED"},
    ],
)
def test_what_is_no_fault_of_the_shop_passes(harmless: dict[str, Any], shop: Shop) -> None:
    assert judged(shop, harmless).kind is Kind.PASS


def test_a_missing_picture_is_warned_of(shop: Shop) -> None:
    assert judged(shop, answered(404, "https://cdn.shop.example/a.webp", "image")).kind is Kind.WARN


def test_a_request_without_an_answer_is_warned_of(shop: Shop) -> None:
    assert judged(shop, {**answered(0), "failure": "net::ERR_CONNECTION_RESET"}).kind is Kind.WARN


def test_an_exception_is_warned_of(shop: Shop) -> None:
    broken = {"kind": "exception", "text": "TypeError: x is undefined", "url": ""}
    found = judged(shop, console=(broken,))
    assert (found.kind, "TypeError" in found.message) == (Kind.WARN, True)


def test_no_page_is_not_measurable(shop: Shop) -> None:
    shop.walk().missed(Stage.HOME, "No answer.")
    assert outcome(journey_errors, shop).kind is Kind.NOT_MEASURABLE


def test_the_same_trouble_on_several_pages_is_one(shop: Shop) -> None:
    missing = answered(404, "https://shop.example/theme.css", "stylesheet")
    walk = shop.walk(ended="payment_reached").page(Stage.HOME, network=[missing], console=[])
    walk.page(Stage.CATEGORY, network=[missing], console=[])
    found = outcome(journey_errors, shop)
    assert (found.kind, found.value, "(home)" in found.message) == (Kind.WARN, 1, True)


def test_scripts_that_miss_one_of_somebody_else_are_left_out(shop: Shop) -> None:
    broken = {"kind": "exception", "text": "jQuery is not defined", "url": ""}
    lost = {**answered(0, FOREIGN, "script"), "failure": "net::ERR_NAME_NOT_RESOLVED"}
    assert judged(shop, lost, console=(broken,)).kind is Kind.PASS


def test_a_script_that_notes_a_stopped_request_is_left_out(shop: Shop) -> None:
    assert judged(shop, console=({"kind": "exception", "text": "TypeError: Failed to fetch", "url": ""},)).kind is Kind.PASS


@pytest.mark.parametrize("status", [500, 404])
def test_what_is_not_listed_is_counted(shop: Shop, status: int) -> None:
    kind = "fetch" if status == 500 else "image"
    found = judged(shop, *(answered(status, f"https://shop.example/{number}", kind) for number in range(10)))
    assert (found.value, len(found.findings), found.unlisted) == (10, 8, 2)
