"""Who pays, in words, and who is named beside a figure without being the one who pays it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from linter.scan.tokens import Term
from linter.text import Span

SCHEMES = frozenset({"pension", "medical", "unemployment", "injury", "maternity"})
# Nobody pays for injury and maternity out of his wage: a figure that seems to say so is bound to the wrong payer.
PAID_BY = {"employee": frozenset({"pension", "medical", "unemployment"}), "employer": SCHEMES}
EMPLOYER = "(?:用人单位|单位|公司|企业|雇主)"
EMPLOYEE = "(?:个人|本人|员工|职工)"
_AND = r"(?:[和与跟同及、+]|加上?|连同)"
BOTH = f"(?:{EMPLOYER}{_AND}{EMPLOYEE}|{EMPLOYEE}{_AND}{EMPLOYER}|双方|两边|两方|两头)"

# 公司按员工工资的20%缴纳: whose wage it is does not say who pays, where somebody else is named as well.
_WHOSE_WAGE = re.compile(
    "的?(?:个人|本人|缴费|月|平均|上年度?|税前|应发|实发)*(?:工资|薪资|薪水|收入|基数)(?:总额|收入|水平)?的?\\s*"
)
# 单位为这位员工支出2255元: nor does for whom it is paid.
_FOR_WHOM = re.compile("(?<!因)(?<!作)(?<!称)[为给替][^,;。0-9为给替]{0,4}$")
_REACH = 6
# 在一家公司上班: where somebody works says nothing of who pays.
_AT = re.compile("(?:在|到|去|进|于|是)[^,;。0-9]{0,10}$")
_WORKS = re.compile(
    "里?面?(?:上班|工作(?!人员)|任职|就职|供职|打工|入职|干活|做(?:事|会计|财务|销售|文员|设计)|当|的(?:员工|职工|职员))"
)
_AT_REACH = 12


def without_workplaces(terms: Iterable[Term], text: str) -> Iterator[Term]:
    """The terms without the employers that are only named as where somebody works."""
    for term in terms:
        works = term.facets.get("payer") == "employer" and _WORKS.match(text, term.span.end)
        if not works or not _AT.search(text, max(0, term.span.start - _AT_REACH), term.span.start):
            yield term


def pays_not(text: str, named: Span, between: Span) -> bool:
    """True for whose wage a figure is a share of, and for whom it is paid. ``between``: what parts the two."""
    for_whom = _FOR_WHOM.search(text, max(0, named.start - _REACH), named.start)
    return for_whom is not None or _WHOSE_WAGE.fullmatch(between.cut(text)) is not None
