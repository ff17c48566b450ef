"""What git knows of the articles: the day of the last commit, and what they were at another."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Sequence
from datetime import date
from io import BytesIO
from pathlib import Path

import click

# A repository unpacked from somewhere brings a configuration of its own, which can name programs: for signatures that
# a log shows, for fetching what is missing. So can a folder in it that looks like a repository without a work tree.
_PLAIN = ("-c", "log.showSignature=false", "-c", "core.fsmonitor=false", "-c", "safe.bareRepository=explicit")
_OFFLINE = {"GIT_ALLOW_PROTOCOL": "none", "GIT_NO_LAZY_FETCH": "1", "GIT_TERMINAL_PROMPT": "0"}


class UnknownCommitError(ValueError):
    """A commit is not in the repository."""


def day_of_last_commit(folder: Path) -> date:
    """The day (as its committer's clock had it) of the commit checked out. Raises ``click.UsageError``."""
    return date.fromisoformat(git(folder, "log", "-1", "--format=%cs").decode().strip())


def git(folder: Path, *arguments: str, stdin: bytes | None = None) -> bytes:
    """The output of a git command run in a folder. Raises ``click.UsageError`` with git's own words."""
    try:
        done = subprocess.run(
            ["git", *_PLAIN, *arguments],
            cwd=folder,
            input=stdin,
            capture_output=True,
            check=True,
            env=os.environ | _OFFLINE,
        )
    except FileNotFoundError as error:
        raise click.UsageError(f"git is needed for this: {error}") from error
    except subprocess.CalledProcessError as error:
        said = error.stderr.decode("utf-8", "replace").strip()
        raise click.UsageError(f"git {arguments[0]}: {said}") from error
    return done.stdout


def files_at(folder: Path, commit: str, paths: Sequence[str]) -> dict[str, bytes]:
    """What these paths (relative to the folder, or absolute) held at a commit; those it lacked are left out.

    Raises ``UnknownCommitError`` when the commit is not there, as in a shallow clone.
    """
    try:
        git(folder, "rev-parse", "--verify", "--quiet", f"{commit}^{{commit}}")
    except click.UsageError as error:
        raise UnknownCommitError(commit) from error
    paths = [path for path in paths if "\n" not in path]  # git takes one name a line
    wanted = "".join(f"{commit}:./{os.path.relpath(path, folder)}\n" for path in paths)
    answer = BytesIO(git(folder, "cat-file", "--batch", stdin=wanted.encode("utf-8", "surrogateescape")))
    found = ((path, _next_blob(answer)) for path in paths)
    return {path: data for path, data in found if data is not None}


def _next_blob(answer: BytesIO) -> bytes | None:
    """The next file of ``git cat-file --batch``: a line with its size, the bytes, a line feed."""
    head = answer.readline().split()
    if head[-1] == b"missing":
        return None
    data = answer.read(int(head[-1]))
    answer.read(1)
    return data if head[-2] == b"blob" else None
