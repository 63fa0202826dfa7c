"""Lighthouse CI itself, on pages that need the shopper's session. Takes minutes, and Node; Lighthouse CI is installed if need be."""

from __future__ import annotations

import asyncio
import socket
import tempfile
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import psutil
import pytest

from auditor.external.lighthouse_ci import LighthouseCI
from auditor.external.lighthouse_package import find_lighthouse, install_lighthouse
from auditor.external.lighthouse_report import FormFactor
from auditor.result.lighthouse import LighthouseResult
from tests.e2e.auditing import Audit, audited
from tests.e2e.demo import audit_demo
from tests.shops.oscar.bed import running_oscar
from tests.shops.serving import CACHE

pytestmark = [pytest.mark.slow, pytest.mark.browser, pytest.mark.shop]


@pytest.fixture(scope="module")
def program() -> LighthouseCI:
    install_lighthouse(lambda _: None)
    return find_lighthouse()


@pytest.fixture(scope="module")
def oscar(program: LighthouseCI, tmp_path_factory: pytest.TempPathFactory) -> Audit:
    folder = tmp_path_factory.mktemp("oscar") / "out"
    with running_oscar(CACHE) as shop:
        return audited(f"{shop.url}/", folder, "--lighthouse=cart,checkout", "--no-probes", "--format", "json", "--quiet")


@pytest.mark.parametrize("device", ["desktop", "mobile"])
@pytest.mark.parametrize(("stage", "path"), [("cart", "/basket/"), ("checkout", "/checkout/")])
def test_cart_and_checkout_are_landed_on_and_scored(oscar: Audit, device: str, stage: str, path: str) -> None:
    (page,) = [page for page in oscar.result.lighthouse if (page.device, page.stage) == (device, stage)]
    assert (page.error, page.same_as) == ("", "")
    assert path in page.landed
    assert set(page.scores) == {"performance", "accessibility", "best-practices", "seo"}
    assert None not in page.scores.values()
    assert page.audits["largest-contentful-paint"] > 0


def test_nothing_of_the_session_is_in_the_recording_of_it(oscar: Audit) -> None:
    kept = "".join(file.read_text() for file in (oscar.folder / "recording" / "lighthouse").rglob("*.json"))
    assert "sessionid" not in kept
    assert "csrf" not in kept.lower()


@pytest.fixture(scope="module")
def shut_out(program: LighthouseCI, tmp_path_factory: pytest.TempPathFactory) -> dict[str, LighthouseResult]:
    """The embedded shop's home and cart."""
    options = ("--lighthouse=home,cart", "--device", "desktop", "--no-probes", "--format", "json", "--quiet")
    audit = audit_demo(tmp_path_factory.mktemp("demo") / "out", *options)
    assert {v.outcome for v in audit.result.verdicts if "lighthouse" in v.check} <= {"pass", "warn"}
    return {page.stage: page for page in audit.result.lighthouse}


def test_the_embedded_shop_is_measured_with_its_cart(shut_out: dict[str, LighthouseResult]) -> None:
    assert {stage: page.error for stage, page in shut_out.items()} == {"home": "", "cart": ""}


@pytest.fixture
def silent() -> Iterator[str]:
    """A server that takes connections and never answers."""
    with closing(socket.create_server(("127.0.0.1", 0), backlog=64)) as server:
        yield f"http://127.0.0.1:{server.getsockname()[1]}/"


@pytest.fixture
def temporary(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An empty folder in which temporary files are made; pytest's own is too deep for a socket of Chrome's."""
    with tempfile.TemporaryDirectory(prefix="never-") as folder:
        monkeypatch.setattr(tempfile, "tempdir", folder)
        yield Path(folder)


@pytest.mark.parametrize("device", ["mobile", "desktop"])
def test_a_page_that_never_answers_ends_within_its_limit_and_leaves_no_process(
    program: LighthouseCI, silent: str, device: FormFactor, temporary: Path
) -> None:
    limit = 15.0
    run = asyncio.run(replace(program, seconds=limit).collect(silent, device, session={"cookies": [], "origins": []}))
    assert f"not done within {limit:g} seconds" in run.error
    assert not run.scores
    commands = [" ".join(process.info["cmdline"] or ()) for process in psutil.process_iter(["cmdline"])]
    assert [command for command in commands if str(temporary) in command] == []  # its files, and Chrome's profile, are in there
    assert list(temporary.iterdir()) == []
