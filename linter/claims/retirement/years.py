"""Retirement told by the year of birth: 1972年出生的男职工,2034年退休."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from linter.claims.context.layout import Sentence
from linter.claims.context.manner import is_question
from linter.claims.context.reading import Reading
from linter.claims.model import RetirementClaim
from linter.claims.retirement.births import is_birth, month_of, year_of
from linter.claims.retirement.examples import HIGHEST_AGE, LOWEST_AGE
from linter.claims.retirement.groups import named_group
from linter.scan.tokens import DateToken, Quantity, Unit
from linter.text import Span

_GROUPS = frozenset({"male", "female_50", "female_55"})
_RETIRES_BEFORE = re.compile(
    r"(?:退休(?:的)?(?:年份|年度|时间|年)?(?:将|会|应|就|则|要)?(?:调整|变|改|推迟|延迟|延后|延)?(?:为|是|到|至|在|成|于|:)*"
    r"|(?:延|推迟|延迟|等|拖)(?:到|至))(?:约|大约)?\s*$"
)
# 新规下是2036年, 照现行办法推到2044年
_NOW_BEFORE = re.compile(
    r"(?:新(?:政策|政|规定?|办法|制度)(?:下|后|里|出台后|实施后|执行后)?|[按照]照?(?:新|现行|现在|延迟)[^,;。0-9]{0,5}"
    r"|(?:延迟|延后|延退|推迟|改革|调整)(?:退休)?后|(?:如今|现在)),?(?:他|她|其|就|则|便|将|会|要|应|得|须|需)*"
    r"(?:(?:推迟|延迟|延后|推|延|拖|变|改|排|落|熬|等)?(?:是|为|在|到|成|至|于)|:)\s*$"
)
_RETIRES_AFTER = re.compile(r"\s*(?:左右)?(?:才|就|可|能|方|便|正式|可以)*(?:退休|办理?退休|领养老金)")
_AGE_BEFORE = re.compile(
    r"(?:退休年龄(?:将|会|应|则|就)?(?:调整|变|改|推迟|延迟|延)?(?:为|是|到|至|成|:)*|(?:延|推迟|延迟|延后|延长)(?:到|至)"
    # 延迟后要干到55周岁, 新规下需工作到62周岁
    r"|(?:(?:延迟|延后|延退|推迟|改革|调整)(?:退休)?后|新(?:政策|政|规|办法)(?:下|后|出台后|实施后|执行后)?|按(?:照)?(?:新|现行)[^,;。0-9]{0,5}),?"
    r"(?:他|她|就|则|便|将|会|要|需|得|必须|须|应|才|可|能|变成|变为)*"
    r"(?:(?:工作|干|上班|做|拖|熬|等|待|坚持|继续|推|延|缴费|交)*(?:到|至|满)|年满|是|为)?(?:了)?)\s*(?:年?满)?$"
)
# 55周岁,也就是2030年; 62周岁(2047年)
_YEAR_BEHIND = re.compile(
    r"\s*(?:才|再|方)?(?:能|可|可以)?(?:退休|退|办理?退休|领养老金)?[,(]?\s*(?:也就是|也即|亦即|就是|即|相当于|大概|大约|约|到|在|时间是|时间为|对应)*\s*"
)
_OTHERWISE = re.compile(
    r"原(?!则)|调整前|改革前|延迟前|政策前|旧|以前|本来|按老|老(?:政策|规定|办法|规矩)|如果不|若不|早于|晚于|提前|弹性|最早|最晚|最迟|最多|至多"
    r"|^(?:或者?|也可|还可|亦可)|选择|自愿|之间|逐步|最终|高级|副高|正高|教授|专家|协商"
)
# Behind these words the sentence speaks of the new rules, whatever stood before: 原来满50周岁可退,延迟后….
_TURN = re.compile(r"(?=(?:延迟|延后|延退|推迟|改革|调整)(?:退休)?后|新(?:政策|政|规|办法)|按(?:照)?现行|如今|现在)")
_SOMEBODY_ELSE = re.compile(
    "爱人|老伴|丈夫|妻子|太太|女儿|儿子|妹妹|弟弟|姐姐|哥哥|同事|朋友|邻居|[他她我](?:的)?先生|父亲|母亲|爸|妈"
)
_CLAUSE = re.compile("[,;。]")
_SPEAKS = re.compile("退休|延迟|延后|推迟|延退|现行|新(?:政策|政|规|办法)")

# 原五十周岁退休的女职工 names the group, not the rules of former times.
_GROUP = re.compile(r"原(?:来|定|先)?(?:的)?(?:法定)?(?:退休年龄)?(?:为|是|在)?\s*(?:5[05]|五十五?)\s*周?岁")


def extract(reading: Reading) -> Iterator[RetirementClaim]:
    """What is said of everybody born in one year, in a sentence that names the group or behind one that names both."""
    for sentence in reading.sentences:
        if not _SPEAKS.search(sentence.span.cut(reading.text)) or is_question(reading, sentence):
            continue
        births, born_at = _births(reading, sentence)
        group = _group(reading, sentence.span, born_at)
        scope = reading.scope(sentence.span, sentence)
        past = scope.has("history") and not _TURN.search(sentence.span.cut(reading.text))
        several = len({_born(token) for token in births}) != 1
        if several or past or group not in _GROUPS or scope.has("hearsay"):
            continue
        born, given = _born(births[0]), dict(_given(reading, sentence, births[0]))
        if births[0].start.month:  # ages of those born in a month are examples of their own
            given.pop("age", None)
        if born is not None and given:
            told = [span for _, span in given.values()]
            place = (births[0].span if born_at == sentence.span else min(told)).joined(max(told))
            until = born[1] if born[1] > born[0] else None
            yield RetirementClaim(place, sentence.span, scope, born[0], group, given, until)


def _born(token: DateToken) -> tuple[date, date] | None:
    """The first and the last month somebody may be born in: those of the year, where no month is named."""
    month, year = month_of(token), year_of(token)
    if month is not None:
        return month, month
    return None if year is None else (date(year, 1, 1), date(year, 12, 1))


def _group(reading: Reading, said: Span, born_at: Span) -> str | None:
    """The group the sentence names or the one with the birth; ``None`` where it turns to somebody else."""
    named, whose = named_group(reading, said), named_group(reading, born_at)
    if said == born_at:
        return named
    turned = _SOMEBODY_ELSE.search(said.cut(reading.text)) or (named and whose and named != whose)
    return None if turned else named or whose


def _births(reading: Reading, sentence: Sentence) -> tuple[list[DateToken], Span]:
    """The years of birth the sentence names, else those of the sentence before in its block; and that sentence."""
    before = next(iter(reading.framer.earlier(sentence)), None)
    for area in (sentence.span, *([before.span] if before is not None else [])):
        births = [token for token in reading.scoper.dates_in(area) if is_birth(reading, area, token)]
        if births:
            return births, area
    return [], sentence.span


def _given(reading: Reading, sentence: Sentence, birth: DateToken) -> Iterator[tuple[str, tuple[Decimal, Span]]]:
    dates = [token for token in reading.scoper.dates_in(sentence.span) if token.span.start > birth.span.end]
    years = [token for token in dates if _is_year(token)]
    for token in years:
        ways = (_RETIRES_BEFORE, _NOW_BEFORE)
        if any(_said(reading, sentence, token.span, way, _RETIRES_AFTER) for way in ways):
            yield "year", (Decimal(token.start.year or 0), token.span)
    for age in reading.quantities_in(sentence.span):
        later = _is_age(age) and age.span.start > birth.span.end
        if later and _said(reading, sentence, age.span, _AGE_BEFORE, _RETIRES_AFTER):
            yield "age", (age.value, age.span)
            for token in years:
                if _YEAR_BEHIND.fullmatch(reading.text, age.span.end, max(age.span.end, token.span.start)):
                    yield "year", (Decimal(token.start.year or 0), token.span)


def _is_year(token: DateToken) -> bool:
    point = token.start
    return point.year is not None and point.month is None and token.end is None and token.relation in ("at", "until")


def _is_age(token: Quantity) -> bool:
    plain = not token.is_range and not token.approximate and token.bound is None
    return token.unit is Unit.AGE and plain and LOWEST_AGE <= token.value <= HIGHEST_AGE


def _said(reading: Reading, sentence: Sentence, span: Span, before: re.Pattern[str], after: re.Pattern[str]) -> bool:
    """True when the words that touch the number make it the time of retirement, under the rules of today."""
    text = reading.text
    ahead = _GROUP.sub("", text[sentence.span.start : span.start])
    since = re.split("[0-9]{4}年|[;。]", _TURN.split(ahead)[-1])[-1]
    own = _CLAUSE.split(_TURN.split(ahead)[-1])[-1]
    if _OTHERWISE.search(since) or _OTHERWISE.search(own) or ahead.count("(") > ahead.count(")"):
        return False
    return before.search(ahead) is not None or after.match(text, span.end, sentence.span.end) is not None
