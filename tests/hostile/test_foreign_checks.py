"""A check of others that dies costs what it would have said, and interrupting one that hangs leaves nothing behind."""

from __future__ import annotations

import csv
import io
import os
import signal
import sys
import time
from pathlib import Path

import pytest

from tests.hostile.conftest import DAY, Begun, write
from tests.hostile.plug import DEEDS, ENDLESS
from tests.hostile.plugged import plugged

__all__ = ["plugged"]

PATIENCE = 300.0
MORTAL = [name for name in DEEDS if name not in ("waits", *ENDLESS)]
SURVIVED = ("raises", "leaves", "recurses", "bloats")

pytestmark = pytest.mark.skipif(os.name == "nt", reason="deaths and signals of POSIX")


def told(report: bytes) -> tuple[dict[str, str], set[str]]:
    """What problems say by file, and the files with findings."""
    rows = list(csv.DictReader(io.StringIO(report.decode().removeprefix("\ufeff"))))
    problems = {Path(row["path"]).stem: row["message"] for row in rows if row["severity"] == "problem"}
    return problems, {Path(row["path"]).stem for row in rows if row["code"] == "AR101"}


@pytest.mark.parametrize(
    ("deeds", "jobs"), [(MORTAL, ()), (SURVIVED, ("--jobs", "1"))], ids=["apart", "in one process"]
)
def test_the_rest_is_checked_and_the_culprit_named(
    begun: Begun, plugged: Path, tmp_path: Path, deeds: list[str], jobs: tuple[str, ...]
) -> None:
    for name in (*deeds, *map(str, range(9))):
        write(tmp_path / "in" / f"{name}.md")
    process = begun("check", "in", "--no-cache", "--format", "csv", "--lang", "en", *jobs, *DAY, python=plugged)
    out, err = process.communicate()
    assert process.returncode == 3, err
    problems, checked = told(out)
    assert sorted(problems) == sorted(deeds)
    assert [name for name, said in problems.items() if "ZZ901 foreign-check" not in said] == []
    # Where memory ended, nobody knows whether the check or the document was too much.
    assert checked == {*deeds, *map(str, range(9))} - {"bloats"}


@pytest.mark.skipif(sys.platform != "linux", reason="these limits are those of Linux")
def test_code_in_c_without_end_costs_its_article_or_its_check_alone(
    begun: Begun, plugged: Path, tmp_path: Path
) -> None:
    for name in (*ENDLESS, *map(str, range(9))):
        write(tmp_path / "in" / f"{name}.md")
    limits = ("--jobs", "2", "--time-limit", "1")
    process = begun("check", "in", "--no-cache", "--format", "csv", "--lang", "en", *limits, *DAY, python=plugged)
    out, err = process.communicate()
    assert process.returncode == 3, err
    problems, checked = told(out)
    assert sorted(problems) == sorted(ENDLESS)
    assert problems["backtracks"] == "checking it took longer than allowed"
    # Of this one the process died, so that each check of others was tried by itself: the rest is checked.
    assert "ZZ901 foreign-check" in problems["spins"]
    assert checked == {*map(str, range(9)), "spins"}


@pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGKILL, -signal.SIGKILL)]
)
def test_ended_in_the_middle_it_leaves_neither_processes_nor_half_a_report(
    begun: Begun, plugged: Path, tmp_path: Path, number: signal.Signals, code: int
) -> None:
    for name in ("1", "2", "waits"):
        write(tmp_path / "in" / f"{name}.md")
    report = write(tmp_path / "out" / "r.html", "the old one")
    process = begun("check", "in", "--no-cache", "--format", "html", "-o", report, *DAY, python=plugged)
    (worker,) = awaited(lambda: [int(path.suffix[1:]) for path in tmp_path.glob("waiting.*")])
    assert worker != process.pid
    process.send_signal(number)
    _, err = process.communicate()
    assert process.returncode == code
    assert b"Traceback" not in err
    awaited(lambda: not alive(worker))
    assert os.listdir(report.parent) == ["r.html"]
    assert report.read_text("utf-8") == "the old one"


def awaited(look):
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        found = look()
        if found:
            return found
        time.sleep(0.05)
    raise AssertionError("it never came")


def alive(process: int) -> bool:
    """False for what has ended, even where nobody has asked how."""
    try:
        os.kill(process, 0)
        stat = Path(f"/proc/{process}/stat")
        return not stat.exists() or stat.read_text("ascii").rsplit(")", 1)[1].split()[0] != "Z"
    except (ProcessLookupError, FileNotFoundError):
        return False
