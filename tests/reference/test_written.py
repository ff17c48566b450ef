"""Payloads as people write them, for every kind of rule."""

from __future__ import annotations

import pytest

from reference.additions import with_rule, with_values
from reference.draft import COLUMNS, drafted
from reference.fields import RuleError
from reference.parse import parse_rules
from reference.payloads import PAYLOADS
from reference.written import FIELDS, payload
from tests.reference.written_rules import raw_rule, value

WRITTEN = {
    "value": {"value": "16|17..18"},
    "floor": {"value": "60"},
    "cap": {"value": "..300"},
    "frame": {"value": "0.2..1.9", "display": "0.2%至1.9%"},
    "set": {"members": "spouse | parents"},
    "statement": {"truth": "否"},
    "hotline": {"numbers": "12393|0571-12393"},
    "term": {"names": "新农合|新型农村合作医疗", "current": "false", "use": "城乡居民基本医疗保险"},
    "date": {"dates": "2024-09-13|2024-09"},
    "document": {"document.number": "某发〔2025〕1号", "document.title": "某通知"},
    "article": {"law": "某法", "number": "16", "about": "年限", "subjects": "养老|年限"},
    "schedule": {"parameters": "start=1965-01|step=4"},
    "rounding": {"rounding.to": "0.01", "rounding.mode": "up"},
    "cycle": {"cycle.governs": "pension.", "cycle.published.from": "07-01", "cycle.published.to": "10-31"},
}
UPKEEP = {
    "from": "2025-01-01",
    "evidence": "official",
    "verified_on": "2026-11-21",
    "source_title": "某通知",
    "issuer": "某厅",
}


def test_every_kind_can_be_written() -> None:
    assert set(FIELDS) == set(PAYLOADS) == set(WRITTEN)


@pytest.mark.parametrize("kind", sorted(WRITTEN))
def test_what_is_written_can_be_read_as_a_rule(kind: str) -> None:
    known = {**raw_rule(), "kind": kind}
    rule = drafted({**UPKEEP, **WRITTEN[kind]}, known)
    (parsed,) = parse_rules(rule)
    assert parsed.values[0].source.title == "某通知"


@pytest.mark.parametrize(
    ("kind", "words", "field"),
    [
        ("value", {"value": "16%"}, "value"),
        ("value", {"value": ".."}, "value"),
        ("statement", {"truth": "maybe"}, "truth"),
        ("schedule", {"parameters": "start"}, "parameters"),
        ("article", {"law": "某法", "number": "1", "about": "甲"}, "subjects"),
    ],
)
def test_a_mistake_names_its_field_and_says_what_to_write(kind: str, words: dict[str, str], field: str) -> None:
    with pytest.raises(RuleError) as refused:
        payload(kind, words)
    assert refused.value.path == (field,)
    assert refused.value.advice.startswith("Write")


def test_columns_are_told_apart() -> None:
    assert len(set(COLUMNS)) == len(COLUMNS)


def test_a_value_goes_where_its_time_is() -> None:
    rule = raw_rule(value("2010-01-01", "2012-12-31", 20), value("2019-05-01", None, 16))
    between = with_values(rule, [value("2015-01-01", "2016-12-31", 18)], close=False)
    assert [one["value"] for one in between["values"]] == [20, 18, 16]
    assert [one["value"] for one in rule["values"]] == [20, 16]


def test_only_the_value_before_is_closed_and_only_when_asked() -> None:
    rule = raw_rule(value("2010-01-01", None, 20, known_until="2018-12-31", review_by="2027-01-31"))
    new = value("2019-01-01", None, 16)
    left = with_values(rule, [new], close=False)["values"][0]
    assert left["known_until"] == "2018-12-31"
    closed = with_values(rule, [new], close=True)["values"][0]
    assert closed["to"] == "2018-12-31"
    assert not {"known_until", "review_by"} & closed.keys()
    with pytest.raises(RuleError, match="overlaps"):
        with_values(rule, [value("2009-01-01", None, 16)], close=True)


def test_a_file_keeps_what_else_it_holds() -> None:
    content = {"$schema": "x", "rules": [raw_rule(value("2019-05-01"))], "disputes": []}
    added = with_rule(content, raw_rule(value("2019-05-01"), id="other"), close=False)
    assert (added["$schema"], added["disputes"]) == ("x", [])
    assert [one["id"] for one in added["rules"]] == ["test.rate", "other"]
