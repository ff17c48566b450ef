"""Days counted from other days of the text: 3月10日离职,15日内报送,也就是最迟3月25日."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from linter.claims.context.layout import Sentence
from linter.claims.context.manner import is_question
from linter.claims.context.reading import Reading
from linter.claims.context.surroundings import headings
from linter.claims.model import DueDayClaim
from linter.scan.tokens import DateToken, Quantity, Unit
from linter.text import Span

# The day follows from what was said.
_FOLLOWS = re.compile(
    r"(?:也就是(?:说)?|亦即|即(?!日|将|可|使|时|便)|换句话说|算下来|算起来|算出来|算一算|算来|推算|推下来|推到|往后[数推]|数到|算到|对应|相当于"
    r"|折算|这么算|这样算|照此|据此|那就是|所以|因此|故)[^;。]{0,12}$"
)
# It is the last one of a time.
_LAST_BEFORE = re.compile(
    r"(?:最迟|最晚|至迟|截止|截至|不晚于|不迟于|不超过|最后(?:一天|期限|日期|时限|时间)|期限|大限|到期日?|届满|期满|[领休放歇发交缴享拖等报]?[到至])"
    r"(?:[^,;。0-9])*\s*$"
)
_LAST_AFTER = re.compile(
    r"\s*(?:\(含\)|当天|当日|那天|这天)?(?:[之以]?前|止|为止|截止|到期|期满|届满|就?(?:是|为)?(?:最后|截止|期限|大限)|(?:就|便)?(?:过期|逾期|作废|失效|到点|到头))"
)
_LAST_OF_LINE = re.compile("最后(?:一天|期限|日期|时限)|截止|截至|到期|期限|最迟|最晚|大限|届满|期满")
_OF_A_TERM_BEFORE = re.compile(
    r"(?:有|给|限|限期|期限|时限|时效|为期|等待期|宽限期?|往后|再过|再等|过|满|等|休|歇|放|领|享受|发|在|需要?|要|得|是|为|共|最长|最多|起|后|日|:|\()"
    r"(?:了|约|足|满|着|他|她|你|自己|个人|单位)*\s*$"
)
_OF_A_TERM_AFTER = re.compile("的?(?:之内|以内|内|期限|时限|时效|时间|期|宽限|等待|窗口|以后|之后|后|\\))")
# 提前30日: counted backwards; 每30日; and what is not counted from the day named.
_NOT_COUNTED = re.compile("(?:提前|每|早|前|近|缴满|交满|累计|累积|连续|已经?)[^,;。0-9]{0,4}$")
_COUNTED_FROM_ELSEWHERE = re.compile(
    "次月|下个?月|下月|翌年|次年|顺延|延长|中止|中断|扣除|收到|送达|受理|批准|作出|月末|月底起|年底起|节假日|法定假|国庆|春节"
)
# 最后一天, 那两天: no time that is counted.
_NO_TIME = re.compile("(?:最后|头|前|第|那|这|同|当|某|上|下|隔|次)$")
# 60岁再延3个月: whose day of retirement it is, the schedule of retirement tells.
_RETIREMENT = re.compile("退休|周?岁")
_TIMES = frozenset({Unit.DAYS, Unit.WORKDAYS, Unit.MONTHS})
_REACH = 160
_MOST_STARTS = 3
_MOST_LINES = 6
_LEADS = " \t*>•·●▪◆-[(【"
_LINE_MARK = re.compile(r"[\s\])】]*[:,\s]")


def extract(reading: Reading) -> Iterator[DueDayClaim]:
    """Every day said to be the end of a time, with the days before it that the time may be counted from."""
    for sentence in reading.sentences:
        if is_question(reading, sentence):
            continue
        for due in reading.scoper.dates_in(sentence.span):
            claim = _claim(reading, sentence, due) if _is_one(due) else None
            if claim is not None:
                yield claim


def _claim(reading: Reading, sentence: Sentence, due: DateToken) -> DueDayClaim | None:
    block = reading.document.sections[sentence.section].blocks[sentence.block].span
    if _leads(reading, block, due):
        starts = _dated_lines(reading, sentence) if _LAST_OF_LINE.search(block.cut(reading.text)) else []
        follows, times = len(starts) == 1, _times(reading, block)
    else:
        before = reading.text[max(block.start, due.span.start - _REACH) : due.span.start]
        follows = _FOLLOWS.search(before) is not None
        last = due.relation == "until" or _LAST_BEFORE.search(before) or _LAST_AFTER.match(reading.text, due.span.end)
        starts = _starts(reading, sentence, due) if follows or last else []
        times = _times(reading, _around(reading, block, due)) if starts else []
    if not starts or len(times) != 1 or (len(starts) > 1 and not follows and not _leads(reading, block, due)):
        return None
    first = min(starts[0].span.start, times[0].span.start, due.span.start)
    said = reading.text[first : max(sentence.span.end, times[0].span.end)]
    if len(said) > 2 * _REACH or _RETIREMENT.search(said) or _COUNTED_FROM_ELSEWHERE.search(said):
        return None
    scope = reading.scope(due.span, sentence)
    if scope.has("hearsay"):
        return None
    return DueDayClaim(due.span, sentence.span, scope, due, tuple(starts), times[0], follows and len(starts) == 1)


def _is_one(token: DateToken) -> bool:
    """True for a day or a month of the calendar, not a range."""
    return token.end is None and token.start.month is not None and not token.impossible


def _leads(reading: Reading, block: Span, token: DateToken) -> bool:
    """True for the day that a line of a calendar begins with: 9月15日:合同终止."""
    led = reading.text[block.start : token.span.start].strip(_LEADS)
    return not led and _LINE_MARK.match(reading.text, token.span.end, block.end) is not None


def _dated_lines(reading: Reading, sentence: Sentence) -> list[DateToken]:
    """The days that the lines right above begin with, nearest first."""
    found: list[DateToken] = []
    blocks = reading.document.sections[sentence.section].blocks
    for block in reversed(blocks[max(0, sentence.block - _MOST_LINES) : sentence.block]):
        dates = reading.scoper.dates_in(block.span)
        if not dates or not _is_one(dates[0]) or not _leads(reading, block.span, dates[0]):
            break
        found.append(dates[0])
    return found


def _starts(reading: Reading, sentence: Sentence, due: DateToken) -> list[DateToken]:
    """The days told before the last one in its block; where none is, those of the heading right above it."""
    block = reading.document.sections[sentence.section].blocks[sentence.block].span
    here = reading.scoper.dates_in(Span(max(block.start, due.span.start - _REACH), due.span.start))
    above = () if here else reading.scoper.dates_in(next(headings(reading, sentence), Span(0, 0)))
    found = [token for token in here or above if token.start.month is not None or token.end is not None]
    exact = all(_is_one(token) and token.relation != "until" for token in found)
    return found if exact and len(found) <= _MOST_STARTS else []


def _around(reading: Reading, block: Span, due: DateToken) -> Span:
    """What was said before the day, and a remark in brackets right behind it."""
    behind = re.compile(r"[^,;。(]{0,6}\([^)]{0,12}\)").match(reading.text, due.span.end, block.end)
    return Span(max(block.start, due.span.start - _REACH), behind.end() if behind else due.span.end)


def _times(reading: Reading, area: Span) -> Sequence[Quantity]:
    """The times of the area; none where it holds one that is not counted from a day."""
    found = [token for token in reading.quantities_in(area) if token.unit in _TIMES and _is_time(reading, token)]
    return found if all(_is_term(reading, token) for token in found) else []


def _is_time(reading: Reading, token: Quantity) -> bool:
    return _NO_TIME.search(reading.text[max(0, token.span.start - 2) : token.span.start]) is None


def _is_term(reading: Reading, token: Quantity) -> bool:
    if token.is_range or token.approximate or token.per is not None or token.bound not in (None, "max"):
        return False
    before = reading.text[max(0, token.span.start - 10) : token.span.start]
    if _NOT_COUNTED.search(before) or token.value <= 0 or token.value % 1:
        return False
    named = _OF_A_TERM_BEFORE.search(before) or _OF_A_TERM_AFTER.match(reading.text, token.span.end)
    return token.bound == "max" or named is not None
