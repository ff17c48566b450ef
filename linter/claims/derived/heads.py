"""What several people pay, who are told one by one: 老人两位、孩子一个,每人400元,一共1200元."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import combinations

from linter.claims.calculations.change_words import any_of
from linter.claims.context.amounts import block_of, is_plain_sum
from linter.claims.context.layout import Sentence
from linter.claims.context.reading import Reading
from linter.claims.model.calculation import Calculation
from linter.scan.tokens import Quantity, Unit
from linter.text import Span
from reference.vocabulary import worded

_NUMERAL = "[一两俩二三四五六七八1-9]"
_NUMERALS = {numeral: number for number, numeral in enumerate("一二三四五六七八", 1)} | {"两": 2, "俩": 2}
_PAIR = "爸妈|父母|爹妈|老两口|两口子|夫妻|夫妇|小两口|公婆|岳父母|二老|爷爷奶奶|姥姥姥爷|外公外婆"
_KIN = (
    f"{_PAIR}|老人|老伴|爸爸?|父亲|老爸|妈妈?|母亲|老妈|爷爷|奶奶|姥爷|姥姥|外公|外婆|丈夫|老公|妻子|老婆|爱人|媳妇|儿媳妇?|女婿|儿子|女儿|闺女"
    "|孙子|孙女|外孙女?|孩子|小孩|大人|公公|婆婆|岳父|岳母|哥哥|姐姐|弟弟|妹妹|兄弟|姐妹|学生|宝宝|娃"
)
_OF = "[位个名口]"
_COUNTED = rf"{_NUMERAL}{_OF}(?:小|大|老|上学的)?(?:{_KIN})"
_NAMED = rf"(?:{_KIN})(?:{_NUMERAL}{_OF}?(?:人)?)?[^,、;。:()0-9一二三四五六七八九]{{0,6}}?"
_ITEM = rf"(?:我|他|她|家里|家中)?(?:的)?(?:{_COUNTED}|{_NAMED})"
_LIST = re.compile(rf"(?:{_ITEM})(?:(?:[、,]|和|及|跟|加上?|还有|外加)(?:一共|再)?{_ITEM})+")
_ONE_ITEM = re.compile(
    rf"(?P<count>{_NUMERAL})?{_OF}?(?:小|大|老|上学的)?(?P<kin>{_KIN})(?:(?P<behind>{_NUMERAL}){_OF}?)?"
)
_EACH = re.compile(r"(?:[每一]个?(?:人|位|口)|人均|每位)[^,;。0-9]{0,8}$")
_REACH = 16
_WHOLE_FAMILY = re.compile(rf"(?:{_NUMERAL})(?:口|个?人|位)")
# Somebody else may be meant as well, or somebody of the list be left out.
_OTHERS = re.compile("不用|不交|不缴|除了|免|其他|等|另|单位交|如果|若|或|资助|减半|补贴|本人|自己|我|他|她")
_MOST_TIMES = 12


def of_heads(reading: Reading, sentence: Sentence, result: Quantity) -> Calculation | None:
    """The amount of one times all people of the only list of the paragraph; ``None`` where some of them make it."""
    if not is_plain_sum(reading, result) or result.per_head or result.per == "month":
        return None
    area = Span(block_of(reading, sentence).start, result.span.start)
    money = [token for token in reading.quantities_in(area) if is_plain_sum(reading, token)]
    if not money or not _is_of_one(reading, area, money[-1]):
        return None
    one = money[-1]
    led = reading.text[one.span.end : result.span.start]
    people = _people(reading, area)
    if people is None or not _in_all().fullmatch(led):
        return None
    right = Decimal(sum(people))
    before = Span(area.start, one.span.start)
    counted = (token.value for token in reading.quantities_in(before) if token.unit is Unit.COUNT)
    if any(one.value * count == result.value for count in counted):
        return None  # 五口人: the text counts them itself
    ways = {sum(some) for size in range(1, len(people)) for some in combinations(people, size)}
    claimed = result.value / one.value if one.value else Decimal(0)
    told = _WHOLE_FAMILY.search(led) is not None
    if claimed == right or claimed > _MOST_TIMES or (claimed in ways and not told):
        return None
    return Calculation("multiply", (one, right))


def _is_of_one(reading: Reading, area: Span, token: Quantity) -> bool:
    led = reading.text[max(area.start, token.span.start - _REACH) : token.span.start]
    return token.per_head or _EACH.search(led) is not None


def _people(reading: Reading, area: Span) -> list[int] | None:
    """How many each item of the only list of people counts."""
    lists = [*_LIST.finditer(reading.text, area.start, area.end)]
    if len(lists) != 1 or _OTHERS.search(lists[0].group()):
        return None
    people = [
        _number(item["count"] or item["behind"]) * (2 if re.fullmatch(_PAIR, item["kin"]) else 1)
        for item in _ONE_ITEM.finditer(lists[0].group())
    ]
    return people if len(people) > 1 else None


def _number(numeral: str | None) -> int:
    if numeral is None:
        return 1
    return int(numeral) if numeral.isdigit() else _NUMERALS[numeral]


@worded
def _in_all() -> re.Pattern[str]:
    said = (
        f"(?:全家|一家|一年|每年|{_NUMERAL}(?:口|个?人|位)(?:人|之家)?|要|得|需|就|交|缴|花|出|掏|是|为|约|,|总的|的)*"
    )
    return re.compile(rf"(?:/年|/人)?[,;。]{said}(?:{any_of('added')})?{said}")
