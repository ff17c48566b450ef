"""A finding as a card beside the text."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from linter.drawing.rule_timeline import rule_timeline
from linter.finding import Finding, RuleCitation, Severity
from linter.report import RenderOptions
from linter.text import Span
from reference.model import Source, Value
from reports.arithmetic import proof_lines
from reports.citation import grade_text, period_text, rule_title, source_parts, value_text
from reports.copies import elsewhere
from reports.located import LocatedDocument, LocatedFinding, home_of
from reports.page.anchors import Anchors, evidence_anchor, mark_anchor
from reports.wording import Wording

# Of a card's timeline: units of the drawing, about pixels, and the most values.
_WIDTH, _DRAWN = 350, 12
_WEB = ("https://", "http://")


@dataclass(frozen=True, slots=True)
class EvidenceView:
    """A place that supports the finding; ``anchor`` is empty when this page does not show it."""

    role: str
    quote: str
    where: str
    anchor: str


@dataclass(frozen=True, slots=True)
class SourceView:
    """A citation; ``url`` is empty unless it is a web address."""

    parts: tuple[str, ...]
    url: str
    grade: str


@dataclass(frozen=True, slots=True)
class DatedValue:
    """One value of a rule's history."""

    period: str
    value: str
    state: str
    in_force: bool
    used: bool
    cited: str


@dataclass(frozen=True, slots=True)
class RuleView:
    """The rule a finding rests on, with the value used and all values over time.

    ``drawing`` is empty where there is nothing to compare, and where it would be too long for a card.
    """

    id: str
    title: str
    region: str
    value: str
    period: str
    source: SourceView
    values: tuple[DatedValue, ...]
    drawing: Markup


@dataclass(frozen=True, slots=True)
class CopyView:
    """Another place of the article where the same stands; ``anchor`` is the finding's, ``mark`` that of its place."""

    anchor: str
    mark: str
    severity: Severity
    span: Span
    quote: str
    where: str


@dataclass(frozen=True, slots=True)
class CardView:
    """Everything a card shows, in words. ``before``/``quote``/``after`` are the sentence around the finding."""

    anchor: str
    mark: str
    number: int
    path: str
    finding: Finding
    fingerprint: str
    family: str
    message: str
    before: str
    quote: str
    after: str
    line: int
    column: int
    paragraph: int | None
    replace: str
    verdicts: tuple[tuple[str, str, str], ...]
    steps: tuple[str, ...]
    evidence: tuple[EvidenceView, ...]
    rule: RuleView | None
    cause: str
    copies: tuple[CopyView, ...]
    elsewhere: str


class CardMaker:
    """Makes the cards of a page. ``home_anchors`` leads from a path to its document's anchor."""

    def __init__(
        self,
        homes: Mapping[str, LocatedDocument],
        home_anchors: Mapping[str, str],
        anchors: Anchors,
        wording: Wording,
        options: RenderOptions,
        as_of: date,
    ) -> None:
        self._homes = homes
        self._home_anchors = home_anchors
        self._anchors = anchors
        self._as_of = as_of
        self._wording = wording
        self._names: Callable[[str], str] = options.names

    def card(self, found: LocatedFinding, entry: LocatedDocument, number: int) -> CardView:
        """The card of a finding; ``number`` is the one shown in the text."""
        anchor = self._anchors.of_finding(entry.document.path, found.fingerprint)
        finding, wording = found.finding, self._wording
        around = finding.context if finding.context.contains(finding.span) else entry.sentence(finding.span)
        return CardView(
            anchor=anchor,
            mark=mark_anchor(anchor),
            number=number,
            path=entry.document.path,
            finding=finding,
            fingerprint=found.fingerprint,
            family=wording.label("family", finding.family),
            message=finding.message.in_language(wording.lang),
            before=entry.quote(Span(around.start, finding.span.start)).lstrip(),
            quote=entry.quote(finding.span),
            after=entry.quote(Span(finding.span.end, around.end)).rstrip(),
            line=found.place.line,
            column=found.place.column,
            paragraph=entry.positions.paragraph(finding.span),
            replace=entry.quote(finding.suggestion.span) if finding.suggestion else "",
            verdicts=tuple(self._verdicts(finding)),
            steps=proof_lines(finding, wording),
            evidence=tuple(self._evidence(finding, entry, anchor)),
            rule=self._rule(finding.rule, anchor) if finding.rule else None,
            cause=finding.cause.in_language(wording.lang) if finding.cause else "",
            copies=tuple(self._copy(copy, entry) for copy in found.copies),
            elsewhere=elsewhere(found, wording),
        )

    def _copy(self, copy: LocatedFinding, entry: LocatedDocument) -> CopyView:
        anchor, place = self._anchors.of_finding(entry.document.path, copy.fingerprint), copy.place
        return CopyView(
            anchor,
            mark_anchor(anchor),
            copy.finding.severity,
            copy.finding.span,
            entry.quote(copy.finding.span),
            f"{place.line}:{place.column}",
        )

    def _verdicts(self, finding: Finding) -> Iterator[tuple[str, str, str]]:
        """When, the verdict's own name, the verdict in words."""
        for time, verdict in (("at_publication", finding.verdict.at_publication), ("now", finding.verdict.now)):
            yield self._wording(f"verdict.{time}"), verdict, self._wording.label("verdict", verdict)

    def _evidence(self, finding: Finding, entry: LocatedDocument, anchor: str) -> Iterator[EvidenceView]:
        for number, item in enumerate(finding.evidence):
            role, home = self._wording.label("role", item.role), home_of(item, entry, self._homes)
            if home is None:
                yield EvidenceView(role, "", item.path or "", "")
                continue
            place = home.positions.place(item.span)
            here = home is entry
            where = f"{place.line}:{place.column}" if here else f"{item.path}:{place.line}:{place.column}"
            target = evidence_anchor(anchor, number) if here else self._home_anchors.get(home.document.path, "")
            yield EvidenceView(role, home.quote(item.span), where, target)

    def _rule(self, citation: RuleCitation, anchor: str) -> RuleView:
        rule, value = citation.rule, citation.value
        return RuleView(
            id=rule.id,
            title=rule_title(rule, self._wording),
            region=self._names(rule.region),
            value=value_text(value),
            period=period_text(value, self._wording),
            source=self._source(value.source, value),
            values=tuple(self._dated(each, each == value) for each in rule.values),
            drawing=self._drawing(citation, anchor),
        )

    def _drawing(self, citation: RuleCitation, anchor: str) -> Markup:
        rule, lang = citation.rule, self._wording.lang
        if not 1 < len(rule.values) <= _DRAWN:
            return Markup()
        return rule_timeline(rule, self._as_of, key=f"t{anchor[1:]}", lang=lang, width=_WIDTH, used=citation.value)

    def _dated(self, value: Value, used: bool) -> DatedValue:
        return DatedValue(
            period=period_text(value, self._wording),
            value=value_text(value),
            state=self._wording.label("state", value.state.value),
            in_force=value.state.value == "in_force",
            used=used,
            cited=value.source.doc_no or value.source.title,
        )

    def _source(self, source: Source, value: Value) -> SourceView:
        url = source.url if source.url and source.url.startswith(_WEB) else ""
        return SourceView(source_parts(source), url, grade_text(value, self._wording))
