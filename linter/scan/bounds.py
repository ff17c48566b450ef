"""What the words around a number do to it: 不超过, 以上, 不满, 约, 左右, 多."""

from __future__ import annotations

import re
from typing import NamedTuple

from linter.scan.measures import Measure
from linter.scan.patterns import Affixes
from linter.scan.tokens import Unit
from reference.vocabulary import load_json

_WORDS = load_json("number_words.json")
_BOUNDS = _WORDS["bounds"]
_ABOUT = _WORDS["approximation"]
_BEFORE = Affixes((word, kind) for kind, words in _BOUNDS["before"].items() for word in words)
_NEARLY = Affixes((word, "under") for word in _BOUNDS["nearly"])
_AFTER = Affixes((word, kind) for kind, words in _BOUNDS["after"].items() for word in words)
_FILLERS = Affixes((word, "") for word in _BOUNDS["fillers"])
_NOT_AFTER: dict[str, str] = _BOUNDS["not_after"]
_ROUGHLY = Affixes((word, "around") for word in _ABOUT["before"])
_NO_ROUGHLY: tuple[str, ...] = tuple(_ABOUT["not_these"])
_JUST_BELOW = Affixes((word, "below") for word in _ABOUT["just_below"])
_NOT_JUST_BELOW: tuple[str, ...] = tuple(_ABOUT["not_just_below"])
_ROUGHLY_AFTER = Affixes((word, "around") for word in _ABOUT["after"])
_INCLUSION = re.compile(r" ?\((不)?(?:包)?含[^()]{0,8}\)")
_MANY = re.compile(r"[多余](?![0-9缴交得劳少次种项领数人个元名久样点退发拿])|出头")
_MOST_FILLERS = 4
_TIME = frozenset({Unit.MONTHS, Unit.DAYS, Unit.WORKDAYS, Unit.HOURS, Unit.AGE})


class Wording(NamedTuple):
    """``bound`` as in ``Quantity``; ``around`` widens both ways, ``below`` downwards; ``vague`` is 多 or 余."""

    bound: str | None = None
    around: bool = False
    below: bool = False
    vague: bool = False

    @property
    def approximate(self) -> bool:
        """True when the writer says that the number is not exact."""
        return self.around or self.below or self.vague


def wording(text: str, measure: Measure) -> Wording:
    """The bound and the vagueness said around a measure."""
    at, around, below = _before(text, measure)
    bound = _bound_before(text, at)
    nearly = bound is None and _NEARLY.before(text, at) is not None
    end = measure.end
    vague = measure.vague
    if not vague and (many := _MANY.match(text, end)):
        vague, end = True, many.end()
    included, end = _inclusion(text, end)
    after, end = _bound_after(text, end, measure.unit)
    if included is None:
        included, _ = _inclusion(text, end)
    bound = _with_inclusion("under" if nearly else bound or after or ("over" if vague else None), included)
    around = around or _ROUGHLY_AFTER.after(text, end) is not None
    return Wording(bound, around or nearly, below, vague)


def _before(text: str, measure: Measure) -> tuple[int, bool, bool]:
    """Where the words before 约 or 近 end, and which of the two it is; 约每月480元 has words in between."""
    at = measure.start
    if at and text[at - 1] in " ¥":
        at -= 1
    filler = _FILLERS.before(text, at)
    for place in (at,) if filler is None else (at, at - len(filler[0])):
        hit = _ROUGHLY.before(text, place)
        if hit is not None and not text.endswith(_NO_ROUGHLY, 0, place):
            return place - len(hit[0]), True, False
    hit = None if measure.unit in _TIME else _JUST_BELOW.before(text, at)
    if hit is not None and not text.endswith(_NOT_JUST_BELOW, 0, at):
        return at - len(hit[0]), False, True
    return at, False, False


def _bound_before(text: str, at: int) -> str | None:
    """The bound word before the number; 不超过每人每年400元 and 至少要缴满15年 have words in between."""
    for _ in range(_MOST_FILLERS):
        hit = _BEFORE.before(text, at)
        if hit is not None:
            return None if _is_arrow(text, at, hit[0]) else hit[1]
        filler = _FILLERS.before(text, at)
        if filler is None:
            return None
        at -= len(filler[0])
    hit = _BEFORE.before(text, at)
    return None if hit is None else hit[1]


def _is_arrow(text: str, at: int, word: str) -> bool:
    """True for -> and => and for a quotation mark of Markdown."""
    return word in "<>" and (at < 2 or text[at - 2] in "-=<>\n ")


def _bound_after(text: str, at: int, unit: Unit) -> tuple[str | None, int]:
    hit = _AFTER.after(text, at)
    if hit is None:
        return None, at
    word, kind = hit
    blocked = _NOT_AFTER.get(word[-2:], _NOT_AFTER.get(word, ""))
    following = text[at + len(word) : at + len(word) + 1]
    if following and following in blocked:
        return None, at
    return kind, at + len(word)


def _inclusion(text: str, at: int) -> tuple[bool | None, int]:
    """(含) and (不含) say of a bound whether it belongs; ``None`` when neither stands there."""
    match = _INCLUSION.match(text, at)
    return (None, at) if match is None else (match[1] is None, match.end())


def _with_inclusion(bound: str | None, included: bool | None) -> str | None:
    if included is None or bound is None:
        return bound
    closed = {"over": "min", "under": "max"}
    opened = {"min": "over", "max": "under"}
    return closed.get(bound, bound) if included else opened.get(bound, bound)
