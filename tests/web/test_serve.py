"""The command: where it listens, what it says, and what it refuses."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
import urllib.request

import pytest
from click.testing import CliRunner

from linter.cli.main import factlint
from tests.web.conftest import AS_OF


def serve(*options):
    return CliRunner().invoke(factlint, ["serve", "--isolated", *options])


def test_a_real_server_answers_on_loopback_alone(server):
    assert server.startswith("http://127.0.0.1:")
    boundary = "x" * 8
    head = f'--{boundary}\r\nContent-Disposition: form-data; name="article"; filename="a.txt"\r\n\r\n'
    body = f"{head}单位养老保险按20%缴纳。\r\n--{boundary}--\r\n".encode()
    kind = {"Content-Type": f"multipart/form-data; boundary={boundary}"}
    with urllib.request.urlopen(urllib.request.Request(f"{server}api/v1/check", body, kind)) as answer:
        report = json.load(answer)
    assert report["as_of"] == AS_OF.isoformat()
    assert report["profile"] == "publish"
    assert report["documents"][0]["findings"][0]["quote"] == "20%"


def test_a_port_that_is_taken():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        result = serve("--port", str(taken.getsockname()[1]))
    assert result.exit_code == 2
    assert "cannot listen on 127.0.0.1" in result.output


def test_without_the_extra_it_says_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "uvicorn", None)
    result = serve()
    assert result.exit_code == 2
    assert "pip install 'factlint[web]'" in result.output


@pytest.mark.parametrize("options", [("--baseline-ref", "HEAD"), ("--time-limit", "0"), ("--port", "70000")])
def test_wrong_usage(options):
    assert serve(*options).exit_code == 2


def test_a_broken_configuration_is_told_before_anything_is_served(tmp_path):
    config = tmp_path / "factlint.toml"
    config.write_text("nonsense = 1\n", encoding="utf-8")
    result = CliRunner().invoke(factlint, ["serve", "--config", str(config)])
    assert result.exit_code == 2
    assert "nonsense" in result.output


def test_other_commands_do_not_load_it():
    code = (
        "import sys, linter.cli.main; sys.exit(any(name.startswith(('starlette', 'uvicorn')) for name in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code]).returncode == 0
