"""Months' wages for years of service, as the text's own rule counts them: 不满1年按1年 … 工作4年7个月,4.5个月工资."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from linter.claims.context.layout import Sentence
from linter.claims.context.manner import is_question, is_reported
from linter.claims.context.reading import Reading
from linter.claims.model import DerivedClaim
from linter.claims.model.calculation import Calculation
from linter.scan.tokens import Quantity, Unit

# 六个月以上不满一年的,按一年计算: half a year and more counts as a whole one.
_RULE = re.compile(
    "(?:6|六)个月(?:以上|及以上)?[^。;0-9]{0,8}(?:不满|不足|不到|未满)(?:1|一)年[^。;0-9]{0,4}按(?:1|一)(?:年|个月)"
    "|(?:满|超过)(?:6|六)个月[^。;0-9]{0,10}按(?:1|一)(?:年|个月)"
)
_COMPENSATION = re.compile("补偿|赔偿|N\\+1")
_SERVED = re.compile(
    "(?:工作|干|入职|工龄|司龄|服务|在职|做|待|上班|工作年限|工作时间)[了满为是有:]{0,2}|(?:^|[,。;、:]|再举[^0-9]{0,6})\\s*$"
)
_SPELL = re.compile("(?P<years>[0-9]{1,2})年(?:(?P<half>半)|零?(?P<months>[0-9]{1,2})个?月)")
# What is counted: N个月工资, 按N个月, N×工资.
_BEHIND = re.compile("\\s*(?:个月的?(?:平均)?(?:工资|薪水|补偿)|个月(?:算|计算|计|给|发|赔|补)|[×*])")
_MONTHS_BEHIND = re.compile("\\s*的?(?:平均)?(?:工资|薪水|补偿|算|计算|计|给|发|赔)")
_BY = re.compile("(?:按|给|发|赔|补|得|拿)[到足满]?$")
_HALF, _WHOLE, _SIX, _MOST = Decimal("0.5"), Decimal(1), 6, Decimal(12)


def extract(reading: Reading) -> Iterator[DerivedClaim]:
    """What is counted for each spell of service with months in it, where the text has the rule of half years."""
    if _RULE.search(reading.text) is None:
        return
    for sentence in reading.sentences:
        said = sentence.span.cut(reading.text)
        if is_question(reading, sentence) or not (_COMPENSATION.search(said) or "按" in said):
            continue
        spells = list(_SPELL.finditer(reading.text, sentence.span.start, sentence.span.end))
        for at, spell in enumerate(spells):
            end = spells[at + 1].start() if at + 1 < len(spells) else sentence.span.end
            counted = _counted(reading, sentence, spell, end)
            if counted is not None and not is_reported(reading, sentence, counted.span):
                way = Calculation("add", (Decimal(spell["years"]), _counts_as(spell)))
                if counted.value not in (2 * way.value, way.value + 1, _MOST):
                    scope = reading.scope(counted.span, sentence)
                    yield DerivedClaim(counted.span, sentence.span, scope, counted, way, False)


def _counts_as(spell: re.Match[str]) -> Decimal:
    return _WHOLE if spell["half"] or int(spell["months"]) >= _SIX else _HALF


def _counted(reading: Reading, sentence: Sentence, spell: re.Match[str], end: int) -> Quantity | None:
    """The first figure behind a spell that counts months of wages."""
    text = reading.text
    if not _SERVED.search(text, max(sentence.span.start, spell.start() - 8), spell.start()):
        return None
    for token in reading.quantities_in(sentence.span):
        if not spell.end() <= token.span.start < end:
            continue
        counted = token.unit in (Unit.MONTHS, Unit.COUNT) and (
            _MONTHS_BEHIND.match(text, token.span.end) or _BY.search(text, spell.end(), token.span.start)
        )
        factor = token.unit is Unit.NONE and _BEHIND.match(text, token.span.end) is not None
        if (counted or factor) and token.value <= int(spell["years"]) + 2:
            return token
    return None
