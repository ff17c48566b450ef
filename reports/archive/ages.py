"""Findings by the time the articles were published in: a drawing, and the same in numbers."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from linter.archive.report.ages import by_age, undated
from linter.archive.report.model import Group, Overview
from linter.drawing.columns import Column, columns
from reports.wording import Wording

_KEY = "ages"


@dataclass(frozen=True, slots=True)
class AgesView:
    """``groups`` are the columns of the drawing, the oldest first; ``undated`` the articles that are in none."""

    drawing: Markup
    groups: tuple[Group, ...]
    undated: Group | None


def ages_view(overview: Overview, wording: Wording) -> AgesView | None:
    """The view; ``None`` where there is nothing to compare."""
    groups = by_age(overview.months, overview.as_of)
    if len(groups) < 2:
        return None
    drawn = [Column(group.name or "", group.counts.each, _words(group, wording)) for group in groups]
    drawing = columns(drawn, key=_KEY, title=wording("archive.ages_same"))
    return AgesView(drawing, groups, undated(overview.months))


def _words(group: Group, wording: Wording) -> str:
    return wording("archive.column", name=group.name, n=group.counts.total, documents=group.documents)
