"""Who may ask, and how much: the door of the server.

A page of the web can make a browser send requests to this machine. It is recognised by its Origin; a name of its own
that it leads to this machine (DNS rebinding) by the Host. Where it sends no Origin the browser says it itself, in
Sec-Fetch-Site; only a link that somebody follows may come from anywhere.
"""

from __future__ import annotations

from dataclasses import dataclass

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from linter.web.refusal import RefusedError

LOOPBACK = frozenset({"127.0.0.1", "localhost", "[::1]"})
_FROM_HERE = frozenset({"same-origin", "none"})
_TOO_LARGE = 413


@dataclass(frozen=True, slots=True)
class Guard:
    """Lets requests through that name one of the ``hosts`` and come from our own page or from no page at all.

    ``most`` is the largest body in bytes.
    """

    app: ASGIApp
    hosts: frozenset[str]
    most: int

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, or refuse it."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        refusal = self._refusal(Headers(scope=scope), scope["method"], scope["scheme"])
        if refusal is not None:
            await refusal.response()(scope, receive, send)
            return
        await self.app(scope, self._counting(receive), send)

    def _refusal(self, headers: Headers, method: str, scheme: str) -> RefusedError | None:
        if _name(headers.get("host", "")) not in self.hosts:
            return RefusedError.of(421, "foreign-host")
        origin = headers.get("origin")
        if origin is not None and origin != f"{scheme}://{headers['host']}":
            return RefusedError.of(403, "foreign-origin")
        if headers.get("sec-fetch-site", "none") not in _FROM_HERE and not _is_visit(headers, method):
            return RefusedError.of(403, "foreign-origin")
        announced = headers.get("content-length", "0")
        return self._too_large() if not announced.isdigit() or int(announced) > self.most else None

    def _counting(self, receive: Receive) -> Receive:
        """The body as it comes; a length that was not announced, or announced wrongly, is noticed here."""
        seen = 0

        async def counted() -> Message:
            nonlocal seen
            message = await receive()
            seen += len(message.get("body", b""))
            if seen > self.most:
                raise self._too_large()
            return message

        return counted

    def _too_large(self) -> RefusedError:
        return RefusedError.of(_TOO_LARGE, "too-large", most=f"{self.most / 1_000_000:g}")


def _is_visit(headers: Headers, method: str) -> bool:
    """True when somebody follows a link; a page in a frame, an image or a script of another site is none."""
    return method == "GET" and headers.get("sec-fetch-dest") == "document"


def _name(host: str) -> str:
    """A Host header without its port."""
    name, colon, port = host.rpartition(":")
    return name.lower() if colon and port.isdigit() else host.lower()
