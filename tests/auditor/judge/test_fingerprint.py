import re

import pytest

from auditor.api import Finding, Kind, Stage
from auditor.judge.fingerprint import fingerprint
from tests.auditor.specimens import check, verdict

PAGE = "https://shop.example/cart?id=7"
FINDING = Finding("The button is 31 x 18 px.", "button.buy")


def print_of(
    finding: Finding = FINDING, *, name: str = "mobile-targets", url: str = PAGE, device: str = "mobile", stage: Stage = Stage.CART
) -> str:
    return fingerprint(verdict(check(name), Kind.FAIL, device, stage), finding, url)


def test_it_is_sixteen_hex_digits() -> None:
    assert re.fullmatch("[0-9a-f]{16}", print_of())


@pytest.mark.parametrize(
    "same",
    [
        Finding("The button is 24 x 24 px.", "button.buy"),
        Finding("The button is 31.5 x 1,800.25 px.", "button.buy"),
        Finding("The button is 31 x 18 px.", "button.buy", url="https://shop.example/cart"),
    ],
)
def test_measured_values_and_queries_do_not_count(same: Finding) -> None:
    assert print_of(same) == print_of()


def test_a_finding_is_the_same_on_every_device_and_host() -> None:
    assert print_of(device="desktop") == print_of(url="https://staging.shop.example/cart?id=8") == print_of()


def test_a_key_stands_for_the_message() -> None:
    first = print_of(Finding("“Blue shirt” has no alternative text", "img", key="alt"))
    assert first == print_of(Finding("“Red shirt” has no alternative text", "img", key="alt"))
    assert first != print_of(Finding("“Red shirt” has no alternative text", "img", key="alt-2"))


@pytest.mark.parametrize(
    "other",
    [
        print_of(name="mobile-spacing"),
        print_of(stage=Stage.CHECKOUT),
        print_of(url="https://shop.example/basket"),
        print_of(Finding("The button is 31 x 18 px.", "button.pay")),
        print_of(Finding("The button is small.", "button.buy")),
        print_of(Finding("The button is 31 x 18 px.", "button.buy", url="https://shop.example/other")),
    ],
)
def test_check_stage_path_selector_and_message_count(other: str) -> None:
    assert other != print_of()


def test_parts_do_not_run_into_each_other() -> None:
    assert print_of(Finding("b", "a")) != print_of(Finding("ab", ""))
