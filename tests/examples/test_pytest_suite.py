"""The example suite of docs/pytest.md, run by two workers on the embedded shop as its reader would."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from auditor.demo.server import serve
from auditor.demo.shape import Shape

SUITE = Path(__file__).parents[2] / "examples" / "pytest"
CHECKS = ("checkout-guest-option", "security-mixed-content", "checkout-cart-edit")


@pytest.fixture(scope="module")
def ran(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    folder = tmp_path_factory.mktemp("suite") / "work"
    shutil.copytree(SUITE, folder)
    with serve(Shape.parse(""), ["checkout-cart-edit"]) as shop:
        only = [part for check in CHECKS for part in ("--shop-only", check)]
        options = ["--shop-url", shop.url, "--shop-device", "desktop", *only, "-n", "2", "-v", "-rf", "-p", "no:cacheprovider"]
        done = subprocess.run(
            [sys.executable, "-m", "pytest", *options], cwd=folder, capture_output=True, text=True, timeout=600, check=False
        )
    return folder, done.stdout + done.stderr


@pytest.mark.browser
@pytest.mark.parametrize(
    ("test", "ending"),
    [
        ("test_shop.py::test_nobody_has_to_register", "PASSED"),
        ("test_shop.py::test_the_way_is_short[desktop]", "PASSED"),
        ("test_shop.py::test_every_page_has_a_title[desktop]", "PASSED"),
        ("shop audit::checkout-guest-option", "PASSED"),
        ("shop audit::checkout-cart-edit", "FAILED"),
        ("shop audit::gate:must_reach", "PASSED"),
        ("shop audit::gate:evidence", "PASSED"),
    ],
)
def test_tests_end_as_the_shop_is(ran: tuple[Path, str], test: str, ending: str) -> None:
    assert re.search(rf"{ending} {re.escape(test)}", ran[1]), ran[1]


@pytest.mark.browser
def test_the_failure_says_how_to_fix_it(ran: tuple[Path, str]) -> None:
    assert "How to fix it: " in ran[1]


@pytest.mark.browser
def test_both_workers_shared_one_audit(ran: tuple[Path, str]) -> None:
    folder, log = ran
    results = folder / "audit-results" / "pytest"
    assert json.loads((results / "result.json").read_text(encoding="utf-8"))["journeys"][0]["ended"] == "payment_reached"
    assert (results / "report.html").is_file()
    assert "[gw0]" in log
    assert "[gw1]" in log
