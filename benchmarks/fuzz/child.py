"""The process that is fuzzed. It goes on behind what breaks, and keeps the first input for every place it breaks at."""

from __future__ import annotations

import hashlib
import signal
import sys
import traceback
from pathlib import Path

import atheris

from benchmarks.fuzz.targets import Target, load

_PACKAGES = ["linter", "reference", "checks", "reports"]


# Processor seconds of one input: by the clock, a crowded machine would be taken for a hang.
_HANGS_AFTER = 20


class HangError(Exception):
    """An input takes too long."""


def main() -> None:
    """Arguments: the target, the folder for crashes, then those of libFuzzer."""
    _, name, crashes, *options = sys.argv
    signal.signal(signal.SIGVTALRM, _hanging)
    with atheris.instrument_imports(include=_PACKAGES):
        target = load(name)
        # What is imported late is imported now: only then is it instrumented.
        for seed in target.seeds():
            _guarded(target, Path(crashes), seed)
    atheris.Setup([sys.argv[0], *options], lambda data: _guarded(target, Path(crashes), data))
    atheris.Fuzz()


def _guarded(target: Target, crashes: Path, data: bytes) -> None:
    signal.setitimer(signal.ITIMER_VIRTUAL, _HANGS_AFTER)
    try:
        target.one(data)
    except Exception as error:
        _keep(crashes, data, error)
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)


def _hanging(*_: object) -> None:
    raise HangError


def _keep(crashes: Path, data: bytes, error: Exception) -> None:
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if "site-packages" not in frame.filename and "/lib/python" not in frame.filename]
    place = (type(error).__name__, *((frame.filename, frame.lineno) for frame in ours[-2:]))
    file = crashes / hashlib.sha256(repr(place).encode()).hexdigest()[:12]
    if not file.exists():
        file.write_bytes(data)
        file.with_suffix(".txt").write_text("".join(traceback.format_exception(error)), "utf-8", "backslashreplace")


if __name__ == "__main__":
    main()
