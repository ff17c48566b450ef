"""Opens the file of the cache: with the tables it must have and nothing else."""

from __future__ import annotations

import sqlite3
from functools import cache
from pathlib import Path

FILE = "results-v1.sqlite"
"""The name says which tables; a program that wants others takes another file."""

_TABLES = """
CREATE TABLE IF NOT EXISTS results (name BLOB PRIMARY KEY, run INTEGER, content BLOB);
CREATE INDEX IF NOT EXISTS results_by_run ON results (run);
CREATE TABLE IF NOT EXISTS files (path BLOB PRIMARY KEY, state BLOB, kind BLOB, content BLOB);
CREATE TABLE IF NOT EXISTS grounds (ground BLOB, path BLOB, PRIMARY KEY (ground, path)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS grounds_by_path ON grounds (path);
"""
_PATIENCE = 10.0
_TURNS = 20
_TAG = "Signature: 8a477f597d28d172789f06886806bc55\n# A cache of factlint: it may be removed at any time.\n"
# The disk, its rights or another process stand in the way: nothing that a new file would mend.
_OUTSIDE = frozenset(
    {
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_LOCKED,
        sqlite3.SQLITE_PERM,
        sqlite3.SQLITE_READONLY,
    }
)


def connect(folder: Path) -> sqlite3.Connection:
    """The open file in ``folder``, which is made when there is none. Raises ``sqlite3.Error`` or ``OSError``."""
    _prepare(folder)
    # A repository can bring a link along that leads to a database of another program.
    if (folder / FILE).is_symlink():
        (folder / FILE).unlink()
    connection = sqlite3.connect(folder / FILE, timeout=_PATIENCE, isolation_level="IMMEDIATE")
    try:
        connection.execute("PRAGMA trusted_schema = OFF")
        _log_ahead(connection)
        connection.execute("PRAGMA synchronous = NORMAL")
        if not _schema(connection):
            connection.executescript(f"BEGIN IMMEDIATE; {_TABLES} COMMIT;")
        if _schema(connection) != _wanted():
            raise sqlite3.DatabaseError("the file has other tables")
    except BaseException:
        connection.close()
        raise
    return connection


def _log_ahead(connection: sqlite3.Connection) -> None:
    """Turn on the write-ahead log. Where others turn it on too, SQLite refuses at once instead of waiting its turn."""
    for turns_left in reversed(range(_TURNS)):
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or not turns_left:
                raise
            # Beginning to write does wait.
            connection.execute("BEGIN IMMEDIATE")
            connection.rollback()


def discard(folder: Path) -> None:
    """Remove the file. Raises ``OSError``."""
    for suffix in ("-wal", "-shm", ""):
        (folder / f"{FILE}{suffix}").unlink(missing_ok=True)


def is_damage(error: Exception) -> bool:
    """True when a new file would help."""
    code: int = getattr(error, "sqlite_errorcode", 0)
    return not isinstance(error, OSError) and (code & 0xFF) not in _OUTSIDE


def _prepare(folder: Path) -> None:
    """Make the folder, out of the way of version control and backups. A folder that was there stays as it is."""
    if folder.is_dir():
        return
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in ((".gitignore", "*\n"), ("CACHEDIR.TAG", _TAG)):
        (folder / name).write_text(text, encoding="utf-8")


def _schema(connection: sqlite3.Connection) -> list[tuple[str, str]]:
    return connection.execute("SELECT name, sql FROM sqlite_schema ORDER BY name").fetchall()


@cache
def _wanted() -> list[tuple[str, str]]:
    connection = sqlite3.connect(":memory:")
    try:
        connection.executescript(_TABLES)
        return _schema(connection)
    finally:
        connection.close()
