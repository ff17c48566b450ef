"""Nothing in the name or the words of a file steers a terminal, whatever is asked for it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from linter.control_characters import is_control
from linter.registry import load_reports
from tests.cli.conftest import CommandLine
from tests.hostile.conftest import DAY, write

NAMES = (
    b"line\nfeed.md",
    b"return\r.md",
    b"clear\x1b[2J\x1b]0;title\x07.md",
    b"no utf-8 \xff\xfe.md",
    "turned\u202egnp.md".encode(),
    "next\u0085line.md".encode(),
    "control\u009b2J.md".encode(),
    "\ud800half.md".encode("utf-8", "surrogatepass"),
    b"::error file=x::y.md",
    b"%0A::warning::z.md",
    b"|`](x)<script>&\"'.md",
    b"-dash.md",
)
TEXT = "养老保险:6400元×8%=51.2元,\u202e反过来\u202c,\u009b31m红\u009b0m,\u2066孤立\u2069。\n"
LAYOUT = "\n\r\t"


def shown_controls(written: str) -> list[str]:
    """Those that reach the reader; a mark at the beginning tells spreadsheets of UTF-8."""
    return [f"{ord(char):x}" for char in written.removeprefix("\ufeff") if is_control(char) and char not in LAYOUT]


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    folder.mkdir()
    for name in NAMES:
        with open(os.path.join(os.fsencode(folder), name), "wb") as file:
            file.write(TEXT.encode())
    (folder / "unreadable\x1b[2J.md").write_bytes(b"\xff\xfe\x00")
    return folder


@pytest.mark.skipif(os.name == "nt", reason="names that Windows forbids")
def test_every_format(factlint: CommandLine, tree: Path, tmp_path: Path) -> None:
    formats = load_reports()
    asked = [word for name in formats for word in ("--format", name, "-o", str(tmp_path / f"r.{name}"))]
    assert factlint("check", tree, *asked, *DAY).code == 3
    for name in formats:
        written = (tmp_path / f"r.{name}").read_bytes().decode("utf-8")
        assert shown_controls(written) == [], name
        assert "unreadable" in written
    commands = (tmp_path / "r.github").read_text("utf-8").splitlines()
    assert {line.split("::")[1].split(" ")[0] for line in commands if line.startswith("::")} <= {"error", "notice"}
    assert [line for line in commands if line.startswith("::") and " file=" in line and "in/" not in line] == []


COMMANDS = {
    "text on the terminal": ("check", "in"),
    "extract": ("extract", "in"),
    "baseline": ("baseline", "create", "in", "--baseline", "b.json"),
    "forecast": ("forecast", "in"),
    "eval": ("eval", "in"),
    "a path that is not there": ("check", "no\x1b[2J\u202e"),
    "annotate": ("annotate", "no\x1b[2J\u202e", "-o", "x.docx"),
}


@pytest.mark.skipif(os.name == "nt", reason="names that Windows forbids")
@pytest.mark.parametrize("name", COMMANDS)
def test_every_command(factlint: CommandLine, tree: Path, name: str) -> None:
    done = factlint(*COMMANDS[name])
    assert done.code in (2, 3)
    assert "unreadable" in done.out + done.err or done.code == 2
    assert shown_controls(done.out) == shown_controls(done.err) == []


def test_a_baseline_is_read_as_it_was_written(factlint: CommandLine, tree: Path) -> None:
    factlint("baseline", "create", "in", "--baseline", "b.json", *DAY)
    assert shown_controls(Path("b.json").read_text("utf-8")) == []
    done = factlint("check", "in", "--baseline", "b.json", "--format", "csv", *DAY)
    assert "AR101" not in done.out


def test_a_configuration_in_a_hostile_folder(factlint: CommandLine, tmp_path: Path) -> None:
    if os.name == "nt":
        pytest.skip("names that Windows forbids")
    folder = tmp_path / "ev\x1b[2J\u202eil"
    write(folder / "a.md")
    write(folder / "factlint.toml", "nonsense = [\n")
    done = factlint("check", folder)
    assert done.code == 2
    assert "ev<U+202E>il" in done.err.replace("<U+001B>[2J", "")  # Click itself leaves escapes out
    assert shown_controls(done.err) == []
