"""The time that what a sentence says holds at."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import chain, islice

from linter.claims.context.asked import asked, is_personal
from linter.claims.context.editions import edition, says_own_year, stretch, years_of_title
from linter.claims.context.frame import Framer
from linter.claims.context.layout import Sentence
from linter.claims.context.looking_back import looking_back, said_behind
from linter.claims.context.openings import opening, tells_time_of_all
from linter.claims.context.periods import hull, spoken_period, year_of_header
from linter.claims.context.reached import reached, stood
from linter.claims.context.row_years import row_years
from linter.document import Document
from linter.scan.calendar_points import resolve
from linter.scan.tokens import DateToken, Term
from linter.text import Span
from reference.period import Period

# 1966年出生的 · 2023年全省平均工资的60% · 上年度职工月平均工资: the date belongs to the person or to the statistic.
_OTHER_DATE = re.compile(
    r"(?:[、和至到-][0-9]{4}年)*(?:以?[前后])?(?:出生|生的|生人)"
    r"|度?[^,;。:()0-9]{0,14}(?:平均工资|月均工资|社平工资|平均缴费工资|可支配收入|平均养老金|人均基本养老金|人均养老金|岗平工资)"
    r"|度?(?:本人|月|全年)*(?:基本|基础)?(?:养老金|退休费)的\s*(?:百分之|[0-9.]+%)"
    r"|度?的?(?:[\u4e00-\u9fff]{0,6}(?:标准|水平))?(?:的)?基础上|度?(?:的?(?:标准|水平))?相比"
)
_AVERAGE_WAGE = re.compile("度?[^,;。:()0-9]{0,14}(?:平均工资|月均工资|社平工资|岗平工资)")
_RESTS_ON_IT = re.compile("[^,;。:]{0,8}[0-9][^,;。:]{0,12}[,;:]")
_GROUP = re.compile(r"(?:就|规定|是|该)?[456][0-9五](?:周)?岁[^,;。:]{0,8}女")
# 看自己原来的工资: what somebody used to earn.
_FORMER_WAGE = re.compile("的?(?:工资|收入|薪水|月薪)")
# 以前攒的缴费年限一笔勾销: what was paid before is lost now.
_PAID_BEFORE = re.compile(
    "(?:所|已经?)?(?:交|缴|攒|累计|积累|积攒|存|参保|买)(?:过|了|下|起来)?的?[^,;。]{0,8}(?:年限|年头|工龄|社保|医保|养老|保费|月数|时间|钱|全|都)|的(?:缴费)?年限"
)
_INTRODUCES = "如下"
# 2031年1月退。他那年的最低年限是16年: the year told last.
_THAT_YEAR = re.compile("(?:那一?|该|同)年(?!度?[龄级份])")
_BIRTH_HEADER = re.compile("出生")


class Times:
    """The dates of one document, and what each of them is the time of."""

    def __init__(self, document: Document, framer: Framer, dates: Sequence[DateToken]) -> None:
        self._document = document
        self._framer = framer
        self._dates = dates
        self._starts = [token.span.start for token in dates]
        self._row_years = row_years(document)
        self._editions: dict[int, Period | None] = {}
        self._openings: dict[int, Sequence[DateToken]] = {}

    def dates_in(self, span: Span) -> Sequence[DateToken]:
        """The date tokens that start inside ``span``."""
        return self._dates[bisect_left(self._starts, span.start) : bisect_left(self._starts, span.end)]

    def at(self, span: Span, sentence: Sentence, published: date | None) -> tuple[Period | None, str]:
        """The time that holds at ``span``, and where it was found; that of publication where the text names none."""
        behind = said_behind(self._document, span, sentence)
        for token in self._times_in(behind) if behind is not None else ():
            if (period := spoken_period(token, published)) is not None:
                return period, "stated"
        since, former = self._turns(span, sentence)
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
        left = self.dates_in(Span(sentence.span.start, max(sentence.span.start, span.start)))
        named = _AVERAGE_WAGE.match(text, left[-1].span.end, span.start) if left else None
        if named is None or not _RESTS_ON_IT.match(text, named.end(), span.start):
            return None
        return self.years_of_statistic(span, sentence, None)

    def _told_last(self, span: Span, sentence: Sentence, published: date | None) -> tuple[Period | None, str]:
        """The time the block told last before ``span``; unknown where it told none."""
        block = self._document.sections[sentence.section].blocks[sentence.block].span
        for token in reversed(self._times_in(Span(block.start, max(block.start, span.start)))):
            if not self._is_birth(token) and (period := spoken_period(token, published)) is not None:
                return period, "stated"
        return None, "unknown"

    def _turns(self, span: Span, sentence: Sentence) -> tuple[int, int | None]:
        """Where the sentence turns to the present before ``span`` (else its start), and after that to the past."""
        before = Span(sentence.span.start, max(sentence.span.start, span.start))
        since, former = self.present_from(before), self._former_from(before)
        return since, None if former is not None and former < since else former

    def _beside(self, span: Span, sentence: Sentence, since: int, past: bool) -> Iterator[DateToken]:
        """The dates that may be those of ``span``: a note behind it, one near it, then those before it from ``since``.

        In what tells of the ``past`` a date before the turn is not near.
        """
        segment = sentence.segments[sentence.segment_at(span.start)]
        noted = (token for token in self._times_in(Span(span.end, span.end + 2)) if self._noted_behind(span, token))
        near = (token for area in (segment.span, *self._columns(span, sentence)) for token in self._times_in(area))
        beside = (
            token
            for token in near
            if not token.span.overlaps(span) and not self._is_birth(token) and (not past or token.span.start >= since)
        )
        yield from islice(chain(noted, beside), 1)
        for token in reversed(self._times_in(sentence.span)):
            if since <= token.span.start < span.start and not self._is_birth(token):
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
        named = () if back is None else self._times_in(back)
        tokens = [token for token in named if token.start.day is None or token.relation == "since"]
        return spoken_period(tokens[0], published) if tokens else None

    def year_of_section(self, index: int) -> Period | None:
        """The one time a text says its figures are of (2025年度, 2025版), in its title or in any of its sentences."""
        if index not in self._editions:
            section = self._document.sections[index]
            tokens = [token for area in stretch(section) for token in self._times_in(area)]
            self._editions[index] = edition(self._document.text, section, tokens)
        return self._editions[index]

    def year_of_title(self, index: int) -> Period | None:
        """The one calendar year that the title of an undated text names: what it calls 目前 is of that year."""
        section = self._document.sections[index]
        if section.published is not None:
            return None
        titled = years_of_title(self._document.title) if section.title is None else self._times_in(section.title)
        years = {token.start.year for token in titled if token.relation == "at" and token.start.day is None}
        year = years.pop() if len(years) == 1 else None
        return None if year is None else Period.year(year)

    def _above(self, sentence: Sentence, published: date | None) -> Period | None:
        """The time named by the question, the nearest heading or the title, even one that only the file states."""
        section = self._document.sections[sentence.section]
        shown = [area for area in (sentence.heading, section.title) if area is not None]
        stated = years_of_title(self._document.title) if section.title is None else ()
        asked_of = () if self._speaks_of_now(sentence) else self._asked(sentence)
        opened = self._opening(sentence.section) if section.title is None else ()
        for tokens in (asked_of, *(self._times_in(area) for area in shown), stated, opened):
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
            self._openings[index] = self._times_in(first.span) if first is not None and told else ()
        return self._openings[index]

    def _speaks_of_now(self, sentence: Sentence) -> bool:
        """现在按16%: whatever time was asked about, the answer tells of today."""
        terms = self._framer.terms_in(sentence.span)
        return any(term.facets.get("marker") == "current" for term in terms)

    def _asked(self, sentence: Sentence) -> Sequence[DateToken]:
        """The dates of the question that the sentence answers; those somebody tells of a person are of a life."""
        text = self._document.text
        question = asked(self._framer, sentence, text)
        return () if question is None or is_personal(question.cut(text)) else self._times_in(question)

    def only_year(self, index: int) -> Period | None:
        """The one year that an undated text names at all, of which its yearly figures then are."""
        section = self._document.sections[index]
        if section.published is not None:
            return None
        years = {token.start.year for token in self._times_in(section.span) if token.start.year is not None}
        return Period.year(years.pop()) if len(years) == 1 else None

    def year_before(self, span: Span, sentence: Sentence) -> Period | None:
        """The year that an undated text last named in the block before ``span``: 2018年…。补助增加40元."""
        section = self._document.sections[sentence.section]
        if section.published is not None:
            return None
        named = self._times_in(Span(section.blocks[sentence.block].span.start, span.start))
        years = [token.start.year for token in named if token.start.year is not None]
        return Period.year(years[-1]) if years else None

    def years_of_statistic(self, span: Span, sentence: Sentence, published: date | None) -> Period | None:
        """The years for which an average wage may be named: its own, or the next, whose contributions rest on it.

        A text of the year itself can only mean the latter.
        """
        left = self.dates_in(Span(sentence.span.start, max(sentence.span.start, span.start)))
        years = [resolve(token, published) for token in left if token.start.month is None and token.relation == "at"]
        named = next((year for year in reversed(years) if year is not None and year.end is not None), None)
        if named is None or named.end is None:
            return None
        following = Period.year(named.end.year + 1)
        return named if published is not None and published <= named.end else Period(named.start, following.end)

    def of_a_year_before(self, span: Span, sentence: Sentence) -> bool:
        """去年, 截至9月16日 in a text without a date: which year it was cannot be said, only that it is over."""
        left = self._times_in(Span(sentence.span.start, max(sentence.span.start, span.start)))
        if not left or self._document.sections[sentence.section].published is not None:
            return False
        last = left[-1]
        return (last.start.year_offset or 0) < 0 or (last.start.year is None and stood(last, self._document.text))

    def of_insurance_year(self, span: Span, sentence: Sentence) -> bool:
        """2025年度 names the year that begins in 2025, whenever that place lets it begin; 2025年 is the calendar's."""
        left = self._times_in(Span(sentence.span.start, max(sentence.span.start, span.start)))
        return bool(left) and left[-1].relation == "at" and left[-1].span.cut(self._document.text).endswith("年度")

    def present_from(self, before: Span) -> int:
        """Where the sentence last turns to the present (目前, 现行): dates before that speak of another time."""
        present = [term.span.start for term in self._framer.terms_in(before) if term.facets.get("marker") == "current"]
        return present[-1] if present else before.start

    def tells_time(self, term: Term) -> bool:
        """True when a word of former times is neither part of a date nor of the name of a group."""
        return not self._part_of_date(term) and not self._names_group(term)

    def _own_year(self, token: DateToken, sentence: Sentence) -> Period | None:
        """The year that 本年度 means in a text that has named it."""
        return self.year_of_section(sentence.section) if says_own_year(self._document.text, token) else None

    def _former_from(self, before: Span) -> int | None:
        """Where the sentence turns to former times (和早年的20%不同): dates before that are not those of its number."""
        former = [
            term.span.start
            for term in self._framer.terms_in(before)
            if term.facets.get("marker") == "history" and self.tells_time(term)
        ]
        return former[-1] if former else None

    def _introduced(self, sentence: Sentence, published: date | None) -> Period | None:
        """The time of a sentence before in the block that introduces what follows (2024年的标准如下:)."""
        block = self._document.sections[sentence.section].blocks[sentence.block].span
        before = Span(block.start, max(block.start, sentence.span.start))
        text = before.cut(self._document.text)
        if _INTRODUCES not in text:
            return None
        lead = Span(block.start, block.start + text.rindex(_INTRODUCES))
        times = [token for token in self._times_in(lead) if token.start.day is None]
        return spoken_period(times[-1], published) if times else None

    def _opened(self, sentence: Sentence, published: date | None) -> Period | None:
        """The stretch of time that the block opens with: 2016年7月1日至2017年6月30日,…。…下限按2550元执行."""
        block = self._document.sections[sentence.section].blocks[sentence.block].span
        opening = self._times_in(Span(block.start, block.start + 1))
        stretches = [token for token in opening if token.end is not None and token.end.year is not None]
        if not stretches or block.start == sentence.span.start or self._speaks_of_now(sentence):
            return None
        return spoken_period(stretches[0], published)

    def _times_in(self, span: Span) -> list[DateToken]:
        """The dates that can say when something holds: a birth or the year of a statistic does not."""
        text = self._document.text
        return [
            token for token in self.dates_in(span) if not _OTHER_DATE.match(text, token.span.end, token.span.end + 20)
        ]

    def _noted_behind(self, span: Span, token: DateToken) -> bool:
        """True for the year that brackets right behind a figure hold and nothing else: 143元(2025年)."""
        text = self._document.text
        return (
            token.span.start == span.end + 1
            and text.startswith("(", span.end)
            and re.match("度?(?:的?(?:标准|数据|口径))?\\)", text[token.span.end : token.span.end + 8]) is not None
        )

    def _is_birth(self, token: DateToken) -> bool:
        """True for a date in a column of births: whose rule is meant, not when it holds."""
        heads = self._framer.headers_of(token.span.start)
        return any(_BIRTH_HEADER.search(self._document.text, head.start, head.end) for head in heads)

    def _names_group(self, term: Term) -> bool:
        """The 原来 of 原来50岁退休的女职工 says who is meant, that of 原来的工资 what, not when."""
        text, end = self._document.text, term.span.end
        return any(owned.match(text, end) for owned in (_GROUP, _PAID_BEFORE, _FORMER_WAGE))

    def _part_of_date(self, term: Term) -> bool:
        """The 以前 of 2029年12月31日以前 bounds a date; it does not tell of former times."""
        near = self.dates_in(Span(max(0, term.span.start - 16), term.span.end))
        return any(token.span.end >= term.span.start for token in near)
