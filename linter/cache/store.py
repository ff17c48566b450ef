"""Named bytes in a file. Whatever is wrong with it, a run goes on: the file is made anew, or done without."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, TypeVar

from linter.cache.database import connect, discard, is_damage

Answer = TypeVar("Answer")
Row = tuple[Any, ...]

_LIMIT = 512 << 20
_AT_ONCE = 64
_SEAL = 16
_OLDEST = "SELECT name FROM results ORDER BY run LIMIT max(1, (SELECT count(*) FROM results) / 8)"
_SIZE = (
    "SELECT (page_count - freelist_count) * page_size FROM pragma_page_count, pragma_freelist_count, pragma_page_size"
)


class Store:
    """Bytes by name in ``folder``, and tables for whoever asks. To be closed at the end of the run.

    Never raises for the state of the disk. ``trouble`` says why there is no cache any more; it is ``None`` while there
    is one. Beyond ``limit`` bytes, what was not used for longest is dropped.
    """

    def __init__(self, folder: Path, *, limit: int = _LIMIT) -> None:
        self.folder = folder
        self.trouble: str | None = None
        self._limit = limit
        self._connection: sqlite3.Connection | None = None
        self._waiting: dict[bytes, bytes] = {}
        self._used: list[bytes] = []

    def get(self, name: bytes) -> bytes | None:
        """What was put under that name; ``None`` when nothing was, or when it is damaged."""
        found = self.ask("SELECT content FROM results WHERE name = ?", (name,))
        content = opened(name, found[0][0]) if found else None
        if content is not None:
            self._used.append(name)
        return content

    def put(self, name: bytes, content: bytes) -> None:
        """Keep the bytes under that name, on the disk a little later: nobody shall wait for many small writes."""
        self._waiting[name] = sealed(name, content)
        if len(self._waiting) >= _AT_ONCE:
            self._write()

    def ask(self, query: str, slots: Row = ()) -> list[Row]:
        """The rows of a query; none where there is no cache."""
        return self._guarded(lambda connection: connection.execute(query, slots).fetchall(), [])

    def tell(self, *changes: tuple[str, Iterable[Row]]) -> None:
        """Carry out each statement for each of its rows: all of them, or none."""
        todo = [(statement, tuple(rows)) for statement, rows in changes]

        def carry_out(connection: sqlite3.Connection) -> None:
            with connection:
                for statement, rows in todo:
                    connection.executemany(statement, rows)

        self._guarded(carry_out, None)

    def close(self) -> None:
        """Write what waits, drop what is too much, and let go of the file."""
        self._write()
        if self._size() > self._limit // 2:
            self.tell(("UPDATE results SET run = ? WHERE name = ?", ((self._run(), name) for name in self._used)))
        while self._size() > self._limit and self.ask("SELECT 1 FROM results LIMIT 1"):
            self.tell((f"DELETE FROM results WHERE name IN ({_OLDEST})", [()]))
        self._let_go()

    def _write(self) -> None:
        rows, self._waiting = self._waiting, {}
        if rows:
            run = self._run()
            statement = "INSERT OR REPLACE INTO results VALUES (?, ?, ?)"
            self.tell((statement, ((name, run, content) for name, content in rows.items())))

    def _run(self) -> int:
        """A number that grows from use to use: which entries were used lately, without a clock."""
        return sum(row[0] for row in self.ask("SELECT coalesce(max(run), 0) + 1 FROM results"))

    def _size(self) -> int:
        return sum(row[0] for row in self.ask(_SIZE))

    def _guarded(self, work: Callable[[sqlite3.Connection], Answer], otherwise: Answer) -> Answer:
        """The answer of ``work``, or ``otherwise`` when there is no cache. A damaged file is made anew, once."""
        for damage_seen in (False, True):
            if self.trouble is not None:
                break
            try:
                self._connection = self._connection or connect(self.folder)
                return work(self._connection)
            except (sqlite3.Error, OSError, UnicodeError) as error:
                self._let_go()
                if damage_seen or not is_damage(error) or not self._discarded():
                    self.trouble = str(error)
        return otherwise

    def _discarded(self) -> bool:
        try:
            discard(self.folder)
        except OSError:
            return False
        return True

    def _let_go(self) -> None:
        connection, self._connection = self._connection, None
        if connection is not None:
            try:
                connection.close()
            except sqlite3.Error:
                return


def sealed(name: bytes, content: bytes) -> bytes:
    """The content with a digest of it and its name before it."""
    return _seal(name, content) + content


def opened(name: bytes, kept: object) -> bytes | None:
    """The content of ``sealed``; ``None`` for anything else."""
    if not isinstance(kept, bytes):
        return None
    content = kept[_SEAL:]
    return content if kept[:_SEAL] == _seal(name, content) else None


def _seal(name: bytes, content: bytes) -> bytes:
    seal = hashlib.blake2b(name, digest_size=_SEAL)
    seal.update(content)
    return seal.digest()
