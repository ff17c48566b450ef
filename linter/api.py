"""The linter as a library: text or files in, findings out. Offsets and messages are those of the reports.

>>> from datetime import date
>>> from linter import lint_text
>>> result = lint_text("单位养老保险按16%缴纳。", as_of=date(2026, 1, 1))
>>> [finding.code for finding in result.findings]
[]
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path

from linter.article import Article
from linter.check_pages import check_text
from linter.discover import find_articles
from linter.engine import lint_document
from linter.policy.showing import shown, shown_document
from linter.profile import PROFILES
from linter.registry import RegistryError, load_checks, load_reports
from linter.report import DOCS_URL, RenderOptions
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
    ``RegistryError`` for an unknown check, ``RuleFileError`` for a broken rule file, and ``RuntimeError`` for a check
    that crashes.

    >>> wrong = lint_text("基数6400元。养老保险:6400元×8%=51.2元。", as_of=date(2026, 1, 1))
    >>> for finding in wrong.findings:
    ...     print(finding.code, finding.span.cut(wrong.document.visible), finding.expected)
    AR101 6400元×8%=51.2元 512
    """
    settings = Settings(as_of, profile, tuple(references), tuple(select), tuple(ignore), horizon=horizon)
    data = text.encode() if isinstance(text, str) else text
    document = Article(path, data, region, published).read()
    bench = bench_of(settings)
    linted = lint_document(understand(document, bench.regions, bench.vocabulary), bench)
    if linted.problems:
        raise RuntimeError(linted.problems[0].reason.en)
    return shown_document(linted.result, bench.profile)


def lint_texts(
    texts: Mapping[str, str | bytes],
    *,
    as_of: date,
    profile: str = "audit",
    references: Sequence[Path] = (),
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    horizon: int | None = None,
    jobs: int = 1,
) -> RunResult:
    """Check articles that are in no files, given by name: as ``lint_paths``, which reads files.

    What stands in one of them and contradicts another is found; what cannot be read is among the result's problems.

    >>> result = lint_texts({"a.md": "养老保险:6400元×8%=51.2元。", "b.docx": b"no Word file"}, as_of=date(2026, 1, 1))
    >>> result.count(), [problem.path for problem in result.problems]
    ({'error': 1, 'warning': 0, 'info': 0}, ['b.docx'])
    """
    settings = Settings(as_of, profile, tuple(references), tuple(select), tuple(ignore), horizon=horizon)
    articles = [Article(path, text.encode() if isinstance(text, str) else text) for path, text in texts.items()]
    return shown(run(articles, settings, jobs=jobs), PROFILES[profile])


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
    does not exist or holds no article, ``RegistryError``, and ``RuleFileError`` for a broken rule file.

    >>> lint_paths(["examples/articles"], as_of=date(2026, 1, 1)).problems
    ()
    """
    settings = Settings(as_of, profile, tuple(references), tuple(select), tuple(ignore), horizon=horizon)
    articles = [Article.at(path) for path in find_articles(map(Path, paths))]
    return shown(run(articles, settings, jobs=jobs), PROFILES[profile])


def render_report(result: RunResult, name: str, *, lang: str = "zh", docs_url: str = DOCS_URL) -> str:
    """A report of a run as ``factlint check --format NAME`` writes it, those of plug-ins included.

    ``lang`` is "zh" or "en", ``docs_url`` the address of the checks' page, for links. Raises ``RegistryError`` where no
    report has that name.

    >>> import json
    >>> result = lint_texts({"a.md": "6400元×8%=51.2元。"}, as_of=date(2026, 1, 1))
    >>> json.loads(render_report(result, "json", lang="en"))["summary"]["findings"]
    {'error': 1, 'warning': 0, 'info': 0}
    """
    reports = load_reports()
    if name not in reports:
        raise RegistryError(f"no report is called {name!r}; there are {', '.join(reports)}")
    texts = {check.code: check_text(check) for check in load_checks()}
    names = bench_of(Settings(result.as_of)).region_name
    options = RenderOptions(names=names, docs_url=docs_url, about=texts.get)
    return reports[name].render(result, lang=lang, options=options)
