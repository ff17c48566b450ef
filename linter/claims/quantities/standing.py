"""Does a number stand for itself? An operand, a sum for a whole family or a cut-off sentence says nothing of a rule."""

from __future__ import annotations

import re
from decimal import Decimal

from linter.claims.context.layout import Sentence
from linter.claims.context.payers import EMPLOYEE, EMPLOYER
from linter.claims.context.reading import Reading
from linter.document import BlockKind
from linter.scan.tokens import Quantity, Unit

_MULTIPLIED = re.compile(r"\s*(?:乘|除以)")
_MULTIPLIER = re.compile(r"(?:乘以?|除以)\s*$")
# What the balance of an account is divided by, or the savings of somebody of an age, is the figure of a rule.
_DIVISOR = re.compile(r"(?:储存额|余额|账户|账户养老金|岁)[^;。+×*=0-9]{0,8}(?:除以|÷|/)\s*$")
# So is the number of months, or the multiple, of a wage or income of which nobody is named.
_OF_AVERAGE = re.compile(r"(?:可支配收入|平均工资|月均工资|社平工资|月平工资)(?:的|再|×)?(?:乘以?)\s*$")
# 下限按4215元的50%计算: what a limit is a share of is not the limit.
_SHARED = re.compile("(?:上限|下限|封顶|保底|最低|最高)[^,;。0-9]{0,10}(?:按照?|为|以)[^,;。0-9]{0,16}$")
_SHARE = re.compile("的 ?[0-9.]+[%倍]")
_FAMILY = re.compile(
    "[一二两三四五六2-6]口|一家|全家|夫妻俩|老两口|两口子|[两二三四五六2-6]个?人(?:一共|合计|共|就|[^。;]{0,24}每人)"
)
# 社保缴费上限和下限2025: a heading ends with its year.
_YEAR = re.compile("(?:19|20)[0-9]{2}")
# 24个点里单位16个,个人8个: what both payers pay together is the rate of neither.
_SHARED_OUT = re.compile(
    r"\s*(?:里头?|里面|当中|之中|其中|中)(?:由|其中|是|有|,)*"
    + rf"(?:{EMPLOYER}|{EMPLOYEE}|老板|厂里|自己)[^,;。0-9]{{0,8}}(?P<one>[0-9]+(?:\.[0-9]+)?)[^;。0-9+(]{{0,8}}"
    + rf"(?:{EMPLOYER}|{EMPLOYEE}|老板|厂里|自己)[^,;。0-9]{{0,8}}(?P<other>[0-9]+(?:\.[0-9]+)?)"
)
_REACH = 24
_CUT_OFF = 5


def stands_for_itself(reading: Reading, token: Quantity, sentence: Sentence) -> bool:
    """False for a number that only serves another one, or of which the text breaks off."""
    text = reading.text
    before = text[max(sentence.span.start, token.span.start - _REACH) : token.span.start]
    multiple = token.unit in (Unit.MONTHS, Unit.TIMES, Unit.NONE) and _OF_AVERAGE.search(before)
    operand = _MULTIPLIER.search(before) and not _DIVISOR.search(before) and not multiple
    whole = _SHARED.search(before) and _SHARE.match(text, token.span.end)
    shared_out = _SHARED_OUT.match(text, token.span.end, sentence.span.end)
    if shared_out and Decimal(shared_out["one"]) + Decimal(shared_out["other"]) == token.value:
        return False
    if operand or whole or _MULTIPLIED.match(text, token.span.end):
        return False
    if token.unit is Unit.YUAN and not token.per_head and _FAMILY.search(text, sentence.span.start, token.span.start):
        return False
    return not (_is_cut_off(reading, token, sentence) or _is_year_of_heading(reading, token, sentence))


def _is_year_of_heading(reading: Reading, token: Quantity, sentence: Sentence) -> bool:
    """True for a bare number at the end of a heading that reads as a year."""
    block = reading.document.sections[sentence.section].blocks[sentence.block]
    return (
        block.kind is BlockKind.HEADING
        and token.unit is Unit.NONE
        and _YEAR.fullmatch(token.span.cut(reading.text)) is not None
        and not reading.text[token.span.end : block.span.end].strip(" !?…~")
    )


def _is_cut_off(reading: Reading, token: Quantity, sentence: Sentence) -> bool:
    """True at the very end of a truncated text, unless the words before the number already say what it is."""
    section = reading.document.sections[sentence.section]
    if not section.truncated or section.blocks[-1].span.end - token.span.end >= _CUT_OFF:
        return False
    segment = sentence.segments[sentence.segment_at(token.span.start)]
    return not any("scheme" in term.facets for term in reading.terms_in(segment.span))
