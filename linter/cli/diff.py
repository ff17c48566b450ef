"""``factlint diff``: what an edit did to the facts of an article."""

from __future__ import annotations

from pathlib import Path

import click

from linter.article import Article
from linter.bench import Bench
from linter.cli.destinations import write
from linter.cli.echo import echo_of
from linter.cli.exit_codes import FINE, PROBLEM
from linter.cli.failures import as_usage_errors
from linter.cli.planning import plan_for, situated
from linter.cli.versions import STDIN, article_at
from linter.compare.as_json import as_json
from linter.compare.as_text import as_text
from linter.compare.difference import Difference, Version, difference, version
from linter.compare.telling import story
from linter.desk.planning import Wishes
from linter.readers import UnreadableError, why_unreadable
from linter.settings import bench_of
from reference.vocabulary import in_force

DIFFERENT = 1  # as diff(1) has it


@click.command("diff")
@click.argument("old", metavar="OLD")
@click.argument("new", metavar="NEW")
@click.option("--format", "format_", type=click.Choice(["text", "json", "html"]), default="text", show_default=True)
@click.option("-o", "--output", type=click.Path(path_type=Path), help="The file to write, instead of standard output.")
@click.option("--stdin-filename", default=STDIN, help="Name of the article on standard input; its suffix counts.")
@situated
@as_usage_errors
def command(old: str, new: str, format_: str, output: Path | None, stdin_filename: str, wishes: Wishes) -> int:
    """Say which facts an edit added, removed or changed, and which findings come and go.

    OLD and NEW are files of any readable format, - for standard input, or COMMIT:PATH. Sentences that moved or were
    reworded are no difference as long as they state the same.

    Exits with 0 (same facts, same findings), 1 (something differs), 2 (wrong usage), or 3 (a version cannot be read,
    or a check crashed).
    """
    if old == new == STDIN:
        raise click.UsageError("only one of the two can come from standard input")
    articles = [article_at(name, stdin_filename) for name in (old, new)]
    plan = plan_for(wishes, [Path(old)] if Path(old).is_file() else [Path(".")])
    bench = bench_of(plan.settings)
    versions = [_version(article, bench, plan.lang) for article in articles]
    if any(each is None for each in versions):
        return PROBLEM
    found = difference(*(each for each in versions if each is not None))
    write(_rendered(found, format_, plan.lang, bench), output)
    return _exit_code(found, plan.lang)


def _version(article: Article, bench: Bench, lang: str) -> Version | None:
    """The version; ``None``, and a line on standard error, for one that cannot be read."""
    try:
        return version(article.read(), bench)
    except (OSError, UnreadableError) as error:
        echo_of(article.path, why_unreadable(error).in_language(lang))
        return None


def _rendered(found: Difference, format_: str, lang: str, bench: Bench) -> str:
    with in_force(bench.vocabulary):
        told = story(found, lang, bench.region_name)
    names = (found.old.document.path, found.new.document.path)
    if format_ == "json":
        return as_json(told, found, lang)
    if format_ == "text":
        return as_text(told, names, lang)
    from linter.compare.as_page import as_page  # Jinja2 is slow to import

    return as_page(told, names, lang)


def _exit_code(found: Difference, lang: str) -> int:
    problems = (*found.old.problems, *found.new.problems)
    for each in problems:
        echo_of(each.path, each.reason.in_language(lang))
    return PROBLEM if problems else DIFFERENT if found else FINE
