"""What a wage told earlier leaves, after the sum of what is taken: 合同工资7600元。…三险一共扣掉798元,卡里剩6802元."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from linter.claims.calculations.slips import one_digit_off, transposed
from linter.claims.context.amounts import block_of, is_exact
from linter.claims.context.layout import Sentence
from linter.claims.context.persons import of_another
from linter.claims.context.reading import Reading
from linter.claims.model.calculation import Calculation
from linter.scan.tokens import Quantity, Unit
from linter.text import Span

_LEFT = re.compile(
    r"[,;](?:那么|这样|最后|最终|每个?月|一个月|卡里|工资卡|实际|他|她|扣完|扣掉后|扣除后|税前|还|,)*"
    r"(?:剩余?|剩下|余下|到手|实发|实得|拿到手|入账)(?:的)?(?:工资|收入|金额)?(?:大?约|还剩|还有|就是|为|是|有|剩|:|\s)*"
)
_TAKEN_IN_ALL = re.compile(
    r"(?:合计|共计|一共|总共|总计|加起来|共)[^,;。0-9]{0,4}(?:扣|减|代扣|缴|交)[^,;。0-9]{0,4}$"
    r"|(?:扣|减|代扣|缴|交|个人)[^,;。0-9]{0,4}(?:合计|共计|一共|总共|总计|总额|加起来|共)[^,;。0-9]{0,4}$"
)
_WAGE = re.compile(r"(?:月薪|月工资|合同工资|税前工资|应发工资|工资|税前|应发)(?:标准|每个?月|约定|定|为|是|:|\s)*$")
_NO_WAGE = re.compile(r"(?:平均|社平|最低|缴费|计税|到手|实发|上年|年)[^,;。0-9]{0,6}$")
# What may be taken or added besides, or is not so for certain.
_OPEN = re.compile("税(?!前)|补贴|补助|津贴|奖|餐补|加班|另|绩效|提成|假设|如果|若|不含|除了|以外|年终|报销")
_REACH = 16
_MOST = 12
_LATEST = 40


def wage_left(reading: Reading, sentence: Sentence, result: Quantity) -> Calculation | None:
    """The only wage of the section so far, less the sum just before the result: where it leaves more than it can.

    Something untold may be taken as well, so less than that is wrong only as a slip of the pen.
    """
    earlier = reading.quantities_in(Span(sentence.span.start, result.span.start))[-1:]
    if not earlier or result.unit is not Unit.YUAN or result.per == "year":
        return None
    taken = earlier[0]
    plain = taken.unit is Unit.YUAN and is_exact(taken) and not taken.approximate
    if not plain or not _TAKEN_IN_ALL.search(_led(reading, sentence, taken)):
        return None
    if not _LEFT.fullmatch(reading.text, taken.span.end, result.span.start):
        return None
    wage = _only_wage(reading, sentence, taken)
    if wage is None or wage.value <= taken.value or _is_made_otherwise(reading, sentence, result):
        return None
    if _OPEN.search(reading.text, min(wage.span.end, block_of(reading, sentence).start), result.span.start):
        return None
    calculation = Calculation("subtract", (wage, taken))
    right = calculation.value
    slip = transposed(result.value, right) or one_digit_off(result.value, right)
    return calculation if result.value >= right or slip else None


def _led(reading: Reading, sentence: Sentence, token: Quantity) -> str:
    return reading.text[max(sentence.span.start, token.span.start - _REACH) : token.span.start]


def _only_wage(reading: Reading, sentence: Sentence, taken: Quantity) -> Quantity | None:
    section = reading.document.sections[sentence.section].span
    wages = [wage for wage in reading.once(_wages) if section.start <= wage.span.start < taken.span.start]
    if len({wage.values for wage in wages}) != 1 or not is_exact(wages[-1]) or wages[-1].approximate:
        return None
    home = reading.sentence_at(wages[-1].span)
    return None if home is None or of_another(reading, home, sentence) else wages[-1]


def _wages(reading: Reading) -> Iterator[Quantity]:
    for token in reading.tokens.quantities:
        led = reading.text[max(0, token.span.start - _REACH) : token.span.start]
        named = _WAGE.search(led)
        if named is not None and not _NO_WAGE.search(led[: named.start()]):
            yield token


def _is_made_otherwise(reading: Reading, sentence: Sentence, result: Quantity) -> bool:
    """True when one amount of the section so far less one or two others is just what is written."""
    start = reading.document.sections[sentence.section].span.start
    latest = reading.quantities_in(Span(start, result.span.start))[-_LATEST:]
    money: Sequence[Quantity] = [token for token in latest if token.unit in (Unit.YUAN, Unit.NONE)][-_MOST:]
    sums = {one.value for one in money} | {one.value + other.value for one, other in combinations(money, 2)}
    return any(one.value - result.value in sums for one in money)
