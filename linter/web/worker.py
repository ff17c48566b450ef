"""The process that checks: what takes too long is ended with it, and the server stays able to answer."""

from __future__ import annotations

import faulthandler
import gc
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from threading import Lock

from linter.desk.desk import Desk
from linter.desk.faults import SETTINGS_FAULTS
from linter.readers import UnreadableError
from linter.web.order import Order
from linter.web.refusal import RefusedError
from linter.web.work import WORKS, Answer

# Loading the reference takes longer than any check; the first order waits for it.
_START_SECONDS = 60.0
# The server ends what takes too long; should it have died, the process ends itself a little later.
_GRACE_SECONDS = 5.0
# What is loaded when it is first needed is needed by this.
_WARMING = Order("article.txt", "单位养老保险按16%缴纳。".encode(), "zh")
# What a line raises whose other end is gone.
_DEAD = (OSError, EOFError)


class Worker:
    """Does one piece of work after the other, each within ``seconds``.

    ``make_desk`` is called in the process, so it has to be a function of a module, or a ``partial`` of one.
    """

    def __init__(self, make_desk: Callable[[], Desk], seconds: float) -> None:
        self._make_desk = make_desk
        self._seconds = seconds
        self._lock = Lock()
        self._running: _Running | None = None

    def start(self) -> None:
        """Have the process ready before the first order."""
        with self._lock:
            self._ready()

    def do(self, work: str, order: Order) -> Answer:
        """The answer of a function of ``WORKS``. Raises ``RefusedError``, also when it takes too long."""
        with self._lock:
            try:
                answer = self._ready().ask((work, order), self._seconds)
            except _DEAD:
                self._stop()
                raise RefusedError.of(500, "failed") from None
            if answer is None:
                self._stop()
                raise RefusedError.of(503, "too-slow", seconds=f"{self._seconds:g}")
        if isinstance(answer, RefusedError):
            raise answer
        return answer

    def stop(self) -> None:
        """End the process."""
        with self._lock:
            self._stop()

    def _ready(self) -> _Running:
        if self._running is not None and self._running.process.is_alive():
            return self._running
        self._stop()
        self._running = _started(self._make_desk, self._seconds + _GRACE_SECONDS)
        return self._running

    def _stop(self) -> None:
        if self._running is not None:
            self._running.end()
            self._running = None


@dataclass(frozen=True, slots=True)
class _Running:
    process: BaseProcess
    line: Connection

    def ask(self, what: tuple[str, Order], seconds: float) -> Answer | RefusedError | None:
        """The answer; ``None`` when there is none in time. Raises one of ``_DEAD`` when the process has died."""
        self.line.send(what)
        return self.heard(seconds)

    def heard(self, seconds: float) -> Answer | RefusedError | None:
        """What the process says next; ``None`` when it says nothing in time."""
        said: Answer | RefusedError | None = self.line.recv() if self.line.poll(seconds) else None
        return said

    def end(self) -> None:
        """End the process, whatever it is doing."""
        self.process.kill()
        self.process.join()
        self.process.close()
        self.line.close()


def _started(make_desk: Callable[[], Desk], longest: float) -> _Running:
    # The server has threads: a fork of it could inherit a lock that nobody will ever open.
    context = get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_serve, args=(theirs, make_desk, longest), name="factlint-check", daemon=True)
    process.start()
    theirs.close()
    running = _Running(process, ours)
    try:
        begun = running.heard(_START_SECONDS)
    except _DEAD:
        begun = None
    if isinstance(begun, Answer):
        return running
    running.end()
    raise begun or RefusedError.of(500, "failed")


def _serve(line: Connection, make_desk: Callable[[], Desk], longest: float) -> None:
    """The life of the process: until its other end is closed. Its first answer says that it is ready."""
    try:
        desk = make_desk()
        line.send(_done("check", _WARMING, desk))
        # The reference lives as long as the process: the collector need not look at it again.
        gc.collect()
        gc.freeze()
        while True:
            work, order = line.recv()
            # A thread of C, which also ends a loop that lets no other code run.
            faulthandler.dump_traceback_later(longest, exit=True)
            answer = _done(work, order, desk)
            faulthandler.cancel_dump_traceback_later()
            line.send(answer)
    except (EOFError, BrokenPipeError, KeyboardInterrupt):
        return


def _done(work: str, order: Order, desk: Desk) -> Answer | RefusedError:
    try:
        return WORKS[work](desk, order)
    except RefusedError as refusal:
        return refusal
    except UnreadableError as error:
        return RefusedError(422, "unreadable", error.reason.zh, error.reason.en)
    except SETTINGS_FAULTS as fault:
        return RefusedError.of(500, "settings", reason=str(fault))
    except Exception:  # one bad article must not end the server
        traceback.print_exc()
        return RefusedError.of(500, "failed")
