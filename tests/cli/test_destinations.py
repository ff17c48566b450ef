from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from linter.cli.destinations import Destination, pair, write, write_pieces

A, B = Path("a.html"), Path("b.json")


@pytest.mark.parametrize(
    ("order", "formats", "outputs", "wanted"),
    [
        ("", [], [], [Destination("text")]),
        ("f", ["json"], [], [Destination("json")]),
        ("o", [], [A], [Destination("text", A)]),
        ("fo", ["html"], [A], [Destination("html", A)]),
        ("fof", ["html", "text"], [A], [Destination("html", A), Destination("text")]),
        ("ffo", ["text", "html"], [A], [Destination("text"), Destination("html", A)]),
        ("fofo", ["html", "json"], [A, B], [Destination("html", A), Destination("json", B)]),
    ],
)
def test_output_belongs_to_the_format_before_it(
    order: str, formats: list[str], outputs: list[Path], wanted: list[Destination]
) -> None:
    names = ["formats" if letter == "f" else "outputs" for letter in order]
    assert pair(names, formats, outputs) == tuple(wanted)


@pytest.mark.parametrize(
    ("order", "formats", "outputs", "reason"),
    [
        ("foo", ["html"], [A, B], "b.json has no --format"),
        ("ff", ["html", "json"], [], "standard output"),
        ("fofo", ["html", "json"], [A, A], "a.html"),
    ],
)
def test_reports_must_not_meet_in_one_place(order: str, formats: list[str], outputs: list[Path], reason: str) -> None:
    names = ["formats" if letter == "f" else "outputs" for letter in order]
    with pytest.raises(click.UsageError, match=reason):
        pair(names, formats, outputs)


def test_file_is_replaced_as_a_whole_and_keeps_its_mode(tmp_path: Path) -> None:
    target = tmp_path / "report.txt"
    target.write_text("old", encoding="utf-8")
    target.chmod(0o640)
    write("新\n", target)
    assert target.read_bytes() == "新\n".encode()
    assert stat.S_IMODE(target.stat().st_mode) == 0o640
    assert os.listdir(tmp_path) == ["report.txt"]


def test_link_stays_a_link(tmp_path: Path) -> None:
    link = tmp_path / "latest.txt"
    link.symlink_to("report.txt")
    write("x", link)
    assert link.is_symlink()
    assert (tmp_path / "report.txt").read_text(encoding="utf-8") == "x"


def test_missing_folders_of_the_output_are_made(tmp_path: Path) -> None:
    write("x", tmp_path / "a/b/report.txt")
    assert (tmp_path / "a/b/report.txt").read_text(encoding="utf-8") == "x"


def test_output_that_cannot_be_written_is_a_usage_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(click.UsageError, match="cannot write"):
        write("x", tmp_path / "file" / "report.txt")


def test_lone_surrogate_does_not_stop_a_report(tmp_path: Path) -> None:
    write("name\udcff", tmp_path / "r.txt")
    assert (tmp_path / "r.txt").read_text(encoding="utf-8") == "name\\udcff"


def test_pieces_that_stop_half_way_leave_the_old_file(tmp_path: Path) -> None:
    target = tmp_path / "report.txt"
    write("old", target)

    def pieces() -> Iterator[str]:
        yield "new"
        raise RuntimeError("no more")

    with pytest.raises(RuntimeError):
        write_pieces(pieces(), target)
    assert target.read_text(encoding="utf-8") == "old"
    assert os.listdir(tmp_path) == ["report.txt"]
