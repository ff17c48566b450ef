"""Which changes of a rule stand in the calendar."""

from __future__ import annotations

from datetime import date

import pytest

from reference.calendar import changes_ahead
from reference.model import Reference
from tests.reference.written_rules import rule, value

TODAY, LAST = date(2031, 3, 1), date(2031, 12, 31)


@pytest.mark.parametrize(
    ("values", "told"),
    [
        pytest.param([value("2020-01-01")], [], id="goes on"),
        pytest.param(
            [value("2020-01-01", "2031-06-30", 16), value("2031-07-01", None, 17)],
            [("2031-07-01", "16%", "17%")],
            id="replaced",
        ),
        pytest.param(
            [value("2020-01-01", "2031-06-30", 16), value("2031-09-01", None, 17)],
            [("2031-07-01", "16%", None), ("2031-09-01", None, "17%")],
            id="replaced after a hole",
        ),
        pytest.param([value("2020-01-01", "2031-06-30", 16)], [("2031-07-01", "16%", None)], id="ends"),
        pytest.param([value("2020-01-01", None, 16) | {"known_until": "2031-06-30"}], [], id="documents end"),
        pytest.param([value("2020-01-01", "2031-12-31", 16)], [], id="ends on the last day"),
        pytest.param([value("2031-03-01", None, 16)], [], id="begins today"),
        pytest.param([value("2031-03-02", None, 16)], [("2031-03-02", None, "16%")], id="begins tomorrow"),
    ],
)
def test_a_change_stands_on_the_first_day_of_what_is_new(values, told) -> None:
    for each in values:
        if "known_until" in each:
            del each["to"]
    found = changes_ahead(Reference((rule(*values),), ""), TODAY, LAST)
    shown = [(str(each.day), *(side.display if side else None for side in (each.before, each.after))) for each in found]
    assert shown == told
