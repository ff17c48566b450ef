"""Standard output that takes UTF-8 whatever the locale, and survives a reader that goes away."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterable


def speak_utf8() -> None:
    """Let text written to the terminal come out whole whatever the locale says."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def write_bytes(pieces: Iterable[bytes]) -> None:
    """Write to standard output as they are, one after the other."""
    try:
        sys.stdout.flush()
        sys.stdout.buffer.writelines(pieces)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        leave_the_pipe()


def leave_the_pipe() -> None:
    """The reader went away: keep the interpreter from writing into the closed pipe once more at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
