"""From what was found to what is reported: the policies of a run, in their order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from linter.config.model import Config
from linter.desk.planning import Plan
from linter.desk.policy_files import BaselineFile, sidecar_of
from linter.desk.suppressing import without_suppressed
from linter.policy.adjusting import Adjustment, adjusted
from linter.policy.baseline import Known
from linter.policy.notices import means_notices
from linter.policy.showing import shown
from linter.profile import PROFILES
from linter.registry import load_checks, select_checks
from linter.result import RunResult


@dataclass(frozen=True, slots=True)
class Policies:
    """What the caller says of them.

    ``suppressions`` and ``baseline`` are files, instead of the configuration's; ``suppress`` is false for an audit of
    everything.
    """

    suppressions: Path | None = None
    baseline: Path | None = None
    suppress: bool = True


def settled(result: RunResult, plan: Plan, policies: Policies, known: Sequence[Known] | None = None) -> RunResult:
    """The result as it is to be reported. ``known`` takes the place of the baseline's entries.

    Raises ``RegistryError`` and ``PolicyFileError``.
    """
    result = unsettled(result, plan, policies)
    home = BaselineFile.of(plan.config, policies.baseline)
    known = home.known() if known is None else known
    return shown(home.compare(result, known).result if known else result, PROFILES[plan.settings.profile])


def unsettled(result: RunResult, plan: Plan, policies: Policies) -> RunResult:
    """The result adjusted and without what is suppressed, before any baseline."""
    result = _adjusted(result, plan)
    if not policies.suppress:
        return result
    # What is said of suppressions has its severity from the configuration too.
    return _adjusted(without_suppressed(result, plan, sidecar_of(plan.config, policies.suppressions)), plan)


def _adjusted(result: RunResult, plan: Plan) -> RunResult:
    documents = []
    config: Config | None = None
    layers: tuple[Adjustment, ...] = ()
    for document in result.documents:
        mine = plan.configs.of_article(document.document.path)
        if mine is not config:
            config, layers = mine, _layers(mine)
        findings = adjusted(document.findings, layers)
        documents.append(document if findings == document.findings else replace(document, findings=findings))
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
