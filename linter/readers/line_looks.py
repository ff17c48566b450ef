"""What a line looks like: a numbered heading, a list item, a lead-in. Lines are normalised text."""

from __future__ import annotations

import re
from dataclasses import dataclass

_NUMERAL = "[一二三四五六七八九十百]{1,4}"
# Level and pattern of what numbers a line; the levels nest as Chinese official writing nests them.
_NUMBERINGS = (
    (2, "chapter", re.compile(rf"第(?:{_NUMERAL}|[0-9]{{1,3}})[章编篇](?=\s|$|[^,。;]{{1,20}}$)\s*")),
    (3, "section", re.compile(rf"第(?:{_NUMERAL}|[0-9]{{1,3}})[节](?=\s|$|[^,。;]{{1,20}}$)\s*")),
    (2, "numeral", re.compile(rf"{_NUMERAL}(?:、|\.)\s*")),
    (3, "numeral-bracket", re.compile(rf"\({_NUMERAL}\)[、.]?\s*")),
    (4, "digit", re.compile(r"(?:[0-9]{1,2}(?:、|\)|\.(?![0-9])|\.(?=(?:19|20)[0-9]{2}年))|[0-9]\ufe0f?\u20e3)\s*")),
    (5, "digit-bracket", re.compile(r"\([0-9]{1,2}\)[、.]?\s*")),
    (5, "circled", re.compile(r"[①-⒇❶-❿➀-➓㈠-㈩]\s*")),
)
_BULLET = re.compile(r"(?:[•●○◆◇■□▪▲★☆※·✅✔➤➢►→▶➡◎]|[-—*+](?=\s)|[-—](?=[\u4e00-\u9fff“《【]))\s*")
_STOPS = re.compile("[。;!,]")
_ENDING = re.compile("[。;!,:、…%)]$|[.?]{2}$")
_FIGURE = re.compile("[0-9一二三四五六七八九十百千万半两](?:%|元|万|成|倍|个月|年|岁|周岁|天|块)")
# 医疗保险(含生育保险) over the lines of a scheme
_REMARK = re.compile(r"\((?:含|包括)[^()0-9]{1,10}\)$")
_LONGEST_HEADING = 30
_LONGEST_LEAD = 20
_LEAD_LEVEL = 6
_LOOSE_LEVEL = 3


@dataclass(frozen=True, slots=True)
class Look:
    """What begins a line: ``numbering`` names the kind of number ("" for none), ``body`` is what follows it."""

    numbering: str
    level: int
    body: str


def look_at(line: str) -> Look:
    """The look of a line."""
    for level, numbering, pattern in _NUMBERINGS:
        if found := pattern.match(line):
            return Look(numbering, level, line[found.end() :])
    bullet = _BULLET.match(line)
    return Look("bullet", 1, line[bullet.end() :]) if bullet else Look("", 0, line)


def heading_level(look: Look, following: Look | None, *, loose: bool) -> int | None:
    """The level of the heading a line is; ``None`` when it is none. ``following`` is the next line's look.

    A numbered line heads something when it is short, states nothing, and the next line is not its sibling.
    ``loose`` lets a short line without a number be a heading.
    """
    if following is None or look.numbering == "bullet":
        return None
    body = look.body.strip()
    if look.numbering in ("chapter", "section"):
        return look.level
    if not body or len(body) > _LONGEST_HEADING or _STOPS.search(body):
        return None
    if look.numbering:
        siblings = following.numbering == look.numbering
        return None if siblings or re.search(".[:=].", body) else look.level
    if body.endswith(":"):
        return _LEAD_LEVEL if len(body) <= _LONGEST_LEAD else None
    body = _REMARK.sub("", body)
    if (
        not loose
        or len(body) > _LONGEST_LEAD
        or _ENDING.search(_REMARK.sub("", body))
        or re.search("[:|]", body)
        or _FIGURE.search(body)
    ):
        return None
    return _LOOSE_LEVEL


def looks_like_title(line: str) -> bool:
    """True for a line that can be a title: not long, and no sentence or list end."""
    return 0 < len(line) <= 60 and not re.search("[。;,、:]$", line) and "。" not in line


def ends_sentence(line: str) -> bool:
    """True when a text closes with a full stop, question or exclamation mark, quotes and brackets aside."""
    bare = line.rstrip(" ”’\"')]】》〕")
    return bare.endswith(("。", "!", "?", "?", "!")) or (bare.endswith(".") and not bare.endswith(".."))
