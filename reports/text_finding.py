"""One finding for a terminal."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from linter.control_characters import without_controls
from linter.finding import Finding, RuleCitation, Suggestion
from linter.text import Span
from linter.wide_text import width, window
from reports.arithmetic import proof_lines
from reports.citation import grade_text, period_text, rule_title, source_parts, value_text
from reports.copies import elsewhere
from reports.located import LocatedDocument, LocatedFinding, home_of
from reports.text_style import INDENT, Style

_QUOTE_INDENT = INDENT + "│ "


def finding_lines(
    found: LocatedFinding,
    entry: LocatedDocument,
    homes: Mapping[str, LocatedDocument],
    style: Style,
    names: Callable[[str], str],
) -> Iterator[str]:
    """Place and code, message, quote, then what proves it. Nothing of the article is printed raw."""
    finding, lang = found.finding, style.wording.lang
    yield _first_line(found, entry, style)
    yield from style.wrap(finding.message.in_language(lang), INDENT)
    yield from _quote(finding, entry, style)
    yield from style.labelled("proof", *proof_lines(finding, style.wording))
    yield from style.labelled("evidence", *_evidence(finding, entry, homes, style))
    yield from style.labelled("verdict", _verdicts(finding, style))
    if finding.rule:
        yield from _rule(finding.rule, style, names)
    if finding.cause:
        yield from style.labelled("cause", finding.cause.in_language(lang))
    if finding.suggestion:
        yield from style.labelled("suggestion", _suggestion(finding.suggestion, entry))
    if found.copies:
        yield from style.labelled("copies", style.wording("copies.more", n=len(found.copies)), *_copies(found, entry))
    yield from style.labelled("repeated", *filter(None, [elsewhere(found, style.wording)]))


def _first_line(found: LocatedFinding, entry: LocatedDocument, style: Style) -> str:
    finding, place = found.finding, found.place
    where = f"{entry.document.path}:{place.line}:{place.column}"
    severity = style.severity(finding.severity.value, finding.severity.value)
    paragraph = entry.positions.paragraph(finding.span)
    extra = f"  {style.wording('text.paragraph', number=paragraph)}" if paragraph else ""
    return f"{style.bold(where)} {severity} {without_controls(f'{finding.code} {finding.name}')}{style.dim(extra)}"


def _quote(finding: Finding, entry: LocatedDocument, style: Style) -> Iterator[str]:
    """The sentence on one line with the quoted words underlined beneath."""
    around = finding.context if finding.context.contains(finding.span) else entry.sentence(finding.span)
    before, quote, after = (
        without_controls(entry.quote(span))
        for span in (Span(around.start, finding.span.start), finding.span, Span(finding.span.end, around.end))
    )
    before, after = before.lstrip(), after.rstrip()
    room = style.room(_QUOTE_INDENT)
    text, start, end = window(before + quote + after, len(before), len(before) + len(quote), room)
    yield _QUOTE_INDENT + text
    carets = "^" * max(width(text[start:end]), 1)
    yield _QUOTE_INDENT + " " * width(text[:start]) + style.severity(finding.severity.value, carets)


def _evidence(
    finding: Finding, entry: LocatedDocument, homes: Mapping[str, LocatedDocument], style: Style
) -> Iterator[str]:
    for item in finding.evidence:
        home = home_of(item, entry, homes)
        role = style.wording.label("role", item.role)
        if home is None:
            yield f"{role} {item.path}"
            continue
        place = home.positions.place(item.span)
        where = f"{place.line}:{place.column}" if home is entry else f"{item.path}:{place.line}:{place.column}"
        yield f"{role} 「{home.quote(item.span)}」 {where}"


def _verdicts(finding: Finding, style: Style) -> str:
    wording = style.wording
    return " · ".join(
        f"{wording(f'verdict.{time}')}{wording('colon')}{wording.label('verdict', verdict)}"
        for time, verdict in (("at_publication", finding.verdict.at_publication), ("now", finding.verdict.now))
    )


def _rule(citation: RuleCitation, style: Style, names: Callable[[str], str]) -> Iterator[str]:
    rule, value, wording = citation.rule, citation.value, style.wording
    parts = (names(rule.region), rule_title(rule, wording), value_text(value), period_text(value, wording))
    yield from style.labelled("rule", f"{' '.join(parts)} ({rule.id})")
    yield from style.labelled("source", f"{' '.join(source_parts(value.source))} ({grade_text(value, wording)})")
    if value.source.url:
        yield style.unbroken(value.source.url)


def _copies(found: LocatedFinding, entry: LocatedDocument) -> Iterator[str]:
    for copy in found.copies:
        yield f"{copy.place.line}:{copy.place.column} 「{entry.quote(copy.finding.span)}」"


def _suggestion(suggestion: Suggestion, entry: LocatedDocument) -> str:
    return f"{entry.quote(suggestion.span) or '‸'} → {suggestion.replacement or '␡'}"
