"""``factlint archive report``: what an archive holds, at one view."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from linter.cli.archive.store_argument import store_argument
from linter.cli.destinations import write_pieces
from linter.cli.exit_codes import FINE
from linter.desk.planning import DEFAULT_LANG
from reference.shown import shown_place

if TYPE_CHECKING:
    from linter.archive.store import Store


@click.command("report")
@store_argument
@click.option(
    "-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="The file to write.  [standard output]"
)
@click.option("--lang", type=click.Choice(["zh", "en"]), default=DEFAULT_LANG, show_default=True)
def command(store: Store, output: Path | None, lang: str) -> int:
    """Write one HTML page about a store: where its findings are, and what to mend first.

    The page holds everything it shows and loads nothing. Its size does not grow with the archive.
    """
    from linter.archive.database import connect
    from linter.archive.report.overview import overview
    from linter.archive.report.rendering import load_archive_page

    with connect(store) as database:
        found = overview(database, store.manifest)
    write_pieces(load_archive_page().stream(found, lang=lang, names=shown_place), output)
    return FINE
