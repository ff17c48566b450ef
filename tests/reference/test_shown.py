"""Values as people read them: no id of the rule files among the words."""

from __future__ import annotations

import re

import pytest

from reference.load import load_reference
from reference.search import search, words_of
from reference.shown import shown_value

_ID = re.compile(r"[a-z]+[_.][a-z_.]+|[a-z]{3,}")
VALUES = [(rule.id, shown_value(value)) for rule in load_reference().rules for value in rule.values]


def test_every_value_is_said_in_words():
    assert [(rule, said) for rule, said in VALUES if _ID.search(said)] == []


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        ("national.retirement.schedule.male", "每几个月推迟一个月 4"),
        ("national.credential.kinds", "医保电子凭证、社会保障卡"),
        ("national.document.国发〔2016〕3号", "文号 国发〔2016〕3号"),
        ("national.formula.account_pension", "个人账户养老金=个人账户储存额÷计发月数"),
    ],
)
def test_members_details_and_formulas(rule, said):
    assert any(said in shown for each, shown in VALUES if each == rule)


def test_rules_are_found_by_what_their_value_says():
    found = [hit.rule.id for hit in search(load_reference().rules, words_of("孙子女 共济"))]
    assert found[0] == "national.mutual_aid.kin"
