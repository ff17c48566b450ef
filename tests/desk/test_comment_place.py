from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from linter.desk.desk import Desk
from linter.desk.planning import Wishes
from linter.policy.comment_place import place_for_comment
from linter.policy.comments import comment
from linter.result import DocumentResult

CASES: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("suppressed.yml").read_text("utf-8"))


def checked(text: str, name: str) -> DocumentResult:
    result = Desk(lambda *_: date(2026, 11, 21), Wishes(isolated=True)).check(text, name).result
    assert result is not None
    return result


def codes(result: DocumentResult) -> list[str]:
    return [each.code for each in result.findings]


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_a_comment_reaches_its_finding_and_changes_nothing_else(case: dict[str, Any]) -> None:
    text, name = case["text"], case.get("name", "bill.md")
    before = checked(text, name)
    finding = next(each for each in before.findings if case["of"] in each.span.cut(before.document.visible))
    place = place_for_comment(before.document, finding)
    assert place is not None
    words = place.text(comment(finding.code, "引用 --> 原文"))
    after = checked(text[: place.offset] + words + text[place.offset :], name)
    assert (codes(before), codes(after)) == (case["found"], case["left"])
    assert [each.finding.fingerprint for each in after.settled] == [finding.fingerprint]
    assert after.document.visible == before.document.visible


def test_plain_text_carries_no_comments() -> None:
    result = checked("养老保险:6400元×8%=51.2元。", "bill.txt")
    assert place_for_comment(result.document, result.findings[0]) is None
