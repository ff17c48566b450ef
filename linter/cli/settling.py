"""From what was found to what is reported: the policies of the configuration, in their order."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

from linter.cli.planning import Plan
from linter.config.model import Config
from linter.policy.adjusting import Adjustment, adjusted
from linter.registry import load_checks, select_checks
from linter.result import RunResult


def settle(result: RunResult, plan: Plan) -> RunResult:
    """The result as the configuration of each article wants it. Raises ``RegistryError`` for an unknown selector."""
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
    return layers


@cache
def _require_known(selectors: tuple[str, ...]) -> None:
    """A selector that matches nothing is a typing error that would look like a clean file."""
    select_checks(load_checks(), selectors, ())
