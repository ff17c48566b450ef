"""The page that GitHub shows of a step: a Markdown report beside the annotations."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable

import click

from linter.cli.destinations import Destination

SUMMARY = "markdown"
_VARIABLE = "GITHUB_STEP_SUMMARY"
_COMMANDS = Destination("github")


def wants_step_summary(destinations: Iterable[Destination]) -> bool:
    """True when GitHub names a file for it and the workflow commands go to standard output."""
    return bool(os.environ.get(_VARIABLE)) and _COMMANDS in destinations


def add_step_summary(destinations: Iterable[Destination], render: Callable[[], str]) -> None:
    """Append the summary to the file that GitHub names, when the workflow commands went to standard output.

    Other programs of the step may have written before. A file that cannot be written costs the page and a line on
    standard error, never the exit code.
    """
    if not wants_step_summary(destinations):
        return
    path = os.environ[_VARIABLE]
    data = render().encode("utf-8", "backslashreplace")
    try:
        with open(path, "ab", buffering=0) as file:
            file.write(data)
    except OSError as error:
        click.echo(f"factlint: cannot write the step summary {path}: {error.strerror or error}", err=True)
