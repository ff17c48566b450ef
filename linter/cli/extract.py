"""``factlint extract``: what the linter understood, before any check."""

from __future__ import annotations

import json
from pathlib import Path

import click

from linter.cli.echo import echo_of
from linter.cli.exit_codes import FINE, PROBLEM
from linter.cli.failures import as_usage_errors
from linter.cli.options import references_option
from linter.cli.plain import plain
from linter.discover import find_articles
from linter.json_text import escaped
from linter.readers import UnreadableError, why_unreadable
from linter.run import Article
from linter.understanding import Understood, understand
from reference.packs import vocabulary_of
from reference.plain_json import Json
from reference.regions import RegionTable


@click.command("extract")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="PATH...")
@references_option
@as_usage_errors
def command(paths: tuple[Path, ...], references: tuple[Path, ...]) -> int:
    """Print sections, tokens and claims of articles as JSON, one article a line."""
    code, words = FINE, vocabulary_of(references)
    for path in find_articles(paths):
        article = Article.at(path)
        try:
            understood = understand(article.read(), RegionTable.load(), words)
        except (OSError, UnreadableError) as error:
            echo_of(article.path, why_unreadable(error).en)
            code = PROBLEM
            continue
        click.echo(escaped(json.dumps(_shown(understood), ensure_ascii=False)))
    return code


def _shown(understood: Understood) -> dict[str, Json]:
    document = understood.document
    return {
        "path": document.path,
        "title": document.title,
        "regions": list(understood.regions),
        "sections": plain(document.sections, document.visible),
        "tokens": plain(understood.tokens, document.visible),
        "claims": plain(understood.claims, document.visible),
    }
