"""The application behind the server it is served by, in a thread; and requests as no browser would send them."""

from __future__ import annotations

import socket
from contextlib import contextmanager
from threading import Thread

from linter.web.serving import server_of

BOUNDARY = b"multipart/form-data; boundary=x"


@contextmanager
def served(app, **patience):
    """The port at which the application is served."""
    server = server_of(app, **patience)
    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = Thread(target=server.run, kwargs={"sockets": [listener]})
        thread.start()
        try:
            yield listener.getsockname()[1]
        finally:
            server.should_exit = True
            thread.join()


def form(text, name="a.txt"):
    """The body of a form with an article in it."""
    head = f'--x\r\nContent-Disposition: form-data; name="article"; filename="{name}"\r\n\r\n'
    return head.encode() + text.encode() + b"\r\n--x--\r\n"


def head(port, line, *headers):
    """The head of a request to our own name."""
    return b"\r\n".join((line + b" HTTP/1.1", b"Host: 127.0.0.1:%d" % port, *headers, b"", b""))


def told(port, *pieces, half_closed=False):
    """What the server says until it hangs up; it has to."""
    with socket.create_connection(("127.0.0.1", port), timeout=30) as line:
        said = b""
        try:
            for piece in pieces:
                line.sendall(piece)
            if half_closed:
                line.shutdown(socket.SHUT_WR)
            while part := line.recv(1 << 16):
                said += part
        except ConnectionError:
            # Refused before all of it was sent.
            pass
        return said


def status(said):
    """The status of an answer; ``None`` for none."""
    return int(said[9:12]) if said.startswith(b"HTTP/1.1 ") else None
