"""Where, when and how seriously a sentence speaks."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from linter.claims.attribution import quoted_from_an_old_document, quoted_from_others
from linter.claims.frame import Framer
from linter.claims.layout import Sentence
from linter.claims.model import Scope
from linter.document import BlockKind, Document, Section
from linter.scan.calendar_points import resolve
from linter.scan.tokens import DateToken, RegionToken, Term
from linter.text import Span
from reference.period import Period
from reference.regions import COUNTRY

# 1966年出生的 · 2023年全省平均工资的60% · 上年度职工月平均工资: the date belongs to the person or to the statistic.
_OTHER_DATE = re.compile(
    r"(?:[、和至到-][0-9]{4}年)*(?:以?[前后])?(?:出生|生的|生人)"
    r"|度?[^,;。:()0-9]{0,14}(?:平均工资|月均工资|社平工资|平均缴费工资|可支配收入|平均养老金|人均基本养老金|人均养老金|岗平工资)"
)
# A hearsay that the text makes its own: 我们按这个口径给大家排了表.
_ENDORSED = re.compile(r"(?:我们|本文|小编|大家|可以)[^,;。]{0,4}(?:按|照)(?:这个|这一|此|该)(?:口径|说法|标准|算法)")
_GROUP = re.compile(r"(?:就|规定|是|该)?[456][0-9五](?:周)?岁[^,;。:]{0,8}女")
# 以前攒的缴费年限一笔勾销: what was paid before is lost now.
_PAID_BEFORE = re.compile(
    "(?:所|已经?)?(?:交|缴|攒|累计|积累|积攒|存|参保|买)(?:过|了|下|起来)?的?[^,;。]{0,8}(?:年限|年头|工龄|社保|医保|养老|保费|月数|时间|钱|全|都)|的(?:缴费)?年限"
)
_REACHES = re.compile(r"[^,;。:0-9]{0,6}(?:提|达|升|涨|增|延|调|过渡|变|为(?!止))")
# 截至2024年9月16日,11个省份已…: how things stood on that day.
_STOOD = re.compile("(?:截至|截止到?|截止至)$")
_YEAR_HEADER = re.compile("(?P<year>20[0-9]{2})(?:年度?)?(?P<on>及以后|以后|起)?")
# 二档:单位1.5%,个人0.5%: the figures of one of several ways to take part.
_GRADE = re.compile("([一二三四五甲乙丙ABC])档(?![次位]?(?:医院|基数))")
_INTRODUCES = "如下"
# 全国规定…: the claim is of the whole country, whatever place the page is about.
_WHOLE_COUNTRY = re.compile("全国(?!人大|人民|政协|医保|各地)")
_QUESTION_ENDS = ("?", "吗")
# 一类(甲市、省直)4498元;二类4299元: the place in the brackets is one of its own class only.
_NEXT_CLASS = re.compile("[;,。、][^;,。、0-9]{0,3}[一二三四五六1-6](?:类|档|级)")
# 1. 失业金最长领36个月。(×,应为24个月): the key to a quiz says that the sentence is wrong.
_MARKED_WRONG = re.compile("\\s*[([]\\s*(?:答案?[::]?)?\\s*[×✗✘❌╳](?=[\\s,。;:)\\]])")
# The column of a table that holds what is not so.
_WRONG_COLUMN = re.compile(
    "\\s*(?:常见|网上|流传|网络|典型)?的?(?:错误|误区|误解|谣言|传言|网传|误传)(?:的?(?:说法|做法|认识|理解|观点|内容|版本|答案))?\\s*"
)
_BIRTH_HEADER = re.compile("出生")
# A word of these kinds colours everything after it in the sentence, not only its own segment.
_CARRIED = frozenset({"history", "plan", "hypothetical", "hearsay", "condition"})
# These only speak for the segment they stand in.
_LOCAL = frozenset({"typical", "current", "question", "only", "example"})


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
        self._framer = framer
        self._dates = dates
        self._date_starts = [token.span.start for token in dates]
        self._regions = regions
        self._region_starts = [token.span.start for token in regions]
        self._section_regions = tuple(self._region_of(section, resolve_hint) for section in document.sections)

    def region_of_section(self, index: int) -> str | None:
        """The place a section is about, from its front matter or its title."""
        return self._section_regions[index][0]

    def scope(self, span: Span, sentence: Sentence) -> Scope:
        """The scope of what is said at ``span`` in ``sentence``."""
        section = self._document.sections[sentence.section]
        published = section.published.day if section.published else None
        region, region_from = self._region(span, sentence)
        period, period_from = self._period(span, sentence, published)
        markers = self._markers(span, sentence)
        return Scope(sentence.section, region, region_from, published, period, period_from, markers)

    def _region_of(self, section: Section, resolve_hint: Callable[[str], str | None]) -> tuple[str | None, str]:
        if section.region_hint:
            code = resolve_hint(section.region_hint)
            if code is not None:
                return code, "front-matter"
        if section.title is not None:
            places = self._regions_in(section.title)
            if len({code for token in places for code in token.codes[:1]}) == 1:
                return places[0].codes[0], "title"
        return None, "unknown"

    def _regions_in(self, span: Span) -> Sequence[RegionToken]:
        return self._regions[bisect_left(self._region_starts, span.start) : bisect_left(self._region_starts, span.end)]

    def _region(self, span: Span, sentence: Sentence) -> tuple[str | None, str]:
        own_section = self._section_regions[sentence.section]
        block = self._document.sections[sentence.section].blocks[sentence.block]
        for area, label in ((sentence.span, "sentence"), (Span(block.span.start, sentence.span.start), "block")):
            before = [
                token
                for token in self._regions_in(area)
                if token.span.start <= span.start and not self._of_another_class(token, span)
            ]
            whole = _WHOLE_COUNTRY.search(
                self._document.text, before[-1].span.end if before else area.start, span.start
            )
            if whole is not None and label == "sentence":
                return COUNTRY, label
            if before:
                return _narrowed(before[-1], own_section[0]), label
        for heading in self._headings(sentence):
            places = self._regions_in(heading)
            if places:
                return _narrowed(places[-1], own_section[0]), "heading"
        return own_section

    def _of_another_class(self, token: RegionToken, span: Span) -> bool:
        """True for a place named with a class of places (一类地区为甲市) when the figure is of a class named later."""
        text = self._document.text
        named = re.search(
            "[一二三四五六1-6](?:类|档|级)[^,;。]{0,12}$", text[max(0, token.span.start - 16) : token.span.start]
        )
        listed = (
            named is not None or re.match("[^,;。()]{0,8}\\)", text[token.span.end : token.span.end + 10]) is not None
        )
        return listed and _NEXT_CLASS.search(text, token.span.end, span.start) is not None

    def _headings(self, sentence: Sentence) -> list[Span]:
        blocks = self._document.sections[sentence.section].blocks[: sentence.block]
        nearest = next((block.span for block in reversed(blocks) if block.kind is BlockKind.HEADING), None)
        return [] if nearest is None else [nearest]

    def dates_in(self, span: Span) -> Sequence[DateToken]:
        """The date tokens that start inside ``span``."""
        return self._dates[bisect_left(self._date_starts, span.start) : bisect_left(self._date_starts, span.end)]

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

    def _present_from(self, before: Span) -> int:
        """Where the sentence last turns to the present (目前, 现行): dates before that speak of another time."""
        present = [term.span.start for term in self._framer.terms_in(before) if term.facets.get("marker") == "current"]
        return present[-1] if present else before.start

    def _former_from(self, before: Span) -> int | None:
        """Where the sentence turns to former times (和早年的20%不同): dates before that are not those of its number."""
        former = [
            term.span.start
            for term in self._framer.terms_in(before)
            if term.facets.get("marker") == "history" and not self._part_of_date(term) and not self._names_group(term)
        ]
        return former[-1] if former else None

    def _period(self, span: Span, sentence: Sentence, published: date | None) -> tuple[Period | None, str]:
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
        since = self._present_from(before)
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
        for area in [*self._headings(sentence), *([section.title] if section.title else [])]:
            # A full date over a text is its byline, not the time it speaks of.
            tokens = [token for token in self._times_in(area) if token.start.day is None]
            periods = [period for token in tokens if (period := spoken_period(token, published)) is not None]
            if periods:
                return _hull(periods), "heading"
        return (Period.day(published), "published") if published else (None, "unknown")

    def _markers(self, span: Span, sentence: Sentence) -> frozenset[str]:
        own = sentence.segment_at(span.start)
        present = self._present_from(Span(sentence.span.start, max(sentence.span.start, span.start)))
        found: set[str] = set()
        for term in self._framer.terms_in(sentence.span):
            marker = term.facets.get("marker")
            if marker is None or self._part_of_date(term) or self._names_group(term):
                continue
            same = sentence.segment_at(term.span.start) == own
            over = marker == "history" and term.span.start < present
            if same or (marker in _CARRIED and term.span.start < span.start and not over):
                found.add(marker)
        text = sentence.span.cut(self._document.text).rstrip()
        if text.endswith(_QUESTION_ENDS):
            found.add("question")
        if any(
            _WRONG_COLUMN.fullmatch(self._document.text, head.start, head.end)
            for head in self._framer.headers_of(span.start)
        ):
            found.add("hearsay")
        if _MARKED_WRONG.match(self._document.text, sentence.span.end) or _MARKED_WRONG.search(text):
            found.add("hearsay")
        block = self._document.sections[sentence.section].blocks[sentence.block].span
        if quoted_from_others(block.cut(self._document.text), span.start - block.start):
            found.add("hearsay")
        if quoted_from_an_old_document(block.cut(self._document.text), span.start - block.start):
            found.add("history")
        if _ENDORSED.search(text):
            found.discard("hearsay")
        if self._of_a_year_before(span, sentence):
            found.add("history")
        before = self._document.text[sentence.span.start : span.start]
        return frozenset(found.union(f"grade {grade}" for grade in _GRADE.findall(before)[-1:]))

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

    def _of_a_year_before(self, span: Span, sentence: Sentence) -> bool:
        """去年 in a text without a date: which year it was cannot be said, only that it is over."""
        left = self._times_in(Span(sentence.span.start, max(sentence.span.start, span.start)))
        dated = self._document.sections[sentence.section].published is not None
        return bool(left) and not dated and (left[-1].start.year_offset or 0) < 0

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


def _narrowed(token: RegionToken, section_region: str | None) -> str | None:
    """The code meant: the one inside the section's province when the name is ambiguous."""
    if len(token.codes) == 1 or section_region is None:
        return token.codes[0]
    same = [code for code in token.codes if code[:2] == section_region[:2]]
    return same[0] if same else token.codes[0]
