"""A process beside this one that does one piece of work after the other: what takes too long is ended with it."""

from __future__ import annotations

import gc
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from threading import Lock
from typing import Any, Generic, TypeVar

from linter.workers import serve_parent

Order = TypeVar("Order")
Answer = TypeVar("Answer")

# Loading the reference takes longer than any check; the first order waits for it.
_START_SECONDS = 60.0
# What a line raises whose other end is gone.
_DEAD = (OSError, EOFError)


class DiedError(Exception):
    """The process died of the work."""


class LateError(Exception):
    """The work took too long, and was ended."""


class Companion(Generic[Order, Answer]):
    """Does orders, each within ``seconds`` of the clock; after one that it was ended with, it begins anew.

    ``begin`` is called in the process, so it has to be a function of a module, or a ``partial`` of one. It makes what
    answers orders, which must not raise. Orders and answers are pickled.
    """

    def __init__(self, begin: Callable[[], Callable[[Order], Answer]], seconds: float) -> None:
        self._begin = begin
        self._seconds = seconds
        self._lock = Lock()
        self._running: _Running | None = None
        self._stopping = False

    def start(self) -> None:
        """Have the process ready before the first order. Raises ``DiedError``, and what ``begin`` raises."""
        with self._lock:
            self._ready()

    def do(self, order: Order) -> Answer:
        """The answer. Raises ``DiedError``, ``LateError``, and what ``begin`` raises."""
        with self._lock:
            running = self._ready()
            try:
                running.line.send(order)
                said = running.heard(self._seconds)
            except (*_DEAD, TimeoutError) as error:
                self._stop()
                raise (LateError if isinstance(error, TimeoutError) else DiedError) from None
        answer: Answer = said
        return answer

    def stop(self) -> None:
        """End the process, whatever it is doing: who waits for it hears that it died. The next order begins anew."""
        self._stopping = True
        running = self._running
        if running is not None:
            running.kill()
        with self._lock:
            self._stop()
            self._stopping = False

    def _ready(self) -> _Running:
        if self._running is None or not self._running.process.is_alive():
            self._stop()
            self._running = _started(self._begin)
        if self._stopping:
            self._stop()
            raise DiedError
        return self._running

    def _stop(self) -> None:
        if self._running is not None:
            self._running.end()
            self._running = None


@dataclass(frozen=True, slots=True)
class _Running:
    process: BaseProcess
    line: Connection

    def heard(self, seconds: float) -> Any:
        """What the process says next. Raises ``TimeoutError`` when it says nothing in time, or one of ``_DEAD``."""
        if not self.line.poll(seconds):
            raise TimeoutError
        return self.line.recv()

    def kill(self) -> None:
        """End what the process is doing."""
        with suppress(ValueError):  # it was closed meanwhile
            self.process.kill()

    def end(self) -> None:
        """End the process, and what leads to it."""
        self.process.kill()
        self.process.join()
        self.process.close()
        self.line.close()


def _started(begin: Callable[[], Callable[[Any], Any]]) -> _Running:
    # Whoever asks for it may have threads: a fork could inherit a lock that nobody will ever open.
    context = get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_serve, args=(theirs, begin), name="factlint-check", daemon=True)
    process.start()
    theirs.close()
    running = _Running(process, ours)
    try:
        fault = running.heard(_START_SECONDS)
    except (*_DEAD, TimeoutError):
        fault = DiedError()
    if fault is not None:
        running.end()
        raise fault
    return running


def _serve(line: Connection, begin: Callable[[], Callable[[Any], Any]]) -> None:
    """The life of the process: until its other end is closed. First it says why it cannot begin, or ``None``."""
    serve_parent()
    try:
        answer = begin()
    except Exception as error:
        line.send(error)
        return
    # What is loaded by now lives as long as the process: the collector need not look at it again.
    gc.collect()
    gc.freeze()
    try:
        line.send(None)
        while True:
            line.send(answer(line.recv()))
    except (EOFError, BrokenPipeError):
        return
