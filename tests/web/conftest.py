"""A real server, a real browser, and pages that note everything they load and complain of."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from linter.desk.desk import Desk
from linter.desk.planning import Wishes
from linter.registry import load_checks
from linter.web.app import make_app
from linter.web.rule_library import Library
from linter.web.worker import Worker
from reference.load import load_reference

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples" / "articles"
AS_OF = date(2026, 11, 21)
BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]


def as_of(_wanted: object, _folder: Path) -> date:
    return AS_OF


@pytest.fixture(scope="session")
def worker():
    worker = Worker(partial(Desk, as_of, Wishes(profile="publish", isolated=True)), 60)
    yield worker
    worker.stop()


@pytest.fixture(scope="session")
def app(worker):
    return make_app(worker, Library(load_reference(), load_checks()), lambda: AS_OF)


@pytest.fixture
def client(app):
    from starlette.testclient import TestClient

    # Without its lifespan: the worker starts when it is first asked, and serves all tests.
    return TestClient(app, base_url="http://127.0.0.1:8765", raise_server_exceptions=False)


@pytest.fixture(scope="session")
def server(tmp_path_factory):
    """The address of a server in a process of its own, as the command line starts it."""
    command = [sys.executable, "-m", "linter", "serve", "--port", "0", "--as-of", AS_OF.isoformat(), "--isolated"]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    try:
        told = process.stdout.readline()
        yield re.search(r"http://\S+/", told)[0]
    finally:
        process.terminate()
        process.wait(timeout=20)
        process.stdout.close()


@pytest.fixture(scope="module")
def browser():
    # Not for the session: as long as Playwright runs, no other test of this process can have an event loop.
    playwright = pytest.importorskip("playwright.sync_api", reason="pip install playwright")
    if BROWSER is None:
        pytest.skip("no Chromium on the path: apt-get install chromium")
    with playwright.sync_playwright() as engine:
        chromium = engine.chromium.launch(executable_path=BROWSER, args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture
def visit(browser, server):
    """Opens a page of the server; ``trouble`` collects foreign requests, failures, dialogs, errors, console lines."""
    contexts = []

    def of(path="", *, lang="zh", **how):
        context = browser.new_context(locale="zh-CN" if lang == "zh" else "en-GB", **how)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(30_000)
        page.trouble = []
        page.on("request", lambda request: _own(request.url, server) or page.trouble.append(request.url))
        page.on("requestfailed", lambda request: _gone(request) or page.trouble.append(f"failed: {request.url}"))
        page.on("dialog", lambda dialog: page.trouble.append(dialog.message) or dialog.dismiss())
        page.on("pageerror", lambda error: page.trouble.append(str(error)))
        page.on("console", lambda line: page.trouble.append(line.text))
        page.goto(server + path)
        page.wait_for_selector("body[data-ready]")
        return page

    yield of
    troubles = [page.trouble for context in contexts for page in context.pages]
    for context in contexts:
        context.close()
    assert troubles == [[] for _ in troubles]


def _own(url, server):
    return url.startswith((server, f"blob:{server}"))


def _gone(request):
    """A question nobody waits for any more, or a file that goes to the disk and not into the page."""
    return (request.failure or "") == "net::ERR_ABORTED"
