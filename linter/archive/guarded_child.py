"""The child process of a guard, seen from its parent."""

from __future__ import annotations

import mmap
import pickle
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Pipe
from tempfile import TemporaryFile

import pyarrow as pa

from linter.archive.guarded_work import MARK_BYTES, NOWHERE, Fault, Kind, Work, packed, unpacked

# Arrow's own allocator reserves a gigabyte at its first use, which a limit of memory would count.
_START = (
    "import os, sys; os.environ['ARROW_DEFAULT_MEMORY_POOL'] = 'system'; sys.path[:] = sys.argv[4:]; "
    "from linter.archive.guarded_work import serve; serve(*map(int, sys.argv[1:4]))"
)
_LOOKS = 20


class GuardError(RuntimeError):
    """The work fails before it looks at any document: nothing can be examined. The text says what was raised."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What one document may take: seconds, and megabytes over what the child holds before its first document."""

    seconds: float = 30.0
    megabytes: int = 1500


class Child:
    """A process that has loaded a work and does batch after batch, until it fails or is killed.

    It is a fresh interpreter, not a fork: engines have threads, and what their main module does must not be done
    again. It ends with its parent, however that ends: the kernel then closes the lifeline.
    """

    def __init__(self, make_work: Callable[[], Work], limits: Limits) -> None:
        """Start it and wait until it has loaded, however long that takes. Raises ``GuardError``."""
        order = pickle.dumps((make_work, limits.megabytes))
        self._pause = limits.seconds / _LOOKS
        self._pipe, pipe = Pipe()
        lifeline, self._lifeline = Pipe(duplex=False)
        with TemporaryFile() as shared, pipe, lifeline:
            shared.truncate(MARK_BYTES)
            self._mark = memoryview(mmap.mmap(shared.fileno(), MARK_BYTES)).cast("q")
            self._process = _started(pipe.fileno(), lifeline.fileno(), shared.fileno())
        try:
            self._load(order)
        except BaseException:
            self.kill()
            raise

    def ask(self, batch: pa.RecordBatch) -> pa.RecordBatch | Fault:
        """What the work makes of the batch, or the row where it failed. After any fault but a crash: ``kill``."""
        self._mark[0] = NOWHERE
        try:
            self._pipe.send_bytes(packed(batch))
            if not self._answers():
                return self._fault("too-slow")
            kind, content = self._pipe.recv()
        except (EOFError, OSError):
            return self._fault("died")
        return unpacked(content) if kind == "done" else self._fault(kind, content)

    def kill(self) -> None:
        """End the process and wait for its end."""
        self._process.kill()
        self._process.wait()
        self._pipe.close()
        self._lifeline.close()

    def _load(self, order: bytes) -> None:
        try:
            self._pipe.send_bytes(order)
            fault = self._pipe.recv()
        except (EOFError, OSError):
            raise GuardError("the child process died while it loaded") from None
        if fault:
            raise GuardError(fault)

    def _answers(self) -> bool:
        """Whether an answer came before a document was over its time.

        Looks are counted, not seconds: a run that was stopped for a while blames nobody.
        """
        row, seen = NOWHERE, 0
        while seen < _LOOKS:
            if self._pipe.poll(self._pause):
                return True
            seen = seen + 1 if self._mark[0] == row else 0
            row = self._mark[0]
        return False

    def _fault(self, kind: Kind, text: str = "") -> Fault:
        row = self._mark[0]
        return Fault(None if row == NOWHERE else row, kind, text or f"{kind} before the first document")


def _started(*descriptors: int) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-c", _START, *map(str, descriptors), *sys.path],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        pass_fds=descriptors,
    )
