"""The argument STORE, and the option --store: the folder that ``factlint scan`` wrote."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from linter.cli.extras import require

if TYPE_CHECKING:
    from linter.archive.store import Store


class StoreFolder(click.ParamType):
    """Turns a folder into an opened store; what is none is a wrong command line."""

    name = "store"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Store:
        """The store in a folder."""
        require("archive", "duckdb", "pyarrow")
        from linter.archive.store import Store, StoreError

        try:
            return value if isinstance(value, Store) else Store.open(Path(value))
        except StoreError as error:
            self.fail(str(error), param, ctx)


store_argument = click.argument("store", type=StoreFolder(), metavar="STORE")
