"""Articles by time: fine enough to see something, never more columns than a drawing has room for."""

from __future__ import annotations

from datetime import date

import pytest

from linter.archive.report.ages import by_age, undated
from linter.archive.report.model import Counts, Group

AS_OF = date(2026, 11, 21)


def month(name: str | None, documents: int = 1) -> Group:
    return Group(name, documents, Counts(documents, 0, 0))


def test_a_few_years_are_months_without_a_gap() -> None:
    groups = by_age([month("2025-11"), month("2026-02", 3)], AS_OF)
    assert [group.name for group in groups][:4] == ["2025-11", "2025-12", "2026-01", "2026-02"]
    assert [group.documents for group in groups] == [1, 0, 0, 3, *[0] * 9]


@pytest.mark.parametrize(
    ("oldest", "first", "columns"),
    [("2021-12", "2021-12", 60), ("2021-11", "2021 Q4", 21), ("2012-01", "2012 Q1", 60), ("2005-07", "2005", 22)],
)
def test_more_years_are_quarters_or_years(oldest: str, first: str, columns: int) -> None:
    groups = by_age([month(oldest), month("2026-11")], AS_OF)
    assert (groups[0].name, len(groups)) == (first, columns)
    assert groups[0].documents == groups[-1].documents == 1


def test_one_impossible_day_does_not_press_the_others_together() -> None:
    groups = by_age([month("1926-01"), month("2025-01", 99)], AS_OF)
    assert groups[0].name == "≤2021-12"
    assert (groups[0].documents, len(groups)) == (1, 60)


def test_what_is_of_a_later_day_counts_as_new() -> None:
    groups = by_age([month("2026-10"), month("2031-01", 2)], AS_OF)
    assert [(group.name, group.documents) for group in groups] == [("2026-10", 1), ("2026-11", 2)]


def test_only_later_days() -> None:
    assert [group.name for group in by_age([month("2031-01")], AS_OF)] == ["2026-11"]


def test_those_without_a_day_are_in_no_column() -> None:
    assert by_age([month(None)], AS_OF) == ()
    assert undated([month("2025-01"), month(None, 4)]) == month(None, 4)
