"""The process that checks for the page: what takes too long is ended with it, and the server stays able to answer."""

from __future__ import annotations

import traceback
from collections.abc import Callable
from functools import partial
from typing import TypeAlias

from linter.companion import Companion, DiedError, LateError
from linter.desk.desk import Desk
from linter.desk.faults import SETTINGS_FAULTS
from linter.readers import UnreadableError
from linter.web.order import Order
from linter.web.refusal import RefusedError
from linter.web.work import WORKS, Answer

_Task: TypeAlias = tuple[str, Order]

# What is loaded when it is first needed is needed by this.
_WARMING = "check", Order("article.txt", "单位养老保险按16%缴纳。".encode(), "zh")


class Worker:
    """Does one piece of work after the other, each within ``seconds``.

    ``make_desk`` is called in the process, so it has to be a function of a module, or a ``partial`` of one.
    """

    def __init__(self, make_desk: Callable[[], Desk], seconds: float) -> None:
        self._seconds = seconds
        self._companion: Companion[_Task, Answer | RefusedError] = Companion(partial(_begin, make_desk), seconds)

    def start(self) -> None:
        """Have the process ready before the first order. Raises ``RefusedError`` for settings that cannot be used."""
        try:
            self._companion.start()
        except DiedError:
            raise RefusedError.of(500, "failed") from None

    def do(self, work: str, order: Order) -> Answer:
        """The answer of a function of ``WORKS``. Raises ``RefusedError``, also when it takes too long."""
        try:
            answer = self._companion.do((work, order))
        except DiedError:
            raise RefusedError.of(500, "failed") from None
        except LateError:
            raise RefusedError.of(503, "too-slow", seconds=f"{self._seconds:g}") from None
        if isinstance(answer, RefusedError):
            raise answer
        return answer

    def stop(self) -> None:
        """End the process."""
        self._companion.stop()


def _begin(make_desk: Callable[[], Desk]) -> Callable[[_Task], Answer | RefusedError]:
    do = partial(_done, make_desk())
    begun = do(_WARMING)
    if isinstance(begun, RefusedError):
        raise begun
    return do


def _done(desk: Desk, task: _Task) -> Answer | RefusedError:
    work, order = task
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
