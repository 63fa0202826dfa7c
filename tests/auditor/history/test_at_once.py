"""Several processes that make, migrate and write one history at once lose nothing."""

import subprocess
import sys
from pathlib import Path

from auditor.history.store import Wanted
from tests.auditor.history.runs import SITE, store

ROOT = Path(__file__).parents[3]
RUNS = 25
# waits until all are ready, then writes runs of its own and the ones that all of them write
PROGRAM = """
import sys
from tests.auditor.history.runs import entry, store

place, number, runs = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
entries = [entry(1000 * number + day) for day in range(runs)] + [entry(day, site="https://same.example") for day in range(5)]
print("ready", flush=True)
sys.stdin.readline()
for one in entries:
    with store(place) as opened:
        opened.add(one)
"""


def test_two_that_write_at_once_lose_nothing(place: str) -> None:
    writers = [
        subprocess.Popen(
            [sys.executable, "-c", PROGRAM, place, str(number), str(RUNS)],
            cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        )
        for number in (1, 2)
    ]  # fmt: skip
    for writer in writers:
        assert writer.stdout is not None
        assert writer.stdout.readline() == "ready\n"
    for writer in writers:
        assert writer.stdin is not None
        writer.stdin.write("go\n")
        writer.stdin.flush()
    assert [(writer.communicate()[1], writer.returncode) for writer in writers] == [("", 0)] * 2
    with store(place) as opened:
        stored = {site.site: site for site in opened.read(Wanted(details=True))}
    assert {name: site.stored for name, site in stored.items()} == {SITE: 2 * RUNS, "https://same.example": 5}
    assert all(len(run.categories) == 2 and len(run.journeys) == 2 and run.metrics for site in stored.values() for run in site.runs)
