"""Case files and the examples of the documentation, run for a check."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cache
from os import PathLike
from pathlib import Path
from textwrap import indent

from linter.casefile import (
    Case,
    CaseError,
    Marked,
    differences,
    marked_articles,
    name_of,
    read_cases,
    run_case,
    with_marks,
)
from linter.check import Check
from linter.check_pages import Example, examples
from linter.registry import broken_checks, find_check, load_checks
from linter.result import RunResult

_BETWEEN = "\n=====\n"
_ENOUGH = 2
_NOTHING_FOUND = "nothing is found in this example below 反例 (a blank line separates examples)"
_all_checks = cache(load_checks)


def cases(*places: str | PathLike[str]) -> tuple[Case, ...]:
    """The cases of files, and of all files ``*.yml`` below folders, in order of file and place.

    Raises ``CaseError`` where there is none: a test without cases would pass in silence.
    """
    files = [file for place in map(Path, places) for file in (sorted(place.rglob("*.yml")) or [place])]
    found = tuple(case for file in files if file.is_file() for case in read_cases(file))
    if not found:
        raise CaseError(f"no case in {', '.join(map(str, places))}")
    return found


def offered_check(code: str) -> Check:
    """The check of that code or name, as an article meets it. Raises ``AssertionError`` that says where to look."""
    check = find_check(_all_checks(), code)
    if check is None:
        raise AssertionError(_missing(code))
    return check


def assert_case(case: Case) -> None:
    """The check finds what is marked, says what it should, and finds nothing else."""
    __tracebackhide__ = True
    offered_check(case.check)
    result = run_case(case)
    wrong = differences(case, result)
    if wrong:
        raise AssertionError(_told(case, result, wrong))


def assert_enough_cases(check: Check, given: Iterable[Case]) -> None:
    """At least two of the cases are hits of the check and two are silences."""
    __tracebackhide__ = True
    mine = [case for case in given if case.check == check.code]
    hits = sum(bool(case.hits) for case in mine)
    for kind, count in (("hits", hits), ("silences", len(mine) - hits)):
        if count < _ENOUGH:
            raise AssertionError(f"{check.code} {check.name} has {count} {kind} among its cases, {_ENOUGH} are wanted")


def assert_examples(check: Check, as_of: date, horizon: str | None = None) -> None:
    """The documentation has examples of both kinds; those below 反例 are found, those below 正例 are not."""
    __tracebackhide__ = True
    given = examples(check)
    for flagged, marker in ((True, "反例::"), (False, "正例::")):
        if flagged not in {example.flagged for example in given}:
            raise AssertionError(f"the documentation of {check.code} {check.name} has no example below {marker}")
    for example in given:
        _assert_example(check, example, as_of, horizon)


def _assert_example(check: Check, example: Example, as_of: date, horizon: str | None) -> None:
    __tracebackhide__ = True
    case = Case("example", check.code, as_of, marked_articles(example.text), horizon=horizon)
    result = run_case(case)
    mine = {name_of(case, number) for number in range(len(case.articles))}
    wrong = [problem.reason.en for problem in result.problems if problem.path in mine]
    found = [finding.message.zh for document in result.documents for finding in document.findings]
    if bool(found) != example.flagged:
        wrong.append(_NOTHING_FOUND if example.flagged else f"found below 正例: {found}")
    if wrong:
        raise AssertionError(f"{check.code} {check.name}: {'; '.join(wrong)}\n{indent(example.text, '  ')}")


def _missing(code: str) -> str:
    broken = "".join(f"\nthe plug-in {each.offer} cannot be loaded: {each.why}" for each in broken_checks())
    advice = "a plug-in is found by its entry point factlint.checks once it is installed: pip install --editable ."
    return f"no check has the code or name {code!r}; {broken or advice}"


def _told(case: Case, result: RunResult, wrong: Iterable[str]) -> str:
    where = f" ({case.file})" if case.file else ""
    parts = {
        "wanted": _BETWEEN.join(article.written.strip() for article in case.articles),
        "found": _BETWEEN.join(_found(case, result, number, each).strip() for number, each in enumerate(case.articles)),
    }
    lines = [f"{case}{where}, as of {case.as_of}"]
    lines += [f"{name}:\n{indent(text, '    ')}" for name, text in parts.items()]
    return "\n".join([*lines, *(f"- {each}" for each in wrong)])


def _found(case: Case, result: RunResult, number: int, article: Marked) -> str:
    """The article with 【】 where something was found."""
    name = name_of(case, number)
    read = next((each for each in result.documents if each.document.path == name), None)
    if read is None:
        return "; ".join(problem.reason.en for problem in result.problems if problem.path == name)
    source_map = read.document.source_map
    return with_marks(article.text, {source_map.to_source(finding.span) for finding in read.findings})
