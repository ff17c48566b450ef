"""Checks texts in memory as ``factlint check`` checks files: for the editor, the page, the word processor."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from linter.article import Article
from linter.desk.planning import DayOf, Plan, Wishes, decide
from linter.desk.settling import Policies, settled
from linter.result import DocumentResult, Problem, RunResult
from linter.run import run

_NO_POLICIES = Policies()
_NO_WISHES = Wishes()


@dataclass(frozen=True, slots=True)
class Sheet:
    """A text that was checked: ``run`` is what reports render, ``plan`` how it was decided.

    ``result`` is the text's own part of the run, ``None`` when it cannot be read; ``problems`` say why, and which
    checks crashed.
    """

    run: RunResult
    plan: Plan
    result: DocumentResult | None
    problems: tuple[Problem, ...]


class Desk:
    """A run's settings, configuration and policies, ready to check texts in memory.

    It gives the findings of ``factlint check --no-cache PATH`` on a file of that content, but for those that hold
    articles against each other: a desk knows one text at a time. Configurations are read once for each folder (make a
    new desk when they change), suppressions and baselines anew when their files change.
    """

    def __init__(self, day_of: DayOf, wishes: Wishes = _NO_WISHES, policies: Policies = _NO_POLICIES) -> None:
        """``day_of`` says which day counts as now. Raises ``ConfigError`` for a named configuration."""
        self._day_of = day_of
        self._wishes = wishes
        self._policies = policies
        self._configs = wishes.configs()

    def check(self, data: bytes | str, path: str, *, region: str | None = None, published: date | None = None) -> Sheet:
        """Check a text as if it stood at ``path``, whose suffix says how to read it.

        ``region`` (a place name or code) and ``published`` are for sections that do not say these things themselves;
        without them the configuration's hold. Raises one of ``SETTINGS_FAULTS``.
        """
        plan = decide(self._wishes, self._configs, [Path(path)], self._day_of)
        assumed_region, assumed_day = self._configs.of_article(Path(path)).assumed
        content = data.encode("utf-8", "replace") if isinstance(data, str) else data
        article = Article(path, content, region or assumed_region, published or assumed_day)
        checked = settled(run([article], plan.settings, jobs=1), plan, self._policies)
        own = next((each for each in checked.documents if each.document.path == path), None)
        return Sheet(checked, plan, own, checked.problems)
