"""Builds and runs the django-oscar shop: `with running_oscar(cache) as shop: ... shop.url, shop.ledger()`.

`python -m tests.shops.oscar.bed` serves it until Ctrl-C.
"""

from __future__ import annotations

import shutil
import sqlite3
import sys
import tempfile
from contextlib import closing, contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from tests.shops.building import built, clean_env, fingerprint, run
from tests.shops.serving import reserved, serving, until_interrupted
from tests.shops.truth import ShopTruth

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

HERE = Path(__file__).resolve().parent
REQUIREMENTS = HERE / "requirements.txt"

COUNTS = {
    "orders": "SELECT count(*) FROM order_order",
    "accounts": "SELECT count(*) FROM auth_user",
    "newsletters": "SELECT count(*) FROM customer_productalert",
    "messages": "SELECT count(*) FROM reviews_productreview",
    "cards": "SELECT count(*) FROM traps_cardseen",
}
BASKETS = """
    SELECT product.title, line.quantity FROM basket_line AS line
    JOIN basket_basket AS basket ON basket.id = line.basket_id
    JOIN catalogue_product AS product ON product.id = line.product_id
    WHERE basket.status = 'Open' ORDER BY line.id
"""


@dataclass(frozen=True, slots=True)
class OscarBed:
    """A running shop: where it is, and what its own books say."""

    url: str
    ledger: Callable[[], ShopTruth]


@contextmanager
def running_oscar(cache: Path) -> Iterator[OscarBed]:
    """A freshly seeded shop on a free loopback port; the slow parts are built once in `cache`."""
    cache = Path(cache).resolve() / "oscar"
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    venv_key = fingerprint([REQUIREMENTS], version)
    venv = built(cache / f"venv-{venv_key}", _make_venv)
    sources = [
        HERE / "seed.py",
        *(path for kind in ("py", "html") for path in (HERE / "shop").rglob(f"*.{kind}")),
    ]
    seed = built(cache / f"seed-{fingerprint(sources, venv_key)}", partial(_make_seed, venv))

    with tempfile.TemporaryDirectory(prefix="oscar-") as temporary, reserved() as bound:
        state = Path(temporary)
        shutil.copy2(seed / "db.sqlite3", state)
        shutil.copytree(seed / "media", state / "media")
        with serving(
            [venv / "bin/python", "-m", "gunicorn", "--workers=1", "--threads=4", "--no-control-socket",
             f"--bind=fd://{bound.fileno()}", "shop.wsgi"],
            port=bound.getsockname()[1],
            log=state / "server.log",
            cwd=HERE,
            env=_env(seed, state),
            pass_fds=[bound.fileno()],
        ) as url:  # fmt: skip
            yield OscarBed(url, partial(_read_truth, state / "db.sqlite3"))


def _make_venv(folder: Path) -> None:
    run([sys.executable, "-m", "venv", folder], cwd=HERE)
    run(
        [folder / "bin/python", "-m", "pip", "install", "--quiet", "--no-deps", "--no-compile",
         "--disable-pip-version-check", "-r", REQUIREMENTS],
        cwd=HERE,
    )  # fmt: skip


def _make_seed(venv: Path, folder: Path) -> None:
    run([venv / "bin/python", "seed.py"], cwd=HERE, env=_env(folder, folder))


def _env(seed: Path, state: Path) -> dict[str, str]:
    return clean_env(DJANGO_SETTINGS_MODULE="shop.settings", SHOP_SEED=str(seed), SHOP_STATE=str(state))


def _read_truth(database: Path) -> ShopTruth:
    with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True, timeout=20)) as connection:
        counts = {name: connection.execute(query).fetchone()[0] for name, query in COUNTS.items()}
        return ShopTruth(**counts, baskets=tuple(connection.execute(BASKETS).fetchall()))


if __name__ == "__main__":
    until_interrupted(running_oscar)
