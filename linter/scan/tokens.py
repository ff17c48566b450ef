"""Typed lexical hits. Every token knows its span in ``Document.text``; none knows its meaning yet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from linter.text import Span
from reference.interval import Interval


class Unit(StrEnum):
    """What a number counts, with the scale its ``Quantity`` is kept in."""

    PERCENT = "percent"  # 16 for 16%; 九成 is 90; 5‰ is 0.5
    POINTS = "points"  # percentage points: a difference, never a rate
    YUAN = "yuan"  # 3.5万元 is 35000
    MONTHS = "months"  # 15年 is 180, 半年 is 6
    DAYS = "days"
    WORKDAYS = "workdays"
    HOURS = "hours"
    AGE = "age"  # in months: 60周岁 is 720, 60岁4个月 is 724
    TIMES = "times"  # 3倍 is 3
    COUNT = "count"  # with its classifier: 5类, 7人, 31个统筹区
    NONE = "none"  # a bare number


@dataclass(frozen=True, slots=True)
class Token:
    """A lexical hit at ``span`` of ``Document.text``."""

    span: Span


@dataclass(frozen=True, slots=True)
class Quantity(Token):
    """A number with its unit.

    ``values`` holds what is written, scaled to the unit: one number, or the two ends of a range in their order.
    ``interval`` is the set of numbers the wording allows: half a unit of the last written digit either way,
    wider with 约/左右/余, unbounded on one side with 以上/不超过.
    ``step`` is the worth of the last written digit (0.01 for 1532.65, 10000 for 3万).
    """

    unit: Unit
    values: tuple[Decimal, ...]
    interval: Interval
    step: Decimal = Decimal(1)
    approximate: bool = False
    bound: str | None = None  # "min" 以上/不低于 · "max" 以下/不超过 · "over" 超过 · "under" 不满
    per: str | None = None  # "month" · "year" · "day" · "time" · "hour"
    per_head: bool = False
    classifier: str | None = None  # 类, 人, 个统筹区 for COUNT

    @property
    def is_range(self) -> bool:
        """True when two ends are written."""
        return len(self.values) == 2

    @property
    def value(self) -> Decimal:
        """The number as written; the first end of a range."""
        return self.values[0]


@dataclass(frozen=True, slots=True)
class CalendarPoint:
    """A date as written. ``year_offset`` counts from the anchor's year (今年 0, 去年 -1); ``None`` parts are unsaid.

    ``part`` narrows a year or a month: "start" 初, "middle" 中旬, "end" 底, "h1"/"h2" halves, "q1" to "q4" quarters.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    year_offset: int | None = None
    part: str | None = None


@dataclass(frozen=True, slots=True)
class DateToken(Token):
    """A date or a period. ``end`` is set for a written range (2024年9月1日至2025年2月28日).

    ``relation``: "at", "since" (自…起), "until" (…前, 截至…, inclusive), "after" (…后).
    ``impossible`` marks a day that no calendar has (2025-02-29).
    """

    start: CalendarPoint
    end: CalendarPoint | None = None
    relation: str = "at"
    impossible: bool = False


@dataclass(frozen=True, slots=True)
class Term(Token):
    """A vocabulary hit; ``facets`` say what it contributes to a claim (scheme, payer, polarity, …)."""

    id: str
    facets: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class RegionToken(Token):
    """A place name. ``codes`` are the GB/T 2260 codes it may mean; more than one when it is ambiguous."""

    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Phone(Token):
    """A phone number; ``digits`` without separators."""

    digits: str


@dataclass(frozen=True, slots=True)
class DocNumber(Token):
    """A document number, normalised: 国办发〔2024〕38号."""

    number: str


@dataclass(frozen=True, slots=True)
class LawArticle(Token):
    """A citation of a law, by title and article number (``None`` when only the title is given)."""

    law: str
    article: int | None


@dataclass(frozen=True, slots=True)
class Tokens:
    """All tokens of a document, each kind in text order."""

    quantities: tuple[Quantity, ...] = ()
    dates: tuple[DateToken, ...] = ()
    terms: tuple[Term, ...] = ()
    regions: tuple[RegionToken, ...] = ()
    phones: tuple[Phone, ...] = ()
    doc_numbers: tuple[DocNumber, ...] = ()
    law_articles: tuple[LawArticle, ...] = ()
