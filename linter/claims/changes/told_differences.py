"""Amounts that say by how much another is higher or lower, and are none that is paid: 每月100元,比去年少交20元."""

from __future__ import annotations

import re

from linter.claims.calculations.change_words import any_of
from linter.scan.tokens import Quantity
from reference.vocabulary import worded

_REACH = 28


def is_difference(text: str, amount: Quantity) -> bool:
    """True where the words before the amount hold something else against it, or say that so much more is paid."""
    start = amount.span.start
    return _difference().search(text, max(0, start - _REACH), start) is not None


@worded
def _difference() -> re.Pattern[str]:
    # 最多缴20元, 不少缴20元: no more and no less than what is meant.
    paid = rf"(?<![最至不]){any_of('more', 'less')}{any_of('handed')}+"
    held_against = rf"{any_of('than')}[^,;。:()]{{1,16}}?{any_of('up', 'down', 'more', 'less')}{any_of('handed')}*"
    return re.compile(rf"(?:{paid}|{held_against})\s*$")
