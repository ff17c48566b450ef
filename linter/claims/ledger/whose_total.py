"""Whose total a figure is: 个人每月约680元, 单位承担33.8%, 双方合计2912元, 扣除增至1545元."""

from __future__ import annotations

import re

from linter.claims.context.bases import is_base
from linter.claims.context.frame import BRACKET, HEADING, SEGMENT, SENTENCE, Frame
from linter.claims.context.layout import Sentence
from linter.claims.context.payers import BOTH as BOTH_PAYERS
from linter.claims.context.payers import PAID_BY, SCHEMES
from linter.claims.context.reading import Reading
from linter.claims.ledger.beyond import schemes_added_before
from linter.claims.ledger.entries import FUND, PAYERS
from linter.scan.tokens import Quantity, Unit

BOTH = "both"
_OTHER_MEASURES = frozenset(
    {"wage", "average_wage", "pension_benefit", "basic_pension", "account_pension", "balance", "calc_base", "net_pay",
     "tax", "min_wage", "deductible", "ceiling"}
)  # fmt: skip
_OTHER_ASPECTS = frozenset({"reimbursement", "out_of_pocket", "change", "cost", "account_credit", "receive", "penalty"})
# 1120元加444.8元, 4500元-495元: operands of a calculation.
_OPERAND = re.compile(r"\s*[-+加减×*]\s*[0-9]")
_ADDED = ("加", "+")
# 未按时缴纳1000元, 欠缴1000元: what is owed is nobody's total of a month.
_OWED = re.compile(r"(?:欠|拖欠|漏|少|补)缴?[^,;。0-9]{0,6}$|未(?:按时|按期|足额|及时|依法|缴)[^,;。0-9]{0,8}$")
_OTHER_DUES = re.compile("保障金|残保金|工会经费|年金|服务费")
_OWED_REACH = 14
# 个人承担比例为11%, 单位部分约占工资的25%: the share of all schemes that a payer bears.
_SHARE = re.compile(
    r"(?:(?:承担|缴纳|缴费|负担|总|合计)+的?(?:比例|费率)|承担|负担|部分)(?:合计|共计|总计|共)?"
    r"(?:大?约|为|是|占|:)*(?:(?:工资|月薪|基数)的)?$"
)
_SHARE_REACH = 16
# A scheme of its own has a rate below this.
_LEAST_OF_ALL = {"employee": 9, "employer": 20}
_BOTH = re.compile(
    f"{BOTH_PAYERS}"
    r"(?:每月|一共|需|应|要|缴纳|缴|的|社保|费用|五险)*(?:合计|总计|共计|共|总)[^0-9,;。()]{0,14}$"
    r"|(?:(?:五险|四险|社保|双方)总(?:缴费|费用|额|计)+|总缴费(?:额|金额)?)[^0-9,;。()]{0,14}$"
)
_BOTH_REACH = 36
# 两边合在一起,公司和老周每月交3250元: of more than the one payer, or person, that is named last.
_TOGETHER = re.compile("两边|双方|两方|合在一起|两人|两个人|两位|两口子|夫妻|夫妇|几个人|全家")
# 按上述比例和最低基数,社保每月缴费金额为2654元: of all the rates above, and of nothing else.
_BY_ALL_ABOVE = re.compile(
    "(?:按照?|依照?|根据)(?:上述|以上|前述|上面)的?(?:各项|缴费|缴纳|的)*(?:比例|费率)"
    "(?:(?!个人|单位|企业|公司|职工)[^。;0-9])*(?:社保|[三四五]险|社会保险)"
    "(?:(?!个人|单位|企业|公司|职工)[^,。;0-9])*(?:缴费|缴纳|缴)(?:的|总)*(?:金额|费用|总额|额)(?:合计|共|约|为|是|:|\\s)*$"
)
# 公积金…个人缴400元: the housing fund alone.
_FUND_ALONE = re.compile("^(?!.*(?:社保|保险|养老|医|[三四五六]险)).*公积金", re.DOTALL)
# 公司每个月的总支出是9992元: what somebody's work costs holds the wage as well; 单位社保总支出 is of contributions.
_COST_OF_WORK = re.compile("(?:用工|人工|用人|人力|雇佣)(?:总)?成本|总(?:支出|成本|开支|开销|花费)|(?:实际|一共)要?花")
_DUES = re.compile("社保|保险|险|缴|公积金")
_CLAUSE = re.compile("[,;。:]")
_BESIDES = re.compile(r"(?:额外|另外?|再|还要?|加)(?:扣除?|缴|交)[^0-9]{0,4}$")
# 扣除增至1545元: what is taken from a wage is the employee's.
_TAKEN = re.compile(
    r"(?:总扣除|扣除|扣款|扣掉|代扣|个人扣)(?:总?额|金额|合计|总计)?(?:就|则|会|将|增至|增加到|升至|变成|变为|合计|大?约|为|共|是|达|:|\s)*$"
)


def whose_total(reading: Reading, token: Quantity) -> str | None:
    """The payer whose total a figure is, "both", or ``None``."""
    if token.bound is not None or _is_other_money(reading, token):
        return None
    frame = reading.frame(token.span)
    if token.unit is Unit.PERCENT:
        return _whose_share(reading, token, frame)
    if token.unit is not Unit.YUAN or token.per == "year" or is_base(reading, token) or _is_yearly(frame):
        return None
    said = reading.text[max(0, token.span.start - _BOTH_REACH) : token.span.start]
    if (_BOTH.search(said) or _BY_ALL_ABOVE.search(said)) and _of_all_schemes(frame):
        return BOTH
    sentence = reading.sentence_at(token.span)
    if sentence is not None and _of_several(reading, sentence, token):
        return None
    if _TAKEN.search(said) and _of_all_schemes(frame, FUND):
        return "employee"
    alone = sentence is not None and _FUND_ALONE.match(sentence.span.cut(reading.text)) is not None
    several = sentence is not None and "aggregate" in frame and _names_several(reading, sentence)
    added = sentence is not None and bool(schemes_added_before(reading, sentence, token))
    return None if alone else _payer(frame, added or (several and frame["aggregate"].level == SEGMENT))


def may_be_of_all(rate: Quantity, payer: str = "employee") -> bool:
    """True for a percentage above what a payer pays for any scheme alone."""
    return rate.unit is Unit.PERCENT and min(rate.values) >= _LEAST_OF_ALL[payer]


def _of_several(reading: Reading, sentence: Sentence, token: Quantity) -> bool:
    """True where what is told of several together leads up to the figure; a bracket tells them apart."""
    start = max(sentence.span.start, reading.text.rfind("(", sentence.span.start, token.span.start))
    return _TOGETHER.search(reading.text, start, token.span.start) is not None


def by_all_above(reading: Reading, token: Quantity) -> bool:
    """True for a total said to follow from the rates above: it holds nothing that is not listed there."""
    return _BY_ALL_ABOVE.search(reading.text, max(0, token.span.start - _BOTH_REACH), token.span.start) is not None


def _names_several(reading: Reading, sentence: Sentence) -> bool:
    """True for 养老8%、医保2%、失业0.3%,个人每月共缴1576元: the last scheme is not the only one of the total."""
    named = {term.facets.get("scheme") for term in reading.terms_in(sentence.span)}
    return PAID_BY["employee"] <= named


def _payer(frame: Frame, of_several: bool) -> str | None:
    """The payer that stands near a figure, where no scheme and no other measure does; of several, a scheme may."""
    payer = frame.get("payer")
    if payer is None or payer.value not in PAYERS or payer.level > BRACKET:
        return None
    if not of_several and not _of_all_schemes(frame):
        return None
    if _under_one_scheme(frame):
        return None  # 失业保险 / 个人每月缴纳18元: the label above names what it is for
    if "aggregate" in frame and frame["aggregate"].level == SEGMENT < payer.level:
        return None  # 单位1000元、个人500元,一共1500元: the last is nobody's own total
    measure, aspect = frame.get("measure"), frame.get("aspect")
    if measure is not None and measure.level <= BRACKET and measure.value in _OTHER_MEASURES:
        return None
    if aspect is not None and aspect.level <= SENTENCE and aspect.value in _OTHER_ASPECTS:
        return None
    return payer.value


def _whose_share(reading: Reading, token: Quantity, frame: Frame) -> str | None:
    """The payer whose share of the base a percentage is, over all schemes."""
    payer, scheme = frame.get("payer"), frame.get("scheme")
    if payer is None or payer.value not in PAYERS or payer.level != SEGMENT:
        return None
    several = scheme is None or scheme.value == "social" or "+" in scheme.value or scheme.level > SENTENCE
    said = reading.text[max(0, token.span.start - _SHARE_REACH) : token.span.start]
    return payer.value if several and may_be_of_all(token, payer.value) and _SHARE.search(said) else None


def _is_other_money(reading: Reading, token: Quantity) -> bool:
    """True for summands, arrears, what work costs with its wage, and dues that are no contribution."""
    if _OPERAND.match(reading.text, token.span.end) or reading.text[token.span.start - 1 : token.span.start] in _ADDED:
        return True
    said = _CLAUSE.split(reading.text[max(0, token.span.start - _BOTH_REACH) : token.span.start])[-1]
    if _COST_OF_WORK.search(said) and not _DUES.search(said):
        return True
    sentence = reading.sentence_at(token.span)
    if sentence is not None and _OTHER_DUES.search(reading.text, sentence.span.start, token.span.start):
        return True
    if _BESIDES.search(reading.text, max(0, token.span.start - _OWED_REACH), token.span.start):
        return True
    return _OWED.search(reading.text, max(0, token.span.start - _OWED_REACH), token.span.start) is not None


def _is_yearly(frame: Frame) -> bool:
    per = frame.get("per")
    return per is not None and per.value == "year" and per.level <= SENTENCE


def _of_all_schemes(frame: Frame, *besides: str) -> bool:
    scheme = frame.get("scheme")
    return scheme is None or scheme.value in ("social", *besides) or scheme.level > SENTENCE


def _under_one_scheme(frame: Frame) -> bool:
    """True below the label of one scheme, where nothing nearer speaks of a total or of all schemes."""
    scheme, aggregate = frame.get("scheme"), frame.get("aggregate")
    if scheme is None or scheme.value not in SCHEMES or not SENTENCE < scheme.level <= HEADING:
        return False
    return aggregate is None or aggregate.level > SENTENCE
