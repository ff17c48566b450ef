"""Options that say which columns of a table of articles hold what."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

import click

from linter.archive.sources.columns import Columns

_HELP = {
    "id": "Column with the name of the article.  [id, …; else its address, else file and row]",
    "title": "Column with the title.  [title, …]",
    "text": "Column with the text.  [text, content, body, html, …]",
    "published": "Column with the publication date.  [published, date, …]",
    "region": "Column with the place an article is about, by name or GB/T 2260 code.  [region, …]",
    "url": "Column with the address.  [url, …]",
    "format": "md, html, txt or docx, or the column that says so.  [by the look of each text]",
}


def corpus_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options; it receives them as ``columns: Columns``."""

    @wraps(command)
    def with_columns(*args: Any, **options: Any) -> Any:
        return command(*args, columns=Columns(**{slot: options.pop(slot) for slot in _HELP}), **options)

    for slot, text in reversed(_HELP.items()):
        with_columns = click.option(f"--{slot}", metavar="COLUMN", help=text)(with_columns)
    return with_columns
