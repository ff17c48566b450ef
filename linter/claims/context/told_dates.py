"""The dates a text names, and whether what they date is what it says, or a person or a statistic."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from linter.claims.context.frame import Framer
from linter.document import Document
from linter.scan.tokens import DateToken
from linter.text import Span

# 1966年出生的 · 2023年全省平均工资的60% · 上年度职工月平均工资: the date belongs to the person or to the statistic.
_OTHER_DATE = re.compile(
    r"(?:[、和至到-][0-9]{4}年)*(?:以?[前后])?(?:出生|生的|生人|生(?=[,。;:、)\s男女]|$))"
    r"|度?[^,;。:()0-9]{0,14}(?:平均工资|月均工资|社平工资|平均缴费工资|可支配收入|平均养老金|人均基本养老金|人均养老金|岗平工资)"
    r"|度?(?:本人|月|全年)*(?:基本|基础)?(?:养老金|退休费)的\s*(?:百分之|[0-9.]+%)"
    r"|度?(?:的?最后一?个?月)(?:的|本人|基本)*(?:养老金|退休金|工资)"
    r"|度?的?(?:[\u4e00-\u9fff]{0,6}(?:标准|水平))?(?:的)?基础上|度?(?:的?(?:标准|水平))?相比"
)
# 和2024年比,上限调到24762元 · 比2024年多20元: what is compared with is not what is told.
_COMPARED = re.compile("[和与跟同]$")
_COMPARED_WITH = re.compile("度?(?:的?(?:标准|水平|时候?))?相?比(?:较|起来)?[,:]")
_COMPARES = re.compile("(?:比|相较于?|较)$")
_BY_HOW_MUCH = re.compile("度?(?:同期)?(?:又|再|只|都|约|大约|略|净)*(?:多|高|涨|增|提|上[涨调]|少|低|降|下[降调])")
_BIRTH_HEADER = re.compile("出生")
_REACH = 20


class ToldDates:
    """The date tokens of one document, by place."""

    def __init__(self, document: Document, framer: Framer, dates: Sequence[DateToken]) -> None:
        self._document = document
        self._framer = framer
        self._dates = dates
        self._starts = [token.span.start for token in dates]

    def within(self, span: Span) -> Sequence[DateToken]:
        """The date tokens that start inside ``span``."""
        return self._dates[bisect_left(self._starts, span.start) : bisect_left(self._starts, span.end)]

    def times_in(self, span: Span) -> list[DateToken]:
        """The dates that can say when something holds: a birth or the year of a statistic does not."""
        return [token for token in self.within(span) if not self._dates_another(token)]

    def _dates_another(self, token: DateToken) -> bool:
        text, start, end = self._document.text, token.span.start, token.span.end
        led = text[max(0, start - 3) : start]
        pairs = ((_COMPARED, _COMPARED_WITH), (_COMPARES, _BY_HOW_MUCH))
        compared = any(before.search(led) and behind.match(text, end) for before, behind in pairs)
        return compared or _OTHER_DATE.match(text, end, end + _REACH) is not None

    def is_birth(self, token: DateToken) -> bool:
        """True for a date in a column of births: whose rule is meant, not when it holds."""
        heads = self._framer.headers_of(token.span.start)
        return any(_BIRTH_HEADER.search(self._document.text, head.start, head.end) for head in heads)

    def noted_behind(self, span: Span, token: DateToken) -> bool:
        """True for the year that brackets right behind a figure hold and nothing else: 143元(2025年)."""
        text = self._document.text
        return (
            token.span.start == span.end + 1
            and text.startswith("(", span.end)
            and re.match("度?(?:的?(?:标准|数据|口径))?\\)", text[token.span.end : token.span.end + 8]) is not None
        )
