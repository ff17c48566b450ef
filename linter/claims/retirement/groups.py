"""Whose schedule of retirement is meant: that of men, or of women who retired at 50 or at 55."""

from __future__ import annotations

import re
from decimal import Decimal

from linter.claims.context.reading import Reading
from linter.text import Span

Given = dict[str, tuple[Decimal, Span]]

_FORMER_AGE = re.compile("原(?:定|来|法定|本)?[^,;。0-9]{0,8}(5[05]|五十五?) ?周?岁")
_GROUPS = ("male", "female_50", "female_55", "female")
_MEN = re.compile("先生|男|大叔|叔叔|伯伯|大爷|大哥|父亲|爸|丈夫|老公|舅")
_WOMEN = re.compile("女士|女|阿姨|大姐|大妈|大嫂|母亲|妈|妻子|老婆|媳妇|姑|婶")


def named_group(reading: Reading, area: Span) -> str | None:
    """The group a stretch of text names: male, female_50, female_55, or only female."""
    named = [term.facets["group"] for term in reading.terms_in(area) if term.facets.get("group") in _GROUPS]
    exact = [group for group in named if group in ("female_50", "female_55")]
    if exact:
        return exact[-1] if len(set(exact)) == 1 else None
    former = _FORMER_AGE.search(area.cut(reading.text))
    if former:
        return "female_55" if former[1] in ("55", "五十五") else "female_50"
    if named:
        return named[-1] if len(set(named)) == 1 else None
    text = area.cut(reading.text)
    if _WOMEN.search(text):
        return None if _MEN.search(text) else "female"
    return "male" if _MEN.search(text) else None


def narrowed(group: str | None, given: Given) -> str | None:
    """The group where only women are named and their age tells which, or no group is and only men are so old."""
    age = given["age"][0] if "age" in given else None
    if group == "female":
        if age is None or age == 660:
            return None
        return "female_50" if age < 660 else "female_55"
    if group is None and age is not None and age > 720:
        return "male"
    return group
