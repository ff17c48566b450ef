"""Markdown with everything that is known of each finding: for an editor's pop-up, a comment, a ticket."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from linter.finding import Finding, RuleCitation
from linter.report import RenderOptions
from linter.result import RunResult
from reports.arithmetic import proof_lines
from reports.citation import grade_text, period_text, rule_title, source_parts, value_text
from reports.located import LocatedDocument, LocatedFinding, by_path, home_of, located
from reports.markdown import escaped, footer, link_target, problem_list
from reports.wording import Wording

NAME = "details"
SUFFIX = ".md"


def render(result: RunResult, *, lang: str, options: RenderOptions) -> str:
    """Problems, then the findings of all documents in order, each in full, then how far the report goes."""
    documents, wording = located(result), Wording(lang)
    homes = by_path(documents, result.elsewhere)
    cards = ("\n".join(_card(found, entry, homes, wording, options)) for entry in documents for found in entry.findings)
    return "\n---\n\n".join([*problem_list(result, wording), *cards, "\n".join(footer(result, wording))])


def _card(
    found: LocatedFinding,
    entry: LocatedDocument,
    homes: Mapping[str, LocatedDocument],
    wording: Wording,
    options: RenderOptions,
) -> Iterator[str]:
    finding = found.finding
    severity, sure = wording(f"severity.{finding.severity.value}"), wording(f"confidence.{finding.confidence.value}")
    title, address = escaped(f"{finding.code} {finding.name}"), options.check_address(finding.code, finding.name)
    where = f"{escaped(entry.document.path)}:{found.place.line}:{found.place.column} · `{found.fingerprint}`"
    yield f"**{severity}** {f'[{title}]({link_target(address)})' if address else title} · {sure} · {where}\n"
    yield escaped(finding.message.in_language(wording.lang)) + "\n"
    facts = [
        *(("proof", escaped(line)) for line in proof_lines(finding, wording)),
        *(("evidence", escaped(words)) for words in _evidence(finding, entry, homes, wording)),
        *(_rule(finding.rule, wording, options) if finding.rule else ()),
        *((("cause", escaped(finding.cause.in_language(wording.lang))),) if finding.cause else ()),
        *((("suggestion", _suggestion(finding, entry)),) if finding.suggestion else ()),
    ]
    for key, words in facts:
        yield f"- {wording(f'text.{key}')}{wording('colon')}{words}"
    yield ""


def _evidence(
    finding: Finding, entry: LocatedDocument, homes: Mapping[str, LocatedDocument], wording: Wording
) -> Iterator[str]:
    for item in finding.evidence:
        role, home = wording.label("role", item.role), home_of(item, entry, homes)
        place = item.path if home is None else wording("where.line", line=home.positions.place(item.span).line)
        quote = "" if home is None else f"「{home.quote(item.span)}」"
        yield f"{role} {quote} {place if home in (entry, None) else f'{item.path} {place}'}"


def _rule(citation: RuleCitation, wording: Wording, options: RenderOptions) -> Iterator[tuple[str, str]]:
    rule, value = citation.rule, citation.value
    parts = (options.names(rule.region), rule_title(rule, wording), value_text(value), period_text(value, wording))
    yield "rule", f"{escaped(' '.join(parts))} {escaped(rule.id)}"
    source = escaped(f"{' '.join(source_parts(value.source))} ({grade_text(value, wording)})")
    yield "source", f"[{source}]({link_target(value.source.url)})" if value.source.url else source


def _suggestion(finding: Finding, entry: LocatedDocument) -> str:
    assert finding.suggestion is not None
    old, new = entry.quote(finding.suggestion.span), finding.suggestion.replacement
    return f"{escaped(old) or '‸'} → **{escaped(new) or '␡'}**"
