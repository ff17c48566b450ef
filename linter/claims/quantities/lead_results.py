"""What a text works out itself of the case that its lead tells a sum of: 月薪5200元到手…, 5200-1240=3960元."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from linter.claims.calculations.equations import extract as extract_equations
from linter.claims.context.amounts import is_exact
from linter.claims.context.layout import Sentence
from linter.claims.context.manner import is_question
from linter.claims.context.persons import anybody
from linter.claims.context.reading import Reading
from linter.claims.model import EquationClaim, Expression
from linter.document import Section
from linter.scan.tokens import Quantity, Unit
from linter.text import Span

NET, PENSION, PAID = "net", "pension", "paid"
MONEY = frozenset({Unit.YUAN, Unit.NONE})
LEAST = 100
# What calls a figure the result of the whole.
_RESULT = {
    NET: re.compile("(?:到手|实发|实领|实得|税后|剩下?|剩余)[^,;。:0-9(]{0,8}$"),
    PENSION: re.compile("(?:加起来|相加|一加|合计|总计|共计|一共|总共|合起来|加一起)[^,;。:0-9(]{0,10}$"),
    PAID: re.compile("(?:个人|职工|员工|自己|本人)[^,;。:0-9(]{0,6}(?:合计|总计|共计|一共|总共)[^,;。:0-9(]{0,10}$"),
}
_EMPLOYER, _EMPLOYEE = re.compile("单位|企业|公司|老板|用人"), re.compile("个人|职工|员工|自己|本人")
_ADDED = re.compile("加起来|相加|合计|总计|共计|一共|总共|合起来|加一起|总养老金|月养老金|每月")
_SUMMARY = re.compile("小结|总结|结论|综合|最后|算账|汇总")
_OTHER_CASE = re.compile("如果|若|要是|假如|换成|另一|只[交缴]|比如只|最低档|最高档")
_ELSEWHERE = re.compile("网友|读者|还问|追问|相关|延伸|推荐|你可能|猜你|另一[位个]|再举|再看|例[二三2-3]|案例[二三2-3]")
_TAX = re.compile("应纳税|所得额|计税|个税(?!后)")
_YEARS = re.compile("([0-9]{1,2})年(?!度|月|底|初|[0-9])")
_REACH = 24


@dataclass(frozen=True, slots=True)
class Lead:
    """What a sentence tells of the whole, of which kind it is, and whether the sentence closes the text."""

    told: Quantity
    kind: str
    sentence: Sentence
    closes: bool


def results(reading: Reading, lead: Lead) -> Iterator[Quantity]:
    """The results of the whole, of the same wage and as many years."""
    section = reading.document.sections[lead.sentence.section]
    area = _example(reading, section, lead)
    equations = {claim.stated.span.start: claim for claim in reading.once(extract_equations)}
    operands = {at for claim in equations.values() for at in range(claim.left_span.start, claim.left_span.end)}
    given = _given(reading, section, lead)
    years = _years(reading, section, lead)
    for token in reading.quantities_in(area):
        home = reading.sentence_at(token.span)
        if (
            home is None
            or home is lead.sentence
            or token.span.start in operands
            or not _is_money(token)
            or is_question(reading, home)
        ):
            continue
        said = reading.text[home.span.start : token.span.start]
        if _OTHER_CASE.search(said) or ((told := set(_YEARS.findall(said))) and years and told.isdisjoint(years)):
            continue
        equation = equations.get(token.span.start)
        led = reading.text[max(home.span.start, token.span.start - _REACH) : token.span.start]
        if _is_whole(reading, lead, equation, led, home, given):
            yield token


def _is_money(token: Quantity) -> bool:
    return token.unit in MONEY and is_exact(token) and token.per in (None, "month")


def _is_whole(
    reading: Reading, lead: Lead, equation: EquationClaim | None, led: str, home: Sentence, given: set[Decimal]
) -> bool:
    """True for the result of the whole: wage - deductions, part + part, or what the words call so."""
    if equation is None:
        return _RESULT[lead.kind].search(led) is not None and bool(lead.kind == PENSION or given)
    numbers = [*_summands(equation.left)]
    if lead.kind == NET:
        first, taxed = numbers[0], _TAX.search(reading.text, home.span.start, equation.span.start)
        return equation.left.op == "-" and first is not None and first.value in given and taxed is None
    words = reading.text[home.span.start : equation.span.end]
    if lead.kind == PAID and _EMPLOYER.search(words + _heading(reading, home)):
        return False
    parts = all(number is not None and number.unit is not Unit.PERCENT for number in numbers)
    named = "基础" in words and ("账户" in words or "个人" in words)
    named = named or (lead.kind == PAID and _EMPLOYEE.search(words) is not None)
    return equation.left.op == "+" and parts and (named or _ADDED.search(words) is not None)


def _summands(left: Expression) -> Iterator[Quantity | None]:
    """The numbers that are added and taken away, in order; none for a product among them."""
    for operand in left.operands:
        if operand.op in ("+", "-"):
            yield from _summands(operand)
        else:
            yield operand.number


def _heading(reading: Reading, home: Sentence) -> str:
    return "".join(above.cut(reading.text) for above in reading.framer.headings_above(home)[:1])


def _example(reading: Reading, section: Section, lead: Lead) -> Span:
    """What follows a lead, up to what is asked or told of another; of a close, what stands before it."""
    if lead.closes:
        above = [
            span for span in reading.framer.headings_above(lead.sentence) if not _SUMMARY.search(span.cut(reading.text))
        ]
        start = max((span.end for span in above[:1]), default=section.span.start)
        return Span(start, lead.sentence.span.start)
    end = section.span.end
    for block in section.blocks[lead.sentence.block + 1 :]:
        said = block.span.cut(reading.text)
        if not lead.told.is_range:
            break  # a slip of the hand says itself what is meant
        if _ELSEWHERE.search(said) or said.rstrip().endswith("?") or _others(reading, lead, said):
            end = block.span.start
            break
    return Span(lead.sentence.span.start, end)


def _others(reading: Reading, lead: Lead, said: str) -> bool:
    return not anybody(said) <= anybody(lead.sentence.span.cut(reading.text)) and bool(anybody(said))


def _given(reading: Reading, section: Section, lead: Lead) -> set[Decimal]:
    """The sums that the title and the sentence of a range name besides."""
    spans = (section.blocks[0].span, lead.sentence.span)
    return {
        token.value
        for span in spans
        for token in reading.quantities_in(span)
        if token.unit in MONEY and is_exact(token) and token.value >= LEAST
    }


def _years(reading: Reading, section: Section, lead: Lead) -> set[str]:
    """How many years the title and the sentence of a range speak of."""
    spans = (section.blocks[0].span, lead.sentence.span)
    return {found for span in spans for found in _YEARS.findall(span.cut(reading.text))}
