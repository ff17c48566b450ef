"""Real files, real processes, real signals."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from tests.cli.conftest import factlint

__all__ = ["factlint"]

WRONG = "养老保险:6400元×8%=51.2元。\n"
DAY = ("--as-of", "2026-01-02")
Begun = Callable[..., "subprocess.Popen[bytes]"]


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def begun(tmp_path: Path, request: pytest.FixtureRequest) -> Begun:
    """Starts the command line as a process of its own; ``before`` is code, ``through`` a command that runs it."""

    def begin(
        *arguments: str | Path, before: str = "", through: Sequence[str] = (), python: str | Path = sys.executable
    ) -> subprocess.Popen[bytes]:
        code = f"{before}\nfrom linter.cli.main import main\nmain()"
        process = subprocess.Popen(
            [*through, python, "-B", "-c", code, *map(str, arguments)],
            env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=True,
            # Whoever runs the tests in the background may have it ignored.
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
        )
        request.addfinalizer(process.kill)
        return process

    return begin


def write(path: Path, text: str = WRONG) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path
