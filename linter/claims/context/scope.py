"""Where, when and how seriously a sentence speaks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from linter.claims.context.frame import Framer
from linter.claims.context.layout import Sentence
from linter.claims.context.markers import Markers
from linter.claims.context.places import Places
from linter.claims.context.times import Times
from linter.claims.model import Scope
from linter.document import Document
from linter.scan.tokens import DateToken, RegionToken
from linter.text import Span
from reference.period import Period


class Scoper:
    """Computes scopes in one document. ``resolve_hint`` turns a front matter region into a code."""

    def __init__(
        self,
        document: Document,
        framer: Framer,
        dates: Sequence[DateToken],
        regions: Sequence[RegionToken],
        resolve_hint: Callable[[str], str | None],
    ) -> None:
        self._document = document
        self._places = Places(document, framer, regions, resolve_hint)
        self._times = Times(document, framer, dates)
        self._markers = Markers(document, framer, self._times)
        self._scopes: dict[tuple[Span, Span], Scope] = {}

    def scope(self, span: Span, sentence: Sentence) -> Scope:
        """The scope of what is said at ``span`` in ``sentence``: found once, however many ask."""
        asked = span, sentence.span
        if asked not in self._scopes:
            self._scopes[asked] = self._scope(span, sentence)
        return self._scopes[asked]

    def _scope(self, span: Span, sentence: Sentence) -> Scope:
        section = self._document.sections[sentence.section]
        published = section.published.day if section.published else None
        region, region_from = self._places.at(span, sentence)
        period, period_from = self._times.at(span, sentence, published)
        markers = self._markers.at(span, sentence)
        return Scope(sentence.section, region, region_from, published, period, period_from, markers)

    def region_of_section(self, index: int) -> str | None:
        """The place a section is about, from its front matter or its title."""
        return self._places.of_section(index)

    def dates_in(self, span: Span) -> Sequence[DateToken]:
        """The date tokens that start inside ``span``."""
        return self._times.dates_in(span)

    def year_of_section(self, index: int) -> Period | None:
        """The one year a text says its figures are of (2025年度), in its title or in any of its sentences."""
        return self._times.year_of_section(index)

    def year_of_title(self, index: int) -> Period | None:
        """The one year that the title of an undated text names."""
        return self._times.year_of_title(index)

    def only_year(self, index: int) -> Period | None:
        """The one year that an undated text names at all."""
        return self._times.only_year(index)

    def year_before(self, span: Span, sentence: Sentence) -> Period | None:
        """The year that an undated text last named in the block before ``span``."""
        return self._times.year_before(span, sentence)

    def years_of_statistic(self, span: Span, sentence: Sentence, published: date | None) -> Period | None:
        """The years for which an average wage may be named: its own, or the next, whose contributions rest on it."""
        return self._times.years_of_statistic(span, sentence, published)
