"""Requests that are slow, endless, broken or lie, over real connections: each comes to an end and harms no other."""

from __future__ import annotations

import json
import socket
from contextlib import ExitStack

import pytest

from linter.registry import load_checks
from linter.web.app import Door, make_app
from linter.web.rule_library import Library
from reference.load import load_reference
from tests.web.conftest import AS_OF
from tests.web.serving import BOUNDARY, form, head, served, status, told

RATE = "单位养老保险按20%缴纳。"
POST = b"POST /api/v1/check"
KIND = b"Content-Type: " + BOUNDARY
CHUNKED = b"Transfer-Encoding: chunked"
PIECE = b"2710\r\n" + b"a" * 10_000 + b"\r\n"
LARGEST = 100_000


@pytest.fixture(scope="module")
def port(worker):
    door = Door(most=LARGEST, seconds=0.5, seats=4)
    app = make_app(worker, Library(load_reference(), load_checks()), lambda: AS_OF, door=door)
    with served(app, seconds_to_ask=1.0) as listening:
        yield listening


def length(number):
    return b"Content-Length: %d" % number


def answers(port):
    """True when an article is checked as ever."""
    body = form(RATE)
    said = told(port, head(port, POST, KIND, length(len(body)), b"Connection: close"), body)
    report = json.loads(said.partition(b"\r\n\r\n")[2])
    return [each["quote"] for each in report["documents"][0]["findings"]] == ["20%"]


SLOW = {
    "nothing at all": [],
    "half a head": [b"GET / HTTP/1.1\r\nHost: 127"],
    "half a head, byte by byte": [b"G", b"E", b"T"],
    "a body that does not come": [head(0, POST, KIND, length(1000)), b"--x\r\n"],
    "a chunk that does not come": [head(0, POST, KIND, CHUNKED), b"5\r\n--"],
}


@pytest.mark.parametrize(("what", "code"), list(zip(SLOW, (None, None, None, 408, 408), strict=True)))
@pytest.mark.parametrize("half_closed", [False, True])
def test_who_does_not_finish_is_hung_up_on(port, what, code, half_closed):
    pieces = [piece.replace(b":0\r\n", b":%d\r\n" % port) for piece in SLOW[what]]
    # Who closes its own side has gone: it is not answered either.
    assert status(told(port, *pieces, half_closed=half_closed)) == (None if half_closed else code)
    assert answers(port)


BROKEN = {
    "no HTTP": (400, b"\x16\x03\x01\x02\x00" + b"\x00" * 100 + b"\r\n\r\n"),
    "two hosts": (400, head(0, b"GET /", b"Host: evil.example")),
    "two lengths": (400, head(0, POST, length(1), length(2))),
    "a negative length": (400, head(0, POST, KIND, b"Content-Length: -1")),
    "a length of many digits": (400, head(0, POST, KIND, b"Content-Length: " + b"9" * 5000)),
    "a large head": (400, head(0, b"GET /", b"X: " + b"a" * 300_000)),
    "an endless line": (400, b"GET /" + b"a" * 300_000),
    "a length above the limit": (413, head(0, POST, KIND, length(LARGEST + 1))),
    "less than was sent": (422, head(0, POST, KIND, length(5)) + b"--x\r\nGET /nothing HTTP/1.1\r\n\r\n"),
    "a file without end": (413, head(0, POST, KIND, CHUNKED) + b"50\r\n" + form("")[:80] + b"\r\n" + PIECE * 30),
    "chunks to what is only read": (200, head(0, b"GET /api/v1/places", CHUNKED) + PIECE * 30),
    "an extension of a chunk without end": (400, head(0, POST, KIND, CHUNKED) + b"5;" + b"a" * 300_000),
    "another site by its full name": (404, head(0, b"GET http://evil.example/")),
    "an upgrade": (200, head(0, b"GET /", b"Connection: Upgrade", b"Upgrade: websocket")),
    "a forwarded host": (421, b"GET / HTTP/1.1\r\nHost: evil.example\r\nX-Forwarded-Host: localhost\r\n\r\n"),
}


@pytest.mark.parametrize("what", BROKEN)
def test_what_is_broken_or_too_much_is_refused_and_the_connection_ended(port, what):
    code, request = BROKEN[what]
    said = told(port, request.replace(b"127.0.0.1:0", b"127.0.0.1:%d" % port))
    # A connection that is reset while it still sends may have lost its answer.
    assert status(said) in (code, None)
    assert answers(port)


def fields(number):
    return b"".join(b'--x\r\nContent-Disposition: form-data; name="f%d"\r\n\r\n1\r\n' % each for each in range(number))


PARTS = {
    "many fields": fields(21) + form(RATE),
    "two files": form(RATE)[:-7] + form(RATE),
    "a part with many headers": b"--x\r\n" + b"a: b\r\n" * 10_000 + form(RATE)[5:],
    "a part with a large header": b"--x\r\na: " + b"b" * 50_000 + b"\r\n" + form(RATE)[5:],
    "a name of many letters": form(RATE, "a" * 50_000),
    "a name with a line end": form(RATE, "a\r\nb"),
    "a part without a name": form(RATE).replace(b' name="article";', b""),
}


@pytest.mark.parametrize("what", PARTS)
def test_a_form_that_is_none_of_ours(port, what):
    body = PARTS[what]
    said = told(port, head(port, POST, KIND, length(len(body)), b"Connection: close"), body)
    assert status(said) == 422
    assert answers(port)


PATHS = (
    "/static/../app.py",
    "/static/%2e%2e/app.py",
    "/static/..%2fapp.py",
    "/static/..%5capp.py",
    "/static//etc/passwd",
    "/static/%2fetc/passwd",
    "/static/main.js%00",
    "/static/%ff%fe",
    "/static/" + "a" * 5000,
    "/words/..%2f..%2fopenapi.json",
    "/words/%00.json",
    "//evil.example/%2e%2e/",
    "/api/v1/rules/..%2f..%2fsecret",
)


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path[:30])
def test_no_address_leads_out_of_the_folder(port, path):
    said = told(port, head(port, b"GET " + path.encode(), b"Connection: close"))
    assert status(said) == 404
    assert b"import" not in said


def test_when_all_seats_are_taken_the_next_are_told_and_later_served(port):
    with ExitStack() as lines:
        for _ in range(4):
            line = lines.enter_context(socket.create_connection(("127.0.0.1", port)))
            line.sendall(head(port, POST, KIND, length(1000)))
        # By the time another request is answered they have been seen, one after the other.
        told(port, head(port, b"GET /api/v1/nothing", b"Connection: close"))
        body = form(RATE)
        said = told(port, head(port, POST, KIND, length(len(body)), b"Connection: close"), body)
        assert status(said) == 503
        assert json.loads(said.partition(b"\r\n\r\n")[2])["error"]["code"] == "busy"
        assert status(told(port, head(port, b"GET /api/v1/places", b"Connection: close"))) == 200
    assert answers(port)


def test_connections_that_ask_nothing_keep_nobody_out(port):
    with ExitStack() as lines:
        for _ in range(300):
            lines.enter_context(socket.create_connection(("127.0.0.1", port)))
        assert answers(port)


@pytest.mark.parametrize("path", ["/", "/reference", "/archive", "/static/main.js", "/api/v1/places", "/nothing"])
def test_every_answer_is_strict(port, path):
    headers = told(port, head(port, b"GET " + path.encode(), b"Connection: close")).partition(b"\r\n\r\n")[0].decode()
    (policy,) = [line for line in headers.split("\r\n") if line.startswith("content-security-policy")]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert "http" not in policy
    for strict in ("x-content-type-options: nosniff", "cache-control: no-store", "referrer-policy: no-referrer"):
        assert strict in headers
    assert "cross-origin-resource-policy: same-origin" in headers
    assert "\r\nserver:" not in headers
