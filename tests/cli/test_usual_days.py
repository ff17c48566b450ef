"""The days offered for a new value: those of a year where the last one held a year, and when it became public."""

from __future__ import annotations

from datetime import date

import pytest

from linter.cli.reference.usual_days import usual_announcement, usual_end, usual_start


@pytest.mark.parametrize(
    ("last", "start", "end"),
    [
        ({"from": "2026-07-01", "to": "2027-06-30"}, "2027-07-01", "2028-06-30"),
        ({"from": "2027-01-01", "known_until": "2027-12-31"}, "2028-01-01", "2028-12-31"),
        ({"from": "2026-09-01", "to": "2026-12-31"}, "2027-01-01", ""),
        ({"from": None, "to": "2026-12-31"}, "2027-01-01", ""),
        ({"from": "2019-05-01", "to": None}, "2027-01-01", ""),
    ],
)
def test_a_new_value_holds_as_many_years_as_the_last(last: dict[str, str | None], start: str, end: str) -> None:
    known = {"values": [last]}
    assert usual_end(known, start) == end
    ends = last.get("known_until") or last["to"]
    assert usual_start(known, date(2027, 1, 15)) == (start if ends else "2027-01-15")


def test_a_value_that_begins_elsewhere_has_no_usual_end() -> None:
    known = {"values": [{"from": "2026-01-01", "to": "2026-12-31"}]}
    assert usual_end(known, "2027-03-01") == usual_end(None, "2027-03-01") == ""


@pytest.mark.parametrize(
    ("first", "published", "announced"),
    [
        ("2027-07-01", "2027-07-12", "2027-07-12"),
        ("2027-07-01", "2027-06-20", ""),
        ("2027-07-01", "2028", ""),
        ("always", "2027-07-12", ""),
    ],
)
def test_a_document_later_than_the_first_day_announces_it(first: str, published: str, announced: str) -> None:
    assert usual_announcement({"from": first, "published": published}) == announced
