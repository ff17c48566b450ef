"""The history of a rule without holes."""

from __future__ import annotations

from datetime import date

from reference.model import Attempt, Unknown
from reference.period import Period
from reference.timeline import Axis, axis, timeline
from tests.reference.written_rules import rule, value

TRIED = (Attempt(date(2026, 11, 21), "省厅网站"),)


def unknown(start: str, end: str | None, region: str = "000000") -> Unknown:
    period = Period(date.fromisoformat(start), date.fromisoformat(end) if end else None)
    return Unknown("pension.rate", region, period, "未见公布", TRIED)


def shown(*stretches: object) -> list[tuple[str, str, str]]:
    return [
        (str(one.period.start), str(one.period.end), "value" if one.value else "unknown" if one.unknown else "blank")  # type: ignore[attr-defined]
        for one in stretches
    ]


def test_a_gap_between_two_values_is_a_stretch_of_its_own() -> None:
    one = rule(value("2010-01-01", "2015-12-31"), value("2018-01-01"))
    assert shown(*timeline(one, ())) == [
        ("2010-01-01", "2015-12-31", "value"),
        ("2016-01-01", "2017-12-31", "blank"),
        ("2018-01-01", "None", "value"),
    ]


def test_what_was_looked_for_and_not_found_fills_a_gap_as_far_as_it_goes() -> None:
    one = rule(value("2010-01-01", "2015-12-31"), value("2018-01-01"))
    assert shown(*timeline(one, [unknown("2015-01-01", "2016-12-31")])) == [
        ("2010-01-01", "2015-12-31", "value"),
        ("2016-01-01", "2016-12-31", "unknown"),
        ("2017-01-01", "2017-12-31", "blank"),
        ("2018-01-01", "None", "value"),
    ]


def test_after_the_last_documented_day_nothing_is_known_to_no_end() -> None:
    one = rule(value("2025-01-01", known_until="2025-12-31"))
    assert shown(*timeline(one, ())) == [("2025-01-01", "2025-12-31", "value"), ("2026-01-01", "None", "blank")]
    assert shown(*timeline(one, [unknown("2026-01-01", None)]))[1] == ("2026-01-01", "None", "unknown")
    ended = rule(value("2010-01-01", "2019-12-31"))
    assert shown(*timeline(ended, ())) == [("2010-01-01", "2019-12-31", "value")]


def test_what_is_unknown_of_another_place_is_not_of_this_rule() -> None:
    one = rule(value("2018-01-01"))
    assert len(timeline(one, [unknown("2015-01-01", "2016-12-31", "510000")])) == 1


def test_an_axis_has_whole_years_and_room_for_today() -> None:
    one = rule(value("2010-06-01", "2015-12-31"), value("2018-01-01"))
    scale = axis(timeline(one, ()), date(2026, 11, 21), 34)
    assert scale == Axis(date(2010, 1, 1), date(2026, 12, 31), 34)
    assert [scale.column(date(year, 1, 1)) for year in (2010, 2011, 2018, 2026)] == [0, 1, 16, 32]
    assert scale.cells(Period(date(2010, 1, 1), date(2010, 12, 31))) == range(2)
    assert scale.cells(Period(None, None)) == range(34)
    assert scale.column(date(1990, 1, 1)) == 0
