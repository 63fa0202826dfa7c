"""Hand-made recordings of journeys, written to a folder and read back as checks see them."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Self

from auditor.api import Recording, Stage
from auditor.record.layout import MANIFEST, RECORDING_VERSION
from tests.checks.pages import DESKTOP, PHONE, Page

_NOTHING = {
    "url": "",
    "title": "",
    "action": "",
    "attempts": 1,
    "seconds": 1.0,
    "reason": None,
    "screenshot": None,
    "signals": [],
}
_NO_WORK: dict[str, Any] = {
    **dict.fromkeys(("clicks", "fields", "characters", "choices", "page_loads", "dialogs", "errors"), 0),
    "wait_seconds": 0.0,
    "scrolled": 0.0,
    "typed": [],
}
SITE = "https://shop.example/"


class Walk:
    """One device's journey. What is not said is not there: no page, no artifact, no probe."""

    def __init__(self, folder: Path, *, mobile: bool, **facts: Any) -> None:
        self.folder = folder
        self.facts = facts
        self.mobile = mobile
        self._steps: list[dict[str, Any]] = []
        self._pages: dict[str, list[str]] = {}
        self._probes: dict[str, str] = {}
        self._beside: list[str] = []
        self._site_pages: dict[str, str] = {}

    @property
    def window(self) -> tuple[int, int]:
        return PHONE if self.mobile else DESKTOP

    def page(self, stage: Stage, page: Page | None = None, *, action: str = "", attempts: int = 1, **artifacts: Any) -> Self:
        """Reach a stage; `artifacts` are `network`, `timings`, `axe`, `console`, `typed`, `cookies`, `stored`, `headers` and `tls`."""
        page = page or Page(window=self.window)
        self._write(self.folder / stage.value, page, artifacts)
        self._pages[stage.value] = ["observation.json"]
        self._steps.append(_step(stage, "reached", url=page.url, action=action, attempts=attempts))
        return self

    def missed(self, stage: Stage, reason: str, *, outcome: str = "not_found", attempts: int = 1) -> Self:
        """Fail to reach a stage."""
        self._steps.append(_step(stage, outcome, reason=reason, attempts=attempts))
        return self

    def probe(self, name: str, found: Mapping[str, Any] | str) -> Self:
        """Record what a probe found, or the sentence why it did not run."""
        if isinstance(found, str):
            self._probes[name] = found
            return self
        (self.folder / "probes").mkdir(parents=True, exist_ok=True)
        (self.folder / "probes" / f"{name}.json").write_text(json.dumps(found), encoding="utf-8")
        self._probes[name] = "recorded"
        return self

    def trace(self, *attempts: Mapping[str, Any]) -> Self:
        """Record the attempts of the journey."""
        self.folder.mkdir(parents=True, exist_ok=True)
        (self.folder / "trace.jsonl").write_text("".join(json.dumps(a) + "\n" for a in attempts), encoding="utf-8")
        return self

    def site_page(self, name: str, page: Page | str) -> Self:
        """Record a page the shop links to, or the sentence why there is none."""
        if isinstance(page, str):
            self._site_pages[name] = page
            return self
        self._write(self.folder / "site" / name, page, {})
        self._site_pages[name] = "recorded"
        return self

    def beside(self, name: str, page: Page) -> Self:
        """Record a page that is no stage's: "form-1" of the checkout, "cart-page"."""
        self._write(self.folder / "beside" / name, page, {})
        self._beside.append(name)
        return self

    def lighthouse(self, stage: Stage, **facts: Any) -> Self:
        """Record what Lighthouse measured of a page, such as `scores={"performance": 40}`, or why not (`error`)."""
        folder = self.folder.parent / "lighthouse" / self.folder.name
        folder.mkdir(parents=True, exist_ok=True)
        found = {"url": f"{SITE}{stage.value}", "landed": f"{SITE}{stage.value}", "benchmark_index": 2000, "wording": {}, **facts}
        (folder / f"{stage.value}.json").write_text(json.dumps(found), encoding="utf-8")
        return self

    def described(self) -> dict[str, Any]:
        """The journey's entry in the manifest."""
        device = "mobile" if self.mobile else "desktop"
        return {
            "device": device, "title": device, "folder": self.folder.name, "mobile": self.mobile,
            "viewport": self.window, "ended": "failed", "failure_code": None, "message": "The journey ended.",
            "seconds": 1.0, "notes": [], "product": {}, "country": "", "language": "en", "consent": {},
            "blocked_requests": [], "steps": self._steps, "pages": self._pages, "pages_beside": self._beside,
            "missed_fields": [], "probes": self._probes,
            "site_pages": self._site_pages, "site_addresses": {}, "wording": {}, **self.facts,
        }  # fmt: skip

    def _write(self, folder: Path, page: Page, artifacts: dict[str, Any]) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        files: dict[str, Any] = {"observation.json": page.observation}
        files |= {f"{name}.json": artifacts[name] for name in ("network", "timings", "axe", "console", "typed") if name in artifacts}
        if "cookies" in artifacts or "stored" in artifacts:
            stored = {"local": artifacts.get("stored", []), "session": []}
            files["cookies.json"] = {"cookies": artifacts.get("cookies", []), "storage": stored}
        if "headers" in artifacts:
            files["headers.json"] = {
                "url": page.url,
                "status": 200,
                "headers": artifacts["headers"],
                "tls": artifacts.get("tls"),
            }
        for name, data in files.items():
            (folder / name).write_text(json.dumps(data), encoding="utf-8")
        (folder / "page.html").write_text(page.html, encoding="utf-8")


class Shop:
    """The recording of one audit in the making."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._walks: list[Walk] = []

    def walk(self, *, mobile: bool = False, **facts: Any) -> Walk:
        """Begin a journey; `facts` are entries of the manifest, such as `country="DE"`."""
        walk = Walk(self.root / ("mobile" if mobile else "desktop"), mobile=mobile, **facts)
        self._walks.append(walk)
        return walk

    def recording(self) -> Recording:
        """Write the manifest and read the recording back."""
        manifest = {
            "recording_version": RECORDING_VERSION, "tool": {"name": "storefront-auditor", "version": "0"},
            "site": SITE, "started_at": "2026-11-24T10:00:00+00:00",
            "finished_at": "2026-11-24T10:01:00+00:00", "seconds": 60.0, "browser": "none", "config": {},
            "journeys": [walk.described() for walk in self._walks],
        }  # fmt: skip
        self.root.mkdir(parents=True, exist_ok=True)
        (self.root / MANIFEST).write_text(json.dumps(manifest), encoding="utf-8")
        return Recording.load(self.root)


def request(url: str, *, size: int = 0, main: bool = False, kind: str = "script") -> dict[str, Any]:
    """An entry of `network.json`."""
    entry = {"url": url, "method": "GET", "kind": "document" if main else kind, "status": 200, "bytes": size}
    return {**entry, "main_document": True} if main else entry


def cookie(
    name: str,
    *,
    secure: bool = True,
    http_only: bool = True,
    same_site: str = "Lax",
    domain: str = "shop.example",
) -> dict[str, Any]:
    """An entry of `cookies.json`."""
    flags = {"secure": secure, "http_only": http_only, "same_site": same_site}
    return {"name": name, "domain": domain, "path": "/", "expires": -1, "length": 20, **flags}


def disclosure(url: str, *, what: str = "e-mail address", written: str = "plain", place: str = "address") -> dict[str, str]:
    """An entry of `typed.json`."""
    return {"url": url, "method": "GET", "kind": "fetch", "what": what, "written": written, "place": place}


def timings(milliseconds: float, runs: Sequence[float] = (), *, element: str = "main>img", soft: bool = False) -> dict[str, Any]:
    """A `timings.json` with one metric: the largest contentful paint."""
    return {
        "soft": soft,
        "vitals": {"LCP": {"value": milliseconds, "element": element, "url": "", "runs": list(runs)}},
    }


def vitals(*, soft: bool = False, load_ms: float = 500, **values: float) -> dict[str, Any]:
    """A `timings.json` with the metrics given, such as `CLS=0.3`."""
    return {"soft": soft, "load_ms": load_ms, "vitals": {name: {"value": value, "element": "main>div"} for name, value in values.items()}}


def _step(stage: Stage, outcome: str, **facts: Any) -> dict[str, Any]:
    return {**_NOTHING, **_NO_WORK, "stage": stage.value, "outcome": outcome, **facts}
