"""All that a finding carries as lines of plain text: what a case may ask for besides the place."""

from __future__ import annotations

from collections.abc import Iterator

from linter.finding import Finding
from linter.text import Span


def finding_lines(finding: Finding, visible: str) -> Iterator[str]:
    """One fact a line: how bad and how sure, the message, then whatever is there of the rest. ``visible`` is the text.

    What lies in another document is named by its role and path only.
    """

    def quoted(span: Span) -> str:
        return f"「{span.cut(visible)}」"

    verdict = f"{finding.verdict.at_publication}, now {finding.verdict.now}"
    yield f"{finding.code} {finding.name} {finding.family}: {finding.severity}, {finding.confidence}; {verdict}"
    yield f"says {finding.message.zh}"
    yield f"in English {finding.message.en}"
    if finding.expected is not None:
        yield f"expected {finding.expected}"
    if finding.suggestion is not None:
        yield f"suggestion {quoted(finding.suggestion.span)} → {finding.suggestion.replacement}"
    if finding.cause is not None:
        yield f"cause {finding.cause.zh} / {finding.cause.en}"
    if finding.rule is not None:
        yield f"rule {finding.rule.rule.id} {finding.rule.value.period.start or 'always'}"
    for name, value in finding.claim:
        yield f"claim {name} = {value}"
    for item in finding.evidence:
        yield f"evidence {item.role} {quoted(item.span) if item.path is None else item.path}"
    for step in finding.proof:
        yield f"proof {step.op}({', '.join(step.inputs)}) = {step.out}"
