"""Checks many articles, in as many processes as wanted, with one result for any number of them."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache, partial
from pathlib import Path

from linter import __version__
from linter.check import Sited
from linter.document import Document, Published
from linter.engine import Bench, lint_document, lint_together, reads_of_run
from linter.foresight import judges
from linter.precision_card import load_card
from linter.profile import PROFILES
from linter.readers import UnreadableError, read_document
from linter.registry import load_checks, select_checks
from linter.result import DocumentResult, Problem, RunResult
from linter.understanding import understand
from reference.load import load_reference
from reference.regions import RegionTable

# Below this, starting a process costs more than it saves.
_FILES_A_PROCESS = 16


@dataclass(frozen=True, slots=True)
class Settings:
    """What a run is asked to do; processes can be handed it.

    ``references`` are folders with rules beside the built-in ones; ``select`` and ``ignore`` are selectors of checks.
    ``demote`` lowers the findings of checks that were measured to be wrong too often. ``horizon`` is the number of days
    to look ahead for what turns wrong.
    """

    as_of: date
    profile: str = "ci"
    references: tuple[Path, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    demote: bool = True
    horizon: int | None = None

    @property
    def last_day(self) -> date | None:
        """The last day to look ahead to."""
        if self.horizon is None:
            return None
        return self.as_of + timedelta(days=min(self.horizon, (date.max - self.as_of).days))


@dataclass(frozen=True, slots=True)
class Article:
    """An input: ``path`` is its name in reports; ``data`` its bytes when they are not in the file at that path.

    ``region`` (a place name) and ``published`` are for sections that do not say these things themselves.
    """

    path: str
    data: bytes | None = None
    region: str | None = None
    published: date | None = None

    @classmethod
    def at(cls, path: Path) -> Article:
        """The article in a file; its name has forward slashes everywhere."""
        return cls(path.as_posix())

    def read(self) -> Document:
        """The document. Raises ``OSError`` or ``UnreadableError``."""
        data = Path(self.path).read_bytes() if self.data is None else self.data
        return assuming(read_document(data, self.path), self.region, self.published)


@dataclass(frozen=True, slots=True)
class _Outcome:
    results: tuple[DocumentResult, ...]
    problems: tuple[Problem, ...] = ()
    sited: tuple[Sited, ...] = ()


def run(
    articles: Iterable[Article],
    settings: Settings,
    *,
    jobs: int | None = None,
    progress: Callable[[], None] = lambda: None,
) -> RunResult:
    """Check all articles. ``jobs`` is the number of processes (``None``: chosen by the number of articles).

    What cannot be read, or crashes, becomes a problem of the result. ``progress`` is called after each article.
    Raises ``RegistryError`` for an unknown selector and ``ReferenceError`` for a broken rule file.
    """
    ordered = sorted(articles, key=lambda article: article.path)
    bench = bench_of(settings)
    linted: list[_Outcome] = []
    for each in _linted(ordered, settings, jobs or _fitting(len(ordered))):
        linted.append(each)
        progress()
    results = tuple(result for each in linted for result in each.results)
    together, crashes = lint_together((sited for each in linted for sited in each.sited), results, bench)
    problems = [*(problem for each in linted for problem in each.problems), *crashes]
    return RunResult(
        documents=together,
        problems=tuple(sorted(problems, key=lambda problem: (problem.path, problem.reason))),
        as_of=settings.as_of,
        profile=settings.profile,
        rules=len(bench.reference.rules),
        reference_sha256=bench.reference.sha256,
        version=__version__,
        replaced=tuple((one.rule.id, one.by.id) for one in bench.reference.replaced),
    )


def assuming(document: Document, region: str | None, published: date | None) -> Document:
    """The document with a place and a day for the sections that name none. The day's source reads "given"."""
    given = None if published is None else Published(published, "given")
    sections = tuple(
        replace(section, region_hint=section.region_hint or region, published=section.published or given)
        for section in document.sections
    )
    return replace(document, sections=sections)


@cache
def bench_of(settings: Settings) -> Bench:
    """Checks, rules and profile for these settings, loaded once in each process."""
    return Bench(
        as_of=settings.as_of,
        profile=PROFILES[settings.profile],
        checks=select_checks(_all_checks(), settings.select, settings.ignore),
        reference=_rules(settings.references),
        worst={code: measured.worst for code, measured in load_card().items()} if settings.demote else {},
        regions=RegionTable.load(),
        horizon=settings.last_day,
        judges=judges(_all_checks()),
    )


# Settings differ in the day or the selection far more often than in what has to be loaded.
_all_checks = cache(load_checks)
_rules = cache(load_reference)


def _fitting(articles: int) -> int:
    return max(1, min(os.cpu_count() or 1, articles // _FILES_A_PROCESS))


def _linted(articles: Sequence[Article], settings: Settings, jobs: int) -> Iterator[_Outcome]:
    if jobs == 1:
        yield from (_lint(settings, article) for article in articles)
        return
    done = 0
    try:
        with ProcessPoolExecutor(jobs) as pool:
            for each in pool.map(partial(_lint, settings), articles, chunksize=8):
                done += 1
                yield each
    except BrokenProcessPool:
        reason = "the process that should have checked it died"
        yield from (_Outcome((), (Problem(article.path, reason),)) for article in articles[done:])


def _lint(settings: Settings, article: Article) -> _Outcome:
    bench = bench_of(settings)
    try:
        document = article.read()
    except (OSError, UnreadableError) as error:
        return _unusable(article, getattr(error, "strerror", None) or str(error))
    try:
        understood = understand(document, bench.regions)
        linted = lint_document(understood, bench)
    except Exception as error:  # one bad article must not cost the report on all others
        return _unusable(article, f"internal error: {type(error).__name__}: {error}")
    wanted = reads_of_run(bench.checks)
    sited = tuple(Sited(document, claim) for claim in understood.claims if isinstance(claim, wanted))
    return _Outcome((linted.result,), linted.problems, sited)


def _unusable(article: Article, reason: str) -> _Outcome:
    return _Outcome((), (Problem(article.path, reason),))
