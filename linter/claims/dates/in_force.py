"""The day a law comes into force: 《…办法》自2020年1月1日起施行; 应在2020年7月1日正式施行前做好准备."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from linter.claims.context.layout import Sentence
from linter.claims.context.manner import is_law_text, is_question
from linter.claims.context.reading import Reading
from linter.claims.dates.event_dates import extract as extract_events
from linter.claims.model import InForceClaim
from linter.scan.calendar_points import resolve
from linter.scan.tokens import DateToken, LawArticle
from linter.text import Span

_IN_FORCE = re.compile(
    r"(?:起|开始|正式|就|才|便|已经?|将|,)*(?:(?P<law>施行)|生效|实施)"
    # 起施行弹性工作制: what is put into force there is something else.
    r"(?=\s*(?:[,;。:!?()、]|之?[前后]|以[前后]|之[日时]|时|以来|了|$))",
    re.MULTILINE,
)
_TO_LAW = re.compile(r"[^,;。0-9]{0,4}")
_FROM_LAW = re.compile(r"[^;。0-9《》]{0,16}")
# What has a day of its own beside that of the law as a whole, and laws that were made anew.
_PARTS = re.compile(
    "修订|修正|修改|废止|停止|失效|旧|原[《办条规来]|新[《办条规法]|草案|征求意见|试点|试行|其中|部分|第[0-9一二三四五六七八九十]+[条款章]"
    "|不含|除|过渡|推迟|延期|提前|改为|原定|有人说|误以为|误传|网传|拟|计划|预计|有望"
)
_MADE_ANEW = re.compile("修订|修正|修改|重新公布|新旧")
# 用人单位应在7月1日正式施行前…: a clause that names nothing else that could come into force, and none before it does.
_NO_SUBJECT = re.compile(
    r"(?:^|[,;:])\s*(?:(?:本|该|这[个部]|上述)(?:暂行)?(?:办法|条例|规定|法))?"
    r"(?:(?:各个?|所有|广大)?(?:用人|参保)?(?:单位|企业|公司|机构|职工|员工|大家|个人|人员|读者|我们|各地))?"
    r"(?:还|也|就|都|最好|务必|尽量)*(?:应当?|需要?|要|须|得|可以?|能)?(?:赶在|赶到|等|在|于|自|从|到|将)*$"
)
_OTHER_SUBJECT = re.compile(
    "标准|政策|待遇|通知|意见|决定|方案|细则|比例|费率|制度|系统|平台|改革|基数|公告|解释|合同|协议|规划|补贴|津贴|新规"
)
_TITLE = re.compile(r"《([^《》\n]{1,60})》")


def extract(reading: Reading) -> Iterator[InForceClaim]:
    """Each day on which a law, named beside it or the only one of its section, is said to come into force."""
    known = {claim.date.span: claim.event for claim in reading.once(extract_events)}
    for sentence in reading.sentences:
        said = sentence.span.cut(reading.text)
        if _PARTS.search(said) or is_question(reading, sentence):
            continue
        if is_law_text(reading.document, reading.document.sections[sentence.section]):
            continue
        for token in reading.scoper.dates_in(sentence.span):
            claim = _claim(reading, sentence, token)
            if claim is not None:
                yield replace(claim, event=known.get(token.span, ""))


def _claim(reading: Reading, sentence: Sentence, token: DateToken) -> InForceClaim | None:
    """The claim of a date of year and month, at least, right behind which the law is said to come into force."""
    if token.start.month is None or token.start.year is None or token.end is not None:
        return None
    law, named = _law(reading, sentence, token)
    scope = reading.scope(token.span, sentence)
    day = resolve(token, scope.published)
    if law is None or day is None or scope.has("hearsay", "hypothetical"):
        return None
    return InForceClaim(token.span, sentence.span, scope, law, token, day, named)


def _law(reading: Reading, sentence: Sentence, token: DateToken) -> tuple[str | None, bool]:
    """The law that comes into force, and whether it is named there: before the date, or between it and the verb."""
    text, laws = reading.text, _laws_in(reading, sentence.span)
    for law in laws:
        led = _TO_LAW.fullmatch(text, token.span.end, law.span.start)
        if led is not None and law.article is None and _IN_FORCE.match(text, law.span.end):
            return law.law, True
    verb = _IN_FORCE.match(text, token.span.end)
    if verb is None:
        return None, False
    before = [law for law in laws if law.span.end <= token.span.start]
    if before:
        touches = _FROM_LAW.fullmatch(text, before[-1].span.end, token.span.start) is not None
        return (before[-1].law, True) if touches and before[-1].article is None else (None, False)
    led_by = text[sentence.span.start : token.span.start]
    if laws or not verb["law"] or not _NO_SUBJECT.search(led_by) or _OTHER_SUBJECT.search(led_by):
        return None, False
    return reading.once(_only_laws)[sentence.section] or None, False


def _only_laws(reading: Reading) -> Iterator[str]:
    """For each section the one law of it, where it names no other document and none was made anew; else nothing."""
    for section in reading.document.sections:
        laws = {law.law for law in _laws_in(reading, section.span)}
        titles = {found[1] for found in _TITLE.finditer(reading.text, section.span.start, section.span.end)}
        anew = _MADE_ANEW.search(reading.text, section.span.start, section.span.end) is not None
        yield next(iter(laws)) if len(laws) == len(titles) == 1 and not anew else ""


def _laws_in(reading: Reading, span: Span) -> Sequence[LawArticle]:
    laws = reading.tokens.law_articles
    first, end = (bisect_left(laws, place, key=lambda law: law.span.start) for place in (span.start, span.end))
    return laws[first:end]
