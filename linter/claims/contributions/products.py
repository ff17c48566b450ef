"""An amount beside its rate: 养老保险8%(1576元), 1624元(养老保险8%), 个人按8%缴纳 1624 元."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence

from linter.claims.calculations.equations import extract as extract_equations
from linter.claims.context.bases import Bases
from linter.claims.context.layout import Sentence, with_closing_bracket
from linter.claims.context.reading import Reading
from linter.claims.contributions.in_turn import in_turn
from linter.claims.contributions.several_people import is_of_several
from linter.claims.contributions.voted_bases import Pair, with_bases
from linter.claims.model import ProductClaim
from linter.scan.tokens import Quantity, Unit
from linter.text import Span

# What may stand between a rate and the amount it gives.
_RATE_THEN_AMOUNT = re.compile(
    r"(?:\s|[(,:=≈→]|->|=>|大?约|即|为|是|合|每月|月|共|计|缴纳|缴费|缴|扣除|扣款|扣|交|应|需|须|每个|金额|承担|负担|支付|拿出|出|掏|代扣|实缴|扣掉|折合|相当于|也就是|一个月|下来|就是|等于|得|的|比例|由|算|要|收|来交|的话|每人|每方|各自?|大概|差不多)*"
)
# 1624元(养老保险8%) · 3344元养老(16%): only a name and a bracket may stand between.
_AMOUNT_THEN_RATE = re.compile(
    r"(?:/月|每月)?\s*(?:[\u4e00-\u9fff]{0,6})?\((?:[\u4e00-\u9fff]{0,8})?(?:按|比例|费率|:|约|\s)*"
)
# 单位0.7%、个人0.3%,是60元: an amount behind a list of rates may be of all of them.
_LISTED = re.compile(r"[0-9]%\)?(?:、|和|与|及|加|\+)[^,。;、0-9]{0,8}$")
_OF_ALL = re.compile(r"[,:]?(?:一共|总共|共|合计|合起来|是|为|就是|大?约)*")
# 7.7%(医疗6.9%、生育0.8%)→423.5元: a remark between a rate and its amount; 16%(7000×16%=1120元) has its amount in it.
_REMARK = re.compile(r"\([^()=≈]*\)")
# 5000*2%和5000*9%=550元: the amount is of all that is calculated.
_CALCULATED_TOO = re.compile(r"[0-9%元)]\s*(?:和|与|及|以及|跟)\s*[0-9.]+元?\s*[×*xX]\s*$")
_IS_WAGE = re.compile(r"(?:/月)?的?(?:月?工资|月薪|薪资|月?收入)")
# (月工资+单位缴存额)×40%: a share of a sum is the rate of no contribution.
_OF_A_SUM = re.compile(r"[+加-][^()]{0,20}\)\s*[×*xX]\s*$")
_REACH = 4
_CONTRIBUTION = frozenset({"pension", "medical", "unemployment", "injury", "maternity", "housing_fund"})
_OTHER_SUBJECTS = frozenset({"reimbursement", "out_of_pocket", "change", "share", "account_credit", "penalty", "gain"})
_MAX_RATE = 40

_NEXT_RATE = re.compile(r"\s*[、,和及与加+]\s*[^,;。:()0-9]{0,10}")


def extract(reading: Reading) -> Iterator[ProductClaim]:
    """Every rate and amount that stand together, with the base they rest on."""
    bases = Bases(reading)
    rates_of: dict[Span, Sequence[Quantity]] = {}
    for pair, base in with_bases(reading, bases, _found(reading, bases)):
        area = pair.sentence.span
        if area not in rates_of:
            rates_of[area] = [token for token in reading.quantities_in(area) if is_rate(reading, token)]
        claim = product_claim(reading, pair.sentence, base, pair.rate, pair.amount, rates_of[area])
        # 单位个人各8%,6000元就是各480元: the base told again is no amount.
        again = claim.amount.value == claim.base.value
        if not again and not is_of_several(reading, claim) and not is_of_rates_together(reading, claim):
            yield claim


def is_of_rates_together(reading: Reading, claim: ProductClaim) -> bool:
    """单位2%、个人1%,基数5000元时要缴150元: the amount is that of the rate and the ones listed before it together."""
    together = claim.rate.value
    last = claim.rate
    for before in reversed(claim.rivals):
        if before.span.end > last.span.start or not _NEXT_RATE.fullmatch(
            reading.text, before.span.end, last.span.start
        ):
            continue
        together, last = together + before.value, before
        right = claim.base.value * together * claim.months / 100
        if abs(right - claim.amount.value) <= 1:
            return True
    return False


def _found(reading: Reading, bases: Bases) -> Iterator[Pair]:
    taken = frozenset(
        span for claim in reading.once(extract_equations) for span in range(claim.span.start, claim.span.end)
    )
    for sentence in reading.sentences:
        figures = [token for token in reading.quantities_in(sentence.span) if token.span.start not in taken]
        rates = frozenset(token for token in figures if is_rate(reading, token))
        listed = dict(in_turn(reading.text, figures, rates.__contains__))
        beside = [pair for pair in _pairs(reading, figures, rates) if pair[0] not in listed]
        for rate, amount in sorted([*listed.items(), *beside], key=lambda pair: pair[1].span):
            if not bases.within(amount.span):
                yield Pair(sentence, rate, amount)


def _pairs(
    reading: Reading, figures: Sequence[Quantity], rates: Container[Quantity]
) -> Iterator[tuple[Quantity, Quantity]]:
    """Neighbouring figures of which one is a rate and the other money, joined by nothing but connecting words."""
    for index, first in enumerate(figures):
        for second in figures[index + 1 : index + 1 + _REACH]:
            between = reading.text[first.span.end : second.span.start]
            if first in rates and second.unit is Unit.YUAN and _joins(between):
                if _IS_WAGE.match(reading.text, second.span.end):
                    break  # 8%,4500元工资扣360元: what the rate is taken of
                if not _of_other_payers(reading, first, second) and not _of_all(reading.text, first, second):
                    yield first, second
                break
            closed = reading.text[second.span.end : second.span.end + 1] == ")"
            if first.unit is Unit.YUAN and second in rates and closed and _AMOUNT_THEN_RATE.fullmatch(between):
                yield second, first
                break


def _of_other_payers(reading: Reading, rate: Quantity, amount: Quantity) -> bool:
    """True when a table says of the two columns that they are of different payers."""
    payers = [reading.frame(token.span).get("payer") for token in (rate, amount)]
    in_cells = bool(reading.framer.headers_of(rate.span.start))
    return in_cells and None not in payers and len({payer.value for payer in payers if payer is not None}) > 1


def _of_all(text: str, rate: Quantity, amount: Quantity) -> bool:
    if _CALCULATED_TOO.search(text[max(0, rate.span.start - 24) : rate.span.start]):
        return True
    return is_listed(text, rate) and _OF_ALL.fullmatch(text, rate.span.end, amount.span.start) is not None


def is_listed(text: str, rate: Quantity) -> bool:
    """True for the last of several rates, 养老20%和医疗8%: an amount behind it may be of them all."""
    return _LISTED.search(text[max(0, rate.span.start - 12) : rate.span.start]) is not None


def _joins(between: str) -> bool:
    """True when nothing but connecting words, or a remark in brackets, stands between a rate and its amount."""
    return bool(_RATE_THEN_AMOUNT.fullmatch(_REMARK.sub("", between)))


def is_rate(reading: Reading, token: Quantity) -> bool:
    """True for a percentage that is a contribution rate: of a scheme, and of nothing else."""
    if token.unit is not Unit.PERCENT or max(token.values) > _MAX_RATE or "成" in token.span.cut(reading.text):
        return False
    frame = reading.frame(token.span)
    scheme = frame.get("scheme")
    if scheme is None or scheme.value not in _CONTRIBUTION:
        return False
    if _OF_A_SUM.search(reading.text[max(0, token.span.start - 24) : token.span.start]):
        return False
    aspect = frame.get("aspect")
    return aspect is None or aspect.value not in _OTHER_SUBJECTS


def product_claim(
    reading: Reading,
    sentence: Sentence,
    base: Quantity,
    rate: Quantity,
    amount: Quantity,
    rates: Sequence[Quantity] = (),
) -> ProductClaim:
    """The claim that the base times the rate is the amount; ``rates`` are those it might belong to instead."""
    beside = sentence.span.contains(rate.span)
    span = with_closing_bracket(reading.text, rate.span.joined(amount.span)) if beside else amount.span
    return ProductClaim(
        span,
        sentence.span,
        reading.scope(span, sentence),
        base,
        rate,
        amount,
        12 if amount.per == "year" else 1,
        tuple(other for other in rates if other is not rate),
    )
