"""What runs inside the child process of a guard, and what passes between it and its parent."""

from __future__ import annotations

import fcntl
import mmap
import os
import pickle
import resource
import signal
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Literal, TypeAlias

import pyarrow as pa

Work: TypeAlias = Callable[[pa.RecordBatch, Callable[[int], None]], pa.RecordBatch]
"""From articles to as many rows; it calls its second argument with the number of a row before it looks at that row."""

Kind: TypeAlias = Literal["crash", "too-slow", "too-big", "died"]

MARK_BYTES = 8
NOWHERE = -1

_COPIES = 4
"""How often a work may hold its whole batch, beside what each document takes."""


@dataclass(frozen=True, slots=True)
class Fault:
    """How a batch failed: at which row (``None``: before the first), of what kind, and a text for developers."""

    row: int | None
    kind: Kind
    text: str

    @property
    def certain(self) -> bool:
        """Whether the same would happen in any other child."""
        return self.kind in ("crash", "too-slow")


def packed(batch: pa.RecordBatch) -> pa.Buffer:
    """The batch as an Arrow stream."""
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, batch.schema) as stream:
        stream.write_batch(batch)
    return sink.getvalue()


def unpacked(data: bytes) -> pa.RecordBatch:
    """The batch of an Arrow stream, over the same bytes."""
    return pa.ipc.open_stream(data).read_next_batch()


def serve(pipe: int, lifeline: int, mark: int) -> None:
    """Load the work the parent sends, then do its batches, until the parent is gone or memory was short.

    The arguments are file descriptors: of the pipe to the parent, of one that closes with the parent, of the shared
    memory where the number of the row stands that is being looked at.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent to answer.
    _end_with(lifeline)
    try:
        _serve(Connection(pipe), memoryview(mmap.mmap(mark, MARK_BYTES)).cast("q"))
    except (EOFError, ConnectionError):
        return


def _serve(pipe: Connection, mark: memoryview[int]) -> None:
    def at(row: int) -> None:
        mark[0] = row

    try:
        make_work, megabytes = pickle.loads(pipe.recv_bytes())
        work = make_work()
    except Exception:
        pipe.send(traceback.format_exc())
        return
    pipe.send("")
    most = _held() + (megabytes << 20)
    kind = ""
    while kind != "too-big":
        data = pipe.recv_bytes()
        kind, content = _answer(work, data, at, most + _COPIES * len(data))
        pipe.send((kind, content))


def _answer(work: Work, data: bytes, at: Callable[[int], None], most: int) -> tuple[str, bytes | str]:
    given = resource.getrlimit(resource.RLIMIT_DATA)
    try:
        lowest = min([most, *(each for each in given if each != resource.RLIM_INFINITY)])
        resource.setrlimit(resource.RLIMIT_DATA, (lowest, given[1]))
        return "done", packed(work(unpacked(data), at)).to_pybytes()
    except MemoryError:
        return "too-big", ""
    except Exception:
        return "crash", traceback.format_exc()
    finally:
        resource.setrlimit(resource.RLIMIT_DATA, given)


def _held() -> int:
    """How many bytes ``RLIMIT_DATA`` counts: what can be written to. Address space would count mere reservations."""
    status = Path("/proc/self/status")
    lines = status.read_text("ascii").splitlines() if status.exists() else ()
    return next((int(line.split()[1]) << 10 for line in lines if line.startswith("VmData:")), 0)


def _end_with(lifeline: int) -> None:
    """Let the kernel end this process by SIGIO when the other end closes, even inside of C code that never returns."""
    signal.signal(signal.SIGIO, signal.SIG_DFL)
    fcntl.fcntl(lifeline, fcntl.F_SETOWN, os.getpid())
    fcntl.fcntl(lifeline, fcntl.F_SETFL, os.O_ASYNC)
