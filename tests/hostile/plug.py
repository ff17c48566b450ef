"""A check of somebody else that does what the name of an article says."""

from __future__ import annotations

import ctypes
import os
import re
import signal
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from linter.check import Context, Outcome, check
from linter.claims.model import EquationClaim
from linter.finding import Severity


def _recurse() -> None:
    _recurse()


def _wait() -> None:
    Path(f"waiting.{os.getpid()}").touch()
    time.sleep(600)


DEEDS = {
    "raises": lambda: [][0],
    "leaves": lambda: sys.exit(0),
    "recurses": _recurse,
    "bloats": lambda: bytearray(1 << 60),
    "exits": lambda: os._exit(0),
    "segfaults": lambda: ctypes.string_at(0),
    "aborts": os.abort,
    "kills": lambda: os.kill(os.getpid(), signal.SIGKILL),
    "waits": _wait,
    "backtracks": lambda: re.match("(?:a+)+b", "a" * 64),
    "spins": lambda: sum(filter(None, iter(int, 1))),  # in C all the way, and no signal is looked for
}
ENDLESS = ("backtracks", "spins")


@check(code="ZZ901", name="foreign-check", family="arithmetic", severity=Severity.ERROR, reads=EquationClaim)
def foreign(claim: EquationClaim, context: Context) -> Iterator[Outcome]:
    """Does it."""
    DEEDS.get(Path(context.document.path).stem, str)()
    return iter(())
