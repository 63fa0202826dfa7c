"""Builds and runs the EverShop shop: `with running_evershop(cache) as shop: ... shop.url, shop.ledger()`.

`python -m tests.shops.evershop.bed` serves it until Ctrl-C.
"""

from __future__ import annotations

import json
import shutil
import tempfile
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from tests.shops.building import built, clean_env, fingerprint, run
from tests.shops.postgres import Cluster, make_cluster, running_cluster
from tests.shops.serving import free_port, serving, until_interrupted
from tests.shops.truth import ShopTruth

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

HERE = Path(__file__).resolve().parent
PACKAGES = (HERE / "package.json", HERE / "package-lock.json")
SEED = (HERE / "shop.sql", HERE / "drawn-pictures.mjs")
EVERSHOP = Path("node_modules/@evershop/evershop/dist/bin/evershop.js")

TRUTH = """
    SELECT json_build_object(
        'orders', (SELECT count(*) FROM "order"),
        'accounts', (SELECT count(*) FROM customer),
        'newsletters', 0,
        'messages', (SELECT count(*) FROM blog_comment WHERE blog_comment_id >= 1000),
        'cards', (SELECT count(*) FROM payment_transaction),
        'baskets', (
            SELECT coalesce(json_agg(json_build_array(product_name, qty) ORDER BY cart_item_id), '[]')
            FROM cart_item JOIN cart USING (cart_id) WHERE cart.status
        )
    )
"""


@dataclass(frozen=True, slots=True)
class EverShopBed:
    """A running shop: where it is, and what its own books say."""

    url: str
    ledger: Callable[[], ShopTruth]


@contextmanager
def running_evershop(cache: Path) -> Iterator[EverShopBed]:
    """A freshly seeded shop on a free loopback port; the slow parts are built once in `cache`."""
    cache = Path(cache).resolve() / "evershop"
    packages = fingerprint(PACKAGES)
    app = built(cache / f"app-{packages}", _make_app)
    seed = built(cache / f"seed-{fingerprint(SEED, packages)}", partial(_make_seed, app))

    with _state() as state:
        shutil.copytree(seed / "data", state / "postgres/data")
        shutil.copytree(seed / "media", state / "site/media")
        with running_cluster(state / "postgres") as cluster, _serving(app, state / "site", cluster) as url:
            yield EverShopBed(url, partial(_read_truth, cluster))


def _make_app(folder: Path) -> None:
    for path in PACKAGES:
        shutil.copy2(path, folder)
    run(["npm", "install", "--ignore-scripts", "--no-audit", "--no-fund"], cwd=folder)
    run(["node", EVERSHOP, "build"], cwd=folder)


def _make_seed(app: Path, folder: Path) -> None:
    """EverShop's first start makes the tables; its demo goods and our settings follow."""
    drawn = f"--import={(HERE / 'drawn-pictures.mjs').as_uri()}"
    with _state() as state:
        make_cluster(state / "postgres")
        with running_cluster(state / "postgres") as cluster:
            with _serving(app, state / "site", cluster, seconds=120):
                pass
            run(["node", drawn, EVERSHOP, "seed", "--all"], cwd=state / "site", env=_env(cluster))
            cluster.query((HERE / "shop.sql").read_text())
        shutil.copytree(state / "postgres/data", folder / "data")
        shutil.copytree(state / "site/media", folder / "media")


@contextmanager
def _state() -> Iterator[Path]:
    """A temporary folder for what one run changes; PostgreSQL's own user may pass through it."""
    with tempfile.TemporaryDirectory(prefix="evershop-") as temporary:
        state = Path(temporary)
        state.chmod(0o711)
        for name in ("postgres", "site"):
            (state / name).mkdir()
        yield state


@contextmanager
def _serving(app: Path, site: Path, cluster: Cluster, seconds: float = 60) -> Iterator[str]:
    """Run the shop with `site` as its working folder, where it looks for its build and its pictures."""
    for name in ("package.json", "node_modules", ".evershop"):
        (site / name).symlink_to(app / name)
    port = free_port()
    shop = {"language": "en", "currency": "USD", "timezone": "UTC", "homeUrl": f"http://127.0.0.1:{port}"}
    env = _env(
        cluster,
        PORT=str(port),
        NODE_CONFIG=json.dumps({"shop": shop}),
        NODE_OPTIONS=f'--require "{HERE / "on-loopback.cjs"}"',
    )
    with serving(["node", EVERSHOP, "start"], port=port, log=site / "server.log", cwd=site, env=env, seconds=seconds) as url:
        yield url


def _env(cluster: Cluster, **more: str) -> dict[str, str]:
    return clean_env(
        DB_HOST=str(cluster.socket),
        DB_PORT="5432",
        DB_NAME="postgres",
        DB_USER="postgres",
        DB_PASSWORD="",
        **more,
    )


def _read_truth(cluster: Cluster) -> ShopTruth:
    truth = json.loads(cluster.query(TRUTH))
    return ShopTruth(**truth | {"baskets": tuple((title, quantity) for title, quantity in truth["baskets"])})


if __name__ == "__main__":
    until_interrupted(running_evershop)
