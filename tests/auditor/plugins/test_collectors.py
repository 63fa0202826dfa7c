from typing import Any

from auditor.api import Collector
from auditor.plugins.collectors import load_collectors
from auditor.plugins.points import COLLECTORS
from tests.auditor.plugins.conftest import Register


async def nothing(_: Any) -> None:
    """Collect nothing."""


def test_a_collector_of_somebody_else_is_found(plugins: Register) -> None:
    meta = Collector("meta", "meta.json", nothing)
    plugins(COLLECTORS, ("meta", meta))
    assert load_collectors(["html"], ["page.html"]) == ({"meta": meta}, [])


def test_one_that_cannot_be_used_is_named_and_hurts_no_other(plugins: Register) -> None:
    plugins(
        COLLECTORS,
        ("good", Collector("good", "good.json", nothing)),
        ("html", Collector("html", "mine.html", nothing)),
        ("same", Collector("same", "page.html", nothing)),
        ("seen", Collector("seen", "observation.json", nothing)),
        ("path", Collector("path", "../up.json", nothing)),
        ("odd", 42),
        ("gone", ImportError("gone")),
    )
    found, broken = load_collectors(["html"], ["page.html"])
    assert list(found) == ["good"]
    assert len(broken) == 6
    assert [word for word in ("gone", "html", "odd", "'../up.json'", "same", "seen") if not any(word in said for said in broken)] == []
