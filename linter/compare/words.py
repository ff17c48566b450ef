"""The words around a difference, for text and page."""

from __future__ import annotations

from linter.compare.telling import Story
from linter.messages import say

WHAT = {
    "changed": say("compare.changed"),
    "added": say("compare.added"),
    "removed": say("compare.removed"),
}
APPEARED = say("compare.appeared")
DISAPPEARED = say("compare.disappeared")
SAME = say("compare.same")
TITLE = say("compare.title")
OLD, NEW = say("compare.old"), say("compare.new")
UNSEEN = say("compare.unseen")


def counts(told: Story, lang: str) -> str:
    """How much of what."""
    numbers = {what: told.count(what) for what in WHAT}
    found = {"appeared": len(told.appeared), "disappeared": len(told.disappeared)}
    return say("compare.counts", **numbers, **found).in_language(lang)
