"""A rule file may hold any JSON: what is of the wrong kind is a RuleError, never a rule and never a crash."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from reference.fields import RuleError
from reference.load import RuleFileError, load_folders
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


RULE = raw_rule(value("2020-01-01"))
UNKNOWN = {"quantity": "pension.rate", "region": "000000", "from": None, "to": None, "why": "x", "tried": ["x"]}
WRONG_KINDS: dict[str, tuple[dict[str, Any], str]] = {
    "value that is a text": ({"rules": [{**RULE, "values": ["16"]}]}, "a value must be an object"),
    "value without its number": (
        {"rules": [raw_rule({key: item for key, item in value("2020-01-01").items() if key != "value"})]},
        "'value' is missing",
    ),
    "several right numbers that are none": (
        {"rules": [raw_rule(value("2020-01-01", number={"accept": []}))]},
        "'accept' must be a list of at least one number or range",
    ),
    "rounding in no direction": (
        {"rules": [raw_rule(value("2020-01-01", rounding={"to": 1, "mode": "sideways"}), kind="rounding")]},
        "'mode' must be one of nearest, up, down",
    ),
    "rounding that is a number": (
        {"rules": [raw_rule(value("2020-01-01", rounding=1), kind="rounding")]},
        "'rounding' must be an object",
    ),
    "document that is a text": (
        {"rules": [raw_rule(value("2020-01-01", document="x"), kind="document")]},
        "'document' must be an object of texts",
    ),
    "date that is a number": ({"rules": [raw_rule(value("2020-01-01", dates=[2025]), kind="date")]}, "2025"),
    "unknown values that are an object": ({"rules": [RULE], "unknown": {}}, "'unknown' must be a list"),
    "unknown value that is a text": ({"rules": [RULE], "unknown": ["x"]}, "an unknown value must be an object"),
    "attempt that is a text": ({"rules": [RULE], "unknown": [UNKNOWN]}, "say on which day what was tried"),
    "dispute that is a text": ({"rules": [RULE], "disputes": ["x"]}, "a dispute must be an object"),
}


@pytest.mark.parametrize("name", WRONG_KINDS)
def test_a_file_with_something_of_the_wrong_kind_says_what_should_stand_there(name: str, tmp_path: Path) -> None:
    content, reason = WRONG_KINDS[name]
    (tmp_path / "a.json").write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
    with pytest.raises(RuleFileError) as caught:
        load_folders((tmp_path,))
    assert reason in str(caught.value)
