"""`make journeys`: walk many shops on both devices and compare with what their servers saw."""

from __future__ import annotations

import argparse
import json
import os
import re
import sys
from concurrent.futures import ProcessPoolExecutor, as_completed
from datetime import date
from pathlib import Path
from typing import Any

from benchmarks.journeys.ablations import SETTINGS, ablated
from benchmarks.journeys.beds import Bed
from benchmarks.journeys.manifest import manifest_beds
from benchmarks.journeys.real import real_beds
from benchmarks.journeys.shapes import shape_beds
from benchmarks.journeys.summary import markdown, summary
from benchmarks.journeys.walking import Walked, walk_bed

ROOT = Path(__file__).resolve().parents[2]
RESULTS = ROOT / "benchmarks" / "results"
LEAST_SHARE = 0.98


def main() -> int:
    """Run what the arguments ask for; 0 when the bar is held: shapes 98 %, real shops all, nothing false or ordered; 2 for no shop."""
    options = _options()
    beds = [bed for bed in _beds(options) if re.search(options.only, bed.name)]
    if not beds:
        print(f"No shop is called like {options.only!r}.", file=sys.stderr)
        return 2
    runs: dict[str, Any] = {}
    for name in SETTINGS if options.ablations else ["complete"]:
        walks = _walk_all(name, beds, options)
        runs[name] = {"summary": summary(walks), "walks": [w.to_dict() for w in walks]}
    conditions = f"{len(beds)} shops, devices {', '.join(options.devices)}, {options.jobs} at a time, {os.cpu_count()} cores."
    result = {"date": date.today().isoformat(), "conditions": conditions, "runs": runs}
    text = markdown(result)
    print(text)
    if options.output:
        options.output.parent.mkdir(parents=True, exist_ok=True)
        options.output.with_suffix(".json").write_text(json.dumps(result, indent=1, ensure_ascii=False), encoding="utf-8")
        options.output.with_suffix(".md").write_text(text, encoding="utf-8")
    return 0 if _holds(runs["complete"]["summary"]) else 1


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.journeys", description=__doc__)
    parser.add_argument("--beds", action="append", choices=["shapes", "real"], help="which shops of the repository (default: both)")
    parser.add_argument("--manifest", action="append", type=Path, default=[], help="shops of your own, see benchmarks/journeys/manifest.py")
    parser.add_argument("--only", default="", metavar="PATTERN", help="only shops whose name matches")
    parser.add_argument("--devices", nargs="+", default=["desktop", "mobile"])
    parser.add_argument("--ablations", action="store_true", help="walk again with parts of the engine taken out")
    parser.add_argument("--jobs", type=int, default=max(1, (os.cpu_count() or 2) // 2), help="journeys at a time")
    parser.add_argument("--keep", type=Path, help="folder to keep the recordings in")
    parser.add_argument("--output", type=Path, default=RESULTS / "journeys", help="where to write the tables, without suffix")
    return parser.parse_args()


def _beds(options: argparse.Namespace) -> list[Bed]:
    wanted = options.beds or ([] if options.manifest else ["shapes", "real"])
    found = shape_beds() if "shapes" in wanted else []
    if "real" in wanted:
        found += real_beds(ROOT / ".cache" / "shops")
    return [*found, *(bed for file in options.manifest for bed in manifest_beds(file))]


def _walk_all(name: str, beds: list[Bed], options: argparse.Namespace) -> list[Walked]:
    jobs = [(bed, device) for bed in beds for device in options.devices]
    walks: dict[tuple[str, str], Walked] = {}
    with ProcessPoolExecutor(options.jobs) as pool:
        waiting = {pool.submit(_walk, name, bed, device, options.keep): (bed.name, device) for bed, device in jobs}
        for done in as_completed(waiting):
            walked = done.result()
            walks[waiting[done]] = walked
            mark = "ok  " if walked.right else "MISS"
            print(
                f"{mark} {walked.seconds:5.1f} s  {walked.bed} ({walked.device}) {walked.ended} {walked.failure}",
                file=sys.stderr,
                flush=True,
            )
    return [walks[bed.name, device] for bed, device in jobs]


def _walk(name: str, bed: Bed, device: str, keep: Path | None) -> Walked:
    folder = keep / re.sub(r"[^\w.-]+", "-", f"{device}-{bed.name}")[:100] if keep else None
    with ablated(name):
        return walk_bed(bed, device, SETTINGS[name], folder)


def _holds(found: dict[str, Any]) -> bool:
    shares = [row["share"] >= (LEAST_SHARE if group.startswith("shape") else 1.0) for group, row in found["groups"].items()]
    return all(shares) and not any(row["false_success"] for row in found["groups"].values()) and not any(found["traps"].values())


if __name__ == "__main__":
    sys.exit(main())
