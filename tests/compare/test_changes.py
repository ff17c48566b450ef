"""What an edit did to the facts of a text: cases as data, and what holds for any pair of texts."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from linter.compare.alignment import Change
from linter.compare.difference import Difference, Version, difference, version
from linter.compare.facts import Fact
from linter.readers import read_document
from linter.settings import Settings, bench_of

CASES: Mapping[str, Mapping[str, Any]] = yaml.safe_load(
    Path(__file__).with_name("changes.yml").read_text(encoding="utf-8")
)
AS_OF = date(2026, 11, 21)


def side(text: str) -> Version:
    return version(read_document(text.encode(), "a.md"), bench_of(Settings(AS_OF, "audit")))


def between(old: str, new: str) -> Difference:
    return difference(side(old), side(new))


def words(fact: Fact | None, of: Version) -> str | None:
    return None if fact is None else fact.span.cut(of.document.visible)


def fits(wanted: Mapping[str, Any], change: Change, found: Difference) -> bool:
    said = {"old": words(change.old, found.old), "new": words(change.new, found.new)}
    told = {"what": change.what, "differs": list(change.differs), **said}
    return all(told[name] == value for name, value in wanted.items())


@pytest.mark.parametrize("name", CASES)
def test_changes(name: str) -> None:
    case = CASES[name]
    found = between(case["old"], case["new"])
    told = [
        (change.what, words(change.old, found.old), words(change.new, found.new), change.differs)
        for change in found.changes
    ]
    assert len(told) == len(case["changes"]), told
    assert all(map(lambda wanted, change: fits(wanted, change, found), case["changes"], found.changes)), told


@pytest.mark.parametrize("name", CASES)
def test_back_again_undoes_every_change(name: str) -> None:
    there, back = (
        between(*pair) for pair in ((CASES[name]["old"], CASES[name]["new"]), (CASES[name]["new"], CASES[name]["old"]))
    )
    turned = {"added": "removed", "removed": "added", "changed": "changed"}
    assert sorted(turned[change.what] for change in there.changes) == sorted(change.what for change in back.changes)


def test_findings_that_appear_and_disappear() -> None:
    found = between("职工养老保险单位缴费比例为20%。", "职工养老保险单位缴费比例为16%。基数7000元,个人8%(506元)。")
    assert [finding.code for finding in found.disappeared] == ["ST101"]
    assert [finding.family for finding in found.appeared] == ["arithmetic"]


def test_a_finding_in_a_reworded_sentence_stays() -> None:
    found = between("如今职工养老保险单位缴费比例为20%。", "职工养老保险单位缴费比例为20%,请注意。")
    assert not found


SENTENCES = [
    "职工养老保险单位缴费比例为16%。",
    "办理需要5个工作日。",
    "医保服务热线12393。",
    "每月392元。",
    "祝您顺利。",
]


@given(st.permutations(SENTENCES))
@settings(max_examples=15, deadline=None)
def test_order_never_matters(order: list[str]) -> None:
    assert not between("\n\n".join(SENTENCES), "\n\n".join(order)).changes
