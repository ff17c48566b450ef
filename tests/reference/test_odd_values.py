"""A rule file may hold any JSON: what is of the wrong kind is a RuleError, never a rule and never a crash."""

from __future__ import annotations

from typing import Any

import pytest

from reference.fields import RuleError
from reference.parse import parse_rules
from tests.reference.written_rules import cycle, raw_rule, value

ODD: dict[str, dict[str, Any]] = {
    "unit that is an object": raw_rule(value("2020-01-01"), unit={}),
    "note that is a list": raw_rule(value("2020-01-01"), note=[]),
    "note of a value that is a number": raw_rule(value("2020-01-01", note=1)),
    "per that is a list": raw_rule(value("2020-01-01"), per=["month"]),
    "title of a source that is a list": raw_rule(value("2020-01-01", source={"title": ["x"]})),
    "address of a source that is an object": raw_rule(value("2020-01-01", source={"title": "x", "url": {}})),
    "number with a million digits": raw_rule(value("2020-01-01", "1e999999")),
    "number with a million decimals": raw_rule(value("2020-01-01", "1e-999999")),
    "member that is a list": raw_rule(value("2020-01-01", members=[[]]), kind="set"),
    "hotline that is a number": raw_rule(value("2020-01-01", numbers=[12333]), kind="hotline"),
    "old name that is null": raw_rule(value("2020-01-01", names=[None], current=True, use="x"), kind="term"),
    "date within dates within dates": raw_rule(value("2020-01-01", dates=["2025/" * 3000]), kind="date"),
    "time that ends before it starts": raw_rule(value("2020-01-01", dates=["2025/2024"]), kind="date"),
    "days that are a number": raw_rule(
        {
            **cycle([], "01-01", "02-01"),
            "cycle": {"governs": [], "published": {"from": "01-01", "to": "02-01"}, "seen": 1},
        },
        kind="cycle",
    ),
}


@pytest.mark.parametrize("name", ODD)
def test_an_odd_value_is_refused(name: str) -> None:
    with pytest.raises(RuleError):
        list(parse_rules(ODD[name]))
