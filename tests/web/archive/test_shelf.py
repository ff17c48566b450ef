"""A store that is open for questions: limits of time, people who leave, scans that go on, and nothing beside it."""

from __future__ import annotations

import asyncio
import time

import duckdb
import pytest

from linter.archive.scanning import scan
from linter.archive.store import StoreError
from linter.web.archive.shelf import Shelf
from linter.web.refusal import RefusedError
from tests.archive.corpus import SETTINGS, in_process
from tests.web.archive.conftest import articles, batch_of
from tests.web.test_interface import refusal

ENDLESS = "SELECT count(*) FROM range(1000000000000) AS one(x) WHERE hash(x) = 0"
API = "/api/v1/archive"


class Visitor:
    """A request of somebody who stays for some seconds."""

    def __init__(self, stays=60):
        self._stays = stays

    async def receive(self):
        await asyncio.sleep(self._stays)
        return {"type": "http.disconnect"}


def asked(shelf, text, visitor=None):
    return asyncio.run(shelf.ask(visitor or Visitor(), lambda database, _store: database.execute(text).fetchall()))


def test_a_question_that_takes_too_long_is_ended(store):
    shelf = Shelf(store, 0.3)
    with pytest.raises(RefusedError) as refused:
        asked(shelf, ENDLESS)
    assert (refused.value.status, refused.value.code) == (503, "query-too-slow")
    assert asked(shelf, "SELECT 1") == [(1,)]


def test_a_question_ends_when_whoever_asked_has_gone(shelf):
    with pytest.raises(RefusedError) as refused:
        asked(shelf, ENDLESS, Visitor(stays=0.2))
    assert refused.value.code == "nobody-listens"


def test_work_between_two_statements_is_ended_too(store):
    rounds = range(200)
    done = []

    def work(database, _store):
        for each in rounds:
            done.append(each)
            time.sleep(0.05)
            database.execute("SELECT count(*) FROM range(10000000)").fetchall()

    with pytest.raises(RefusedError):
        asyncio.run(Shelf(store, 0.3).ask(Visitor(), work))
    assert len(done) < len(rounds)


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * FROM read_text('/etc/hostname')",
        "SELECT * FROM read_csv('../secret.csv')",
        "COPY (SELECT 1) TO '/var/factlint-escape.csv'",
        "ATTACH '/var/other.db'",
        "SET enable_external_access = true",
    ],
)
def test_no_other_file_can_be_reached(shelf, text):
    with pytest.raises((duckdb.Error, RefusedError)):
        asked(shelf, text)


def test_what_a_scan_changes_is_seen(tmp_path, make_client):
    folder = tmp_path / "store"
    given = list(articles())[:4]
    scan([batch_of(given[:2])], folder, SETTINGS, in_process())
    shelf = Shelf(folder, 60)
    client = make_client(shelf)
    assert client.get(API).json()["rows"]["documents"] == 2
    scan([batch_of(given)], folder, SETTINGS, in_process())
    assert client.get(API).json()["rows"]["documents"] == 4
    shelf.close()


def test_a_store_that_is_gone_is_said_to_be_gone(tmp_path, make_client):
    folder = tmp_path / "store"
    scan([batch_of(list(articles())[:2])], folder, SETTINGS, in_process())
    client = make_client(Shelf(folder, 60))
    for path in folder.rglob("*.parquet"):
        path.unlink()
    (folder / "manifest.json").touch()
    assert refusal(client.get(f"{API}/findings"), 503) == "no-answer-from-store"


def test_a_folder_that_is_no_store_is_refused(tmp_path):
    with pytest.raises(StoreError):
        Shelf(tmp_path, 60)
