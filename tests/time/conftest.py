from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CLOCK = Path(__file__).parent / "guarded_clock"
Process = subprocess.CompletedProcess[str]


@pytest.fixture
def ahead() -> Callable[..., Process]:
    """Runs Python with a clock so many days ahead, which only the reader of options may look at."""

    def run(days: int, *arguments: str) -> Process:
        guarded = {
            "CLOCK_DAYS": str(days),
            "CLOCK_ROOT": str(ROOT),
            "PYTHONPATH": os.pathsep.join((str(CLOCK), str(ROOT))),
        }
        return subprocess.run(
            [sys.executable, *arguments],
            cwd=ROOT,
            env={**os.environ, **guarded},
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )

    return run
