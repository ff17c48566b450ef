"""By when a value must be looked at again."""

from __future__ import annotations

from datetime import date

import pytest

from reference.due import Reason, Review, due, review_by
from reference.model import Reference, Rule
from tests.reference.written_rules import cycle, rule, value


def autumn(quantity: str = "pension.rate", region: str = "000000", first: str = "07-01", last: str = "10-31") -> Rule:
    return rule(
        cycle([quantity], first, last), id=f"cycle.{quantity}.{region}", kind="cycle", region=region, quantity="cycle"
    )


def by(one: Rule, *cycles: Rule, index: int = -1) -> Review | None:
    return review_by(one, one.values[index], cycles)


def test_the_day_a_curator_asked_for_counts_most() -> None:
    asked = rule(value("2019-05-01", review_by="2027-03-01"))
    assert by(asked, autumn()) == Review(date(2027, 3, 1), Reason.ASKED)


@pytest.mark.parametrize(
    ("more", "last_day"),
    [
        ({"verified_on": "2026-03-01"}, "2026-10-31"),
        ({"verified_on": "2026-11-21"}, "2027-10-31"),
        ({"verified_on": "2026-08-10"}, "2026-10-31"),
        ({"verified_on": "2026-08-10", "announced": "2026-08-01"}, "2027-10-31"),
        ({"verified_on": "2026-10-31"}, "2027-10-31"),
    ],
)
def test_a_yearly_figure_is_due_at_the_end_of_the_next_publication_window(more: dict[str, str], last_day: str) -> None:
    figure = rule(value("2025-01-01", **more))
    assert by(figure, autumn()) == Review(date.fromisoformat(last_day), Reason.CYCLE, autumn().id)


def test_a_figure_of_a_year_to_come_is_due_when_that_years_are_published() -> None:
    figure = rule(value("2027-01-01", verified_on="2026-09-21", announced="2026-09-01"))
    review = by(figure, autumn())
    assert review is not None
    assert review.by == date(2027, 10, 31)


def test_a_window_may_run_over_the_end_of_the_year() -> None:
    winter = autumn(first="11-01", last="02-28")
    december = rule(value("2025-01-01", verified_on="2026-12-05"))
    assert by(december, winter) == Review(date(2027, 2, 28), Reason.CYCLE, winter.id)
    fresh = rule(value("2025-01-01", verified_on="2026-12-05", announced="2026-12-01"))
    assert by(fresh, winter) == Review(date(2028, 2, 28), Reason.CYCLE, winter.id)


def test_the_nearest_place_and_the_most_exact_name_give_the_cycle() -> None:
    figure = rule(value("2025-01-01"), region="510100")
    cycles = (autumn(), autumn("pension."), autumn("pension.", "510000"), autumn(region="440000"))
    review = by(figure, *cycles)
    assert review is not None
    assert review.cycle == "cycle.pension..510000"
    review = by(rule(value("2025-01-01")), *cycles)
    assert review is not None
    assert review.cycle == "cycle.pension.rate.000000"


def test_a_prefix_ends_with_a_dot() -> None:
    review = by(rule(value("2025-01-01")), autumn("pension.rat"))
    assert review is not None
    assert review.reason is Reason.AGE


def test_without_a_cycle_a_value_is_due_after_some_years() -> None:
    assert by(rule(value("2019-05-01"))) == Review(date(2029, 11, 21), Reason.AGE)
    leap = rule(value("2019-05-01", verified_on="2028-02-29"))
    assert by(leap) == Review(date(2031, 2, 28), Reason.AGE)


def test_a_documented_end_is_the_day_to_look_again() -> None:
    assert by(rule(value("2025-01-01", known_until="2027-06-30"))) == Review(date(2027, 6, 30), Reason.ENDED)
    assert by(rule(value("2025-01-01", "2027-06-30"))) == Review(date(2027, 6, 30), Reason.ENDED)
    looked_at_since = rule(value("2025-01-01", known_until="2025-12-31"))
    assert by(looked_at_since) == Review(date(2027, 11, 21), Reason.ENDED)


def test_what_was_replaced_or_has_ended_is_settled() -> None:
    changed = rule(value("2010-01-01", "2019-04-30", 20), value("2019-05-01"))
    assert by(changed, autumn(), index=0) is None
    assert by(rule(value("2010-01-01", "2019-04-30")), autumn()) is None


def test_what_is_due_comes_in_order_of_the_day() -> None:
    late = rule(value("2019-05-01", review_by="2027-03-01"), id="late")
    soon = rule(value("2019-05-01", review_by="2027-01-31"), id="soon")
    never = rule(value("2010-01-01", "2019-04-30"), id="never")
    reference = Reference((late, never, soon), "")
    assert [one.rule.id for one in due(reference, date(2027, 12, 31))] == ["soon", "late"]
    assert [one.rule.id for one in due(reference, date(2027, 1, 31))] == ["soon"]
    assert due(reference, date(2027, 1, 30)) == ()
