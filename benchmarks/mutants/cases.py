"""The cases that may kill a mutant, and which of them run through which function of the modules that are mutated."""

from __future__ import annotations

import sys
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from types import FrameType
from typing import Any

from linter.article import Article
from linter.casefile import Case, failures, marked_articles, read_cases, run_case
from linter.check_pages import examples
from linter.finding import Finding
from linter.proof import verify
from linter.registry import load_checks
from linter.rule_cases import RuleCase, read_rule_cases
from linter.run import run
from linter.settings import Settings

ROOT = Path(__file__).parents[2]
CASES = ROOT / "tests" / "checks"
Functions = Mapping[tuple[str, str], tuple["Trial", ...]]


@dataclass(frozen=True)
class Trial:
    """A case by its name; ``fails`` says whether it fails now, ``lines`` which lines of the mutated modules it runs."""

    name: str
    check: str
    fails: Callable[[], bool]
    lines: frozenset[tuple[str, int]] = frozenset()


def trials(folder: Path = CASES) -> Iterator[Trial]:
    """Every case of a check below the folder and every example of its documentation."""
    cases = [case for path in sorted(folder.rglob("*.yml")) for case in read_cases(path)]
    for case in cases:
        yield Trial(f"{case.check}-{case.name}", case.check, partial(_case_fails, case))
    first = {case.check: case for case in reversed(cases)}
    for check in load_checks():
        for number, example in enumerate(examples(check)):
            like = first[check.code]
            case = Case("example", check.code, like.as_of, marked_articles(example.text), horizon=like.horizon)
            yield Trial(f"{check.code}-example-{number}", check.code, partial(_example_fails, case, example.flagged))


def rule_trials() -> Iterator[Trial]:
    """The sentences of rules in which a check finds something, each for the check."""
    for number, sentence in enumerate(read_rule_cases().cases):
        for code in {finding.code for finding in _findings(sentence)} if sentence.article.spans else ():
            yield Trial(f"{sentence.rule}-{number}", code, partial(_rule_case_fails, sentence))


def by_module(all_trials: Iterable[Trial]) -> Functions:
    """The trials of each check, by the module it lies in."""
    modules = {check.code: check.run.__module__ for check in load_checks()}
    found: dict[tuple[str, str], list[Trial]] = {}
    for trial in all_trials:
        found.setdefault((modules[trial.check], ""), []).append(trial)
    return {key: tuple(those) for key, those in found.items()}


def through_functions(all_trials: Collection[Trial], modules: Collection[str]) -> Functions:
    """The trials by module and qualified name of every function of these modules that they run through."""
    files = {sys.modules[name].__file__: name for name in modules}
    found: dict[tuple[str, str], dict[str, Trial]] = {}
    for trial in all_trials:
        functions, lines = _run_through(trial, files)
        for key in functions:
            found.setdefault(key, {})[trial.name] = replace(trial, lines=lines)
    return {key: tuple(by_name.values()) for key, by_name in found.items()}


def _run_through(
    trial: Trial, files: Mapping[str | None, str]
) -> tuple[set[tuple[str, str]], frozenset[tuple[str, int]]]:
    """The functions and the lines of these files that a trial runs, by their modules."""
    functions: set[tuple[str, str]] = set()
    lines: set[tuple[str, int]] = set()

    def enter(frame: FrameType, event: str, _: object) -> Any:
        module = files.get(frame.f_code.co_filename)
        if module is None:
            return None
        functions.add((module, _plain(frame.f_code.co_qualname)))

        def step(inner: FrameType, event: str, _: object) -> Any:
            lines.add((module, inner.f_lineno))
            return step

        return step

    sys.settrace(enter)
    try:
        assert not trial.fails(), f"{trial.name} fails without a mutant"
    finally:
        sys.settrace(None)
    return functions, frozenset(lines)


def _plain(qualified: str) -> str:
    """Class.method of Class.method.<locals>.<genexpr>: the function a mutant is known by."""
    return qualified.partition(".<")[0]


def _case_fails(case: Case) -> bool:
    if failures(case):
        return True
    findings = [finding for document in run_case(case).documents for finding in document.findings] if case.hits else []
    return any(verify(finding.proof) is not None for finding in findings)


def _example_fails(case: Case, flagged: bool) -> bool:
    result = run_case(case)
    return bool(result.problems) or flagged != any(document.findings for document in result.documents)


def _rule_case_fails(case: RuleCase) -> bool:
    return {finding.span for finding in _findings(case)} != set(case.article.spans)


def _findings(case: RuleCase) -> tuple[Finding, ...]:
    """What is found, at its places in the article as written."""
    article = Article(f"case.{case.format}", case.article.text.encode(), case.region, case.published)
    result = run([article], Settings(case.as_of, "audit", demote=False), jobs=1)
    assert not result.problems
    (document,) = result.documents
    source_map = document.document.source_map
    return tuple(replace(finding, span=source_map.to_source(finding.span)) for finding in document.findings)
