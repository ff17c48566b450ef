"""Where, when and how seriously a sentence speaks."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from linter.claims.context.frame import Framer
from linter.claims.context.layout import Sentence
from linter.claims.context.markers import Markers
from linter.claims.context.places import Places
from linter.claims.context.times import Times
from linter.claims.context.told_dates import ToldDates
from linter.claims.context.told_years import ToldYears
from linter.claims.context.turns import Turns
from linter.claims.model import Scope
from linter.document import Document
from linter.scan.tokens import DateToken, RegionToken
from linter.text import Span


class Scoper:
    """Computes scopes in one document; ``years`` are those it names for its yearly figures.

    ``resolve_hint`` turns a front matter region into a code.
    """

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
        self._told = ToldDates(document, framer, dates)
        turns = Turns(document.text, framer, self._told)
        self.years = ToldYears(document, self._told, self._places)
        self._times = Times(document, framer, self._told, turns, self.years)
        self._markers = Markers(document, framer, turns, self.years)
        self._scopes: dict[tuple[Span, Span], Scope] = {}
        self._alike: dict[Scope, Scope] = {}

    def scope(self, span: Span, sentence: Sentence) -> Scope:
        """The scope of what is said at ``span`` in ``sentence``: found once, however many ask."""
        asked = span, sentence.span
        if asked not in self._scopes:
            scope = self._scope(span, sentence)
            # A document of ten thousand lines has few scopes that differ: those alike are one object.
            self._scopes[asked] = self._alike.setdefault(scope, scope)
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
        return self._told.within(span)
