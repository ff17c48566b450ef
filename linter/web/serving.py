"""How the application is served: what a client may take of the server's time and connections."""

from __future__ import annotations

import asyncio
from typing import Any

import uvicorn
from starlette.types import ASGIApp
from uvicorn.protocols.http.h11_impl import H11Protocol

from linter.web.headers import STRICT

_QUIET = "warning"
_SECONDS_TO_ASK = 10.0
_SECONDS_TO_END = 3


def server_of(app: ASGIApp, *, seconds_to_ask: float = _SECONDS_TO_ASK) -> uvicorn.Server:
    """The server. Who does not come to ask anything within ``seconds_to_ask`` is hung up on."""

    class Protocol(Impatient):
        patience = seconds_to_ask

    settings = uvicorn.Config(
        app,
        # One parser whatever else is installed: it bounds what it keeps of a request line and of headers.
        http=Protocol,
        ws="none",
        lifespan="on",
        log_level=_QUIET,
        server_header=False,
        headers=list(STRICT),
        timeout_graceful_shutdown=_SECONDS_TO_END,
    )
    return uvicorn.Server(settings)


class Impatient(H11Protocol):
    """Closes a connection on which no whole head of a request has come ``patience`` seconds after it was free for one.

    The library's own limit begins anew with every byte, and only behind the first answer.
    """

    patience: float
    _due: asyncio.TimerHandle | None = None

    def connection_made(self, transport: Any) -> None:
        """The first request is waited for."""
        super().connection_made(transport)
        self._wait()

    def data_received(self, data: bytes) -> None:
        """Whatever has come, only a whole head ends the waiting."""
        super().data_received(data)
        self._wait()

    def on_response_complete(self) -> None:
        """The next request is waited for, unless it has come already."""
        super().on_response_complete()
        self._wait()

    def connection_lost(self, exc: Exception | None) -> None:
        """Nothing is waited for any more."""
        super().connection_lost(exc)
        self._stop_waiting()

    def _wait(self) -> None:
        if self.cycle is not None and not self.cycle.response_complete:
            self._stop_waiting()
        elif self._due is None:
            self._due = self.loop.call_later(self.patience, self.transport.close)

    def _stop_waiting(self) -> None:
        if self._due is not None:
            self._due.cancel()
            self._due = None
