"""A project of a user who tests a shop: a recorded audit, checks with a known answer, tests that use the plugin."""

from pathlib import Path

import pytest

from auditor.api import Stage
from auditor.external.lighthouserc import Assertion, Assertions
from auditor.plugins.discovery import load_catalogue
from auditor.record.lighthouse import prepare
from tests.checks.pages import Page
from tests.checks.recordings import Shop

CHECKS = """
from auditor.api import *

def made(name, judge):
    texts = {"title": f"{name} is right", "failure_title": f"{name} is wrong", "why": "It matters.", "fix": "Mend it."}
    facts = {"severity": Severity.MAJOR, "effort": Effort.XS, "sources": (Source("A survey", "https://survey.example/"),)}
    return journey_check(id=f"trust-{name}", category="trust", **texts, **facts)(judge)

def found(journey):
    if journey.mobile:
        return passed("All good.")
    return failed("One is \\x1b[31mbad.", findings=[Finding("This one.", selector="#it", url="https://shop.example/cart")])

good = made("good", lambda journey: passed("All good."))
bad = made("bad", found)
half = made("half", lambda journey: warned("Half good."))
unsure = made("unsure", lambda journey: failed("Perhaps.", confidence=Confidence.LOW))
unseen = made("unseen", lambda journey: not_measurable("Nobody looked."))
"""
SETTINGS = 'checks = ["own"]\nonly = ["trust-good", "trust-bad", "trust-half", "trust-unsure", "trust-unseen"]\n'


def project(pytester: pytest.Pytester, settings: str = "", *, cut_short: bool = False, performance: int | None = None) -> Path:
    """Lay out the project; returns the run folder. `performance`: what Lighthouse measured, where a lighthouserc demands 90."""
    own = pytester.path / "own"
    own.mkdir()
    (own / "mine.py").write_text(CHECKS, encoding="utf-8")
    (pytester.path / "auditor.toml").write_text(SETTINGS + settings, encoding="utf-8")
    shop = Shop(pytester.path / "run" / "recording")
    for mobile in (False, True):
        ended = {"ended": "payment_reached", "message": ""}
        if cut_short:
            ended = {"ended": "failed", "failure_code": "cart_empty_after_add", "message": "The cart stayed empty."}
        walk = shop.walk(mobile=mobile, **ended)
        for stage in Stage if not cut_short else (Stage.HOME, Stage.PRODUCT):
            walk.page(stage, Page("https://shop.example/", title="Shop"))
        if cut_short:
            walk.missed(Stage.CART, "It stayed empty.")
        if performance is not None:
            walk.lighthouse(Stage.HOME, scores={"performance": performance})
    if performance is not None:
        prepare(shop.root, Assertions("lighthouserc.json", (Assertion("categories:performance", "error", "minScore", 0.9),)))
    shop.recording()
    return pytester.path / "run"


def run(pytester: pytest.Pytester, *options: str) -> pytest.RunResult:
    """Run the project's tests: within this process, since loading all checks takes seconds, but with workers in their own."""
    load_catalogue(())  # what a run imports is forgotten after it, unless it was there before
    start = pytester.runpytest_subprocess if "-n" in options else pytester.runpytest_inprocess
    return start("-p", "no:cacheprovider", "-p", "no:asyncio", "-p", "no:syrupy", "-rsxf", *options)
