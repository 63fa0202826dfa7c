"""Stands in for Lighthouse CI: `fake_lhci.py MODE FOLDER collect ...` writes into FOLDER what it was given, then does as MODE says.

Processes it starts write their numbers into FOLDER/pids. `wait_for` is how a test holds it at a place.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

LHRS = Path(__file__).parent / "lhr"
ERROR = """Error: Lighthouse failed with exit code 1
    at ChildProcess.<anonymous> (node-runner.js:120:21)

2026-11-28T02:15:52.239Z LH:status Generating results...
2026-11-28T02:15:52.470Z LH:ChromeLauncher Killing Chrome instance 955
Runtime error encountered: Lighthouse was unable to reliably load the page you requested. (Status code: 404)
"""
# What Lighthouse does with Chrome: starts it in a session of its own, so that it outlives whoever started it.
CHROME = "import signal, sys; sys.stdout.write('up'); sys.stdout.flush(); signal.pause()"
# A try of Lighthouse: holds on until the test has seen it.
TRY = "import sys, time, pathlib; p = pathlib.Path(sys.argv[1]); p.with_suffix('.up').touch()\nwhile not p.exists(): time.sleep(0.01)"


def main() -> None:
    mode, folder = sys.argv[1], Path(sys.argv[2])
    config = json.loads(Path(next(a for a in sys.argv if a.startswith("--config=")).removeprefix("--config=")).read_text())
    given = {
        "argv": sys.argv[3:],
        "config": config,
        "environment": dict(os.environ),
        "cwd": str(Path.cwd()),
        "files": [p.name for p in Path().iterdir()],
        "written": "".join(p.read_text() for p in Path().iterdir() if p.suffix in {".json", ".cjs"}),
        "stdin": sys.stdin.read(),
    }
    (folder / "given.json").write_text(json.dumps(given))
    note(folder, os.getpid())
    MODES[mode](folder, config["ci"]["collect"])


def note(folder: Path, pid: int) -> None:
    with (folder / "pids").open("a") as pids:
        pids.write(f"{pid}\n")


def report(collect: dict[str, object], recorded: str = "home-mobile", **changes: object) -> None:
    """Write a recorded report as that of the page asked for."""
    lhr = json.loads((LHRS / f"{recorded}.json").read_text())
    urls = collect["url"]
    assert isinstance(urls, list)
    lhr |= {"requestedUrl": urls[0], "finalDisplayedUrl": urls[0]} | changes
    settings = collect["settings"]
    assert isinstance(settings, dict)
    lhr["configSettings"] |= {"formFactor": settings.get("preset", "mobile"), "extraHeaders": settings.get("extraHeaders")}
    save(json.dumps(lhr), 1795832098375)


def save(text: str, number: int) -> None:
    Path(".lighthouseci").mkdir(exist_ok=True)
    Path(".lighthouseci", f"lhr-{number}.json").write_text(text)


def start_chrome(folder: Path) -> None:
    chrome = subprocess.Popen([sys.executable, "-c", CHROME], start_new_session=True, stdout=subprocess.PIPE)
    assert chrome.stdout is not None
    chrome.stdout.read(2)
    note(folder, chrome.pid)


def hang(folder: Path, _: dict[str, object]) -> None:
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    start_chrome(folder)
    (folder / "hangs").touch()
    signal.pause()


def leave_chrome(folder: Path, collect: dict[str, object]) -> None:
    """Chrome's parent ends before the program does, so that nothing connects the two any more."""
    if os.fork() == 0:
        start_chrome(folder)
        (folder / "chrome.up").touch()
        wait_for(folder / "chrome")
        os._exit(0)
    os.wait()
    report(collect)


def three_tries(folder: Path, collect: dict[str, object]) -> None:
    for number in range(3):
        lighthouse = ["node_modules/lighthouse/cli/index.js", str(folder / f"try{number}")]
        subprocess.run([sys.executable, "-c", TRY, lighthouse[1], lighthouse[0]], check=True)
    report(collect)


def wait_for(path: Path) -> None:
    while not path.exists():
        time.sleep(0.01)


def fill_cart_or_leave(_: Path, collect: dict[str, object]) -> None:
    """Land on the cart on a desktop, on the login page on a phone."""
    settings = collect["settings"]
    assert isinstance(settings, dict)
    report(collect, **({} if settings.get("preset") else {"finalDisplayedUrl": "http://shop.example/login"}))


def fail(_: Path, __: dict[str, object]) -> None:
    sys.stderr.write(ERROR)
    sys.exit(1)


def fail_after_all(_: Path, collect: dict[str, object]) -> None:
    report(collect)
    sys.exit(1)


def two_reports(_: Path, collect: dict[str, object]) -> None:
    report(collect)
    save("{}", 1)


MODES = {
    "good": lambda _, collect: report(collect),
    "login": lambda _, collect: report(collect, finalDisplayedUrl="http://shop.example/login"),
    "login on a phone": fill_cart_or_leave,
    "garbage": lambda *_: save("<html>", 1),
    "nothing": lambda *_: None,
    "two reports": two_reports,
    "fails": fail,
    "fails silently": lambda *_: sys.exit(1),
    "fails after all": fail_after_all,
    "hangs": hang,
    "leaves chrome": leave_chrome,
    "three tries": three_tries,
}

if __name__ == "__main__":
    main()
