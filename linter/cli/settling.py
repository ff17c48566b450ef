"""From what was found to what is reported: the policies of a run, in their order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import click

from linter.cli.baselines import BaselineFile, known_at
from linter.cli.git import UnknownCommitError
from linter.cli.planning import Plan
from linter.cli.suppressing import sidecar_of, without_suppressed
from linter.config.model import Config
from linter.policy.adjusting import Adjustment, adjusted
from linter.policy.baseline import Known
from linter.policy.notices import means_notices
from linter.policy.showing import shown
from linter.profile import PROFILES
from linter.registry import load_checks, select_checks
from linter.result import RunResult
from linter.run import Article


@dataclass(frozen=True, slots=True)
class Policies:
    """What the command line says of them.

    ``suppressions`` and ``baseline`` are files; ``baseline_ref`` is a commit whose findings are known;
    ``suppress`` is false for an audit of everything.
    """

    suppressions: Path | None = None
    baseline: Path | None = None
    baseline_ref: str | None = None
    suppress: bool = True


def settle(result: RunResult, articles: Sequence[Article], plan: Plan, policies: Policies) -> RunResult:
    """The result as it is to be reported. Raises ``RegistryError`` and ``click.UsageError``."""
    result = unsettled(result, plan, policies)
    home = BaselineFile.of(plan, policies.baseline)
    known = _known(articles, plan, policies, home)
    return shown(home.compare(result, known).result if known else result, PROFILES[plan.settings.profile])


def unsettled(result: RunResult, plan: Plan, policies: Policies) -> RunResult:
    """The result adjusted and without what is suppressed, before any baseline."""
    result = _adjusted(result, plan)
    if not policies.suppress:
        return result
    # What is said of suppressions has its severity from the configuration too.
    return _adjusted(without_suppressed(result, plan, sidecar_of(plan, policies.suppressions)), plan)


def _adjusted(result: RunResult, plan: Plan) -> RunResult:
    documents = []
    for document in result.documents:
        layers = _layers(plan.configs.of_article(Path(document.document.path)))
        documents.append(replace(document, findings=adjusted(document.findings, layers)))
    return replace(result, documents=tuple(documents))


def _layers(config: Config) -> tuple[Adjustment, ...]:
    own = Adjustment(config.select, config.ignore, config.severity)
    layers = (own, *(Adjustment(each.select, each.ignore, each.severity) for each in config.overrides))
    for layer in layers:
        _require_known((*layer.select, *layer.ignore, *(layer.severity or {})))
    _require_known(config.never_suppress)
    return layers


@cache
def _require_known(selectors: tuple[str, ...]) -> None:
    """A selector that matches nothing is a typing error that would look like a clean file."""
    select_checks(load_checks(), [each for each in selectors if not means_notices(each)], ())


def _known(articles: Sequence[Article], plan: Plan, policies: Policies, home: BaselineFile) -> tuple[Known, ...]:
    """The findings that are known: those of the commit, or, where git does not have it, those of the file."""
    if policies.baseline_ref is not None:
        try:
            return known_at(policies.baseline_ref, articles, plan, home)
        except UnknownCommitError:
            instead = f"taking {home.path}" if home.path.exists() else "and there is no baseline file"
            click.echo(f"factlint: commit {policies.baseline_ref} is not in this clone; {instead}", err=True)
    wanted = policies.baseline is not None or plan.config.baseline is not None
    return home.read() if wanted or home.path.exists() else ()
