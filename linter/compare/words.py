"""The words around a difference, for text and page."""

from __future__ import annotations

from linter.compare.telling import Story
from linter.finding import Message

WHAT = {
    "changed": Message("改", "changed"),
    "added": Message("增", "added"),
    "removed": Message("删", "removed"),
}
APPEARED = Message("检查新发现的问题", "Findings that appear")
DISAPPEARED = Message("检查不再发现的问题", "Findings that disappear")
SAME = Message("所述事实没有不同。", "No fact differs.")
TITLE = Message("两个版本的事实比较", "Facts of two versions")
OLD, NEW = Message("旧", "old"), Message("新", "new")
_COUNTS = Message(
    "事实：改 {changed}，增 {added}，删 {removed}。检查：新发现 {appeared}，不再发现 {disappeared}。",
    "Facts: {changed} changed, {added} added, {removed} removed. Findings: {appeared} appear, {disappeared} disappear.",
)
UNSEEN = Message(
    "比较的是认出的事实、数字和日期；认不出的说法改了，这里看不出来。",
    "Compared are facts, figures and dates that were recognised; what was not recognised may have changed unseen.",
)


def counts(told: Story, lang: str) -> str:
    """How much of what."""
    numbers = {what: told.count(what) for what in WHAT}
    found = {"appeared": len(told.appeared), "disappeared": len(told.disappeared)}
    return _COUNTS.in_language(lang).format(**numbers, **found)
