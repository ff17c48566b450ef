"""Seconds, processor seconds and memory of a command and of all processes below it, followed while it runs."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

_PROC = Path("/proc")
_MEGABYTE = 1 << 20


@dataclass(frozen=True, slots=True)
class Moment:
    """What a command had used after ``wall`` seconds: seconds of all processors, megabytes of itself and of it and its
    children together, and how far it was (``done``, as its follower counts it)."""

    wall: float
    cpu: float
    own: float
    all: float
    done: int


@dataclass(frozen=True, slots=True)
class Cost:
    """What a command took in all. ``out`` is what it printed, errors included."""

    wall: float
    cpu: float
    code: int
    out: str
    moments: Sequence[Moment]

    @property
    def peak(self) -> float:
        """The most megabytes of all its processes at one time."""
        return max((each.all for each in self.moments), default=0.0)

    @property
    def own(self) -> float:
        """The most megabytes of its first process."""
        return max((each.own for each in self.moments), default=0.0)


def watched(
    command: Sequence[str], cwd: Path, *, every: float = 0.5, done: Callable[[], int] = lambda: 0, limit: float = 1e9
) -> Cost:
    """Run the command to its end, or kill it after ``limit`` seconds."""
    start, before, moments = time.perf_counter(), _reaped(), []
    process = subprocess.Popen(command, cwd=cwd, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    while True:
        moments.append(_moment(process.pid, time.perf_counter() - start, done()))
        try:
            out, _ = process.communicate(timeout=every)
        except subprocess.TimeoutExpired:
            if time.perf_counter() - start > limit:
                process.send_signal(signal.SIGKILL)
            continue
        return Cost(time.perf_counter() - start, _reaped() - before, process.returncode, out, moments)


def _reaped() -> float:
    usage = os.times()
    return usage.children_user + usage.children_system


def _moment(pid: int, wall: float, done: int) -> Moment:
    each = [used for used in map(_used, (pid, *_below(pid))) if used is not None]
    sizes = [size for _, size in each]
    return Moment(wall, sum(cpu for cpu, _ in each), sizes[0] if sizes else 0.0, sum(sizes), done)


def _used(pid: int) -> tuple[float, float] | None:
    """Processor seconds of a process and of its children that ended, and its resident megabytes."""
    try:
        fields = (_PROC / str(pid) / "stat").read_text().rpartition(")")[2].split()
    except OSError:
        return None
    ticks = sum(map(int, fields[11:15])) / os.sysconf("SC_CLK_TCK")
    return ticks, int(fields[21]) * os.sysconf("SC_PAGE_SIZE") / _MEGABYTE


def _below(pid: int) -> Iterator[int]:
    try:
        tasks = list((_PROC / str(pid) / "task").iterdir())
        children = [int(each) for task in tasks for each in (task / "children").read_text().split()]
    except OSError:
        return
    for child in children:
        yield child
        yield from _below(child)
