"""What git knows of the articles: the day of the last commit."""

from __future__ import annotations

import subprocess
from datetime import date
from pathlib import Path

import click


def day_of_last_commit(folder: Path) -> date:
    """The day (as its committer's clock had it) of the commit checked out. Raises ``click.UsageError``."""
    return date.fromisoformat(git(folder, "log", "-1", "--format=%cs").decode().strip())


def git(folder: Path, *arguments: str, stdin: bytes | None = None) -> bytes:
    """The output of a git command run in a folder. Raises ``click.UsageError`` with git's own words."""
    try:
        done = subprocess.run(["git", *arguments], cwd=folder, input=stdin, capture_output=True, check=True)
    except FileNotFoundError as error:
        raise click.UsageError(f"git is needed for this: {error}") from error
    except subprocess.CalledProcessError as error:
        said = error.stderr.decode("utf-8", "replace").strip()
        raise click.UsageError(f"git {arguments[0]}: {said}") from error
    return done.stdout
