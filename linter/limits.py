"""What one article may take, watched by the operating system: processor time and memory.

Two nets. A timer interrupts Python code and the regular expressions of the standard library, where signals are looked
for; the article becomes a problem and its process goes on. It rings again, because what is raised in a finalizer or in
a callback of the garbage collector goes no further. Other code in C is ended by the kernel a little later, together
with its process, in processes that were started to check: their caller goes on without them.
"""

from __future__ import annotations

import signal
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

if sys.platform != "win32":
    import resource

_GRACE = 2
_AGAIN = 0.5  # seconds of the processor, longer than it takes to leave the block
_STATUS = Path("/proc/self/status")


@dataclass(frozen=True, slots=True)
class Limits:
    """Of one article: seconds of the processor, and megabytes over what its process holds before."""

    seconds: float = 60.0
    megabytes: int = 1500


class TooSlowError(BaseException):
    """The article took all its time. No ``Exception``: nobody on the way shall take it for the fault of a check."""


@contextmanager
def within(limits: Limits) -> Iterator[None]:
    """Raises ``TooSlowError`` in the block, or lets ``MemoryError`` be raised, where it takes more.

    Without effect on Windows and in any thread but the main one, since these limits are those of a whole process;
    memory is watched on Linux.
    """
    if sys.platform == "win32" or threading.current_thread() is not threading.main_thread():
        yield
        return
    with _timed(limits.seconds), _resources(limits):
        yield


if sys.platform != "win32":

    @contextmanager
    def _timed(seconds: float) -> Iterator[None]:
        before = signal.signal(signal.SIGVTALRM, _interrupt)
        try:
            signal.setitimer(signal.ITIMER_VIRTUAL, seconds, _AGAIN)
            yield
        finally:
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)
            signal.signal(signal.SIGVTALRM, before)

    @contextmanager
    def _resources(limits: Limits) -> Iterator[None]:
        data, cpu = resource.getrlimit(resource.RLIMIT_DATA), resource.getrlimit(resource.RLIMIT_CPU)
        try:
            if held := _held():
                _lower(resource.RLIMIT_DATA, held + (limits.megabytes << 20))
            if _is_expendable():
                _lower(resource.RLIMIT_CPU, int(time.process_time() + limits.seconds) + _GRACE)
            yield
        finally:
            resource.setrlimit(resource.RLIMIT_DATA, data)
            resource.setrlimit(resource.RLIMIT_CPU, cpu)

    def _lower(kind: int, most: int) -> None:
        """Set the limit for now, unless a lower one holds already."""
        soft, hard = resource.getrlimit(kind)
        known = [each for each in (soft, hard) if each != resource.RLIM_INFINITY]
        resource.setrlimit(kind, (min([most, *known]), hard))


def _interrupt(_signal: int, _frame: FrameType | None) -> None:
    raise TooSlowError


def _is_expendable() -> bool:
    """True in a process that another one started to work for it."""
    processes = sys.modules.get("multiprocessing.process")  # no need to import what cannot have started this one
    return processes is not None and processes.parent_process() is not None


def _held() -> int:
    """How many bytes ``RLIMIT_DATA`` counts; 0 where the system does not tell."""
    try:
        status = _STATUS.read_bytes()
    except OSError:
        return 0
    return int(status.partition(b"VmData:")[2].split()[0]) << 10
