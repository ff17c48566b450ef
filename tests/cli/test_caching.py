from __future__ import annotations

import io
import os
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import CommandLine

DAY = ("--as-of", "2026-01-02")


@pytest.fixture(autouse=True)
def project(articles: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("linter.cli.caching.FOLDER", ".factlint_cache")
    monkeypatch.chdir(articles.parent)
    return articles.parent


def test_cache_lies_in_the_current_folder_and_is_not_searched(factlint: CommandLine, project: Path) -> None:
    first = factlint("check", *DAY)
    assert (project / ".factlint_cache" / ".gitignore").is_file()
    assert factlint("check", *DAY) == first
    assert first.err == ""


def test_cache_lies_beside_the_configuration(
    factlint: CommandLine, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (project / "factlint.toml").write_text("", encoding="utf-8")
    monkeypatch.chdir(project / "articles")
    factlint("check", ".", *DAY)
    assert (project / ".factlint_cache").is_dir()
    assert not (project / "articles" / ".factlint_cache").exists()


def test_configuration_and_command_line_say_where(factlint: CommandLine, project: Path) -> None:
    (project / "factlint.toml").write_text('cache-dir = "kept"\n', encoding="utf-8")
    factlint("check", "articles", *DAY)
    factlint("check", "articles", *DAY, "--cache-dir", "elsewhere")
    assert sorted(path.name for path in project.iterdir() if path.is_dir()) == ["articles", "elsewhere", "kept"]


def test_no_cache_leaves_no_trace(factlint: CommandLine, project: Path) -> None:
    with_cache = factlint("check", "articles", *DAY)
    assert factlint("check", "articles", *DAY, "--no-cache", "--cache-dir", "elsewhere") == with_cache
    assert not (project / "elsewhere").exists()


def test_standard_input_is_not_kept(factlint: CommandLine, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("单位养老保险按16%缴纳。".encode())))
    assert factlint("check", "-", *DAY).code == 0
    assert not (project / ".factlint_cache").exists()


def test_cache_that_cannot_be_written_is_told_and_nothing_else(factlint: CommandLine, project: Path) -> None:
    (project / ".factlint_cache").write_text("a file in its place", encoding="utf-8")
    without = factlint("check", "articles", *DAY, "--no-cache")
    outcome = factlint("check", "articles", *DAY)
    assert (outcome.code, outcome.out) == (without.code, without.out)
    assert outcome.err.startswith("factlint: 未用缓存 · no cache in .factlint_cache: ")


def test_forged_contents_are_told(factlint: CommandLine, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is damaged is found anew; only who means it can seal what is no content."""
    with monkeypatch.context() as patched:
        patched.setattr("linter.cache.codec.pack_content", lambda _: b"no content")
        factlint("check", "articles", *DAY, "--format", "csv")
    outcome = factlint("check", "articles", *DAY)
    assert outcome.code == 2
    assert "remove it" in outcome.err


def _full() -> None:
    """No file may grow any more, as on a full disk."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (8192, 8192))


@pytest.mark.skipif(os.name == "nt", reason="limits of processes")
def test_full_disk_is_told_and_nothing_else(factlint: CommandLine, project: Path) -> None:
    without = factlint("check", "articles", *DAY, "--no-cache")
    command = [sys.executable, "-B", "-P", "-m", "linter", "check", "articles", *DAY]
    outcome = subprocess.run(command, cwd=project, preexec_fn=_full, capture_output=True, check=False)
    assert (outcome.returncode, outcome.stdout.decode()) == (without.code, without.out)
    assert "no cache in .factlint_cache" in outcome.stderr.decode()
