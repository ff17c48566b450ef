"""A clock that runs ahead, and that of this project only ``linter/cli/options.py`` may read.

Python imports this module at its start when its folder is on PYTHONPATH. CLOCK_DAYS says how many days it runs ahead,
CLOCK_ROOT where the project lies.
"""

import datetime
import os
import sys
import time

AHEAD = int(os.environ["CLOCK_DAYS"]) * 24 * 60 * 60
ROOT = os.environ["CLOCK_ROOT"]
OURS = tuple(os.path.join(ROOT, package, "") for package in ("linter", "checks", "reports", "reference"))
READER = os.path.join(ROOT, "linter", "cli", "options.py")
REAL = time.time


def _asked_by() -> str:
    """The nearest file of the project among those that wait for the answer.

    A library that notes the time of its own import (logging does) asks for itself.
    """
    frame = sys._getframe(2)
    while frame is not None:
        name = os.path.abspath(frame.f_code.co_filename)
        if name.startswith(OURS):
            return name
        if frame.f_code.co_name == "<module>":
            break
        frame = frame.f_back
    return READER


def _guard() -> None:
    name = _asked_by()
    if name != READER:
        raise RuntimeError(f"{name} reads the clock")


def _ahead() -> float:
    _guard()
    return REAL() + AHEAD


class _Moment(datetime.datetime):
    """datetime.datetime.now() asks no module for the time, so that it has to be refused here."""

    @classmethod
    def now(cls, tz=None):
        _guard()
        return super().now(tz) + datetime.timedelta(seconds=AHEAD)

    @classmethod
    def utcnow(cls):
        _guard()
        return super().now(datetime.UTC).replace(tzinfo=None) + datetime.timedelta(seconds=AHEAD)

    today = now


def _with_given_time(function):
    """Without an argument these read the clock."""

    def guarded(*given):
        return function(*given) if given else function(_ahead())

    return guarded


# datetime.date.today() asks this module for the time.
time.time = _ahead
time.time_ns = lambda: int(_ahead() * 1e9)
time.localtime, time.gmtime, time.ctime = map(_with_given_time, (time.localtime, time.gmtime, time.ctime))
datetime.datetime = _Moment
