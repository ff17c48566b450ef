"""Runs that are asked what an earlier one was asked: then its reports are written once more."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from linter.article import Article
from linter.cache.answers import Answer, Answers, Listener
from linter.cache.key import bench_key, claims_key, reports_key
from linter.cache.neighbours import Neighbours
from linter.cache.store import Store
from linter.cli.destinations import Destination, write_encoded
from linter.cli.rendering import look_of
from linter.cli.secret import own_secret
from linter.desk.planning import Plan
from linter.desk.policy_files import BaselineFile, sidecar_of
from linter.desk.settling import Policies
from linter.result import RunResult
from linter.settings import bench_of


class Repetition:
    """What is known of earlier runs that were asked the same: nothing without ``answers``.

    ``ask`` gives the digest of what a run is asked.
    """

    def __init__(self, articles: Sequence[Article], answers: Answers | None, ask: Callable[[], bytes | None]) -> None:
        self._articles = articles
        self._answers = answers
        self._ask = ask
        self._heard: dict[str, Listener] = {}

    def replay(self, destinations: Sequence[Destination]) -> int | None:
        """Write the reports of such a run and give its exit code; ``None``, and nothing written, without one."""
        found = [(each, self._answers.recall(_form(each)) if self._answers else None) for each in destinations]
        known = [(each, answer) for each, answer in found if answer is not None]
        if len(known) < len(found):
            return None
        for destination, answer in known:
            write_encoded(answer.pieces(), destination.output)
        return known[0][1].code

    def hear(self, destination: Destination, pieces: Iterable[bytes]) -> Iterator[bytes]:
        """Listen to a report while it is written."""
        if self._answers is None:
            return iter(pieces)
        listener = self._heard[_form(destination)] = Listener()
        return listener.hear(pieces)

    def keep(self, found: RunResult, code: int) -> None:
        """Keep what was heard, unless something changed during the run, or went wrong in it."""
        read = {each.document.path: each.document.sha256 for each in found.documents}
        steady = all(read.get(each.path) == each.sha256 for each in self._articles)
        if self._answers is None or found.problems or not steady or self._ask() != self._answers.question:
            return
        for form, listener in self._heard.items():
            if listener.packed is not None:
                self._answers.keep(form, Answer(code, listener.packed))


def repetition(store: Store | None, articles: Sequence[Article], plan: Plan, policies: Policies) -> Repetition:
    """For a run over articles whose digests are known; without a ``store`` nothing is known of others."""

    def ask() -> bytes | None:
        return None if store is None else _question(store, articles, plan, policies)

    secret = None if store is None else own_secret()
    question = None if secret is None else ask()
    if store is None or secret is None or question is None:
        return Repetition(articles, None, ask)
    return Repetition(articles, Answers(store, secret, question), ask)


def with_digests(articles: Iterable[Article]) -> Iterator[Article]:
    """The articles with the digests of their files, where they can be read."""
    for article in articles:
        try:
            yield replace(article, sha256=article.digest())
        except OSError:
            yield article


def _question(store: Store, articles: Sequence[Article], plan: Plan, policies: Policies) -> bytes | None:
    """The digest of everything that the reports of a run depend on."""
    others = _others(store, articles, plan)
    if others is None or any(each.sha256 is None or each.data is not None for each in articles):
        return None
    folders = sorted({os.path.dirname(each.path) for each in articles})
    parts = (
        reports_key(),
        bench_key(bench_of(plan.settings)),
        os.getcwd(),
        (plan.settings, plan.gate, plan.lang, plan.docs_url, plan.config),
        [plan.configs.of_folder(Path(folder)) for folder in folders],
        _known(plan, policies),
        [(each.path, each.sha256, each.region, each.published, each.title) for each in articles],
        others,
    )
    return hashlib.blake2b(repr(parts).encode("utf-8", "surrogatepass"), digest_size=32).digest()


def _others(store: Store, articles: Sequence[Article], plan: Plan) -> list[tuple[str, str | None]] | None:
    """The other files that articles are held against, as they are now; ``None`` where these are more than the run's."""
    others = Neighbours(store, claims_key(bench_of(plan.settings))).others(articles)
    if len(others) > len(articles):
        return None
    return [(each.path, each.sha256) for each in with_digests(map(Article, others))]


def _known(plan: Plan, policies: Policies) -> tuple[object, ...]:
    """What the run's policies say, and which of the articles they name are there. Raises ``PolicyFileError``."""
    sidecar = sidecar_of(plan.config, policies.suppressions) if policies.suppress else None
    named = (sidecar.article(each) for each in sidecar.suppressions) if sidecar else ()
    baseline = BaselineFile.of(plan.config, policies.baseline)
    known = baseline.known()
    return (
        policies,
        (sidecar.path, sidecar.text, [each and each.exists() for each in named]) if sidecar else None,
        (baseline, known, sorted(name for name in {each.path for each in known} if baseline.gone(name))),
    )


def _form(destination: Destination) -> str:
    return repr((destination.format, *look_of(destination)))
