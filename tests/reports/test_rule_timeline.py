"""The drawing of a rule's values over time: what it says to those who cannot see it, and that it stays a drawing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from xml.etree import ElementTree

import pytest

from linter.drawing.rule_timeline import rule_timeline
from linter.wide_text import width as columns
from tests.reports.conftest import rate_rule

AS_OF = date(2026, 11, 21)


def drawn(rule, **how) -> ElementTree.Element:
    return ElementTree.fromstring(rule_timeline(rule, AS_OF, key="t", **how))


def test_title_and_description_say_everything() -> None:
    svg = drawn(rate_rule())
    title, description = svg.find("title"), svg.find("desc")
    assert svg.get("role") == "img"
    assert svg.get("aria-labelledby") == f"{title.get('id')} {description.get('id')}" == "t-title t-desc"
    assert title.text == "单位养老保险费率的沿革"
    assert description.text == ("– 2016-04-30: 20%; 2016-05-01 – 2019-04-30: 19%; 2019-05-01 –: 16%; 2026-11-21(今天)")


def test_english() -> None:
    assert drawn(rate_rule(), lang="en").find("title").text == "History of Employer pension rate"


def test_the_value_used_is_pointed_out_and_else_that_of_the_day() -> None:
    rule = rate_rule()
    for used, index in ((rule.values[1], 1), (None, 2)):
        groups = drawn(rule, used=used).findall("g")
        assert ["used" in group.get("class").split() for group in groups] == [at == index for at in range(3)]


@pytest.mark.parametrize("width", [350, 880])
def test_every_bar_and_every_word_lies_within_the_drawing(width: int) -> None:
    rule = rate_rule()
    long = tuple(replace(value, display="单位缴费比例由各地在国家规定的幅度以内自行确定" * 2) for value in rule.values)
    for each in (rule, replace(rule, values=long)):
        for group in drawn(each, width=width).findall("g"):
            bar, text = group.find("rect"), group.find("text")
            left, right = float(bar.get("x")), float(bar.get("x")) + float(bar.get("width"))
            assert 0 <= left <= right <= width + 0.2
            needed = columns("".join(text.itertext())) * 6.7
            room = width - float(text.get("x")) if text.get("text-anchor") == "start" else float(text.get("x"))
            assert needed <= room + 1


def test_hostile_words_stay_words() -> None:
    rule = replace(rate_rule(), title='<script>"\u202e')
    text = rule_timeline(rule, AS_OF, key="t")
    assert "<script>" not in text
    assert "\u202e" not in text
