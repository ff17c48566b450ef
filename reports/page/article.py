"""A document as the page shows it: its text with marks, and the cards beside the parts they belong to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from linter.document import SectionKind
from linter.text import Span
from reports.located import LocatedDocument
from reports.page.anchors import evidence_anchor
from reports.page.card import CardView
from reports.page.inline import segments_html
from reports.page.marks import Mark, Segment, marked
from reports.page.parts import CellPart, Part, SectionParts, sections
from reports.wording import Wording

_LONG = 1500
_LABEL = 40


@dataclass(frozen=True, slots=True)
class CellView:
    """A table cell ready to show."""

    html: Markup
    cell: CellPart


@dataclass(frozen=True, slots=True)
class UnitView:
    """One part of the text with the cards of the findings that begin in it; ``found`` when it holds a copy of one."""

    kind: str
    level: int
    html: Markup
    rows: tuple[tuple[CellView, ...], ...]
    cards: tuple[CardView, ...]
    found: bool


@dataclass(frozen=True, slots=True)
class SectionView:
    """A section. ``fold``: "" shown as it is, "open" or "closed" as a box that folds."""

    index: int | None
    title: str
    published: str
    published_from: str
    region: str | None
    teaser: bool
    truncated: bool
    fold: str
    units: tuple[UnitView, ...]


@dataclass(frozen=True, slots=True)
class SectionGroup:
    """Neighbouring sections; ``folded`` groups are teasers without findings, shown as one line."""

    folded: bool
    sections: tuple[SectionView, ...]


@dataclass(frozen=True, slots=True)
class ArticleView:
    """A document's text, the cards whose place is not in it, and the anchors of the marks that are."""

    groups: tuple[SectionGroup, ...]
    elsewhere: tuple[CardView, ...]
    found: int
    shown: frozenset[str]
    begins_with_title: bool


def article(entry: LocatedDocument, cards: Sequence[CardView], wording: Wording) -> ArticleView:
    """The article with the cards placed. A finding outside all shown text goes to ``elsewhere``, never missing."""
    found = tuple(sections(entry.document))
    leaves = [leaf for section in found for part in section.parts for leaf in part.leaves]
    segments = marked(leaves, _marks(cards))
    texts = dict(zip(leaves, segments, strict=True))
    shown = frozenset(mark.anchor for each in segments for segment in each for mark in segment.opens)
    writer = _Writer(entry, texts, {card.mark: card for card in cards}, wording)
    views = [writer.section(section) for section in found]
    return ArticleView(
        groups=tuple(_groups(views)),
        elsewhere=tuple(card for card in cards if card.mark not in shown),
        found=len(cards),
        shown=shown,
        begins_with_title=bool(leaves) and entry.quote(leaves[0]).strip() == (entry.document.title or "").strip(),
    )


def _marks(cards: Iterable[CardView]) -> Iterator[Mark]:
    for card in cards:
        finding = card.finding
        yield Mark(card.mark, card.anchor, finding.span, finding.severity.value, card.number)
        for copy in card.copies:
            yield Mark(copy.mark, card.anchor, copy.span, copy.severity.value, card.number)
        for number, item in enumerate(finding.evidence):
            if item.path in (None, card.path):
                yield Mark(evidence_anchor(card.anchor, number), card.anchor, item.span)


def _groups(views: Sequence[SectionView]) -> Iterator[SectionGroup]:
    for folded, group in groupby(views, key=lambda view: view.teaser and view.fold == "closed"):
        yield SectionGroup(folded, tuple(group))


@dataclass(frozen=True, slots=True)
class _Writer:
    entry: LocatedDocument
    texts: dict[Span, tuple[Segment, ...]]
    cards: dict[str, CardView]
    wording: Wording

    def section(self, section: SectionParts) -> SectionView:
        units = tuple(self._unit(part) for part in section.parts)
        source = self.entry.document.sections[section.index] if section.index is not None else None
        teaser = source is not None and source.kind is SectionKind.TEASER
        published = source.published if source else None
        return SectionView(
            index=section.index,
            title=self._title(section, source.title if source else None),
            published=published.day.isoformat() if published else "",
            published_from=self.wording.label("published_from", published.source) if published else "",
            region=self._region(section.index),
            teaser=teaser,
            truncated=source is not None and source.truncated,
            fold=self._fold(section, teaser, any(unit.found for unit in units)),
            units=units,
        )

    def _fold(self, section: SectionParts, teaser: bool, holds_findings: bool) -> str:
        """Teasers fold; so does any part of a long document that holds no finding."""
        if holds_findings:
            return "open" if teaser else ""
        long = len(self.entry.document.visible) > _LONG and section.index is not None
        return "closed" if teaser or long else ""

    def _unit(self, part: Part) -> UnitView:
        segments = [segment for leaf in part.leaves for segment in self.texts[leaf]]
        opened = [mark.anchor for segment in segments for mark in segment.opens if mark.severity]
        return UnitView(
            kind=part.kind,
            level=part.level,
            html=Markup() if part.rows else self._html(part.leaves[0]),
            rows=tuple(tuple(self._cell(part, cell) for cell in row) for row in part.rows),
            cards=tuple(self.cards[anchor] for anchor in opened if anchor in self.cards),
            found=bool(opened),
        )

    def _cell(self, part: Part, cell: CellPart) -> CellView:
        return CellView(Markup() if cell.leaf is None else self._html(part.leaves[cell.leaf]), cell)

    def _html(self, leaf: Span) -> Markup:
        # The only place where text becomes mark-up; segments_html escapes all of it.
        return Markup(segments_html(self.texts[leaf], self.entry.document.visible, self.wording))

    def _title(self, section: SectionParts, title: Span | None) -> str:
        if title is not None:
            return self.entry.quote(title).strip()
        text = next((self.entry.quote(part.leaves[0]).strip() for part in section.parts), "")
        line = text.split("\n", 1)[0]
        return line if len(line) <= _LABEL else line[:_LABEL] + "…"

    def _region(self, index: int | None) -> str | None:
        return next((scope.region for scope in self.entry.result.sections if scope.index == index), None)
