"""Works that real poison gets into: what a document says is done to the process that looks at it."""

from __future__ import annotations

import ctypes
import os
import re
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pyarrow as pa

from linter.archive.guard import Work

Poison = Callable[[], object]


def _raise() -> None:
    raise ValueError("a document that no check expected")


def _leave_without_a_word() -> None:
    sys.exit(0)


def _loop() -> None:
    while True:
        pass


def _loop_in_c() -> None:
    re.match(r"(a+)+$", "a" * 60 + "b")


def _bloat() -> list[bytes]:
    return [bytes(1 << 20) for _ in range(1 << 20)]


POISONS: dict[str, Poison] = {
    "raises": _raise,
    "recurses": lambda: POISONS["recurses"](),
    "segfaults": lambda: ctypes.string_at(0),
    "aborts": os.abort,
    "exits": lambda: os._exit(0),
    "leaves": _leave_without_a_word,
    "is killed": lambda: os.kill(os.getpid(), signal.SIGKILL),
    "loops": _loop,
    "loops in C": _loop_in_c,
    "sleeps": lambda: time.sleep(600),
    "bloats": _bloat,
    "bloats at once": lambda: bytes(4 << 30),
    "bloats in Arrow": lambda: pa.allocate_buffer(200 << 20),
}


def shouting() -> Work:
    """A work that gives the words in capitals. Like a real one it has used Arrow before its first document."""
    rows(["loaded"])

    def work(batch: pa.RecordBatch, at: Callable[[int], None]) -> pa.RecordBatch:
        return rows([_shouted(word, at, row) for row, word in enumerate(batch["word"].to_pylist())])

    return work


def _shouted(word: str, at: Callable[[int], None], row: int) -> str:
    at(row)
    POISONS.get(word, str)()
    return word.upper()


def patient(marks: str) -> Work:
    """A work that writes its process number to a file and waits once, at the word "wait"; until then it shouts."""
    shout = shouting()

    def work(batch: pa.RecordBatch, at: Callable[[int], None]) -> pa.RecordBatch:
        path = Path(marks)
        for row, word in enumerate(batch["word"].to_pylist()):
            if word.startswith("wait") and not path.exists():
                at(row)
                path.with_suffix(".new").write_text(str(os.getpid()))
                path.with_suffix(".new").rename(path)
                _loop_in_c() if word == "wait in C" else time.sleep(600)
        return shout(batch, at)

    return work


def hoarding() -> Work:
    """A work that keeps 40 megabytes of each document: alone, none of them is too big."""
    kept: list[bytes] = []

    def work(batch: pa.RecordBatch, at: Callable[[int], None]) -> pa.RecordBatch:
        for row in range(batch.num_rows):
            at(row)
            kept.append(bytes(40 << 20))
        return batch

    return work


def failing_before_any() -> Work:
    def work(batch: pa.RecordBatch, at: Callable[[int], None]) -> pa.RecordBatch:
        raise KeyError("no such column")

    return work


def dying_before_any() -> Work:
    return lambda batch, at: os._exit(1)


def hanging_before_any() -> Work:
    return lambda batch, at: time.sleep(600)


def unloadable() -> Work:
    raise LookupError("the reference is broken")


def dying_loader() -> Work:
    os._exit(1)


def rows(words: list[str]) -> pa.RecordBatch:
    return pa.record_batch({"word": pa.array(words, pa.string())})


def refused(row: pa.RecordBatch, kind: str) -> pa.RecordBatch:
    assert row.num_rows == 1
    return rows([f"{kind}: {row['word'][0].as_py()}"])
