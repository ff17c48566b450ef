"""One article, whatever it is: read, understood, checked within its limits; what goes wrong becomes a problem."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from linter.article import Article
from linter.bench import Bench
from linter.cache.codec import decode, encode
from linter.crashes import crash
from linter.engine import Linted, lint_document
from linter.limits import TooSlowError, within
from linter.messages import say
from linter.readers import UnreadableError, why_unreadable
from linter.registry import others
from linter.result import Problem
from linter.settings import Settings, bench_of
from linter.understanding import understand
from linter.workers import one_by_one


def examine(settings: Settings, article: Article) -> Linted | Problem:
    """What the checks find in the article, or why they could not look at it."""
    bench = bench_of(settings)
    try:
        with within(settings.limits):
            return _linted(article, bench)
    except TooSlowError:
        return Problem(article.path, say("problem.too-slow"))
    except MemoryError as error:  # names the check that it happened in, if in one
        reason = say("problem.too-big-in-check", check=str(error)) if error.args else say("problem.too-big")
        return Problem(article.path, reason)
    except Exception as error:  # one bad article must not cost the report on all others
        return Problem(article.path, say("problem.internal-error", error=f"{type(error).__name__}: {error}"))


def _linted(article: Article, bench: Bench) -> Linted | Problem:
    try:
        document = article.read()
    except (OSError, UnreadableError) as error:
        return Problem(article.path, why_unreadable(error))
    return lint_document(understand(document, bench.regions, bench.vocabulary), bench)


def examine_packed(settings: Settings, article: Article) -> bytes | Linted | Problem:
    """The outcome as it is kept and handed from process to process; as it is where something went wrong."""
    outcome = examine(settings, article)
    if isinstance(outcome, Problem) or outcome.problems:
        return outcome
    try:
        return encode(outcome)
    except ValueError:
        return outcome


def examine_without_culprits(settings: Settings, article: Article) -> Linted | Problem:
    """What is found in an article that a process died of, without the checks that are to blame, if others' checks are.

    Each of them is tried in a process by itself.
    """
    died = say("problem.process-died")
    checks = tuple(others(bench_of(settings).checks))
    trials = [replace(settings, select=(check.code,), ignore=()) for check in checks]
    outcomes = one_by_one(partial(_packed_with, article), trials)
    culprits = [check for check, outcome in zip(checks, outcomes, strict=True) if outcome is None]
    rest = replace(settings, ignore=(*settings.ignore, *(check.code for check in culprits)))
    outcome = next(one_by_one(partial(examine_packed, rest), [article])) if culprits else None
    if isinstance(outcome, bytes):
        outcome = decode(outcome, article.path, bench_of(settings).reference)
    if not isinstance(outcome, Linted):
        return outcome or Problem(article.path, died)
    crashes = tuple(crash(article.path, check, died) for check in culprits)
    return replace(outcome, problems=(*outcome.problems, *crashes))


def _packed_with(article: Article, settings: Settings) -> bytes | Linted | Problem:
    return examine_packed(settings, article)
