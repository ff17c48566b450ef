"""A server with an archive: the articles of the report's tests, and enough others to leaf through."""

from __future__ import annotations

import re
import subprocess
import sys
from datetime import date

import pyarrow as pa
import pytest

from linter.archive.scanning import scan
from linter.archive.tables import ARTICLES
from linter.registry import load_checks
from linter.web.app import make_app
from linter.web.rule_library import Library
from reference.load import load_reference
from tests.archive.corpus import SETTINGS, in_process
from tests.archive.report.conftest import rows
from tests.web.conftest import AS_OF, ROOT

MANY = 70
HOSTILE = "<img src=x onerror=alert(1)>单位养老保险按20%缴纳。"


def articles():
    yield from rows()
    for number in range(MANY):
        url = f"https://many.example.com/{number:03}.html"
        text = f"# 第{number}期问答\n\n2025年，单位养老保险按20%缴纳。"
        yield {"id": url, "path": "m.md", "data": text.encode(), "published": date(2025, 5, 1), "url": url}
    for site in ("one", "two"):
        text = f"# 武汉问答\n\n2025年，武汉市职工基本养老保险单位缴费比例为{16 if site == 'one' else 17}%。"
        yield {"id": f"{site}.md", "path": f"{site}.md", "data": text.encode(), "published": date(2025, 6, 1)}
    yield {"id": "hostile.txt", "path": "hostile.txt", "data": HOSTILE.encode(), "published": date(2025, 6, 1)}


def batch_of(given):
    return pa.RecordBatch.from_pylist(list(given), schema=ARTICLES)


@pytest.fixture(scope="session")
def store(tmp_path_factory):
    folder = tmp_path_factory.mktemp("served") / "store"
    scan([batch_of(articles())], folder, SETTINGS, in_process())
    return folder


@pytest.fixture(scope="session")
def server(store):
    """The address of a server that shows the archive, as the command line starts it."""
    options = ["--port", "0", "--as-of", AS_OF.isoformat(), "--isolated", "--store", str(store)]
    process = subprocess.Popen([sys.executable, "-m", "linter", "serve", *options], cwd=ROOT, stdout=-1, text=True)
    try:
        told = process.stdout.readline()
        yield re.search(r"http://\S+/", told)[0]
    finally:
        process.terminate()
        process.wait(timeout=20)
        process.stdout.close()


@pytest.fixture
def make_client(worker):
    """A client of an application that answers about a shelf."""
    from starlette.testclient import TestClient

    from linter.web.archive.desk import ArchiveDesk

    reference = load_reference()

    def of(shelf):
        app = make_app(
            worker, Library(reference, load_checks()), lambda: AS_OF, archive=ArchiveDesk(shelf, reference.rules)
        )
        return TestClient(app, base_url="http://127.0.0.1:8765", raise_server_exceptions=False)

    return of


@pytest.fixture
def shelf(store):
    from linter.web.archive.shelf import Shelf

    opened = Shelf(store, 60)
    yield opened
    opened.close()


@pytest.fixture
def client(make_client, shelf):
    return make_client(shelf)
