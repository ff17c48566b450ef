"""Counts with their classifier: 5类, 7人, 31个统筹区, 两种."""

from __future__ import annotations

import re

from linter.scan.measures import Measure, scaled
from linter.scan.numbers import Number
from linter.scan.patterns import CN_NUMERALS, alternation
from linter.scan.tokens import Unit
from reference.vocabulary import load_json

_WORDS = load_json("number_words.json")["classifiers"]
_BLOCKED: dict[str, str] = _WORDS["blocked_next"]
_LABELS: str = _WORDS["labels"]["characters"]
_COUNTING: tuple[str, ...] = tuple(_WORDS["labels"]["counting_words"])
STARTS = "".join(sorted({classifier[0] for classifier in _BLOCKED}))
_CLASSIFIER = re.compile(alternation(_BLOCKED))
_AFTER_GE = re.compile(alternation(_WORDS["nouns_after_ge"]))
# 2个人账户: the word is 个人.
_PERSONAL = re.compile("人(?:账户|缴费|部分|自付|负担|承担|权益|所得)")
_PREVIOUS_LABEL = re.compile(rf"[{CN_NUMERALS}0-9]")


def read_count(text: str, at: int, number: Number) -> Measure | None:
    """The count whose classifier stands at ``at``; ``None`` for 一 (一个 hardly counts) and for labels such as 二档."""
    match = _CLASSIFIER.match(text, at)
    if match is None or _is_label(text, number, match.group()):
        return None
    classifier, end = match.group(), match.end()
    if text[end : end + 1] and text[end] in _BLOCKED[classifier]:
        return None
    if classifier == "个" and _PERSONAL.match(text, end):
        return None
    if classifier == "个" and (noun := _AFTER_GE.match(text, end)):
        classifier, end = classifier + noun.group(), noun.end()
    return scaled(number, end, Unit.COUNT)._replace(classifier=classifier)


def _is_label(text: str, number: Number, classifier: str) -> bool:
    """一类, 二档, 1档 name a grade; 分三档, 5类 count. A grade beside its neighbours (二类、三类) is a name as well."""
    if number.kind == "arabic":
        return classifier == "档" and number.numeral.value < 3
    if number.kind != "chinese" or number.numeral.value < 2:
        return True
    if classifier not in _LABELS or number.numeral.value > 10:
        return False
    if text.endswith(_COUNTING, max(0, number.start - 4), number.start):
        return False
    written = text[number.start : number.end]
    return (
        written == "二"
        or text[number.start - 2 : number.start - 1] == classifier
        or _next_label(text, number, classifier)
    )


def _next_label(text: str, number: Number, classifier: str) -> bool:
    after = text[number.end + len(classifier) :][:3]
    return len(after) == 3 and _PREVIOUS_LABEL.match(after[1]) is not None and after[2] == classifier
