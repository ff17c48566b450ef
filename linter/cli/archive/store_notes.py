"""What somebody who asks a store should know of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from linter.cache.key import program_key
from linter.messages import say

if TYPE_CHECKING:
    from linter.archive.store import Store


def tell_of_store(store: Store, lang: str) -> None:
    """Say on standard error that a store is not complete, or that another version of the program wrote it."""
    if not store.manifest.complete:
        click.echo(say("impact.incomplete").in_language(lang), err=True)
    if store.manifest.judged.program != program_key().hex():
        click.echo(say("impact.other-program").in_language(lang), err=True)
