"""Labels that say of which part a figure is, under a heading that says what it is: 失业保险金领取期限 / 最长:24个月."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from linter.claims.context.reading import Reading
from linter.claims.quantities.bearers import can_name, is_bare, is_share_of, stand_ins
from linter.claims.quantities.settings import Setting
from linter.scan.tokens import Term
from linter.text import Span

_ABOVE = 2
# How a figure is told (最高 under 上下限); what it is of, and not which of several.
_MANNER = frozenset({"limit", "marker", "per"})
_THINGS = frozenset({"scheme", "fund", "aspect", "measure", "topic", "service"})
# The marks and the number before an item, its label, what stands between label and figure.
_LABEL = re.compile(
    r"[\s*_>#•·▲◆■●-]*(?:[(]?(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})[、.)]\s*)?"
    r"(?P<label>[^,;。:|\t(]{1,16}(?:\([^()]{1,12}\))?)[:|\t]\s*(?P<lead>[^,;。:0-9()]{0,6})"
)
# ;小时标准: before the next figure.
_LABELLED_TOO = re.compile(r"[^,;。|\t]{0,4}[,;]\s*[^,;。0-9|\t]{1,12}[::]\s*")
# What a label must not turn about: how much more, what was before, for whom something else holds.
_OTHERWISE = re.compile(
    "^(?:答|回答|解答)|以前|原来|原先|过去|曾|旧|例|假设|假如|合计|总计|共计|增加|减少|上涨|每月缴|月缴|实缴|到手|另|其他|[超低高]过?于"
)


@dataclass(frozen=True, slots=True)
class Labelled:
    """A figure's label in its own line, the words above that name what it labels, what stands between.

    ``place`` where the label says no more than where it holds: 天津:5124元. ``part`` where it says for whom or which
    of several it is (单位, 七级, 最高): what else it names is the figure's own, of which the heading need say nothing.
    """

    name: Span
    label: Span
    lead: str
    place: bool
    part: bool


def labelled(setting: Setting, reading: Reading) -> Iterator[Labelled]:
    """The headings over a labelled figure that can name it, nearest first."""
    start, token = setting.sentence.span.start, setting.token
    label = _LABEL.fullmatch(reading.text, start, token.span.start)
    if label is None or _OTHERWISE.search(label["label"]):
        return
    if is_share_of(reading, token) or _is_of_several(setting, reading):
        return
    own = Span(*label.span("label"))
    lead, place, part = stand_ins().sub("", label["lead"]), _is_place(own, reading), _is_part(own, setting, reading)
    for above in reading.framer.headings_above(setting.sentence)[:_ABOVE]:
        if can_name(reading, above, token) and not is_another(own, above, setting):
            yield Labelled(above, own, lead, place, part)


def _is_of_several(setting: Setting, reading: Reading) -> bool:
    """True for one of several figures in a row, of which the heads of the columns tell; not behind another label."""
    alike = [each for each in setting.figures if each.unit is setting.token.unit and each is not setting.token]
    gaps = (reading.text[setting.token.span.end : each.span.start] for each in alike)
    return any(not _LABELLED_TOO.fullmatch(gap) for gap in gaps)


def names_thing(label: Span, setting: Setting) -> bool:
    """True where a word says what the figure is of (个人账户, 大病保险), and not which of several it is."""
    return any(_THINGS & {*term.facets} for term in setting.framer.terms_in(label))


def _is_part(label: Span, setting: Setting, reading: Reading) -> bool:
    return is_bare(reading, setting.framer, label) and not names_thing(label, setting)


def is_another(label: Span, name: Span, setting: Setting) -> bool:
    """True where the label says otherwise than the name: 退休人员 under 在职职工个人账户."""
    own, above = (_told(setting.framer.terms_in(span)) for span in (label, name))
    return any(facet in above and not values & above[facet] for facet, values in own.items() if facet not in _MANNER)


def _told(terms: Iterable[Term]) -> dict[str, set[str]]:
    told: dict[str, set[str]] = {}
    for term in terms:
        for facet, value in term.facets.items():
            told.setdefault(facet, set()).add(value)
    return told


def _is_place(label: Span, reading: Reading) -> bool:
    """True for the name of a place and nothing else."""
    held = [region.span for region in reading.tokens.regions if label.overlaps(region.span)]
    return bool(held) and held[0].start <= label.start and len(label.cut(reading.text)) <= len(held[0]) + 1
