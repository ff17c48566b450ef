"""Requests to end are heard as Ctrl-C is: what is half-written is removed, and no process is left behind."""

from __future__ import annotations

import signal
import threading
from types import FrameType
from typing import NoReturn

_REQUESTS = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name))


class EndedError(KeyboardInterrupt):
    """Somebody asked the program to end. ``code`` is the exit code by which shells know the signal."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.code = 128 + number


def hear_requests_to_end() -> None:
    """Raise ``EndedError`` for them from now on; what is ignored, as by ``nohup``, or heard already stays so."""
    if threading.current_thread() is not threading.main_thread():
        return
    for number in _REQUESTS:
        if signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, _end)


def _end(number: int, frame: FrameType | None) -> NoReturn:
    raise EndedError(number)
