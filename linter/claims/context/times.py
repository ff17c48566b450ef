"""The time that what a sentence says holds at."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import chain, islice

from linter.claims.context.asked import asked, is_personal
from linter.claims.context.editions import says_own_year, years_of_title
from linter.claims.context.frame import Framer
from linter.claims.context.layout import Sentence
from linter.claims.context.looking_back import looking_back, said_behind
from linter.claims.context.openings import opening, tells_time_of_all
from linter.claims.context.periods import hull, spoken_period, year_of_header
from linter.claims.context.reached import reached
from linter.claims.context.row_years import row_years
from linter.claims.context.told_dates import ToldDates
from linter.claims.context.told_years import ToldYears
from linter.claims.context.turns import Turns
from linter.document import Document
from linter.scan.tokens import DateToken
from linter.text import Span
from reference.period import Period

_AVERAGE_WAGE = re.compile("度?[^,;。:()0-9]{0,14}(?:平均工资|月均工资|社平工资|岗平工资)")
_RESTS_ON_IT = re.compile("[^,;。:]{0,8}[0-9][^,;。:]{0,12}[,;:]")
_INTRODUCES = "如下"
# 2031年1月退。他那年的最低年限是16年: the year told last.
_THAT_YEAR = re.compile("(?:那一?|该|同)年(?!度?[龄级份])")


class Times:
    """The times of one document: for each place the one that holds there."""

    def __init__(self, document: Document, framer: Framer, told: ToldDates, turns: Turns, years: ToldYears) -> None:
        self._document = document
        self._framer = framer
        self._told = told
        self._turns = turns
        self._years = years
        self._row_years = row_years(document)
        self._openings: dict[int, Sequence[DateToken]] = {}

    def at(self, span: Span, sentence: Sentence, published: date | None) -> tuple[Period | None, str]:
        """The time that holds at ``span``, and where it was found; that of publication where the text names none."""
        behind = said_behind(self._document, span, sentence)
        for token in self._told.times_in(behind) if behind is not None else ():
            if (period := spoken_period(token, published)) is not None:
                return period, "stated"
        since, former = self._turns.before(span, sentence)
        turn = since if former is None else former + 1
        for token in self._beside(span, sentence, turn, former is not None):
            period = self._own_year(token, sentence) or spoken_period(reached(token, self._document.text), published)
            if period is not None:
                return period, "stated"
        if former is not None:
            return None, "unknown"
        if _THAT_YEAR.search(self._document.text, sentence.span.start, span.start):
            return self._told_last(span, sentence, published)
        if since == sentence.span.start:
            for found in self._elsewhere(span, sentence, published):
                return found
        if published is None and (years := self._of_average_wage(span, sentence)) is not None:
            return years, "stated"
        return (Period.day(published), "published") if published else (None, "unknown")

    def _of_average_wage(self, span: Span, sentence: Sentence) -> Period | None:
        """2025年月平均工资6905元:上限20715元: what rests on the average wage told last is of its years."""
        text = self._document.text
        left = self._told.within(Span(sentence.span.start, max(sentence.span.start, span.start)))
        named = _AVERAGE_WAGE.match(text, left[-1].span.end, span.start) if left else None
        if named is None or not _RESTS_ON_IT.match(text, named.end(), span.start):
            return None
        return self._years.of_statistic(span, sentence, None)

    def _told_last(self, span: Span, sentence: Sentence, published: date | None) -> tuple[Period | None, str]:
        """The time the block told last before ``span``; unknown where it told none."""
        block = self._document.sections[sentence.section].blocks[sentence.block].span
        for token in reversed(self._told.times_in(Span(block.start, max(block.start, span.start)))):
            if not self._told.is_birth(token) and (period := spoken_period(token, published)) is not None:
                return period, "stated"
        return None, "unknown"

    def _beside(self, span: Span, sentence: Sentence, since: int, past: bool) -> Iterator[DateToken]:
        """The dates that may be those of ``span``: a note behind it, one near it, then those before it from ``since``.

        In what tells of the ``past`` a date before the turn is not near.
        """
        segment = sentence.segments[sentence.segment_at(span.start)]
        noted = (
            token for token in self._told.times_in(Span(span.end, span.end + 2)) if self._told.noted_behind(span, token)
        )
        near = (token for area in (segment.span, *self._columns(span, sentence)) for token in self._told.times_in(area))
        beside = (
            token
            for token in near
            if not token.span.overlaps(span)
            and not self._told.is_birth(token)
            and (not past or token.span.start >= since)
        )
        yield from islice(chain(noted, beside), 1)
        for token in reversed(self._told.times_in(sentence.span)):
            if since <= token.span.start < span.start and not self._told.is_birth(token):
                yield token

    def _elsewhere(self, span: Span, sentence: Sentence, published: date | None) -> Iterator[tuple[Period, str]]:
        """The times that stand outside the sentence, nearest first, and where each was found."""
        for head in reversed(self._columns(span, sentence)):
            if (year := year_of_header(head.cut(self._document.text))) is not None:
                yield year, "stated"
        if (labelled := self._row_years.get(self._first_cell(sentence))) is not None:
            yield labelled, "stated"
        if (told := self._told_behind(sentence, published)) is not None:
            yield told, "stated"
        if (introduced := self._introduced(sentence, published)) is not None:
            yield introduced, "heading"
        if (opened := self._opened(sentence, published)) is not None:
            yield opened, "heading"
        if (above := self._above(sentence, published)) is not None:
            yield above, "heading"

    def _first_cell(self, sentence: Sentence) -> int:
        """Where the first cell of a row starts; in plain text a line of it begins with a bar."""
        said = sentence.span.cut(self._document.text)
        return sentence.span.start + len(said) - len(said.lstrip("| \t"))

    def _columns(self, span: Span, sentence: Sentence) -> Sequence[Span]:
        """The heads of the column and the row, without a head that is part of the sentence."""
        return [head for head in self._framer.headers_of(span.start) if not head.overlaps(sentence.span)]

    def _told_behind(self, sentence: Sentence, published: date | None) -> Period | None:
        """The time the next sentence gives: 这是2018年的标准."""
        back = looking_back(self._document, sentence)
        named = () if back is None else self._told.times_in(back)
        tokens = [token for token in named if token.start.day is None or token.relation == "since"]
        return spoken_period(tokens[0], published) if tokens else None

    def _above(self, sentence: Sentence, published: date | None) -> Period | None:
        """The time named by the question, the nearest heading or the title, even one that only the file states."""
        section = self._document.sections[sentence.section]
        shown = [area for area in (sentence.heading, section.title) if area is not None]
        stated = years_of_title(self._document.title) if section.title is None else ()
        asked_of = () if self._turns.speaks_of_now(sentence) else self._asked(sentence)
        opened = self._opening(sentence.section) if section.title is None else ()
        for tokens in (asked_of, *(self._told.times_in(area) for area in shown), stated, opened):
            # A full date over a text is its byline, not the time it speaks of.
            periods = [spoken_period(token, published) for token in tokens if token.start.day is None]
            known = [period for period in periods if period is not None]
            if known:
                return hull(known)
        return None

    def _opening(self, index: int) -> Sequence[DateToken]:
        """The dates of the sentence that stands for a title: 根据2024年甲市社保政策,缴费金额如下."""
        if index not in self._openings:
            first = opening(self._framer, self._document.sections[index])
            told = first is not None and tells_time_of_all(first.span.cut(self._document.text))
            self._openings[index] = self._told.times_in(first.span) if first is not None and told else ()
        return self._openings[index]

    def _asked(self, sentence: Sentence) -> Sequence[DateToken]:
        """The dates of the question that the sentence answers; those somebody tells of a person are of a life."""
        text = self._document.text
        question = asked(self._framer, sentence, text)
        return () if question is None or is_personal(question.cut(text)) else self._told.times_in(question)

    def _own_year(self, token: DateToken, sentence: Sentence) -> Period | None:
        """The year that 本年度 means in a text that has named it."""
        return self._years.of_section(sentence.section) if says_own_year(self._document.text, token) else None

    def _introduced(self, sentence: Sentence, published: date | None) -> Period | None:
        """The time of a sentence before in the block that introduces what follows (2024年的标准如下:)."""
        block = self._document.sections[sentence.section].blocks[sentence.block].span
        before = Span(block.start, max(block.start, sentence.span.start))
        text = before.cut(self._document.text)
        if _INTRODUCES not in text:
            return None
        lead = Span(block.start, block.start + text.rindex(_INTRODUCES))
        times = [token for token in self._told.times_in(lead) if token.start.day is None]
        return spoken_period(times[-1], published) if times else None

    def _opened(self, sentence: Sentence, published: date | None) -> Period | None:
        """The stretch of time that the block opens with: 2016年7月1日至2017年6月30日,…。…下限按2550元执行."""
        block = self._document.sections[sentence.section].blocks[sentence.block].span
        opening = self._told.times_in(Span(block.start, block.start + 1))
        stretches = [token for token in opening if token.end is not None and token.end.year is not None]
        if not stretches or block.start == sentence.span.start or self._turns.speaks_of_now(sentence):
            return None
        return spoken_period(stretches[0], published)
