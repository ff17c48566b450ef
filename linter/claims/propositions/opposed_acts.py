"""One act that is allowed in one place and forbidden in another: 一律不得代领 … 亲友可以凭条代为领取.

The words of the act are compared, whatever they are. What holds under a condition, for another group, at another time
or by another's word contradicts nothing; but what nobody at all may do, nobody may under a condition either.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from linter.claims.context.cases_apart import cases_apart
from linter.claims.context.layout import Sentence
from linter.claims.context.manner import is_law_text, is_question, is_reported
from linter.claims.context.persons import of_another
from linter.claims.context.reading import Reading
from linter.claims.model import OpposedActsClaim
from linter.text import Span
from reference.vocabulary import load_json, worded

_CLAUSE = re.compile('[^,;。:!?\n()“”"—]+')
_CHINESE = re.compile("[\u4e00-\u9fff]+")
_WHETHER = re.compile("([\u4e00-\u9fff])不(?=\\1)")
_FAILS = re.compile("(?P<act>[领取报转退补缴交绑办用刷查改提调])不(?P<how>[出到成上])")
_DENIED = re.compile("不|没|未|无(?!论)|非")
_LONGEST_ACT, _SHORTEST_ACT, _REACH = 4, 2, 5
NOT_SAID = ("history", "plan", "hearsay", "hypothetical", "condition", "supposed", "question", "provisional")
WHOSE = ("scheme", "payer", "population", "kin", "topic", "group")
_PAIRS = (("forbids", "permits"), ("releases", "demands"))


class _Saying(NamedTuple):
    """A clause that says of an act whether it may or must be done.

    ``whose`` is what stands before that in the clause; ``also`` where it is said to hold against something.
    """

    span: Span
    sentence: Sentence
    whose: str
    act: str
    for_all: bool
    conditional: bool
    also: bool


def extract(reading: Reading) -> Iterator[OpposedActsClaim]:
    """The later of two clauses of a section, the first such pair for each, with what the earlier one says."""
    for index, section in enumerate(reading.document.sections):
        if is_law_text(reading.document, section):
            continue
        sentences = [each for each in reading.sentences if each.section == index and not is_question(reading, each)]
        for denying, allowing in _PAIRS:
            denied = [saying for each in sentences for saying in _sayings(reading, each, denying, allowing)]
            allowed = (
                [saying for each in sentences for saying in _sayings(reading, each, allowing, denying)]
                if denied
                else []
            )
            told: set[Span] = set()
            for no, yes in _likely(denied, allowed):
                earlier, later = sorted((no, yes), key=_place)
                if later.span not in told and _oppose(reading, no, yes):
                    told.add(later.span)
                    scope = reading.scope(later.span, later.sentence)
                    yield OpposedActsClaim(later.span, later.sentence.span, scope, earlier.span)


def _place(saying: _Saying) -> Span:
    return saying.span


def _likely(denied: Sequence[_Saying], allowed: Sequence[_Saying]) -> Iterator[tuple[_Saying, _Saying]]:
    """The pairs in which the first word of the one act stands in the other."""
    holding: dict[str, list[int]] = defaultdict(list)
    begun: dict[str, list[int]] = defaultdict(list)
    for index, yes in enumerate(allowed):
        begun[yes.act[:1]].append(index)
        for character in set(yes.act):
            holding[character].append(index)
    for no in denied:
        places = {*holding[no.act[:1]], *(index for character in set(no.act) for index in begun[character])}
        yield from ((no, allowed[index]) for index in sorted(places))


def _sayings(reading: Reading, sentence: Sentence, kind: str, other: str) -> Iterator[_Saying]:
    text = reading.text
    for clause in _CLAUSE.finditer(text, *_ends(sentence)):
        said = clause.group()
        parts = _parts(said, kind)
        if parts is None or _WHETHER.search(said) or act_words("maybe").search(said):
            continue
        whose, act = parts
        if kind in ("permits", "demands") and (act_words(other).search(said) or _DENIED.search(act)):
            continue
        span = Span(*clause.span())
        if is_reported(reading, sentence, span) or reading.scope(span, sentence).has(*NOT_SAID):
            continue
        conditional = act_words("conditions").search(text[sentence.span.start : span.end]) is not None
        for_all, also = (act_words(name).search(said) is not None for name in ("everybody", "also"))
        yield _Saying(span, sentence, _content(whose), _content(act), for_all, conditional, also)


def _parts(said: str, kind: str) -> tuple[str, str] | None:
    """What stands before a word that allows, forbids or asks, and the act: of 取不出来 it is 取出来."""
    found = act_words(kind).search(said)
    if found is not None:
        return said[: found.start()], said[found.end() :]
    fails = _FAILS.search(said) if kind == "forbids" else None
    return None if fails is None else (said[: fails.start()], fails["act"] + fails["how"] + said[fails.end() :])


def _ends(sentence: Sentence) -> tuple[int, int]:
    return sentence.span.start, sentence.span.end


def _content(words: str) -> str:
    return "".join(_CHINESE.findall(act_words("things").sub("", act_words("fillers").sub("", words))))


def _oppose(reading: Reading, no: _Saying, yes: _Saying) -> bool:
    if no.sentence.span == yes.sentence.span or ((no.conditional or yes.conditional) and not no.for_all):
        return False
    shared = max(_shared(no.act, yes.act), _shared(yes.act, no.act))
    if not shared or not _of_one_case(reading, no, yes) or _is_forced(no) != _is_forced(yes):
        return False
    if not (no.for_all or yes.also or _is_of_one(reading, no, yes)):
        return False
    if shared == 1:
        return bool(word_pairs(no.whose) & word_pairs(yes.whose))
    return shared > _SHORTEST_ACT or _speak_of_one(reading, no, yes)


def _is_forced(saying: _Saying) -> bool:
    """True where the act is done to somebody: 逼你提前 is not 提前."""
    return act_words("forcing").search(saying.act) is not None


def _is_of_one(reading: Reading, no: _Saying, yes: _Saying) -> bool:
    """False for 正常退休不需要申请 and 提前退休需要申请: each names whose act it is, and the other does not."""
    said = [_content(each.sentence.span.cut(reading.text)) for each in (no, yes)]
    return no.whose in said[1] or yes.whose in said[0]


def _shared(act: str, other: str) -> int:
    """How many words of an act stand, in their order and near each other, in the other: 代领 in 代为领取.

    An act of one word must be the first of the other's.
    """
    if len(act) == 1:
        return int(other.startswith(act))
    lengths = range(min(len(act), _LONGEST_ACT), _SHORTEST_ACT - 1, -1)
    return next((length for length in lengths if _spread(act[:length], other)), 0)


def _spread(act: str, other: str) -> bool:
    within = f"[^ ]{{0,{_REACH}}}?".join(map(re.escape, act))
    return any(len(found.group()) <= len(act) + _REACH for found in re.finditer(within, other))


def _of_one_case(reading: Reading, no: _Saying, yes: _Saying) -> bool:
    """False where place, time, person, insurance or group is told and another."""
    first, second = (reading.scope(each.span, each.sentence) for each in (no, yes))
    if (first.region, first.period) != (second.region, second.period) or of_another(reading, no.sentence, yes.sentence):
        return False
    if not (no.for_all and yes.also) and cases_apart(reading, no.sentence, yes.sentence):
        return False
    named = [(_named(reading, no, facet), _named(reading, yes, facet)) for facet in WHOSE]
    return all(not one or not other or one & other for one, other in named)


def _named(reading: Reading, saying: _Saying, facet: str) -> frozenset[str]:
    terms = reading.terms_in(saying.sentence.span)
    return frozenset(term.facets[facet] for term in terms if facet in term.facets)


def _speak_of_one(reading: Reading, no: _Saying, yes: _Saying) -> bool:
    """True where the two sentences share a word besides the act."""
    first, second = (word_pairs(each.sentence.span.cut(reading.text).replace(each.act, "")) for each in (no, yes))
    return bool(first & second)


def word_pairs(text: str) -> frozenset[str]:
    """The pairs of neighbouring characters of a text, without the words that say nothing of what it is about."""
    words = _CHINESE.findall(act_words("fillers").sub(" ", text))
    return frozenset(word[at : at + 2] for word in words for at in range(len(word) - 1))


@worded
def _patterns() -> dict[str, re.Pattern[str]]:
    return {name: re.compile("|".join(words)) for name, words in load_json("act_words.json").items() if name != "_"}


def act_words(name: str) -> re.Pattern[str]:
    """The words of ``vocabulary/act_words.json`` under a name."""
    return _patterns()[name]
