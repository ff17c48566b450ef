"""RF211 formula-differs · 写出的公式与规定的算法不同。"""

from __future__ import annotations

from collections.abc import Iterator

from linter.check import Checked, Context, Outcome, Unverifiable, check
from linter.claims.calculations.consistency import show
from linter.claims.model import FormulaClaim
from linter.finding import Evidence, RuleCitation, Severity, Step, Verdict
from linter.judging.formulas import FormulaVerdict, judge_formula
from linter.judging.rule_wording import source
from linter.messages import Message, say
from linter.proof import calculate, decide
from reference.formulas import RESULT
from reference.model import Value


@check(code="RF211", name="formula-differs", family="reference", severity=Severity.WARNING, reads=FormulaClaim)
def formula_differs(claim: FormulaClaim, context: Context) -> Iterator[Outcome]:
    """
    文中写出的计算公式,与规定的公式结构不同:少除了2、漏了1%、先乘比例后减起付线,或写成了别的项目的公式。

    A formula in the text has another structure than the one of the rules, or is the formula of something else.

    为什么:读者会照公式代自己的数;少一个"÷2",结果就翻一倍。
    公式里的每个名词都认得出,且与规定用的是同样几个量时才比;写明是简化、估算的不报。

    反例::

        基础养老金=社会平均工资×(1+平均缴费指数)×缴费年限×1%。

    正例::

        基础养老金=社会平均工资×(1+平均缴费指数)÷2×缴费年限×1%。
    """
    verdict = judge_formula(claim, context.reference)
    if verdict is None:
        yield Unverifiable(claim.span, "formula-unknown")
        return
    if verdict.right:
        yield Checked(claim.span, verdict.rule.id)
        return
    rule = verdict.other or verdict.rule
    value = rule.values[-1]
    yield formula_differs.finding(
        claim,
        _message(claim.span.cut(context.document.visible), verdict, value),
        evidence=(Evidence("formula", claim.span),),
        expected=value.details[RESULT],
        verdict=Verdict("wrong", "wrong"),
        proof=_proof(verdict),
        rule=RuleCitation(rule, value),
        cause=_cause(verdict),
    )


def _message(written: str, verdict: FormulaVerdict, value: Value) -> Message:
    right, cited = value.details[RESULT], source(value.source)
    if verdict.other is not None:
        return say(
            "conflict.formula-of-another",
            written=written,
            other=Message(verdict.other.title, verdict.other.title_en),
            about=Message(verdict.rule.title, verdict.rule.title_en),
            right=right,
            source=cited,
        )
    return say("conflict.formula-differs", written=written, right=right, source=cited)


def _proof(verdict: FormulaVerdict) -> tuple[Step, ...]:
    """What both formulas give for the same made-up numbers."""
    if verdict.probe is None:
        return ()
    written, way, result, right = verdict.probe
    quoted = (Step("evaluate", (written,), show(result)), Step("evaluate", (way,), show(right)))
    return (*quoted, calculate("subtract", result, right), decide("differ", result, right, result - result))


def _cause(verdict: FormulaVerdict) -> Message | None:
    if verdict.factor is None:
        return None
    return say("cause.formula-factor", times=show(verdict.factor))
