"""Two versions of an article from where the command line says they are: files, standard input, commits of git."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from linter.article import Article
from linter.cli.git import git

STDIN = "-"


def article_at(name: str, stdin_filename: str) -> Article:
    """The article called ``name``: a file, - for standard input, or COMMIT:PATH for a file as a commit of git has it.

    A file of that very name comes first. Raises ``click.UsageError`` for what is none of these.
    """
    if name == STDIN:
        return Article(stdin_filename, sys.stdin.buffer.read())
    if Path(name).is_file():
        return Article(name)
    commit, colon, path = name.partition(":")
    if not colon or not path or commit.startswith("-"):
        raise click.UsageError(f"{name} is no file: give a file, - or COMMIT:PATH")
    inside = path if path.startswith(("/", "./", "../")) else f"./{path}"
    return Article(name, git(Path.cwd(), "show", f"{commit}:{inside}"))
