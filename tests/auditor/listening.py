"""A small server on two loopback origins that keeps a list of what arrived, for tests of requests."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread

_CHANGING = {"POST", "PUT", "PATCH", "DELETE"}
_PATIENCE = 10.0
_LOOK = 0.02


@dataclass
class Listener:
    """What the server serves and what it got. `pages` by path; a path in `held` is answered once `release` is set."""

    port: int = 0
    pages: dict[str, str] = field(default_factory=dict)
    arrived: list[tuple[str, str, str]] = field(default_factory=list)
    held: set[str] = field(default_factory=set)
    release: Event = field(default_factory=Event)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def other(self) -> str:
        """The same server as another site."""
        return f"http://localhost:{self.port}"


@contextmanager
def listening(pages: Mapping[str, str]) -> Iterator[Listener]:
    """Serve pages by their path; any other path answers with an empty page."""
    listener = Listener(pages=dict(pages))

    class Handler(BaseHTTPRequestHandler):
        def answer(self) -> None:
            size = int(self.headers.get("content-length") or 0)
            body = self.rfile.read(size).decode("utf-8", "replace")
            if self.command in _CHANGING:
                listener.arrived.append((self.command, self.path, body))
            path = self.path.partition("?")[0]
            if path in listener.held:
                listener.release.wait(_PATIENCE)
            sent = listener.pages.get(path, "<!doctype html><title>Empty</title>").encode()
            kind = "text/javascript" if path.endswith(".js") else "text/html; charset=utf-8"
            self.send_response(200)
            self.send_header("content-type", kind)
            self.send_header("content-length", str(len(sent)))
            self.send_header("access-control-allow-origin", "*")
            self.end_headers()
            with suppress(ConnectionError):  # the page that asked may be gone
                self.wfile.write(sent)

        do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = answer  # noqa: N815 - the names http.server calls

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - http.server's name
            """Keep the output of the tests clean."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    listener.port = server.server_port
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield listener
    finally:
        listener.release.set()
        server.shutdown()
        server.server_close()
        thread.join(_PATIENCE)


async def eventually(holds: Callable[[], object], patience: float = _PATIENCE) -> bool:
    """Wait until something holds, at most so many seconds; says whether it does."""
    for _ in range(int(patience / _LOOK)):
        if holds():
            return True
        await asyncio.sleep(_LOOK)
    return bool(holds())
