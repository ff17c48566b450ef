"""``factlint extract``: what the linter understood, before any check."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import click

from linter.article import Article
from linter.claims.model import Claim
from linter.cli.echo import echo_of
from linter.cli.exit_codes import FINE, PROBLEM
from linter.cli.failures import as_usage_errors
from linter.cli.options import references_option
from linter.cli.plain import plain
from linter.control_characters import without_controls
from linter.discover import find_articles
from linter.json_text import escaped
from linter.readers import UnreadableError, why_unreadable
from linter.text import LineIndex
from linter.understanding import Understood, understand
from reference.packs import vocabulary_of
from reference.plain_json import Json
from reference.regions import RegionTable

# Every claim has its place, its sentence and its scope; what follows is its own.
_COMMON = len(fields(Claim))


@click.command("extract")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="PATH...")
@click.option("--claims", is_flag=True, help="Only the claims, a line each, for people: what a check can read.")
@references_option
@as_usage_errors
def command(paths: tuple[Path, ...], claims: bool, references: tuple[Path, ...]) -> int:
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
        if claims:
            click.echo("".join(_told(understood)), nl=False)
        else:
            click.echo(escaped(json.dumps(_shown(understood), ensure_ascii=False)))
    return code


def _told(understood: Understood) -> Iterator[str]:
    """A claim a line: file and line, type, words, and the slots that say something."""
    document = understood.document
    lines = LineIndex(document.source)
    for claim in understood.claims:
        line, _ = lines.position(document.source_map.to_source(claim.span).start)
        slots = {field.name: plain(getattr(claim, field.name), document.visible) for field in fields(claim)[_COMMON:]}
        said = " ".join(f"{name}={_brief(value)}" for name, value in slots.items() if value not in ("", None, [], {}))
        words = f"{document.path}:{line} {type(claim).__name__} 「{claim.span.cut(document.visible)}」 {said}"
        yield f"{without_controls(words)}\n"


def _brief(value: Json) -> str:
    """What a slot holds, in its own words where it has a place in the text."""
    if isinstance(value, dict):
        place = value.get("span", value)
        if isinstance(place, dict) and "quote" in place:
            return f"{place['quote']}"
        return "{" + ", ".join(f"{name}: {_brief(each)}" for name, each in value.items() if name != "type") + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_brief, value)) + "]"
    return f"{value}"


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
