"""What a comment in the margin says of a finding."""

from __future__ import annotations

from collections.abc import Iterator

from linter.finding import Finding, Severity
from linter.messages import say
from reference.model import Source

_SEVERITY = {Severity.ERROR: "word.error", Severity.WARNING: "word.warning", Severity.INFO: "word.info"}


def comment_text(finding: Finding, lang: str) -> Iterator[str]:
    """The paragraphs: what is wrong, the likely cause, what to write instead, by which document."""
    message = finding.message.in_language(lang)
    yield message
    if finding.cause is not None:
        yield finding.cause.in_language(lang)
    if finding.suggestion is not None:
        words = finding.suggestion.replacement or say("word.delete")
        yield say("word.replace", words=words).in_language(lang)
    elif finding.expected is not None and finding.expected not in message:
        yield say("word.expected", right=finding.expected).in_language(lang)
    if finding.rule is not None:
        yield say("word.source", source=_cited(finding.rule.value.source)).in_language(lang)
    yield f"{say(_SEVERITY[finding.severity]).in_language(lang)} {finding.code} {finding.name}"


def _cited(source: Source) -> str:
    """Title, document number, issuer, day and address, whichever are known."""
    title = source.title if source.title.startswith("《") else f"《{source.title}》"
    day = source.published.isoformat() if source.published else source.dated
    return " ".join(part for part in (title, source.doc_no, source.issuer, day, source.url) if part)
