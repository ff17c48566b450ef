"""The argument STORE, and the option --store: the folder that ``factlint scan`` wrote."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from linter.cli.extras import require

if TYPE_CHECKING:
    from linter.archive.store import Store

_FOLDER = click.Path(path_type=Path)


def opened(_context: click.Context, _parameter: click.Parameter, folder: Path | None) -> Store | None:
    """The store in a folder. Raises ``click.BadParameter`` for any other, ``click.UsageError`` without the extra."""
    if folder is None:
        return None
    require("archive", "duckdb", "pyarrow")
    from linter.archive.store import Store, StoreError

    try:
        return Store.open(folder)
    except StoreError as error:
        raise click.BadParameter(str(error)) from error


store_argument = click.argument("store", type=_FOLDER, callback=opened, metavar="STORE")
