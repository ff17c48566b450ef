"""A tour of factlint as a library: texts checked, proofs read, rules looked up, a report written, an archive asked.

    python tour.py ARTICLES PACK [STORE]

ARTICLES is a folder of articles, PACK one of further rules, STORE what `factlint scan` wrote (extra "archive").
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from linter import lint_paths, lint_text, lint_texts, render_report
from linter.document import Document, SectionKind
from linter.finding import Confidence, Evidence, Finding, Message, RuleCitation, Severity, Step, Suggestion, Verdict
from linter.proof import verify
from linter.readers import UnreadableError
from linter.registry import RegistryError
from linter.result import Coverage, DocumentResult, Problem, RunResult, SectionResult, Settled
from linter.text import LineIndex, Span
from reference.load import RuleFileError, load_reference
from reference.model import Grade, Reference, Rule, Source, State, Value

AS_OF = date(2026, 11, 21)


def place(document: Document, span: Span) -> str:
    """Where a span of the visible text stands in the file."""
    line, column = LineIndex(document.source).position(document.source_map.to_source(span).start)
    return f"{document.path}:{line}:{column}"


def told(finding: Finding, document: Document) -> Iterator[str]:
    """What there is to say of a finding, a line each."""
    severity: Severity = finding.severity
    confidence: Confidence = finding.confidence
    message: Message = finding.message
    yield f"{place(document, finding.span)} {finding.code} {severity.value} ({confidence.value}) {message.zh}"
    verdict: Verdict = finding.verdict
    yield f"  when published: {verdict.at_publication}, now: {verdict.now}"
    yield from (f"  {proved(step)}" for step in finding.proof)
    if (fault := verify(finding.proof)) is not None:
        raise ValueError(f"a proof does not hold: {fault}")
    evidence: tuple[Evidence, ...] = finding.evidence
    yield from (f"  {each.role}: {each.span.cut(document.visible)}" for each in evidence if each.path is None)
    citation: RuleCitation | None = finding.rule
    if citation is not None:
        yield f"  {cited(citation.rule, citation.value)}"
    suggestion: Suggestion | None = finding.suggestion
    if suggestion is not None:
        yield f"  write {suggestion.replacement} for {suggestion.span.cut(document.visible)}"


def proved(step: Step) -> str:
    """A step of a proof."""
    return f"{step.op}({', '.join(step.inputs)}) = {step.out}"


def cited(rule: Rule, value: Value) -> str:
    """A value with its source, and how well it is proved."""
    source: Source = value.source
    doubtful = value.evidence not in (Grade.OFFICIAL, Grade.CORROBORATED)
    return f"{rule.title}: {value.display} ({source.title}{', doubtful' if doubtful else ''})"


def understood(result: DocumentResult) -> str:
    """How much of an article was checked: nothing found does not mean that all is right."""
    coverage: Coverage = result.coverage
    sections: tuple[SectionResult, ...] = result.sections
    kinds = Counter(section.kind for section in result.document.sections)
    places = sorted({each.region for each in sections if each.region is not None})
    return f"{coverage.checked} of {coverage.numbers} numbers, {kinds[SectionKind.ARTICLE]} article, {places}"


def summary(result: RunResult) -> Iterator[str]:
    """A run by numbers, what does not count, and what could not be checked."""
    yield f"{len(result.documents)} articles: {result.count()}"
    settled: Iterator[Settled] = (each for document in result.documents for each in document.settled)
    yield from (f"does not count: {each.finding.code} by {each.by}" for each in settled)
    problems: tuple[Problem, ...] = result.problems
    yield from (f"not checked: {problem.path}: {problem.reason.in_language('en')}" for problem in problems)


def in_force(reference: Reference, day: date) -> int:
    """How many rules say what holds on a day."""
    values = (rule.value_on(day) for rule in reference.rules)
    return sum(value is not None and value.state is State.IN_FORCE for value in values)


def archived(folder: Path) -> list[tuple[str, int]]:
    """The findings of an archive by check."""
    from linter.archive.database import connect
    from linter.archive.store import Store, StoreError

    try:
        store = Store.open(folder)
    except StoreError as error:
        raise SystemExit(str(error)) from error
    with connect(store) as database:
        return database.execute("SELECT code, count(*) FROM findings GROUP BY code ORDER BY code").fetchall()


def main(articles: Path, pack: Path, store: Path | None = None) -> None:
    """All of it."""
    text = lint_text("云州养老保险:6400元×8%=51.2元。", as_of=AS_OF, region="河北", published=date(2026, 3, 4))
    for finding in text.findings:
        print(*told(finding, text.document), sep="\n")
    print(understood(text))
    try:
        lint_text(b"no Word file", as_of=AS_OF, path="a.docx")
    except UnreadableError as error:
        print(f"unreadable: {error}")
    try:
        print(f"rules in force: {in_force(load_reference([pack]), AS_OF)}")
        run = lint_paths([articles], as_of=AS_OF, profile="publish", references=[pack], ignore=["staleness"])
    except (RuleFileError, RegistryError) as error:
        raise SystemExit(str(error)) from error
    print(*summary(run), sep="\n")
    drafts = lint_texts({"draft.md": "从2020年起,单位养老保险按20%缴纳。"}, as_of=AS_OF, horizon=90)
    print(render_report(drafts, "text", lang="en"))
    if store is not None:
        print(*archived(store), sep="\n")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
