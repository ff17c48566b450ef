"""The linter as a library: text or files in, findings out. Offsets and messages are those of the reports.

>>> from datetime import date
>>> from linter import lint_text
>>> result = lint_text("单位养老保险按16%缴纳。", as_of=date(2026, 1, 1))
>>> [finding.code for finding in result.findings]
[]
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from linter.article import Article
from linter.discover import find_articles
from linter.engine import lint_document
from linter.policy.showing import shown, shown_document
from linter.profile import PROFILES
from linter.result import DocumentResult, RunResult
from linter.run import run
from linter.settings import Settings, bench_of
from linter.understanding import understand


def lint_text(
    text: str | bytes,
    *,
    as_of: date,
    path: str = "article.md",
    region: str | None = None,
    published: date | None = None,
    profile: str = "audit",
    references: Sequence[Path] = (),
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    horizon: int | None = None,
) -> DocumentResult:
    """Check one article.

    ``path`` names it and, by its suffix, says how to read it. ``region`` (a place name) and ``published`` are for
    sections that do not say these things themselves. ``references``, ``select`` and ``ignore`` as on the command line;
    ``horizon`` is the number of days to look ahead for what becomes wrong. Raises ``linter.readers.UnreadableError``,
    ``RegistryError`` for an unknown check, and what a broken check raises.
    """
    settings = Settings(as_of, profile, tuple(references), tuple(select), tuple(ignore), horizon=horizon)
    data = text.encode() if isinstance(text, str) else text
    document = Article(path, data, region, published).read()
    bench = bench_of(settings)
    linted = lint_document(understand(document, bench.regions, bench.vocabulary), bench)
    if linted.problems:
        raise RuntimeError(linted.problems[0].reason.en)
    return shown_document(linted.result, bench.profile)


def lint_paths(
    paths: Iterable[str | Path],
    *,
    as_of: date,
    profile: str = "audit",
    references: Sequence[Path] = (),
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    horizon: int | None = None,
    jobs: int = 1,
) -> RunResult:
    """Check files and folders, as ``factlint check`` does; what cannot be read is among the result's problems.

    With ``jobs`` above 1, call it below ``if __name__ == "__main__":``. Raises ``NothingToCheckError`` when a path
    does not exist or holds no article, ``RegistryError``, and ``ReferenceError`` for a broken rule file.
    """
    settings = Settings(as_of, profile, tuple(references), tuple(select), tuple(ignore), horizon=horizon)
    articles = [Article.at(path) for path in find_articles(map(Path, paths))]
    return shown(run(articles, settings, jobs=jobs), PROFILES[profile])
