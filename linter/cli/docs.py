"""``factlint docs``: the documentation of this installation, without a network."""

from __future__ import annotations

import webbrowser
from pathlib import Path

import click

from linter import __version__
from linter.cli.exit_codes import FINE
from linter.manual.book import book, start_page
from linter.manual.pages import NoManualError, manual_root


@click.command("docs")
@click.option(
    "-o",
    "--output",
    "folder",
    type=click.Path(file_okay=False, path_type=Path),
    help="Write the pages there.  [a folder of the user's own]",
)
@click.option("--path", "asks", is_flag=True, help="Print where the first page is, and open nothing.")
def command(folder: Path | None, asks: bool) -> int:
    """Open the documentation of this version in the browser: pages on this machine that load nothing from elsewhere."""
    first = _written(folder or Path(click.get_app_dir("factlint")) / "docs" / __version__)
    if asks or not webbrowser.open(first.as_uri()):
        click.echo(first)
    return FINE


def _written(folder: Path) -> Path:
    try:
        for name, text in book(manual_root(), __version__):
            file = folder / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
    except NoManualError as error:
        raise click.UsageError(f"{error}. Install factlint again, or read docs/ in its sources.") from error
    except OSError as error:
        raise click.UsageError(f"cannot write the pages to {folder}: {error.strerror}. Name a folder: -o") from error
    return (folder / start_page()).resolve()
