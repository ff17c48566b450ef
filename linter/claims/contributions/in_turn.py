"""Rates listed first and their amounts after them: 失业单位0.7%、个人0.3%,分别是56元和24元."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby, pairwise

from linter.scan.tokens import Quantity, Unit

_BETWEEN_RATES = re.compile("(?:、|和|与|及|,)[^,。;、0-9]{0,8}")
_BETWEEN_LISTS = re.compile("[,:]?[^,。;、0-9]{0,6}(?:分别|依次|各|是|为|就是|对应)[^,。;、0-9]{0,4}")
_BETWEEN_AMOUNTS = re.compile("(?:、|和|与|及|,)[^,。;、0-9]{0,4}")


def in_turn(
    text: str, figures: Sequence[Quantity], is_rate: Callable[[Quantity], bool]
) -> Iterator[tuple[Quantity, Quantity]]:
    """Each rate of a list with the amount at the same place of the list behind it; of lists of one length."""
    runs = [(kind, list(run)) for kind, run in groupby(figures, lambda figure: _kind(figure, is_rate))]
    for (first, rates), (second, amounts) in pairwise(runs):
        if (first, second) != ("rate", "amount"):
            continue
        listed, given = _last_joined(text, rates, _BETWEEN_RATES), _first_joined(text, amounts, _BETWEEN_AMOUNTS)
        between = text[listed[-1].span.end : given[0].span.start]
        if len(listed) == len(given) > 1 and _BETWEEN_LISTS.fullmatch(between):
            yield from zip(listed, given, strict=True)


def _kind(figure: Quantity, is_rate: Callable[[Quantity], bool]) -> str:
    if is_rate(figure):
        return "rate"
    return "amount" if figure.unit is Unit.YUAN else "other"


def _first_joined(text: str, figures: Sequence[Quantity], joint: re.Pattern[str]) -> Sequence[Quantity]:
    """The figures at the start that nothing but the joint separates."""
    for at in range(1, len(figures)):
        if not joint.fullmatch(text, figures[at - 1].span.end, figures[at].span.start):
            return figures[:at]
    return figures


def _last_joined(text: str, figures: Sequence[Quantity], joint: re.Pattern[str]) -> Sequence[Quantity]:
    for at in range(len(figures) - 1, 0, -1):
        if not joint.fullmatch(text, figures[at - 1].span.end, figures[at].span.start):
            return figures[at:]
    return figures
