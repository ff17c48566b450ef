"""A month's payment and the year's that is meant to be twelve of it: 每月480元,一年5760元."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal

from linter.claims.calculations.consistency import INCONSISTENT, compare, evaluate
from linter.claims.calculations.equations import extract as extract_equations
from linter.claims.changes.told_differences import is_difference
from linter.claims.context.bases import is_base
from linter.claims.context.frame import BRACKET, SEGMENT, SENTENCE
from linter.claims.context.layout import Sentence
from linter.claims.context.reading import Reading
from linter.claims.model import AnnualClaim
from linter.scan.tokens import Quantity, Unit
from linter.text import Span
from reference.interval import Interval

# How near the figures stand in 合计1230元,一年14760元, and how far a twelfth may then be off.
_NEAR, _BARELY_OFF = 8, Decimal("0.4")
_GRADE = "档"
_PARAGRAPH = 120
_TWELVE = 12
# 每月480元,一年下来是5760元: the year's figure is said to be the sum of the month's, whatever it is.
_SUMMED_UP = re.compile(
    r"(?:/月|每月)?(?:来?计?算|计)?[\s,;(]*(?:那么|那|这样|算下来|按此计算)?,?(?:一整年|一年|全年|12个月|十二个月)"
    r"(?:下来|算下来|加起来|合计|总计|共计|一共|总共|共|累计)+[^,;。:(0-9]{0,12}"
)
# 连大病医保在内,一年2600元; 每月200元或者400元: more than twelve of one month, or of which month is not told.
_WITH_OTHERS = re.compile(
    "连[^,;。]{1,10}(?:在内|一起|一并)|算上|加上|扣[掉除去]|减[去掉免]|[0-9]元?(?:/月)?或者?(?:是)?[0-9]"
)
# 一年之后余额16400元: what there is then, not what a year brings.
_STOCK = re.compile("(?:余额|结余|储存额|一年[之以]?后)[^,;。0-9]{0,8}$")
# 一年2000元,平均每月167元: the month's figure is the rounded one.
_SHARED_OUT = re.compile("平均|均摊|平摊|摊|折合|折算|月均")
# 每天9元,一个月270元,一年3285元: the year is counted in days.
_DAYS_OF_A_YEAR = (365, 366)
# A yearly figure this many times the monthly one is meant to be twelve times it.
_LIKELY_YEAR = (Decimal("10.5"), Decimal("13.5"))
_OF_A_STAGE = re.compile(
    r"(?:(?<![0-9一二两三四五六七八九十])(?:[2-9]|1[01]|[两二三四五六七八九]|十一?)个月|半年|[0-9]月?[到至~—–-][0-9]{1,2}月)[^,;。0-9]{0,10}$"
)
_STAGE_REACH = 16


def extract(reading: Reading) -> Iterator[AnnualClaim]:
    """The yearly payments of all sentences, each with the monthly one of its paragraph."""
    for sentence in reading.sentences:
        yield from _annual(reading, sentence)


def _of_a_stage(reading: Reading, month: Quantity) -> bool:
    """True in 后6个月每月1584元: no month of a year that is told with it."""
    led = reading.text[max(0, month.span.start - _STAGE_REACH) : month.span.start]
    return _OF_A_STAGE.search(led) is not None


def _annual(reading: Reading, sentence: Sentence) -> Iterator[AnnualClaim]:
    """A yearly payment and the monthly one before it of which it is plainly meant to be twelve."""
    block = reading.document.sections[sentence.section].blocks[sentence.block].span
    money = [token for token in reading.quantities_in(block) if token.unit is Unit.YUAN and not token.is_range]
    for year in money:
        if not sentence.span.contains(year.span) or is_base(reading, year) or _per(reading, year, SENTENCE) != "year":
            continue
        if any(day.value * days == year.value for day in money for days in _DAYS_OF_A_YEAR):
            continue
        if _is_year_of_exact(reading, year, block):
            continue
        if _WITH_OTHERS.search(reading.text, sentence.span.start, year.span.start) or _is_made(reading, year, block):
            continue
        if reading.text.startswith(_GRADE, year.span.end):
            continue  # 交2000元档的: a grade, and no payment
        # 每月80元,一年960元,比小何少1080元: how much less is no year of what is paid.
        differs = is_difference(reading.text, year)
        alike = [
            month
            for month in money
            if is_difference(reading.text, month) is differs and not _of_a_stage(reading, month)
        ]
        monthly = [month for month in alike if month is not year and _is_twelfth(reading, month, year)]
        monthly = monthly or [month for month in _just_before(alike, year) if _is_unsaid_month(reading, month, year)]
        monthly = monthly or [month for month in _just_before(alike, year) if _is_summed_up(reading, month, year)]
        exact = [month for month in monthly if month.value * 12 == year.value]
        if not exact and any(month.value * 12 == year.value for month in money):
            continue  # 每年1680元,月均140元;每年1890元,月均157.5元: it has a month of its own
        for month in exact[:1] or monthly[-1:]:
            span = month.span.joined(year.span)
            yield AnnualClaim(span, sentence.span, reading.scope(year.span, sentence), month, year)


def _is_year_of_exact(reading: Reading, year: Quantity, block: Span) -> bool:
    """887+1060×15÷139=1001元,一年12016元: twelve times what the calculation gives before it was rounded."""
    exact = (evaluate(claim.left) for claim in reading.once(extract_equations) if block.contains(claim.span))
    return any(compare(value * Interval.point(_TWELVE), year) != INCONSISTENT for value in exact)


def _is_made(reading: Reading, year: Quantity, block: Span) -> bool:
    """True where two sums of the paragraph make the year's, 六个月6000元…六个月9000元: its months are not alike."""
    if _STOCK.search(reading.text, max(block.start, year.span.start - _STAGE_REACH), year.span.start):
        return True
    near = Span(max(0, block.start - _PARAGRAPH), year.span.start)
    values = {token.value for token in reading.quantities_in(near) if token.unit is Unit.YUAN}
    return any(year.value - value in values and value * 2 != year.value for value in values)


def _just_before(money: list[Quantity], year: Quantity) -> list[Quantity]:
    """The payment written just before the yearly one."""
    return [token for token in money if token.span.end <= year.span.start][-1:]


def _is_unsaid_month(reading: Reading, month: Quantity, year: Quantity) -> bool:
    """合计1230元,一年14760元: the payment before names no period, and is within a few per cent of a twelfth."""
    between = reading.text[month.span.end : year.span.start]
    ratio = year.value / month.value if month.value else Decimal(0)
    return len(between) <= _NEAR and _per(reading, month) is None and abs(ratio - 12) < _BARELY_OFF


def _is_summed_up(reading: Reading, month: Quantity, year: Quantity) -> bool:
    """True when the year's figure is introduced as the sum of the month's just before it."""
    between = reading.text[month.span.end : year.span.start]
    return _per(reading, month) == "month" and _SUMMED_UP.fullmatch(between) is not None


def _is_twelfth(reading: Reading, month: Quantity, year: Quantity) -> bool:
    """True when the month's payment is about a twelfth of the year's, both of the same place, scheme and payer."""
    low, high = _LIKELY_YEAR
    if month.span.start > year.span.end and _SHARED_OUT.search(reading.text, year.span.end, month.span.start):
        return False
    between = reading.quantities_in(Span(year.span.end, max(year.span.end, month.span.start)))
    if sum(token.unit is Unit.YUAN for token in between) > 1:
        return False  # 每年交2000元,补130元,进账户2130元,每月领183.88元: of what came of it
    if not month.value or _per(reading, month) != "month" or not low <= year.value / month.value <= high:
        return False
    names = zip(_named(reading, month), _named(reading, year), strict=True)
    return all(one is None or other is None or one == other for one, other in names)


def _per(reading: Reading, token: Quantity, within: int = SEGMENT) -> str | None:
    """The period a payment is for, as its own wording or words no further than ``within`` say."""
    if token.per is not None:
        return token.per
    # 每月划入6000×3.2%=192元: what stands before the calculation speaks for its result.
    left = reading.once(_calculated)[0].get(token.span.start, token.span)
    slot = reading.frame(left).get("per")
    within = max(within, BRACKET) if reading.framer.headers_of(token.span.start) else within
    return slot.value if slot is not None and slot.level <= within else None


def _calculated(reading: Reading) -> Iterator[Mapping[int, Span]]:
    """One mapping: where the result of a calculation starts, to where its first number stands."""
    claims = reading.once(extract_equations)
    firsts = ((claim.stated.span.start, reading.quantities_in(claim.left_span)) for claim in claims)
    yield {start: numbers[0].span for start, numbers in firsts if numbers}


def _named(reading: Reading, token: Quantity) -> tuple[str | None, ...]:
    frame, sentence = reading.frame(token.span), reading.sentence_at(token.span)
    place = None if sentence is None else reading.scope(token.span, sentence).region
    return (
        place,
        *(
            frame[name].value if name in frame and frame[name].level <= SENTENCE else None
            for name in ("scheme", "payer", "population")
        ),
    )
