from __future__ import annotations

from datetime import date

import pytest

from linter import lint_text
from linter.copies import Repetition, repetitions, roots
from linter.finding import Severity

WRONG_HOTLINE = "全国统一的医保服务热线是12333。"
SAID_OTHERWISE = "遇到问题可以拨打医保服务热线12333咨询。"
WRONG_PRODUCT = "基数6000元，医疗保险个人2%，每月210元。"


@pytest.fixture
def groups():
    """The quotes of the findings of a text, those of copies together, each group led by its root."""

    def of(*lines):
        result = lint_text("\n\n".join(lines), as_of=date(2026, 11, 21))
        names = [(one.code, one.span.cut(result.document.text)) for one in result.findings]
        root = roots(result.document, result.findings)
        return [[names[at] for at, its in enumerate(root) if its == index] for index in sorted(set(root))]

    return of


@pytest.mark.parametrize("line", [WRONG_HOTLINE, WRONG_PRODUCT], ids=["rests on a rule", "rests on a calculation"])
def test_the_same_sentence_twice_is_one_finding_with_a_copy(groups, line):
    (group,) = groups(line, "中间说些别的。", line)
    assert len(group) == 2


def test_the_same_wrong_claim_in_other_words_is_a_copy(groups):
    assert groups(WRONG_HOTLINE, SAID_OTHERWISE) == [[("RF204", "12333"), ("RF204", "12333")]]


@pytest.mark.parametrize(
    "lines",
    [
        ("2025年，单位养老保险按20%缴纳。", "2025年，单位养老保险按18%缴纳。"),
        ("2025年，单位养老保险按20%缴纳。", "2025年，个人养老保险按20%缴纳。"),
        (WRONG_PRODUCT, "基数6000元，医疗保险个人2%，每月310元。"),
        (WRONG_PRODUCT, "基数7000元，医疗保险个人2%，每月210元。"),
        ("《社会保险法》自2010年7月1日起施行。", "《社会保险法》自2012年7月1日起施行。"),
    ],
    ids=["another value", "another payer", "another amount", "another base", "another day"],
)
def test_another_wrong_claim_is_no_copy(groups, lines):
    firsts = [code for code, *_ in (group[0] for group in groups(*lines))]
    assert len(firsts) >= 2
    assert all(len(group) == 1 for group in groups(*lines))


def test_the_gravest_is_the_root_then_the_first(make_article, make_finding):
    of = make_article("每月【3元】。\n每月【3元】。\n每月【3元】。")
    mild, grave = Severity.WARNING, Severity.ERROR
    findings = [make_finding(of, at, severity=severity) for at, severity in enumerate((mild, grave, grave))]
    assert roots(of.document, findings) == (1, 1, 1)


def test_the_first_article_names_the_others_and_they_name_it():
    assert repetitions([("a", "x"), ("b", "x"), ("b", "y"), ("c", "x")]) == {
        ("a", "x"): Repetition(others=("b", "c")),
        ("b", "x"): Repetition(first="a"),
        ("c", "x"): Repetition(first="a"),
    }
