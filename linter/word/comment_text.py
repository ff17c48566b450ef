"""What a comment in the margin says of a finding."""

from __future__ import annotations

from collections.abc import Iterator

from linter.finding import Finding, Severity
from linter.messages import Message
from reference.model import Source

_SEVERITY = {
    Severity.ERROR: Message("错误", "Error"),
    Severity.WARNING: Message("警告", "Warning"),
    Severity.INFO: Message("提示", "Note"),
}
_REPLACE = Message("建议改为:", "Suggested: ")
_EXPECTED = Message("应为:", "Expected: ")
_DELETE = Message("(删去)", "(delete)")
_SOURCE = Message("依据:", "Source: ")


def comment_text(finding: Finding, lang: str) -> Iterator[str]:
    """The paragraphs: what is wrong, the likely cause, what to write instead, by which document."""
    message = finding.message.in_language(lang)
    yield message
    if finding.cause is not None:
        yield finding.cause.in_language(lang)
    if finding.suggestion is not None:
        yield _REPLACE.in_language(lang) + (finding.suggestion.replacement or _DELETE.in_language(lang))
    elif finding.expected is not None and finding.expected not in message:
        yield _EXPECTED.in_language(lang) + finding.expected
    if finding.rule is not None:
        yield _SOURCE.in_language(lang) + _cited(finding.rule.value.source)
    yield f"{_SEVERITY[finding.severity].in_language(lang)} {finding.code} {finding.name}"


def _cited(source: Source) -> str:
    """Title, document number, issuer, day and address, whichever are known."""
    title = source.title if source.title.startswith("《") else f"《{source.title}》"
    day = source.published.isoformat() if source.published else source.dated
    return " ".join(part for part in (title, source.doc_no, source.issuer, day, source.url) if part)
