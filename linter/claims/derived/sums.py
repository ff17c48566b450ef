"""Amounts told one after the other, and their sum in whatever words: 养老640、医疗160、失业40,三样凑起来正好840元."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import combinations, pairwise

from linter.claims.calculations.change_words import any_of
from linter.claims.context.amounts import is_plain_sum, told_so_far
from linter.claims.context.bases import is_base
from linter.claims.context.layout import Sentence
from linter.claims.context.reading import Reading
from linter.claims.model.calculation import Calculation
from linter.claims.sums.run_totals import explained
from linter.scan.tokens import Quantity, Unit
from linter.text import Span
from reference.vocabulary import worded

_NUMERALS = {"两": 2, "俩": 2, "二": 2, "三": 3, "仨": 3, "四": 4, "五": 5, "六": 6}
_FEWEST, _MOST = 2, 6
_NAME_REACH = 12
# Among so many amounts some two make any other.
_MANY = 24
# What leads from one item to the next: a mark, and a name without a figure.
_NEXT = re.compile(r"(?:/月)?\s*(?:[、,;+]|和|与|加上?)\s*[^,;。:()0-9%=≈+×*÷]{0,12}")
# What no sum is made of, and what turns a name into something else.
_NO_ITEM = re.compile(
    "起付|封顶|限额|上限|下限|最低|最高|基数|标准|其中|比|原来|去年|或|若|如果|不|没|剩|余|扣除|减|每|档|涨|到|至|各|再补|另|又|共|合计|总|起"
)
_EACH = re.compile("每[月年]")
_WAGE = re.compile("工资|月薪|年薪|收入|基数|税前|到手|实发|账单|总费用")
_OTHER = re.compile("年|另|还|补|剩|余|平均|人均|乘|翻|其中|除以|最多|至少|不到|超|到手|减|差|多|少")
_AND_MORE = re.compile(r"\s*(?:[-+×*/~%至到]|[,(](?:其中|这)?(?:包?含|包括|连同|加上|不含)|多|左右|以[上下])")


def sum_in_words(reading: Reading, sentence: Sentence, result: Quantity) -> Calculation | None:
    """The sum of the amounts right before it, each with a name of its own, where a word says that they are added."""
    if not is_plain_sum(reading, result) or result.per_head:
        return None
    told = reading.quantities_in(told_so_far(reading, sentence, result))
    money = [token for token in told if is_plain_sum(reading, token)]
    if len(money) < _FEWEST:
        return None
    led = reading.text[money[-1].span.end : result.span.start]
    added = _added().fullmatch(led)
    if added is None or _OTHER.search(led) or _AND_MORE.match(reading.text, result.span.end, sentence.span.end):
        return None
    parts = _items(reading, sentence, money, _NUMERALS.get(added["count"] or ""))
    if not _FEWEST <= len(parts) <= _MOST or explained(result, parts) or _made_elsewhere(reading, sentence, result):
        return None
    between = [token for token in told if parts[0].span.start <= token.span.start <= parts[-1].span.start]
    same_time = len({token.per for token in parts} - {None}) <= 1
    return Calculation("add", tuple(parts)) if same_time and len(between) == len(parts) else None


def _made_elsewhere(reading: Reading, sentence: Sentence, result: Quantity) -> bool:
    """True where two amounts of the section, told anywhere before, make it: the sum of what stood further up."""
    section = reading.document.sections[sentence.section].span
    before = reading.quantities_in(Span(section.start, max(section.start, result.span.start)))
    amounts = sorted({token.value for token in before if token.unit is Unit.YUAN and not token.is_range})
    return len(amounts) <= _MANY and any(one + other == result.value for one, other in combinations(amounts, 2))


def _items(reading: Reading, sentence: Sentence, money: Sequence[Quantity], count: int | None) -> list[Quantity]:
    """The run of named amounts that ends with the last; as many as are counted, where the text counts them."""
    parts = [money[-1]]
    for before, after in reversed([*pairwise(money)]):
        gap = reading.text[before.span.end : after.span.start]
        if not _NEXT.fullmatch(gap) or _NO_ITEM.search(_EACH.sub("", gap)):
            break
        parts.insert(0, before)
    if count is not None:
        return parts[-count:] if len(parts) >= count and not _is_wrong_start(reading, sentence, parts[-count]) else []
    while parts and _WAGE.search(_name(reading, sentence, parts[0])):
        parts = parts[1:]
    whole = len(parts) > 1 and not _is_wrong_start(reading, sentence, parts[0])
    named = whole and all(not is_base(reading, token) for token in parts)
    return parts if named else []


def _is_wrong_start(reading: Reading, sentence: Sentence, first: Quantity) -> bool:
    return _NO_ITEM.search(_EACH.sub("", _name(reading, sentence, first))) is not None


def _name(reading: Reading, sentence: Sentence, token: Quantity) -> str:
    led = reading.text[max(sentence.span.start, token.span.start - _NAME_REACH) : token.span.start]
    return re.split("[,;:、]", led)[-1]


@worded
def _added() -> re.Pattern[str]:
    of = r"(?:大?项|样|笔|块|部分|者|份|头|边|处|家|口人|个人|个数|个险种|种|险|方|个|人)?"
    return re.compile(
        rf"(?:元|/月)?\s*[,;。]?\s*(?:把?这|上述|以上)?(?P<count>[{''.join(_NUMERALS)}])?{of}(?:钱|保险)?"
        rf"[^,;。:()0-9]{{0,4}}?{any_of('added')}[^,;。:()0-9]{{0,8}}"
    )
