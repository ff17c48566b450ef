"""Attacks on every regular expression of the project: what it may repeat is repeated, behind what must stand before.

    python benchmarks/bounds/patterns.py

prints the expressions that take longest for a text as long as a block can be, and how their time grows with it.
"""

from __future__ import annotations

import re
import sys
import time
from collections.abc import Iterator
from functools import cache
from re import _constants, _parser  # type: ignore[attr-defined]
from typing import Any

from ambiguity import inner
from expressions import sources
from inputs import Attack

from linter.limits import Limits, TooSlowError, within
from linter.readers.building import WIDEST_BLANK
from linter.readers.portions import LONGEST_BLOCK

_SHOWN = 15
_ENDLESS = 8
"""More repetitions than this can be pumped."""
_PIECE = 300
_ANY = "养"


def pumps(parsed: Any) -> Iterator[tuple[str, str]]:
    """What stands before a part that may be repeated, and one repetition."""
    before = ""
    for op, argument in parsed:
        for part in inner(op, argument):
            yield from ((before + led, pump) for led, pump in pumps(part))
        if op in (_constants.MAX_REPEAT, _constants.MIN_REPEAT) and argument[1] > _ENDLESS:
            yield before, _sample(argument[2])
        before += _sample([(op, argument)])


def _sample(parsed: Any) -> str:
    """A text that the expression, or nearly, matches: its first alternatives, its literals."""
    return "".join(_of_one(op, argument) for op, argument in parsed)


def _of_one(op: Any, argument: Any) -> str:
    if op is _constants.LITERAL:
        return chr(argument)
    if op is _constants.IN:
        kind, inside = argument[0]
        return {_constants.LITERAL: lambda: chr(inside), _constants.RANGE: lambda: chr(inside[0])}.get(
            kind, lambda: " " if inside is _constants.CATEGORY_SPACE else _ANY
        )()
    if op in (_constants.MAX_REPEAT, _constants.MIN_REPEAT):
        return _sample(argument[2]) * max(1, argument[0])
    parts = inner(op, argument)
    return _sample(parts[0]) if parts else _ANY if op in (_constants.ANY, _constants.NOT_LITERAL) else ""


@cache
def attacks() -> tuple[tuple[str, int, str, str], ...]:
    """Expression, flags, what stands before, what is repeated."""
    return tuple(
        (source, flags, before, pump)
        for source, flags in sources()
        for before, pump in dict.fromkeys(pumps(_parser.parse(source, flags)))
        if pump
    )


def _all_of_them(size: int) -> bytes:
    """A line for each attack, again and again."""
    lines = [before + pump * (_PIECE // len(pump)) for _, _, before, pump in attacks()]
    text = "\n".join(dict.fromkeys(line.replace("\n", " ") for line in lines))
    return (text * (size // len(text.encode()) + 1)).encode()[:size].decode("utf-8", "ignore").encode()


def _seconds(pattern: re.Pattern[str], text: str) -> float:
    start = time.process_time()
    try:
        with within(Limits(seconds=2)):
            for _ in pattern.finditer(text):
                pass
    except TooSlowError:
        return float("inf")
    return time.process_time() - start


PATTERN_ATTACKS = (Attack("what every expression may repeat", ".txt", _all_of_them),)


def main() -> None:
    """Print the worst, and how many there are."""
    found = []
    for source, flags, before, pump in attacks():
        pattern = re.compile(source, flags)
        longest = LONGEST_BLOCK if pump.strip() else WIDEST_BLANK
        small, large = (
            _seconds(pattern, before + pump * ((size - len(before)) // len(pump))) for size in (longest // 2, longest)
        )
        found.append((large, small, source, before, pump))
    found.sort(key=lambda each: each[0], reverse=True)
    sys.stdout.write(f"{len(found)} attacks; slowest for {LONGEST_BLOCK} characters:\n")
    for large, small, source, _, pump in found[:_SHOWN]:
        sys.stdout.write(f"{large * 1000:8.2f} ms  × {large / max(small, 1e-6):5.1f}  {pump!r} in {source[:100]!r}\n")


if __name__ == "__main__":
    main()
