"""Nothing of a finding depends on what else is checked, in which order, how often, or on a day that decides nothing."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from linter.result import RunResult
from linter.settings import bench_of
from tests.properties.articles import DAY, SETTINGS, articles, checked

FEW = settings(max_examples=8, suppress_health_check=[HealthCheck.too_slow])
TEXTS = st.lists(articles(), min_size=2, max_size=3)
UNRELATED = "# 社区图书角开放\n\n书架共有6层,每层约40本。周一至周五9时开门,借阅期限30天,可以续借1次。\n"
_ONE = timedelta(days=1)


def files(texts: list[str]) -> list[tuple[str, bytes]]:
    return [(f"{number}.md", text.encode()) for number, text in enumerate(texts)]


def told(result: RunResult) -> dict[str, tuple[object, ...]]:
    return {each.document.path: each.findings for each in result.documents}


@FEW
@given(TEXTS)
def test_an_unrelated_article_changes_no_finding(texts: list[str]) -> None:
    alone, together = told(checked(*files(texts))), told(checked(("#.md", UNRELATED.encode()), *files(texts)))
    assert together.pop("#.md") == ()
    assert together == alone


@FEW
@given(TEXTS, st.data())
def test_neither_order_nor_repetition_changes_the_result(texts: list[str], data: st.DataObject) -> None:
    once, shuffled = files(texts), data.draw(st.permutations(files(texts)))
    assert checked(*once) == checked(*shuffled) == checked(*once)


def deciding_days() -> frozenset[date]:
    """The days from which a rule says something else, or is known to."""
    values = [value for rule in bench_of(SETTINGS).reference.rules for value in rule.values]
    starts = {value.period.start for value in values} | {value.announced for value in values}
    starts |= {value.review_by for value in values} | {value.verified_on for value in values}
    behind = {end + _ONE for value in values for end in (value.period.end, value.known_until) if end and end < date.max}
    return frozenset(day for day in starts | behind if day)


def told_on(day: date, text: str) -> str:
    """All of the findings, but for the day itself, which messages name."""
    return repr(told(checked(("a.md", text.encode()), settings=replace(SETTINGS, as_of=day)))).replace(str(day), "")


@FEW
@given(text=articles(), after=st.integers(0, 1500))
def test_a_day_that_decides_nothing_changes_no_finding(text: str, after: int) -> None:
    day = date(2023, 1, 1) + after * _ONE
    later = day + _ONE
    mentioned = {int(number) for number in re.findall("[0-9]{1,2}", text)}
    assume(later not in deciding_days() and later.day != 1)
    assume(later.day not in mentioned and day.day not in mentioned)
    assert told_on(day, text) == told_on(later, text)


def test_the_day_of_the_other_tests_is_no_special_one() -> None:
    assert DAY not in deciding_days()
