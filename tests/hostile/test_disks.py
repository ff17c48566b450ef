"""A full disk, or a kill at the worst moment, leaves the old file or the new one, never half of one."""

from __future__ import annotations

import json
import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from docx import Document as WordDocument

from tests.cli.conftest import CommandLine
from tests.hostile.conftest import DAY, Begun, write

pytestmark = pytest.mark.skipif(os.name == "nt", reason="limits and signals of POSIX")


@contextmanager
def full_from(size: int) -> Iterator[None]:
    """No file grows beyond so many bytes, as on a full disk."""
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_a_report_that_does_not_fit_leaves_the_old_one(factlint: CommandLine, tmp_path: Path) -> None:
    write(tmp_path / "a.md")
    report = write(tmp_path / "out" / "r.html", "the old one")
    with full_from(20_000):
        done = factlint("check", "a.md", "--no-cache", "--format", "html", "-o", report, *DAY)
    assert done.code == 2
    assert "cannot write" in done.err
    assert os.listdir(report.parent) == ["r.html"]
    assert report.read_text("utf-8") == "the old one"


def test_a_line_of_history_that_does_not_fit_is_not_begun(factlint: CommandLine, tmp_path: Path) -> None:
    write(tmp_path / "a.md")
    asked = ("check", "a.md", "--no-cache", "--history", "h.jsonl", *DAY)
    factlint(*asked)
    line = Path("h.jsonl").read_bytes()
    before = line * 300  # more than is written to standard output
    Path("h.jsonl").write_bytes(before)
    with full_from(len(before) + 20):
        done = factlint(*asked)
    assert done.code == 2
    assert "cannot write h.jsonl" in done.err
    assert Path("h.jsonl").read_bytes() == before
    assert factlint(*asked).code == 1
    assert Path("h.jsonl").read_bytes() == before + line


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
@pytest.mark.parametrize("command", ["check", "extract"])
def test_a_full_disk_under_standard_output_is_told_in_a_line(begun: Begun, tmp_path: Path, command: str) -> None:
    write(tmp_path / "a.md")
    process = begun(command, "a.md", before="import os; os.dup2(os.open('/dev/full', os.O_WRONLY), 1)")
    _, err = process.communicate()
    assert process.returncode == 2
    assert err.splitlines()[-1] == b"factlint: cannot write the output: No space left on device"
    assert b"Traceback" not in err


WRITERS = {
    "report": ("r.html", "check", "a.md", "--no-cache", "--format", "html", "-o", "r.html"),
    "baseline": ("b.json", "baseline", "create", "a.md", "--baseline", "b.json"),
    "suppressions": ("s.yml", "suppress", "{fingerprint}", "a.md", "--reason", "例题", "--suppressions", "s.yml"),
    "annotated copy": ("b.docx", "annotate", "a.docx", "-o", "b.docx"),
}
# A baseline is only created where there is none.
OLD = {"report": "the old one", "suppressions": "version: 1\nsuppressions: []\n", "annotated copy": "the old one"}
# All is written then, and nothing in its place.
KILLED = "import os, sys; sys.addaudithook(lambda what, _: what == 'os.rename' and os.kill(os.getpid(), 9))"


@pytest.mark.parametrize("name", WRITERS)
def test_killed_before_the_last_step_it_leaves_the_old_file(
    factlint: CommandLine, begun: Begun, tmp_path: Path, name: str
) -> None:
    target, *command = WRITERS[name]
    write(tmp_path / "a.md")
    word = WordDocument()
    word.add_paragraph("养老保险:6400元×8%=51.2元。")
    word.save(str(tmp_path / "a.docx"))
    found = json.loads(factlint("check", "a.md", "--no-cache", "--format", "json", *DAY).out)
    fingerprint = found["documents"][0]["findings"][0]["fingerprint"]
    arguments = [word.format(fingerprint=fingerprint) for word in command]
    old = OLD.get(name)
    if old is not None:
        write(tmp_path / target, old)
    process = begun(*arguments, *DAY, before=KILLED)
    process.communicate()
    assert process.returncode == -signal.SIGKILL
    assert (Path(target).read_text("utf-8") if Path(target).exists() else None) == old
    done = factlint(*arguments, *DAY)
    assert done.code in (0, 1), done.err
    assert Path(target).stat().st_size > len(old or "")
