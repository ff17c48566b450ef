"""The door: which requests are answered at all."""

from __future__ import annotations

import re

import pytest
from starlette.testclient import TestClient

from linter.registry import load_checks
from linter.web.app import Door, make_app
from linter.web.rule_library import Library
from reference.load import load_reference
from tests.web.conftest import AS_OF

FILE = {"article": ("a.txt", "单位养老保险按16%缴纳。".encode())}


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("127.0.0.1:8765", 200),
        ("localhost", 200),
        ("LOCALHOST:1", 200),
        ("[::1]:8765", 200),
        ("evil.example", 421),
        ("evil.example:8765", 421),
        ("127.0.0.1.evil.example", 421),
        ("127.0.0.1:8765@evil.example", 421),
        ("", 421),
    ],
)
def test_only_names_of_this_machine(client, host, status):
    assert client.get("/api/v1/places", headers={"host": host}).status_code == status
    assert client.get("/", headers={"host": host}).status_code == status


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 200),
        ({"origin": "http://127.0.0.1:8765"}, 200),
        ({"origin": "http://127.0.0.1:8765", "sec-fetch-site": "same-origin"}, 200),
        ({"origin": "http://evil.example"}, 403),
        ({"origin": "http://127.0.0.1:9999"}, 403),
        ({"origin": "https://127.0.0.1:8765"}, 403),
        ({"origin": "null"}, 403),
        ({"sec-fetch-site": "cross-site"}, 403),
        ({"sec-fetch-site": "same-site"}, 403),
        ({"sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate", "sec-fetch-dest": "document"}, 403),
    ],
)
def test_only_our_own_page_may_post(client, headers, status):
    headers = {"host": "127.0.0.1:8765", **headers}
    assert client.post("/api/v1/text", files=FILE, headers=headers).status_code == status


def test_a_foreign_page_may_not_read_either(client):
    assert client.get("/api/v1/places", headers={"origin": "http://evil.example"}).status_code == 403
    assert "access-control-allow-origin" not in client.get("/api/v1/places").headers


@pytest.mark.parametrize(
    ("site", "destination", "status"),
    [
        ("same-origin", "script", 200),
        ("none", "document", 200),
        ("cross-site", "document", 200),
        ("cross-site", "iframe", 403),
        ("cross-site", "image", 403),
        ("cross-site", "script", 403),
        ("same-site", "empty", 403),
    ],
)
def test_only_a_link_that_is_followed_may_come_from_another_page(client, site, destination, status):
    headers = {"sec-fetch-site": site, "sec-fetch-dest": destination}
    assert client.get("/api/v1/places", headers=headers).status_code == status


def test_behind_a_proxy_the_page_has_the_scheme_of_the_proxy(client):
    client.base_url = "https://127.0.0.1:8765"
    assert client.post("/api/v1/text", files=FILE, headers={"origin": "https://127.0.0.1:8765"}).status_code == 200


@pytest.fixture
def small(worker):
    app = make_app(worker, Library(load_reference(), load_checks()), lambda: AS_OF, door=Door(most=1000))
    return TestClient(app, base_url="http://127.0.0.1", raise_server_exceptions=False)


def test_a_body_that_says_it_is_too_large(small):
    answer = small.post("/api/v1/check", files={"article": ("a.txt", b"x" * 1001)})
    assert (answer.status_code, answer.json()["error"]["code"]) == (413, "too-large")


def test_a_body_that_does_not_say_it(small):
    def pieces():
        yield b'--x\r\nContent-Disposition: form-data; name="article"; filename="a.txt"\r\n\r\n'
        for _ in range(50):
            yield b"x" * 100
        yield b"\r\n--x--\r\n"

    headers = {"content-type": "multipart/form-data; boundary=x"}
    answer = small.post("/api/v1/check", content=pieces(), headers=headers)
    assert (answer.status_code, answer.json()["error"]["code"]) == (413, "too-large")


def test_a_length_that_is_no_number(small):
    answer = small.post("/api/v1/check", content=b"x", headers={"content-length": "-1"})
    assert answer.status_code == 413


@pytest.mark.parametrize("path", ["/", "/reference", "/archive"])
def test_no_page_has_a_script_or_style_in_it_or_from_elsewhere(client, path):
    text = client.get(path).text
    assert "<style" not in text
    assert " style=" not in text
    assert not re.search(r"<script(?![^>]* src=)|\son\w+=", text)
    assert "//" not in text.replace("<!doctype html>", "")
