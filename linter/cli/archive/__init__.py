"""``factlint archive``: questions about the articles of a store. One Click command a module."""

from __future__ import annotations

import click

from linter.cli.lazy_group import LazyGroup

_COMMANDS = {
    "claims": "linter.cli.archive.claims",
    "contradictions": "linter.cli.archive.contradictions",
    "coverage": "linter.cli.archive.coverage",
    "duplicates": "linter.cli.archive.duplicates",
    "findings": "linter.cli.archive.findings",
    "report": "linter.cli.archive.report",
    "variance": "linter.cli.archive.variance",
}


@click.group("archive", cls=LazyGroup, modules=_COMMANDS)
def command() -> None:
    """What a scanned archive holds (see scan), without reading its articles again."""
