"""Checks many articles, in as many processes as wanted, with one result for any number of them."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial

from linter import __version__
from linter.article import Article
from linter.bench import Bench
from linter.cache.codec import decode
from linter.cache.comparisons import Comparisons
from linter.cache.key import claims_key
from linter.cache.neighbours import Neighbours
from linter.cache.results import Results
from linter.cache.store import Store
from linter.document import Document
from linter.engine import Linted
from linter.examine import examine, examine_packed, examine_without_culprits
from linter.messages import say
from linter.readers import UnreadableError
from linter.registry import broken_checks, others
from linter.result import DocumentResult, Problem, RunResult
from linter.settings import Settings, bench_of
from linter.together import Remark, compared, lint_together, over_run
from linter.workers import spread

# Below this, starting a process costs more than it saves.
_FILES_A_PROCESS = 16


def run(
    articles: Iterable[Article],
    settings: Settings,
    *,
    jobs: int | None = None,
    progress: Callable[[], None] = lambda: None,
    store: Store | None = None,
) -> RunResult:
    """Check all articles. ``jobs`` is the number of processes (``None``: chosen by the number of articles).

    What cannot be read, or crashes, becomes a problem of the result. ``progress`` is called after each article.
    With a ``store``, which the caller closes, only what changed is checked anew, and the articles are held against
    those of earlier runs too. Raises ``RegistryError`` for an unknown selector and ``RuleFileError`` for a broken
    rule file.
    """
    ordered = sorted(articles, key=lambda article: article.path)
    bench = bench_of(settings)
    lint = partial(_outcomes, settings=settings, jobs=jobs, results=Results(store, bench) if store else None)
    outcomes: list[Linted | Problem] = []
    for outcome in lint(ordered):
        outcomes.append(outcome)
        progress()
    checked = [(article, each) for article, each in zip(ordered, outcomes, strict=True) if isinstance(each, Linted)]
    problems = [each for each in outcomes if isinstance(each, Problem)]
    results = tuple(each.result for _, each in checked)
    own = {article.path: each.remarks for article, each in checked}
    near = _near(ordered, checked, Neighbours(store, claims_key(bench)), lint) if store and _compares(bench) else {}
    compare = Comparisons(store, bench) if store else compared
    together, crashes = lint_together({**near, **own}, results, bench, compare)
    problems += [*(problem for _, each in checked for problem in each.problems), *crashes, *_missing_checks()]
    return RunResult(
        documents=together,
        problems=tuple(sorted(problems, key=lambda problem: (problem.path, problem.reason.zh))),
        as_of=settings.as_of,
        profile=settings.profile,
        rules=len(bench.reference.rules),
        reference_sha256=bench.reference.sha256,
        version=__version__,
        replaced=tuple((one.rule.id, one.by.id) for one in bench.reference.replaced),
        elsewhere=tuple(_cited(together, near)),
    )


def _missing_checks() -> Iterator[Problem]:
    """The plug-ins that should have taken part, under the names of their distributions."""
    for each in broken_checks():
        yield Problem(each.offer.distribution, say("problem.plugin-broken", plugin=str(each.offer), error=each.why))


def _fitting(articles: int) -> int:
    return max(1, min(os.cpu_count() or 1, articles // _FILES_A_PROCESS))


def _outcomes(
    articles: Sequence[Article], settings: Settings, jobs: int | None, results: Results | None
) -> Iterator[Linted | Problem]:
    """What became of each article, in order: as it was kept, or else found anew."""
    kept = [results.find(article) if results else None for article in articles]
    missing = [article for article, outcome in zip(articles, kept, strict=True) if outcome is None]
    fresh = _fresh(missing, settings, jobs, results)
    yield from (outcome or next(fresh) for outcome in kept)


def _fresh(
    articles: Sequence[Article], settings: Settings, jobs: int | None, results: Results | None
) -> Iterator[Linted | Problem]:
    # What others wrote may take its process along; whoever wants a single process has it.
    apart = jobs is None and any(others(bench_of(settings).checks))
    jobs = jobs or _fitting(len(articles))
    work = partial(examine_packed if apart or jobs > 1 or results else examine, settings)
    for article, answer in zip(articles, spread(work, articles, jobs, apart=apart), strict=True):
        if answer is None:
            yield examine_without_culprits(settings, article)
            continue
        if not isinstance(answer, bytes):
            yield answer
            continue
        linted = decode(answer, article.path, bench_of(settings).reference)
        if results is not None:
            results.keep(article, linted.result.document.sha256, answer)
        yield linted


def _compares(bench: Bench) -> bool:
    return any(over_run(bench.checks))


def _near(
    articles: Sequence[Article],
    checked: Sequence[tuple[Article, Linted]],
    neighbours: Neighbours,
    lint: Callable[[Sequence[Article]], Iterator[Linted | Problem]],
) -> Mapping[str, tuple[Remark, ...]]:
    """What other files, checked by earlier runs, say on the grounds of these; those that changed are read anew."""
    _note(neighbours, articles, checked)
    near, changed = neighbours.around(articles, (remark for _, each in checked for remark in each.remarks))
    outcomes = zip(changed, lint(changed), strict=True)
    again = [(article, outcome) for article, outcome in outcomes if isinstance(outcome, Linted)]
    _note(neighbours, changed, again)
    return dict(sorted({**near, **{article.path: each.remarks for article, each in again}}.items()))


def _note(neighbours: Neighbours, articles: Sequence[Article], checked: Sequence[tuple[Article, Linted]]) -> None:
    """Let later runs know of the articles that lie in files."""
    neighbours.note((article, each) for article, each in checked if article.data is None)
    well = {article.path for article, _ in checked}
    neighbours.forget(article for article in articles if article.data is None and article.path not in well)


def _cited(results: Iterable[DocumentResult], near: Mapping[str, object]) -> Iterator[Document]:
    """The documents of other files that findings rest on."""
    evidence = (item for result in results for finding in result.findings for item in finding.evidence)
    for path in sorted({item.path for item in evidence if item.path is not None and item.path in near}):
        try:
            yield Article(path).read()
        except (OSError, UnreadableError):
            continue
