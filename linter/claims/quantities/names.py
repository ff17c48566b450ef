"""Where a bare figure is named, and how that reads right before it, the likeliest way first."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from linter.claims.context.reading import Reading
from linter.claims.quantities.bearers import bearer, idle, stand_ins
from linter.claims.quantities.labels import is_another, labelled, names_thing
from linter.claims.quantities.settings import Setting
from linter.text import Span

# 二、 and 问: before a name, and what a question asks behind it.
_NUMBERED = re.compile(
    r"^[\s*_>#•·▲◆■●-]*(?:(?:[问Q]|[0-9]{1,2}|[一二三四五六七八九十]{1,3})[*、.:)\s]+)?(?:(?:说到|至于|关于|谈到|提到|讲到)了?)?"
)
_ASKED = re.compile(
    r"(?:具体|分别)?(?:如下|见下表?|一览表?)?[\s:]*$|(?:到底|究竟)?(?:是|为|有|能|要|怎么|如何)*(?:多少|多久|多长|几[年月天岁个]|什么|规定|算|定|啥)*[呢啊吗的\s*?:、,()。—-]*$"
)
# 123元/月的基础养老金, 123元就是基础养老金: what follows the figure is what it is.
_BEHIND = re.compile(
    r"(?:/[年月日]|每[年月])?(?:的|就是|即是|便是|正是)(?P<name>[^,;。:()0-9\s的]{4,24}?)(?=是|为|都|也|就|,|。|;|!|$)"
)
# 起付线由900元调整为1200元
_CHANGED = re.compile(
    r"(?P<name>[^,;。:()0-9]{4,30})[,\s]*(?:从|由)(?:原来的?|之前的?|每人|每月|每年)*[0-9][0-9.]*(?:[万元%年月日天]|个月|周?岁|/)*,?"
    r"(?:统一|正式|逐步)?(?:提高|上调|调整|调高|上涨|增加|涨|升|调|降低|下调|下降|降|延长|缩短|改|变)(?:到|至|为|成)(?:了|每月|每年|每人)?"
)


@dataclass(frozen=True, slots=True)
class Name:
    """What is read before a figure: the words ``said``, then ``lead``. ``span`` is where the name stands.

    ``far`` where that is another line, ``over`` where it is the heading, label or question right over the figure.
    ``own`` is the label in the figure's own line, which tells of it before the name does; not ``whole`` where that
    names something, so that the name above counts only as the words that lead to it.
    """

    span: Span
    said: str
    lead: str
    far: bool
    over: bool = True
    own: Span | None = None
    whole: bool = True


def names(setting: Setting, reading: Reading) -> Iterator[Name]:
    """Every way to name the figure: as it stands, without the words that say nothing (目前执行的是), by its label."""
    for name in (*_elsewhere(setting, reading), *_labelled(setting, reading), *_in_clause(setting, reading)):
        yield name
        lead = idle().sub("", name.lead)
        if lead != name.lead:
            yield replace(name, lead=lead)


def _elsewhere(setting: Setting, reading: Reading) -> Iterator[Name]:
    found = bearer(reading, setting.framer, setting.token, setting.sentence)
    if found is not None:
        own = reading.text[setting.segment.span.start : setting.token.span.start]
        line = Span(setting.sentence.span.start, setting.token.span.start)
        if not found.near and is_another(line, found.span, setting):
            return
        # It is the only one told of what stands right over it.
        over = found.span in reading.framer.headings_above(setting.sentence)[:1] and not names_thing(line, setting)
        yield Name(found.span, _bare(found.span, reading), stand_ins().sub("", own), not found.near, over)


def _labelled(setting: Setting, reading: Reading) -> Iterator[Name]:
    """失业保险金领取期限 over 最长: is the one of the other, whichever comes first: 最长失业保险金领取期限."""
    for label in labelled(setting, reading):
        if label.place:
            bare = _bare(label.name, reading)
            yield from (Name(label.name, said, label.lead, far=True) for said in (bare, f"{bare}:"))
            continue
        name, own = _bare(label.name, reading), label.label.cut(reading.text).strip()
        for said in (f"{name}{own}", f"{own}{name}", f"{name}{own}:") if label.part else (f"{name}{own}",):
            yield Name(label.name, said, label.lead, far=True, own=label.label, whole=label.part)


def _in_clause(setting: Setting, reading: Reading) -> Iterator[Name]:
    """What the figure's own clause says behind it, or before the change that led to it."""
    start, end = setting.segment.span.start, setting.segment.span.end
    behind = _BEHIND.match(reading.text, setting.token.span.end, end)
    if behind is not None:
        yield Name(Span(*behind.span("name")), behind["name"], "", far=True)
    changed = _CHANGED.fullmatch(reading.text, start, setting.token.span.start)
    if changed is not None:
        yield Name(Span(*changed.span("name")), changed["name"], "", far=True)


def _bare(span: Span, reading: Reading) -> str:
    return _ASKED.sub("", _NUMBERED.sub("", span.cut(reading.text)))
