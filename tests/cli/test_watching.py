"""Real processes, real changes of files, a real Ctrl-C."""

from __future__ import annotations

import os
import queue
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from linter.cli.exit_codes import FINE, USAGE

ROOT = Path(__file__).parents[2]
WRONG = "养老保险:6400元×8%=51.2元。\n"
RIGHT = "养老保险:6400元×8%=512元。\n"
PATIENCE = 90


class Watch:
    """``factlint check --watch``, and what it says."""

    def __init__(self, folder: Path, *arguments: str) -> None:
        command = [sys.executable, "-u", "-m", "linter", "check", *arguments, "--watch", "--as-of", "2026-11-21"]
        self._process = subprocess.Popen(
            command,
            cwd=folder,
            env=os.environ | {"PYTHONPATH": str(ROOT)},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
        )
        self._said: queue.Queue[str] = queue.Queue()
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            self._said.put(line)

    def until(self, words: str) -> str:
        """Everything said up to a line with these words."""
        lines: list[str] = []
        while not lines or words not in lines[-1]:
            lines.append(self._said.get(timeout=PATIENCE))
        return "".join(lines)

    def silent(self, seconds: float) -> bool:
        try:
            self._said.get(timeout=seconds)
        except queue.Empty:
            return True
        return False

    def interrupt(self) -> int:
        self._process.send_signal(signal.SIGINT)
        return self._process.wait(PATIENCE)

    def kill(self) -> None:
        self._process.kill()
        self._process.wait()
        assert self._process.stdout is not None
        self._process.stdout.close()


Watching = Callable[..., Watch]


@pytest.fixture
def watching(tmp_path: Path) -> Iterator[Watching]:
    begun: list[Watch] = []

    def begin(*arguments: str) -> Watch:
        begun.append(Watch(tmp_path, *arguments))
        return begun[-1]

    yield begin
    for each in begun:
        each.kill()


def test_what_changes_is_checked_again_until_ctrl_c(watching: Watching, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(WRONG, "utf-8")
    watch = watching(".")
    assert "AR101" in watch.until("Ctrl-C")
    (tmp_path / "a.md").write_text(RIGHT, "utf-8")
    again = watch.until("waiting")
    assert "a.md" in again
    assert "AR101" not in again
    (tmp_path / "b.txt").write_text(WRONG, "utf-8")
    assert "b.txt:1:6" in watch.until("waiting")
    (tmp_path / "b.txt").unlink()
    assert "AR101" not in watch.until("waiting")
    assert watch.interrupt() == FINE
    assert "Traceback" not in watch.until("ended")


def test_a_file_that_is_replaced_is_still_watched(watching: Watching, tmp_path: Path) -> None:
    """As editors save: another file takes the name."""
    (tmp_path / "a.md").write_text(WRONG, "utf-8")
    watch = watching("a.md")
    watch.until("Ctrl-C")
    for text, found in ((RIGHT, False), (WRONG, True)):
        (tmp_path / "new").write_text(text, "utf-8")
        os.replace(tmp_path / "new", tmp_path / "a.md")
        assert ("AR101" in watch.until("waiting")) is found
    (tmp_path / "other.md").write_text(WRONG, "utf-8")
    assert watch.silent(1)


def test_a_broken_configuration_is_told_and_its_repair_awaited(watching: Watching, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(WRONG, "utf-8")
    watch = watching(".")
    watch.until("Ctrl-C")
    (tmp_path / "factlint.toml").write_text("profile = 3\n", "utf-8")
    assert "profile" in watch.until("waiting")
    (tmp_path / "factlint.toml").write_text('ignore = ["AR101"]\n', "utf-8")
    assert "AR101" not in watch.until("waiting")


def test_reports_do_not_set_off_the_next_check(watching: Watching, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(WRONG, "utf-8")
    watch = watching(".", "--format", "html", "--output", "report.html")
    watch.until("Ctrl-C")
    assert watch.silent(1.5)
    (tmp_path / "a.md").write_text(RIGHT, "utf-8")
    watch.until("waiting")
    assert "AR101" not in (tmp_path / "report.html").read_text("utf-8")
    assert watch.silent(1.5)


@pytest.mark.parametrize("path", ["-", "nowhere.md"])
def test_only_files_can_be_watched(watching: Watching, path: str) -> None:
    watch = watching(path)
    watch.until("Error")
    assert watch._process.wait(PATIENCE) == USAGE
