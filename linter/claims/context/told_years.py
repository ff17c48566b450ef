"""The years a text names as those of its figures: in its title, once in all of it, or with a statistic."""

from __future__ import annotations

from datetime import date

from linter.claims.context.editions import edition, stretch, years_of_title
from linter.claims.context.layout import Sentence
from linter.claims.context.places import Places
from linter.claims.context.reached import stood
from linter.claims.context.told_dates import ToldDates
from linter.document import Document
from linter.scan.calendar_points import resolve
from linter.text import Span
from reference.period import Period


class ToldYears:
    """The years of one document, for figures that are set anew every year."""

    def __init__(self, document: Document, told: ToldDates, places: Places) -> None:
        self._document = document
        self._told = told
        self._places = places
        self._editions: dict[int, Period | None] = {}

    def of_section(self, index: int) -> Period | None:
        """The one time a text says its figures are of (2025年度, 2025版), in its title or in any of its sentences."""
        if index not in self._editions:
            section = self._document.sections[index]
            areas = [area for area in stretch(section) if not self._places.is_of_one_of_several(area, index)]
            tokens = [token for area in areas for token in self._told.times_in(area)]
            self._editions[index] = edition(self._document.text, section, tokens)
        return self._editions[index]

    def of_title(self, index: int) -> Period | None:
        """The one calendar year that the title of an undated text names: what it calls 目前 is of that year."""
        section = self._document.sections[index]
        if section.published is not None:
            return None
        titled = years_of_title(self._document.title) if section.title is None else self._told.times_in(section.title)
        years = {token.start.year for token in titled if token.relation == "at" and token.start.day is None}
        year = years.pop() if len(years) == 1 else None
        return None if year is None else Period.year(year)

    def only(self, index: int) -> Period | None:
        """The one year that an undated text names at all, of which its yearly figures then are."""
        section = self._document.sections[index]
        if section.published is not None:
            return None
        years = {token.start.year for token in self._told.times_in(section.span) if token.start.year is not None}
        return Period.year(years.pop()) if len(years) == 1 else None

    def before(self, span: Span, sentence: Sentence) -> Period | None:
        """The year that an undated text last named in the block before ``span``: 2018年…。补助增加40元."""
        section = self._document.sections[sentence.section]
        if section.published is not None:
            return None
        named = self._told.times_in(Span(section.blocks[sentence.block].span.start, span.start))
        years = [token.start.year for token in named if token.start.year is not None]
        return Period.year(years[-1]) if years else None

    def of_statistic(self, span: Span, sentence: Sentence, published: date | None) -> Period | None:
        """The years for which an average wage may be named: its own, or the next, whose contributions rest on it.

        A text of the year itself can only mean the latter.
        """
        left = self._told.within(Span(sentence.span.start, max(sentence.span.start, span.start)))
        years = [resolve(token, published) for token in left if token.start.month is None and token.relation == "at"]
        named = next((year for year in reversed(years) if year is not None and year.end is not None), None)
        if named is None or named.end is None:
            return None
        following = Period.year(named.end.year + 1)
        return named if published is not None and published <= named.end else Period(named.start, following.end)

    def of_a_year_before(self, span: Span, sentence: Sentence) -> bool:
        """去年, 截至9月16日 in a text without a date: which year it was cannot be said, only that it is over."""
        left = self._told.times_in(Span(sentence.span.start, max(sentence.span.start, span.start)))
        if not left or self._document.sections[sentence.section].published is not None:
            return False
        last = left[-1]
        return (last.start.year_offset or 0) < 0 or (last.start.year is None and stood(last, self._document.text))

    def of_insurance_year(self, span: Span, sentence: Sentence) -> bool:
        """2025年度 names the year that begins in 2025, whenever that place lets it begin; 2025年 is the calendar's."""
        left = self._told.times_in(Span(sentence.span.start, max(sentence.span.start, span.start)))
        return bool(left) and left[-1].relation == "at" and left[-1].span.cut(self._document.text).endswith("年度")
