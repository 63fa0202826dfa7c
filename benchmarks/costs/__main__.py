"""`python -m benchmarks.costs`: a bare script, an audit and Lighthouse CI on the same shop, in one run."""

from __future__ import annotations

import argparse
import json
import sys
from datetime import UTC, datetime
from pathlib import Path

import psutil

from auditor.browser.install import find_browser
from auditor.demo.server import serve
from auditor.errors import AuditorError
from auditor.external.lighthouse_package import install_lighthouse
from benchmarks.costs.subjects import Incomplete, measure_all
from benchmarks.costs.tables import document, markdown

RESULTS = Path(__file__).parents[1] / "results"


def main() -> int:
    """Measure, print the table, write both files; returns the exit code."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.costs", description=__doc__)
    parser.add_argument(
        "--repeat", type=int, default=3, metavar="N", help="runs of the script and of the auditor; their median counts (default: 3)"
    )
    parser.add_argument("--without-lighthouse", action="store_true", help="leave out Lighthouse CI, which takes longest")
    parser.add_argument("--results", type=Path, default=RESULTS, metavar="FOLDER", help="where to write (default: benchmarks/results)")
    options = parser.parse_args()
    chromium = find_browser()
    if chromium is None:
        return _failed("There is no Chrome or Chromium. Run `auditor doctor --install`.")
    try:
        if not options.without_lighthouse:
            install_lighthouse(_say)
        with serve() as shop:
            subjects, browser = measure_all(shop, chromium, options.repeat, _say, lighthouse=not options.without_lighthouse)
    except (AuditorError, Incomplete, RuntimeError) as error:
        return _failed(str(error))
    date = f"{datetime.now(UTC):%Y-%m-%d}"
    machine = {"cores": psutil.cpu_count(), "memory_gb": round(psutil.virtual_memory().total / 2**30), "browser": browser}
    options.results.mkdir(parents=True, exist_ok=True)
    text = markdown(subjects, machine, date)
    (options.results / f"{date}.json").write_text(json.dumps(document(subjects, machine, date), indent=1) + "\n", encoding="utf-8")
    (options.results / f"{date}.md").write_text(text, encoding="utf-8")
    sys.stdout.write(text)
    return 0


def _say(text: str) -> None:
    sys.stderr.write(f"{text}\n")


def _failed(text: str) -> int:
    _say(text)
    return 1


if __name__ == "__main__":
    sys.exit(main())
