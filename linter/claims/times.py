"""The time that what a sentence says holds at."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from linter.claims.frame import Framer
from linter.claims.layout import Sentence, heading_above
from linter.document import Document
from linter.scan.calendar_points import resolve
from linter.scan.tokens import DateToken, Term
from linter.text import Span
from reference.period import Period

# 1966年出生的 · 2023年全省平均工资的60% · 上年度职工月平均工资: the date belongs to the person or to the statistic.
_OTHER_DATE = re.compile(
    r"(?:[、和至到-][0-9]{4}年)*(?:以?[前后])?(?:出生|生的|生人)"
    r"|度?[^,;。:()0-9]{0,14}(?:平均工资|月均工资|社平工资|平均缴费工资|可支配收入|平均养老金|人均基本养老金|人均养老金|岗平工资)"
)
_GROUP = re.compile(r"(?:就|规定|是|该)?[456][0-9五](?:周)?岁[^,;。:]{0,8}女")
# 以前攒的缴费年限一笔勾销: what was paid before is lost now.
_PAID_BEFORE = re.compile(
    "(?:所|已经?)?(?:交|缴|攒|累计|积累|积攒|存|参保|买)(?:过|了|下|起来)?的?[^,;。]{0,8}(?:年限|年头|工龄|社保|医保|养老|保费|月数|时间|钱|全|都)|的(?:缴费)?年限"
)
_REACHES = re.compile(r"[^,;。:0-9]{0,6}(?:提|达|升|涨|增|延|调|过渡|变|为(?!止))")
# 截至2024年9月16日,11个省份已…: how things stood on that day.
_STOOD = re.compile("(?:截至|截止到?|截止至)$")
_YEAR_HEADER = re.compile("(?P<year>20[0-9]{2})(?:年度?)?(?P<on>及以后|以后|起)?")
_INTRODUCES = "如下"
_BIRTH_HEADER = re.compile("出生")


class Times:
    """The dates of one document, and what each of them is the time of."""

    def __init__(self, document: Document, framer: Framer, dates: Sequence[DateToken]) -> None:
        self._document = document
        self._framer = framer
        self._dates = dates
        self._starts = [token.span.start for token in dates]

    def dates_in(self, span: Span) -> Sequence[DateToken]:
        """The date tokens that start inside ``span``."""
        return self._dates[bisect_left(self._starts, span.start) : bisect_left(self._starts, span.end)]

    def at(self, span: Span, sentence: Sentence, published: date | None) -> tuple[Period | None, str]:
        """The time that holds at ``span``, and where it was found; that of publication where the text names none."""
        segment = sentence.segments[sentence.segment_at(span.start)]
        noted = [token for token in self._times_in(Span(span.end, span.end + 2)) if self._noted_behind(span, token)]
        columns = [head for head in self._framer.headers_of(span.start) if not head.overlaps(sentence.span)]
        areas = [segment.span, *columns]
        near = [
            token
            for area in areas
            for token in self._times_in(area)
            if not token.span.overlaps(span) and not self._is_birth(token)
        ]
        before = Span(sentence.span.start, max(sentence.span.start, span.start))
        since = self.present_from(before)
        left = [
            token
            for token in self._times_in(sentence.span)
            if since <= token.span.start < span.start and not self._is_birth(token)
        ]
        former = self._former_from(before)
        if former is not None and former < since:
            former = None
        if former is not None:
            left = [token for token in left if token.span.start > former]
            near = [token for token in near if token.span.start > former]
        near = [*noted, *near]
        for token in [*near[:1], *reversed(left)]:
            period = spoken_period(self._reached(token), published)
            if period is not None:
                return period, "stated"
        if former is not None:
            return None, "unknown"
        if since > sentence.span.start:
            return (Period.day(published), "published") if published else (None, "unknown")
        named = [period for head in columns if (period := _year_of_header(head.cut(self._document.text))) is not None]
        if named:
            return named[-1], "stated"
        introduced = self._introduced(sentence, published)
        if introduced is not None:
            return introduced, "heading"
        section = self._document.sections[sentence.section]
        for area in [*heading_above(self._document, sentence), *([section.title] if section.title else [])]:
            # A full date over a text is its byline, not the time it speaks of.
            tokens = [token for token in self._times_in(area) if token.start.day is None]
            periods = [period for token in tokens if (period := spoken_period(token, published)) is not None]
            if periods:
                return _hull(periods), "heading"
        return (Period.day(published), "published") if published else (None, "unknown")

    def year_of_section(self, index: int) -> Period | None:
        """The one year a text says its figures are of (2025年度), in its title or in any of its sentences."""
        section = self._document.sections[index]
        areas = [*(block.span for block in section.blocks), *([section.title] if section.title else [])]
        tokens = [token for area in areas for token in self._times_in(area)]
        years = {token.start.year for token in tokens if token.span.cut(self._document.text).endswith("年度")}
        if len(years) != 1:
            return None
        year = years.pop()
        return None if year is None else Period.year(year)

    def only_year(self, index: int) -> Period | None:
        """The one year that an undated text names at all, of which its yearly figures then are."""
        section = self._document.sections[index]
        if section.published is not None:
            return None
        years = {token.start.year for token in self._times_in(section.span) if token.start.year is not None}
        return Period.year(years.pop()) if len(years) == 1 else None

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
        """去年 in a text without a date: which year it was cannot be said, only that it is over."""
        left = self._times_in(Span(sentence.span.start, max(sentence.span.start, span.start)))
        dated = self._document.sections[sentence.section].published is not None
        return bool(left) and not dated and (left[-1].start.year_offset or 0) < 0

    def present_from(self, before: Span) -> int:
        """Where the sentence last turns to the present (目前, 现行): dates before that speak of another time."""
        present = [term.span.start for term in self._framer.terms_in(before) if term.facets.get("marker") == "current"]
        return present[-1] if present else before.start

    def tells_time(self, term: Term) -> bool:
        """True when a word of former times is neither part of a date nor of the name of a group."""
        return not self._part_of_date(term) and not self._names_group(term)

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

    def _reached(self, token: DateToken) -> DateToken:
        """到2039年提到20年 speaks of that year, and 截至9月16日, of that day, not of all the time up to it."""
        if token.relation != "until":
            return token
        text = self._document.text
        stood = text.startswith(",", token.span.end) and _STOOD.search(
            text[max(0, token.span.start - 3) : token.span.start]
        )
        reached = _REACHES.match(text, token.span.end)
        return replace(token, relation="at") if reached or stood else token

    def _names_group(self, term: Term) -> bool:
        """The 原来 of 原来50岁退休的女职工 says who is meant, and that of 以前交的年限 what, not when."""
        text, end = self._document.text, term.span.end
        return (_GROUP.match(text, end) or _PAID_BEFORE.match(text, end)) is not None

    def _part_of_date(self, term: Term) -> bool:
        """The 以前 of 2029年12月31日以前 bounds a date; it does not tell of former times."""
        near = self.dates_in(Span(max(0, term.span.start - 16), term.span.end))
        return any(token.span.end >= term.span.start for token in near)


def _year_of_header(header: str) -> Period | None:
    """The year that is all a header says: 2032, 2032年度, 2039及以后."""
    match = _YEAR_HEADER.fullmatch(header.strip())
    if match is None:
        return None
    year = Period.year(int(match["year"]))
    return Period(year.start, None) if match["on"] else year


def _hull(periods: Sequence[Period]) -> Period:
    """The time from the first day of any of the periods to the last: a heading of two years speaks of both."""
    starts = [period.start for period in periods]
    ends = [period.end for period in periods]
    start = None if None in starts else min(day for day in starts if day is not None)
    end = None if None in ends else max(day for day in ends if day is not None)
    return Period(start, end)


def spoken_period(token: DateToken, anchor: date | None) -> Period | None:
    """The time a claim beside the date speaks of: 自2019年起 is open to the right, 2019年前 to the left."""
    period = None if token.impossible else resolve(token, anchor)
    if period is None:
        return None
    match token.relation:
        case "since":
            return Period(period.start, None)
        case "until":
            return Period(None, period.end)
        case "after":
            return Period(None if period.end is None else period.end + timedelta(days=1), None)
        case _:
            return period
