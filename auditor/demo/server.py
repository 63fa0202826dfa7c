"""The server: the embedded shop on a free port of this machine, in a thread, while a ``with`` lasts."""

from __future__ import annotations

import asyncio
import socket
import threading
import time
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

import uvicorn

from auditor.demo.app import create_app
from auditor.demo.ledger import Ledger
from auditor.demo.shape import PLAIN, Shape

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from auditor.demo.shop import Shop

HOST = "127.0.0.1"
PATIENCE = 10.0  # seconds to start, and to stop


@dataclass(frozen=True)
class Running:
    """A shop that answers at ``url``; its ledger says what it really saw."""

    url: str
    ledger: Ledger


@contextmanager
def serve(shape: Shape = PLAIN, flaws: Collection[str] = (), port: int = 0) -> Iterator[Running]:
    """Serve the embedded shop on 127.0.0.1; port 0 picks a free one. Some shapes get a second origin."""
    ledger = Ledger()
    app = create_app(shape, flaws, ledger)
    shop: Shop = app.state.shop
    sockets = [_listen(port)]
    shop.origin = f"http://{HOST}:{sockets[0].getsockname()[1]}"
    if shop.shape.checkout == "otherhost" or shop.shape.payment == "hostedframe":
        sockets.append(_listen(0))
        shop.other_origin = f"http://localhost:{sockets[1].getsockname()[1]}"
    server = uvicorn.Server(
        uvicorn.Config(
            app,
            log_config=None,
            log_level="error",
            lifespan="off",
            server_header=False,
            timeout_graceful_shutdown=1,
        )
    )
    thread = threading.Thread(target=lambda: asyncio.run(server.serve(sockets=sockets)), name="embedded-shop", daemon=True)
    thread.start()
    try:
        _wait(server)
        yield Running(shop.origin, ledger)
    finally:
        server.should_exit = True
        thread.join(PATIENCE)
        for each in sockets:
            each.close()


def _listen(port: int) -> socket.socket:
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listening.bind((HOST, port))
    listening.listen(128)
    return listening


def _wait(server: uvicorn.Server) -> None:
    deadline = time.monotonic() + PATIENCE
    while not server.started:
        if time.monotonic() > deadline:
            raise TimeoutError("the embedded shop did not start")
        time.sleep(0.01)
