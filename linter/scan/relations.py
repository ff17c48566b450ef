"""How a date is meant: from it on (自…起), up to it (…前, 截至…), after it (…后), or at it."""

from __future__ import annotations

import re

from linter.scan.patterns import Affixes
from reference.vocabulary import load_json

_WORDS = load_json("number_words.json")["dates"]
_SINCE = Affixes((word, "since") for word in _WORDS["since_before"])
_UNTIL = Affixes((word, "until") for word in _WORDS["until_before"])
_AFTER_DATE = re.compile(
    r" ?(?:\(不?含[^()]{0,8}\))?(?:[零0]时|24时)?(?:"
    r"(?P<until>(?:之|以)前|前(?![后往期列述言端三景提台沿身者任夕来0-9一二两四五六七八九十几])|为?止|(?:之|以)内(?!容))"
    r"|(?P<after>(?:之|以)后|后(?![续面来台勤年备期者继缀一二两三]))"
    r"|(?P<since>起(?![付诉草征点步码义来伏价])|开始|以来|始)"
    r")"
)


def relation(text: str, start: int, end: int, *, is_range: bool) -> str:
    """The relation of the date at ``start``..``end``; a range is always "at": it says its ends itself."""
    if is_range:
        return "at"
    match = _AFTER_DATE.match(text, end)
    if match is not None:
        return match.lastgroup or "at"
    if text[end : end + 1] == "的":  # 从2024年的380元提高到2025年的400元
        return "at"
    at = start - 1 if text[start - 1 : start] == " " else start
    if _UNTIL.before(text, at) is not None:
        return "until"
    return "at" if _SINCE.before(text, at) is None else "since"
