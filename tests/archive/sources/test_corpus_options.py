"""The options about columns reach a command as one value."""

from __future__ import annotations

import click
from click.testing import CliRunner

from linter.archive.sources.columns import Columns
from linter.cli.archive.corpus_options import corpus_options


@click.command
@click.argument("word")
@corpus_options
def shown(word: str, columns: Columns) -> None:
    click.echo(f"{word} {columns!r}")


def test_the_command_gets_what_was_said() -> None:
    outcome = CliRunner().invoke(shown, ["w", "--text", "nr", "--format", "html", "--published", "day"])
    assert outcome.output == f"w {Columns(text='nr', format='html', published='day')!r}\n"
    assert CliRunner().invoke(shown, ["w"]).output == f"w {Columns()!r}\n"


def test_the_help_names_every_option() -> None:
    text = CliRunner().invoke(shown, ["--help"]).output
    at = [text.index(f"--{slot} ") for slot in ("id", "title", "text", "published", "region", "url", "format")]
    assert at == sorted(at)
