"""What differs between two states of the rules."""

from __future__ import annotations

from typing import Any

import pytest

from reference.changes import Aspect, RuleChange, changes
from reference.load import load_reference
from reference.model import Reference, Rule
from tests.reference.written_rules import rule, value

OLD = (value("2010-01-01", "2019-04-30", 20), value("2019-05-01", None, 16))


def between(before: Rule | None, after: Rule | None) -> tuple[RuleChange, ...]:
    sides = (Reference(() if one is None else (one,), "") for one in (before, after))
    return changes(*sides)


def changed(*values: dict[str, Any], **more: Any) -> RuleChange:
    (change,) = between(rule(*OLD), rule(*values, **more))
    return change


def test_the_same_rules_do_not_differ() -> None:
    reference = load_reference()
    assert changes(reference, reference) == ()
    assert between(rule(*OLD), rule(*OLD)) == ()


def test_rules_come_and_go() -> None:
    (added,), (removed,) = between(None, rule(*OLD)), between(rule(*OLD), None)
    assert (added.before, removed.after) == (None, None)
    assert added.bears
    assert removed.bears


@pytest.mark.parametrize(
    ("last", "aspects", "bears"),
    [
        (value("2019-05-01", None, 17), (Aspect.VALUE,), True),
        (value("2019-05-01", "2026-12-31", 16), (Aspect.END,), True),
        (value("2019-05-01", None, 16, known_until="2026-12-31"), (Aspect.END,), True),
        (value("2019-05-01", None, 16, evidence="reported"), (Aspect.EVIDENCE,), True),
        (value("2019-05-01", None, 16, state="announced"), (Aspect.STATE,), True),
        (value("2019-05-01", None, 16, announced="2019-04-04"), (Aspect.ANNOUNCED,), True),
        (value("2019-05-01", None, 16, source={"title": "另一通知", "issuer": "某厅"}), (Aspect.SOURCE,), False),
        (value("2019-05-01", None, 16, verified_on="2026-12-01"), (Aspect.UPKEEP,), False),
        (value("2019-05-01", None, 16, note="见附件"), (Aspect.WORDING,), False),
        (value("2019-06-01", None, 16), (Aspect.START,), True),
    ],
)
def test_what_of_a_value_differs_is_named(last: dict[str, Any], aspects: tuple[Aspect, ...], bears: bool) -> None:
    change = changed(OLD[0], last)
    assert [one.aspects for one in change.values] == [aspects]
    assert (change.aspects, change.bears) == ((), bears)


def test_values_come_and_go_in_order_of_time() -> None:
    change = changed(
        value("2005-01-01", "2009-12-31", 28), {**OLD[1], "to": "2029-12-31"}, value("2030-01-01", None, 12)
    )
    assert [(one.before is None, one.after is None) for one in change.values] == [
        (True, False),
        (False, True),
        (False, False),
        (True, False),
    ]


def test_scope_and_wording_of_a_rule_are_told_apart() -> None:
    assert changed(*OLD, title="新名").aspects == (Aspect.WORDING,)
    assert not changed(*OLD, title="新名").bears
    assert changed(*OLD, where={"payer": "employer"}).aspects == (Aspect.SCOPE,)
    assert changed(*OLD, region="510000").bears
