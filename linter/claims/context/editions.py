"""The one time a text says that its figures are of: 2025年度, 2025版, 本手册按2025年7月至2026年6月这个缴费年度编写."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache

from linter.claims.context.periods import one_round
from linter.document import Section
from linter.normalise import normalise
from linter.scan.calendar_points import resolve
from linter.scan.dates import scan_dates
from linter.scan.tokens import DateToken
from linter.text import Span
from reference.period import Period

_YEARLY = re.compile("度|[ ]?(?:这一?个?|的)?(?:缴费|结算|申报|参保|社保|医保)?年度")
_EDITION = re.compile("[ ]?年?度?(?:[最全]?新?(?:修订|更新)?版|口径)")
_ITSELF = re.compile(
    "(?:本|这)(?:文|表|篇|须知|手册|指南|资料|清单|问答|对照表|材料|页|期|份(?:表|手册|指南|须知|资料))|(?:文中|表中|文内|全文|下文|下表)"
)
# 以上均为2022年标准: a closing remark on all figures.
_ALL_ABOVE = re.compile(
    "(?:以上|上述|上列|上表|前述|文中|表中|表内|文内|下列|以下|下表)(?:各项|所有|几项)?(?:的)?(?:数据|标准|金额|数字|待遇|数值|费用|基数|费率)?"
    "(?:的执行期|的有效期)?(?:均|都|全部|一律|皆|只|仅|是|为|按照?|自|从|依据|根据|执行|适用|对应|取自|采用|截至|以|:)+$"
)
_ENDS = "。!?\n"
# 本年度 in a text that says which one it means.
_OWN_YEAR = re.compile("(?:本|该|这一?个?)(?:缴费|结算|申报|参保|社保|医保)?年度")


def edition(text: str, section: Section, dates: Iterable[DateToken]) -> Period | None:
    """The time of a section, by the plainest way in which it names one; ``None`` where it names several.

    ``dates`` are those of the section's text and title that can say when something holds. Bare days say nothing.
    """
    published = section.published.day if section.published else None
    absolute = [token for token in dates if _absolute(token) and token.relation in ("at", "since")]
    tokens = [token for token in absolute if token.start.day is None]
    ways = (
        [token for token in tokens if _of_a_year(text, token)],
        [token for token in tokens if _EDITION.match(text, token.span.end)],
        [token for token in absolute if _of_all_above(text, token)],
        [token for token in tokens if _ITSELF.search(text, _sentence_start(text, token.span.start), token.span.start)],
    )
    for named in ways:
        periods = {_round_of(token, published) for token in named}
        if periods:
            return periods.pop() if len(periods) == 1 else None
    return None


def says_own_year(text: str, token: DateToken) -> bool:
    """True for 本年度 and its like: the year the text has said it is about."""
    return _OWN_YEAR.fullmatch(text, token.span.start, token.span.end) is not None


@lru_cache(maxsize=64)
def years_of_title(title: str | None) -> Sequence[DateToken]:
    """The dates of a title that stands outside the visible text, in front matter or the head of a page."""
    return scan_dates(normalise(title)) if title else ()


def _of_a_year(text: str, token: DateToken) -> bool:
    return token.span.cut(text).endswith("年度") or _YEARLY.match(text, token.span.end) is not None


def _of_all_above(text: str, token: DateToken) -> bool:
    """True for the date of a remark on all figures; a day only where something holds from then on."""
    told = token.start.day is None or token.relation == "since"
    return told and _ALL_ABOVE.search(text, _sentence_start(text, token.span.start), token.span.start) is not None


def _round_of(token: DateToken, published: date | None) -> Period | None:
    """The time a date names; of 2023年7月1日起 the year from then on, for of yearly figures it is said."""
    period = resolve(token, published)
    by_day = token.start.day is not None and period is not None
    return one_round(Period(period.start, None)) if by_day and period is not None else period


def _absolute(token: DateToken) -> bool:
    return token.start.year is not None


def _sentence_start(text: str, offset: int) -> int:
    return max(text.rfind(end, 0, offset) for end in _ENDS) + 1


def stretch(section: Section) -> Sequence[Span]:
    """Where a section may name its time: its blocks and its title."""
    return [*(block.span for block in section.blocks), *([section.title] if section.title else [])]
