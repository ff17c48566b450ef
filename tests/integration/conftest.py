"""What services give a job: a repository that was checked out, a shell and its variables."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
COMMITTED = "2025-05-06"
# The factlint of this checkout, as the job would have it on its path.
INSTALLED = {"PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}", "PYTHONPATH": str(ROOT)}
FOREIGN = ("CI", "FACTLINT_", "GITHUB_", "GIT_")
WRONG = "云州基数6400元。\n\n养老保险:6400元×8%=51.2元。\n"
RIGHT = "云州基数6400元。\n\n养老保险:6400元×8%=512元。\n"


def call(*command: str | Path, cwd: Path, env: Mapping[str, str] = INSTALLED) -> subprocess.CompletedProcess[str]:
    """Run a program. What a service or a user's git says to these tests does not get through."""
    outside = {name: value for name, value in os.environ.items() if not name.startswith(FOREIGN)}
    outside["GIT_CONFIG_GLOBAL"] = os.devnull
    return subprocess.run(
        [str(part) for part in command], cwd=cwd, env=outside | dict(env), capture_output=True, encoding="utf-8"
    )


def git(folder: Path, *arguments: str, env: Mapping[str, str] = INSTALLED) -> subprocess.CompletedProcess[str]:
    return call("git", "-c", "user.name=n", "-c", "user.email=n@example.org", *arguments, cwd=folder, env=env)


def commit(folder: Path) -> None:
    """All files of a folder as its first commit, of the day ``COMMITTED``."""
    at = INSTALLED | {"GIT_COMMITTER_DATE": f"{COMMITTED}T12:00:00+0800"}
    for arguments in (["init", "-q"], ["add", "."], ["commit", "-qm", "all"]):
        done = git(folder, *arguments, env=at)
        assert done.returncode == 0, done.stderr


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository with an article that miscalculates and one that does not."""
    folder = tmp_path / "repository"
    folder.mkdir()
    (folder / "wrong.md").write_text(WRONG, encoding="utf-8")
    (folder / "right.md").write_text(RIGHT, encoding="utf-8")
    commit(folder)
    return folder


@pytest.fixture(scope="session")
def index(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Skips what has to install packages where pip reaches none."""
    folder = tmp_path_factory.mktemp("index")
    done = call(sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "-d", folder, "hatchling", cwd=folder)
    if done.returncode:
        pytest.skip(f"pip reaches no index of packages: {done.stderr.strip().splitlines()[-1]}")
