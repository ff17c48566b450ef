"""What a finding about a number carries: suggestion, cause, verdicts, proof, rule."""

from __future__ import annotations

from datetime import date

import pytest

from linter.api import lint_text
from linter.finding import Finding, Verdict
from linter.proof import verify

AS_OF = date(2026, 11, 21)


def finding(text: str, code: str, **given: object) -> Finding:
    found = lint_text(text, as_of=AS_OF, select=[code], **given).findings  # type: ignore[arg-type]
    assert len(found) == 1
    return found[0]


@pytest.mark.parametrize(
    ("text", "code", "replacement"),
    [
        ("单位养老保险按20%缴纳。", "ST101", "16%"),
        ("失业保险金最长可以领取36个月。", "RF103", "24个月"),
        ("居民医保固定待遇等待期为6个月。", "RF101", "3个月"),
        ("2025年,一次性工亡补助金为1036420元。", "ST102", "1083760元"),
    ],
)
def test_a_suggestion_replaces_the_digits_only(text: str, code: str, replacement: str) -> None:
    found = finding(text, code)
    assert found.suggestion is not None
    assert found.suggestion.replacement == replacement
    assert found.suggestion.span == found.span


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("单位养老保险按百分之二十缴纳。", "ST101"),  # no digits to replace
        ("男职工年满60周岁办理退休。", "ST101"),  # the right age depends on the month of birth
        ("暂停联网结算6个月至24个月。", "RF101"),  # two ends
    ],
)
def test_no_suggestion_where_digits_cannot_simply_be_replaced(text: str, code: str) -> None:
    assert finding(text, code).suggestion is None


@pytest.mark.parametrize(
    ("text", "given", "cause"),
    [
        ("职工养老保险个人缴费比例为16%。", {}, "这个数是单位的。"),
        ("工伤五级伤残津贴为本人工资的90%。", {}, "这个数是一级的。"),
        ("2024年青海缴费基数上限96348元/月。", {}, "这是青海省核定缴费基数用的年平均工资。"),
        ("2025年辽宁缴费基数上限为86142元。", {}, "这是吉林省核定缴费基数用的年平均工资。"),
        ("2024年海口缴费基数下限为3579元。", {}, "这是河南省的数值。"),
        ("失业金第13-24个月1827元/月。", {"region": "上海市"}, "可能是 1872 的数字颠倒。"),
        ("失业金第13-24个月1842元/月。", {"region": "上海市"}, "可能是 1872 写错了一位。"),
    ],
)
def test_the_likely_cause_of_a_wrong_number(text: str, given: dict[str, object], cause: str) -> None:
    found = finding(text, "RF101", **given)
    assert found.cause is not None
    assert found.cause.zh == cause


@pytest.mark.parametrize(
    ("text", "published", "code", "verdict"),
    [
        ("单位养老保险按26%缴纳。", date(2025, 3, 1), "RF101", Verdict("wrong", "wrong")),
        ("单位养老保险按20%缴纳。", date(2025, 3, 1), "ST101", Verdict("wrong", "stale")),
        ("单位养老保险按20%缴纳。", date(2018, 3, 1), "ST101", Verdict("right", "stale")),
        ("单位养老保险按20%缴纳。", None, "ST101", Verdict("unknown", "stale")),
    ],
)
def test_both_verdicts_are_given(text: str, published: date | None, code: str, verdict: Verdict) -> None:
    assert finding(text, code, published=published).verdict == verdict


def test_the_proof_holds_and_names_the_rule() -> None:
    found = finding("单位养老保险按20%缴纳。", "ST101")
    assert found.rule is not None
    assert verify(found.proof) is None
    assert [step.op for step in found.proof] == ["lookup", "differ"]
    assert found.proof[0].inputs[0] == found.rule.rule.id


def test_both_languages_say_the_same_numbers() -> None:
    found = finding("失业保险金最长可以领取36个月。", "RF103")
    assert "36个月" in found.message.zh
    assert "36个月" in found.message.en
    assert "longest duration of unemployment benefit" in found.message.en


@pytest.mark.parametrize(
    "text",
    [
        "第一条 为了规范征缴,制定本条例。\n\n第二条 单位应当缴费。\n\n第三条 个人应当缴费。\n\n第四条 按月缴费。\n\n"
        "第五条 欠缴社会保险费的,按日加收2‰的滞纳金。",
    ],
)
def test_a_law_printed_with_a_superseded_number_is_warned_of_only(text: str) -> None:
    assert finding(text, "ST101", published=date(2019, 3, 24)).severity.value == "warning"


def test_a_number_without_a_local_rule_is_unverifiable() -> None:
    result = lint_text("生育保险单位缴费比例为0.7%。", as_of=AS_OF, region="青海省玉树藏族自治州")
    assert result.coverage.bound == result.coverage.unverifiable == 1
    assert dict(result.coverage.reasons) == {"no-local-rule": 1}


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("养老保险:单位还要逐月从工资里代职工本人缴16%。", "fits-another"),
        ("医疗保险单位部分,9%(住院)+1%(门诊)。", "part-of-sum"),
        ("# 城乡居民养老保险\n\n到龄就能领。基础养老金每人每月110元。", "bound-from-afar"),
    ],
)
def test_a_number_that_is_held_loosely_is_unverifiable(text: str, reason: str) -> None:
    result = lint_text(text, as_of=AS_OF)
    assert not result.findings
    assert reason in dict(result.coverage.reasons)


LOOSE = "# 退休金怎么算\n\n查表时看计发月数那一栏,55岁退休的对应180。"


def test_a_number_held_by_nothing_but_words_makes_warnings_only() -> None:
    assert finding(LOOSE, "RF101").severity.value == "warning"


def test_a_number_held_by_nothing_but_words_contradicts_nothing() -> None:
    result = lint_text(f"{LOOSE}\n\n55岁退休的,计发月数是170个月。", as_of=AS_OF)
    assert [found.code for found in result.findings] == ["RF101"]
