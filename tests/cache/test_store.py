"""A store keeps what it was given, or nothing: never something else, never an error."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from linter.cache.database import FILE
from linter.cache.store import Store

NAMES = [bytes([number]) * 16 for number in range(40)]


def content(name: bytes) -> bytes:
    return name * 50


def filled(folder: Path) -> Path:
    store = Store(folder)
    for name in NAMES:
        store.put(name, content(name))
    store.close()
    return folder / FILE


def kept(folder: Path) -> list[bytes]:
    """The names whose content is there; what is there must be what was put."""
    store = Store(folder)
    found = {name: store.get(name) for name in NAMES}
    store.close()
    assert store.trouble is None
    assert all(each is None or each == content(name) for name, each in found.items())
    return [name for name, each in found.items() if each is not None]


def test_what_was_put_is_there_next_time(tmp_path: Path) -> None:
    filled(tmp_path / "cache")
    assert kept(tmp_path / "cache") == NAMES


def test_folder_stays_out_of_version_control_and_backups(tmp_path: Path) -> None:
    filled(tmp_path / "cache")
    assert (tmp_path / "cache" / ".gitignore").read_text() == "*\n"
    assert (tmp_path / "cache" / "CACHEDIR.TAG").read_text().startswith("Signature: 8a477f597d28d172789f06886806bc55")


def test_folder_that_was_there_gets_no_ignore_file(tmp_path: Path) -> None:
    filled(tmp_path)
    assert not (tmp_path / ".gitignore").exists()


def garbage(file: Path) -> None:
    file.write_bytes(b"nothing that SQLite wrote" * 1000)


def halved(file: Path) -> None:
    os.truncate(file, file.stat().st_size // 2)


def emptied(file: Path) -> None:
    os.truncate(file, 0)


def zeroed_page(file: Path) -> None:
    data = file.read_bytes()
    file.write_bytes(data[:4096] + bytes(4096) + data[8192:])


def other_tables(file: Path) -> None:
    connection = sqlite3.connect(file)
    connection.executescript("DROP TABLE results; CREATE VIEW results AS SELECT 1 AS name, 2 AS run, 3 AS content;")
    connection.close()


def odd_values(file: Path) -> None:
    connection = sqlite3.connect(file)
    connection.execute("UPDATE results SET run = 'soon', content = 17")
    connection.commit()
    connection.close()


@pytest.mark.parametrize("damage", [garbage, halved, emptied, zeroed_page, other_tables, odd_values])
def test_damaged_file_is_made_anew(tmp_path: Path, damage: Callable[[Path], None]) -> None:
    damage(filled(tmp_path))
    assert len(kept(tmp_path)) < len(NAMES)
    filled(tmp_path)
    assert kept(tmp_path) == NAMES


def test_no_flipped_byte_is_believed(tmp_path: Path) -> None:
    whole = filled(tmp_path).read_bytes()
    for at in range(0, len(whole), 97):
        (tmp_path / FILE).write_bytes(whole[:at] + bytes([whole[at] ^ 0xFF]) + whole[at + 1 :])
        assert set(kept(tmp_path)) <= set(NAMES), at


def test_content_does_not_answer_to_another_name(tmp_path: Path) -> None:
    connection = sqlite3.connect(filled(tmp_path))
    connection.execute("UPDATE results SET content = (SELECT content FROM results WHERE name = ?)", (NAMES[3],))
    connection.commit()
    connection.close()
    assert kept(tmp_path) == [NAMES[3]]


def test_folder_that_cannot_be_made_is_a_trouble_and_no_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    store = Store(tmp_path / "file" / "cache")
    store.put(NAMES[0], b"x")
    assert store.get(NAMES[0]) is None
    store.close()
    assert store.trouble is not None


def test_file_that_somebody_holds_is_a_trouble_and_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("linter.cache.database._PATIENCE", 0.1)
    holder = sqlite3.connect(filled(tmp_path))
    holder.execute("BEGIN IMMEDIATE")
    store = Store(tmp_path)
    store.put(b"new", b"x")
    store.close()
    holder.close()
    assert "locked" in (store.trouble or "")
    assert kept(tmp_path) == NAMES


def test_what_was_not_used_for_longest_goes_first(tmp_path: Path) -> None:
    large = bytes(10_000)
    for name in NAMES:
        store = Store(tmp_path, limit=300_000)
        store.get(NAMES[0])
        store.put(name, large)
        store.close()
    store = Store(tmp_path)
    left = [name for name in NAMES if store.get(name) is not None]
    store.close()
    assert NAMES[0] in left
    assert NAMES[-1] in left
    assert NAMES[1] not in left
    assert (tmp_path / FILE).stat().st_size < 500_000


WRITER = """
import sys
from pathlib import Path
from linter.cache.store import Store
store, number = Store(Path(sys.argv[1])), 0
while number < int(sys.argv[3]):
    name = sys.argv[2].encode() + number.to_bytes(15, "big")
    store.put(name, name * 50)
    number += 1
    if number == 200:
        print("ready", flush=True)
store.close()
sys.exit(store.trouble)
"""


def writer(folder: Path, mark: str, count: int) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-c", WRITER, folder, mark, str(count)], stdout=subprocess.PIPE)


def test_two_processes_write_at_once(tmp_path: Path) -> None:
    writers = [writer(tmp_path, mark, 2000) for mark in "ab"]
    assert [each.communicate() and each.returncode for each in writers] == [0, 0]
    store = Store(tmp_path)
    assert len(store.ask("SELECT name FROM results")) == 4000


def test_many_processes_that_start_at_once_all_get_in(tmp_path: Path) -> None:
    for attempt in range(8):
        writers = [writer(tmp_path / str(attempt), mark, 70) for mark in "abcd"]
        assert [each.communicate() and each.returncode for each in writers] == [0, 0, 0, 0]


def test_killed_writer_leaves_a_sound_file(tmp_path: Path) -> None:
    process = writer(tmp_path, "a", 10_000_000)
    assert process.stdout is not None
    process.stdout.readline()
    time.sleep(0.2)
    os.kill(process.pid, signal.SIGKILL)
    process.communicate()
    store = Store(tmp_path)
    names = [row[0] for row in store.ask("SELECT name FROM results")]
    assert len(names) > 100
    assert all(store.get(name) == name * 50 for name in names)
    assert store.trouble is None
