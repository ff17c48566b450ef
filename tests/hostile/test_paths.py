"""What stands in an article's place and is none costs its own name in the run, and nobody waits for it."""

from __future__ import annotations

import csv
import io
import os
import shutil
import socket
from datetime import date
from pathlib import Path

import pytest

from linter.article import Article
from linter.discover import find_articles
from linter.regular_file import content_of, text_of
from linter.run import run
from linter.settings import Settings
from tests.cli.conftest import CommandLine
from tests.hostile.conftest import DAY, WRONG, Begun, write


def problems(report: str) -> dict[str, str]:
    rows = csv.DictReader(io.StringIO(report.removeprefix("\ufeff")))
    return {row["path"]: row["message"] for row in rows if row["severity"] == "problem"}


def _link(target: str) -> object:
    return lambda path: os.symlink(target, path)


def _bound(path: Path) -> None:
    here = os.getcwd()
    os.chdir(path.parent)  # the path of a socket is short
    with socket.socket(socket.AF_UNIX) as bound:
        bound.bind(path.name)
    os.chdir(here)


PLACED = {
    "a pipe": (os.mkfifo, "no regular file"),
    "a socket": (_bound, "no regular file"),
    "a device without an end": (_link("/dev/zero"), "no regular file"),
    "a terminal": (_link("/dev/tty"), "no regular file"),
    "an empty device": (_link("/dev/null"), "no regular file"),
    "a link to itself": (_link("a.md"), "symbolic links"),
    "a link to nothing": (_link("gone.md"), "no such file"),
}


@pytest.mark.skipif(os.name == "nt", reason="files of POSIX")
@pytest.mark.parametrize("name", PLACED)
def test_named_it_is_a_problem(factlint: CommandLine, tmp_path: Path, name: str) -> None:
    make, reason = PLACED[name]
    make(tmp_path / "a.md")
    write(tmp_path / "b.md")
    done = factlint("check", "a.md", "b.md", "--format", "csv", "--lang", "en", *DAY)
    if "link" in name:  # it cannot be looked at: as a file that is not there
        assert done.code == 2 or reason in problems(done.out)["a.md"]
    else:
        assert done.code == 3
        assert reason in problems(done.out)["a.md"]
        assert "AR101" in done.out


@pytest.mark.skipif(os.name == "nt", reason="files of POSIX")
def test_in_a_folder_links_that_lead_nowhere_are_problems_and_what_is_no_file_is_passed_over(
    factlint: CommandLine, tmp_path: Path
) -> None:
    for number, (make, _) in enumerate(PLACED.values()):
        (tmp_path / "in" / str(number)).mkdir(parents=True)
        make(tmp_path / "in" / str(number) / "a.md")
    os.symlink("round", tmp_path / "in" / "round")
    os.symlink("..", tmp_path / "in" / "0" / "up")
    for name in (".gitignore", "factlint.toml", "pyproject.toml"):
        os.mkfifo(tmp_path / "in" / name)
    write(tmp_path / "in" / "z.md")
    done = factlint("check", "in", "--format", "csv", "--lang", "en", *DAY)
    assert done.code == 3
    assert sorted(problems(done.out)) == ["in/5/a.md", "in/6/a.md"]
    assert "AR101" in done.out


@pytest.mark.parametrize("name", ["factlint-suppressions.yml", "factlint-baseline.json"])
@pytest.mark.skipif(os.name == "nt", reason="files of POSIX")
def test_a_pipe_in_the_place_of_a_policy_is_told(factlint: CommandLine, tmp_path: Path, name: str) -> None:
    write(tmp_path / "a.md")
    os.mkfifo(tmp_path / name)
    done = factlint("check", "a.md", *DAY)
    assert done.code == 2
    assert f"{name}: no regular file" in done.err


@pytest.mark.parametrize("name", ["a.jsonl", "a.csv", "a.parquet", "a.warc", "a.jsonl.gz", "a.txt"])
@pytest.mark.skipif(os.name == "nt", reason="files of POSIX")
def test_a_pipe_in_a_corpus_is_a_fault(tmp_path: Path, name: str) -> None:
    pytest.importorskip("pyarrow")
    from tests.archive.sources.written import drawn

    os.mkfifo(tmp_path / name)
    (article,) = drawn(tmp_path / name)
    assert "regular file" in article["fault"]


@pytest.mark.skipif(os.name == "nt", reason="paths of POSIX")
def test_a_tree_deeper_than_calls_may_be(tmp_path: Path) -> None:
    write(tmp_path / "a.md")
    for _ in range(1200):
        os.mkdir("d")
        os.chdir("d")
    write(Path("b.md"))
    bottom = os.getcwd()
    os.chdir(tmp_path)
    found = find_articles([Path("a.md"), Path("d")])
    os.chdir(bottom)  # what pytest would remove the tree with calls itself for each folder
    os.unlink("b.md")
    for _ in range(1200):
        os.chdir("..")
        os.rmdir("d")
    assert [path.name for path in found] == ["a.md", "b.md"]


def closed_to_us() -> list[str]:
    """The words before a command for which rights count: root is asked to do without its own."""
    if os.name == "nt":
        pytest.skip("rights of POSIX")
    if os.geteuid() != 0:
        return []
    if not shutil.which("setpriv"):
        pytest.skip("root reads and writes everything")
    return ["setpriv", "--bounding-set=-dac_override,-dac_read_search"]


def test_files_and_folders_that_are_closed_are_problems_and_a_closed_cache_is_none(
    begun: Begun, tmp_path: Path
) -> None:
    write(tmp_path / "in" / "a.md")
    for closed in (write(tmp_path / "in" / "b.md"), write(tmp_path / "in" / "c" / "d.md").parent):
        closed.chmod(0)
    (tmp_path / "kept").mkdir(mode=0o555)
    through = closed_to_us()
    done = begun("check", "in", "--format", "csv", "--cache-dir", "kept/cache", *DAY, through=through)
    out, err = done.communicate()
    (tmp_path / "in" / "c").chmod(0o755)
    assert done.returncode == 3
    assert problems(out.decode()) == {"in/b.md": "没有权限读写", "in/c": "没有权限读写"}
    assert b"AR101" in out
    assert "未用缓存".encode() in err


WRITERS = {
    "report": ("check", "a.md", "--format", "html", "-o", "shut/r.html"),
    "baseline": ("baseline", "create", "a.md", "--baseline", "shut/b.json"),
    "history": ("check", "a.md", "--history", "shut/h.jsonl"),
}


@pytest.mark.parametrize("name", WRITERS)
def test_a_folder_that_cannot_be_written_is_told(begun: Begun, tmp_path: Path, name: str) -> None:
    write(tmp_path / "a.md")
    (tmp_path / "shut").mkdir(mode=0o555)
    process = begun(*WRITERS[name], "--no-cache" if name != "baseline" else "--isolated", through=closed_to_us())
    _, err = process.communicate()
    assert process.returncode == 2
    assert b"cannot write shut/" in err
    assert os.listdir(tmp_path / "shut") == []


def test_what_vanishes_or_shrinks_after_it_was_found_costs_itself(tmp_path: Path) -> None:
    for name in ("gone", "cut", "empty", "folder", "stays"):
        write(tmp_path / f"{name}.md", WRONG * 3)
    found = [Article.at(path) for path in find_articles([Path(".")])]
    Path("gone.md").unlink()
    Path("folder.md").unlink()
    Path("folder.md").mkdir()
    os.truncate("empty.md", 0)
    os.truncate("cut.md", len(WRONG.encode()) + 7)
    result = run(found, Settings(date(2026, 1, 2)))
    assert {each.document.path: len(each.findings) for each in result.documents} == {"stays.md": 3}
    assert {each.path: each.reason.en for each in result.problems} == {
        "cut.md": "invalid utf-8 at byte 42",
        "empty.md": "the file holds no text",
        "folder.md": "a folder, not a file",
        "gone.md": "no such file",
    }


def test_what_is_a_file_is_read_as_ever(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes("甲\r\n乙\r".encode())
    assert content_of("a") == "甲\r\n乙\r".encode()
    assert text_of(Path("a")) == "甲\n乙\n"
