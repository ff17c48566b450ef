"""Cases for a check, written as data: texts with the expected places marked 【】, and silence where nothing is marked.

A case file is YAML: ``check`` (its code) and ``as_of``; then named cases. ``region``, ``published`` and ``format``
("md", "txt", "html") may stand at the top for all cases or in one of them; ``as_of`` too, and ``horizon`` (90d, 1y).

    check: ST101
    as_of: 2026-11-21
    flags_the_rate_of_a_dated_sentence:
      text: 2025年,单位养老保险按【20%】缴纳。
      finds: 自2019-05-01起为16%
    silent_when_the_sentence_speaks_of_the_past:
      text: 2018年,单位养老保险按20%缴纳。

``finds`` is a part of the Chinese message, or a list of such parts; ``severity`` is that of every finding;
``carries`` is all that the findings carry, as ``linter.finding_lines`` writes it, with an empty line between two. A
line of ``=====`` in a text separates articles that are checked together. ``linter.testing`` has what tests need to run
them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from linter.article import Article
from linter.config.resolve import days_of
from linter.finding import Finding
from linter.finding_lines import finding_lines
from linter.result import RunResult
from linter.run import run
from linter.settings import Settings
from linter.text import Span

_DAYS = frozenset({"as_of", "published"})
_FOR_ALL = _DAYS | {"region", "format", "horizon"}
_OF_ONE = _FOR_ALL | {"text", "finds", "severity", "carries"}
_BETWEEN_ARTICLES = re.compile(r"\n*^={5,}$\n*", re.MULTILINE)


class CaseError(ValueError):
    """A case file is not written as it must be."""


@dataclass(frozen=True, slots=True)
class Marked:
    """An article and the places in it where something must be found: ``spans`` of ``text``, which has no marks."""

    text: str
    spans: tuple[Span, ...]

    @property
    def written(self) -> str:
        """The text as it was written, with 【】 around what must be found."""
        return with_marks(self.text, self.spans)


@dataclass(frozen=True, slots=True)
class Case:
    """Articles, usually one, and what a check must find in them. ``file`` is where the case was read."""

    name: str
    check: str
    as_of: date
    articles: tuple[Marked, ...]
    finds: tuple[str, ...] = ()
    severity: str | None = None
    region: str | None = None
    published: date | None = None
    format: str = "md"
    horizon: str | None = None
    carries: str | None = None
    file: Path | None = None

    def __str__(self) -> str:
        return f"{self.check}-{self.name}"

    @property
    def hits(self) -> int:
        """How many findings are wanted; 0 when the check must be silent."""
        return sum(len(article.spans) for article in self.articles)


def read_cases(path: Path) -> tuple[Case, ...]:
    """The cases of a file. Raises ``CaseError``, ``OSError``, or ``yaml.YAMLError``."""
    # Every scalar stays as written: 16.0 and 2026 are parts of a message, not numbers.
    content = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    if not isinstance(content, dict) or "check" not in content:
        raise CaseError(f"{path}: a case file starts with the code of its check")
    shared = {key: content[key] for key in _FOR_ALL & content.keys()}
    named = {key: value for key, value in content.items() if key != "check" and key not in _FOR_ALL}
    return tuple(_case(path, name, content["check"], shared, each) for name, each in named.items())


def marked_articles(text: str) -> tuple[Marked, ...]:
    """The articles of a text, which lines of ``=====`` separate. Raises ``CaseError`` for marks that do not pair."""
    return tuple(_without_marks(article) for article in _BETWEEN_ARTICLES.split(text))


def with_marks(text: str, spans: Iterable[Span]) -> str:
    """The text with 【】 around each span, also where they overlap."""
    marks = [each for span in spans for each in ((span.start, 1, "【"), (span.end, 0, "】"))]
    for at, _, mark in sorted(marks, reverse=True):
        text = text[:at] + mark + text[at:]
    return text


def run_case(case: Case) -> RunResult:
    """The outcome of the case's check on its articles, which are called ``0.md``, ``1.md``, …"""
    articles = [
        Article(name_of(case, number), each.text.encode(), case.region, case.published)
        for number, each in enumerate(case.articles)
    ]
    horizon = None if case.horizon is None else days_of(case.horizon)
    settings = Settings(case.as_of, "audit", select=(case.check,), demote=False, horizon=horizon)
    return run(articles, settings, jobs=1)


def carried(result: RunResult) -> str:
    """All that the findings of a run carry, as a case states it."""
    return "\n\n".join(
        "\n".join(finding_lines(finding, document.document.visible))
        for document in result.documents
        for finding in document.findings
    )


def failures(case: Case) -> tuple[str, ...]:
    """What is not as the case wants it; empty when the check does what it should."""
    return differences(case, run_case(case))


def differences(case: Case, result: RunResult) -> tuple[str, ...]:
    """What in the outcome of the case is not as it wants it. Plug-ins that are broken elsewhere are not its matter."""
    mine = {name_of(case, number) for number in range(len(case.articles))}
    crashes = (problem.reason.en for problem in result.problems if problem.path in mine)
    return (*crashes, *_differences(case, result))


def name_of(case: Case, number: int) -> str:
    """What the article of that number is called in the outcome."""
    return f"{number}.{case.format}"


def _case(path: Path, name: str, check: str, shared: Mapping[str, Any], own: object) -> Case:
    if not isinstance(own, dict) or not isinstance(own.get("text"), str):
        raise CaseError(f"{path}: the case {name} has no text")
    unknown = own.keys() - _OF_ONE
    if unknown:
        raise CaseError(f"{path}: the case {name} has the unknown key {sorted(unknown)[0]}")
    slots = {**shared, **own}
    slots |= {key: _day(path, name, slots[key]) for key in _DAYS & slots.keys()}
    articles = marked_articles(slots.pop("text"))
    finds = slots.pop("finds", ())
    if "as_of" not in slots:
        raise CaseError(f"{path}: the case {name} has no as_of")
    parts = (finds,) if isinstance(finds, str) else tuple(finds)
    return Case(name=name, check=check, articles=articles, finds=parts, file=path, **slots)


def _day(path: Path, name: str, written: str) -> date:
    try:
        return date.fromisoformat(written)
    except ValueError as error:
        raise CaseError(f"{path}: the case {name}: {error}") from error


def _without_marks(marked: str) -> Marked:
    """The text, and what stood between the marks: the odd ones of the pieces that the marks cut it into."""
    if re.sub("[^【】]", "", marked) != "【】" * marked.count("【"):
        raise CaseError(f"the marks 【】 do not pair: {marked}")
    pieces = re.split("[【】]", marked)
    starts = [len("".join(pieces[:index])) for index in range(len(pieces))]
    spans = (Span(starts[index], starts[index] + len(pieces[index])) for index in range(1, len(pieces), 2))
    return Marked("".join(pieces), tuple(spans))


def _differences(case: Case, result: RunResult) -> Iterator[str]:
    read = {found.document.path: found for found in result.documents}
    for number, wanted in enumerate(case.articles):
        found = read.get(name_of(case, number))
        if found is None:
            continue  # a problem says why
        source_map = found.document.source_map
        places = [(source_map.to_source(finding.span), finding) for finding in found.findings]
        yield from _misplaced(case, wanted, places)
    messages = [finding.message.zh for document in result.documents for finding in document.findings]
    for part in case.finds:
        if not any(part in message for message in messages):
            yield f"no message says 「{part}」: {messages}"
    if case.carries is not None and carried(result) != case.carries.strip():
        yield f"the findings carry\n{carried(result)}"


def _misplaced(case: Case, wanted: Marked, places: Iterable[tuple[Span, Finding]]) -> Iterator[str]:
    places = tuple(places)
    for span in wanted.spans:
        if span not in [place for place, _ in places]:
            yield f"nothing found at 「{span.cut(wanted.text)}」"
    for span, finding in places:
        quote = span.cut(wanted.text)
        if span not in wanted.spans or finding.code != case.check:
            yield f"unexpected: {finding.code} at 「{quote}」: {finding.message.zh}"
        if case.severity not in (None, finding.severity.value):
            yield f"{finding.severity} instead of {case.severity} at 「{quote}」"
