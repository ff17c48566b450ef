"""One way of doing a thing that may be chosen in one place and not in another: 按月、按年都行 … 不支持按年交.

The ways are in ``vocabulary/modes.json``, by what distinguishes them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import product
from typing import NamedTuple

from linter.claims.context.cases_apart import cases_apart
from linter.claims.context.layout import Sentence
from linter.claims.context.manner import is_law_text, is_question, is_reported
from linter.claims.context.persons import of_another
from linter.claims.context.reading import Reading
from linter.claims.model import OpposedActsClaim
from linter.claims.propositions.opposed_acts import NOT_SAID, WHOSE, act_words
from linter.document import BlockKind
from linter.text import Span
from reference.vocabulary import load_json, worded

# The ways told one beside the other, and the clause of one that is refused.
_CLAUSE = re.compile("[^,;。:!?\n()]+")
_NEAR = 6
# Whom a refusal names and the other place does not, it may hold for alone.
_GROUPS = re.compile("单位|职工|企业|公司|居民|灵活|学生|退休|个体|农民|新生儿|外地|异地|本地")
_KINDS = ("frequency", "payment", "form", "post")


class _Saying(NamedTuple):
    """A clause, and the ways it allows or refuses."""

    span: Span
    sentence: Sentence
    ways: frozenset[str]


def extract(reading: Reading) -> Iterator[OpposedActsClaim]:
    """The later of two clauses of a section of which one allows a way that the other refuses."""
    for index, section in enumerate(reading.document.sections):
        if is_law_text(reading.document, section):
            continue
        sentences = [each for each in reading.sentences if each.section == index and _asserts(reading, each)]
        for kind in _KINDS:
            said = [[*_sayings(reading, each, kind)] for each in sentences]
            allowed = [each for pair in said for each, may in pair if may]
            refused = [each for pair in said for each, may in pair if not may]
            refused.sort(key=lambda each: len(each.ways))  # what is refused by name, before what 只能 leaves out
            for yes, no in product(allowed, refused):
                if yes.ways & no.ways and _of_one_case(reading, yes, no):
                    earlier, later = sorted((yes, no), key=lambda each: each.span)
                    scope = reading.scope(later.span, later.sentence)
                    yield OpposedActsClaim(later.span, later.sentence.span, scope, earlier.span)
                    break


def _asserts(reading: Reading, sentence: Sentence) -> bool:
    block = reading.document.sections[sentence.section].blocks[sentence.block]
    return block.kind is not BlockKind.ROW and not is_question(reading, sentence)


def _sayings(reading: Reading, sentence: Sentence, kind: str) -> Iterator[tuple[_Saying, bool]]:
    ways = _modes()[kind]
    several = sum(1 for way in ways.values() if way.search(reading.text, sentence.span.start, sentence.span.end)) > 1
    for clause in _CLAUSE.finditer(reading.text, sentence.span.start, sentence.span.end):
        told = {name: found for name, way in ways.items() if (found := way.search(clause.group()))}
        span = Span(*clause.span())
        if not told or is_reported(reading, sentence, span) or reading.scope(span, sentence).has(*NOT_SAID):
            continue
        first, last = min(each.start() for each in told.values()), max(each.end() for each in told.values())
        before, behind = clause.group()[:first], clause.group()[last:]
        names = frozenset(told)
        if _leads(before, "refused"):
            yield _Saying(span, sentence, names), False
        elif _leads(before, "only"):
            if len(ways) > 1:
                yield _Saying(span, sentence, frozenset(ways) - names), False
        elif several and _may(before, behind):
            yield _Saying(span, sentence, names), True


def _may(before: str, behind: str) -> bool:
    """True where the words beside the ways say that they may be chosen."""
    allowed = _words("allowed").search(behind) is not None or _leads(before, "may")
    return allowed and not _words("refused").search(behind)


def _leads(before: str, name: str) -> bool:
    found = [*_words(name).finditer(before)]
    return bool(found) and len(before) - found[-1].end() <= _NEAR


def _of_one_case(reading: Reading, yes: _Saying, no: _Saying) -> bool:
    """False for one sentence, for what a condition holds for, and where whose, where or when it is differs."""
    if yes.sentence.span == no.sentence.span or of_another(reading, yes.sentence, no.sentence):
        return False
    if any(act_words("conditions").search(each.sentence.span.cut(reading.text)) for each in (yes, no)):
        return False
    one, other = (reading.scope(each.span, each.sentence) for each in (yes, no))
    if (one.region, one.period) != (other.region, other.period) or cases_apart(reading, yes.sentence, no.sentence):
        return False
    said = yes.sentence.span.cut(reading.text)
    if any(group not in said for group in _GROUPS.findall(no.sentence.span.cut(reading.text))):
        return False
    named = [[_named(reading, each, facet) for each in (yes, no)] for facet in WHOSE]
    return all(not here or not there or here & there for here, there in named)


def _named(reading: Reading, saying: _Saying, facet: str) -> frozenset[str]:
    terms = reading.terms_in(saying.sentence.span)
    return frozenset(term.facets[facet] for term in terms if facet in term.facets)


@worded
def _modes() -> Mapping[str, Mapping[str, re.Pattern[str]]]:
    kinds = load_json("modes.json")["modes"]
    return {kind: {name: re.compile("|".join(words)) for name, words in ways.items()} for kind, ways in kinds.items()}


@worded
def _patterns() -> Mapping[str, re.Pattern[str]]:
    words = load_json("modes.json")
    return {name: re.compile("|".join(words[name])) for name in ("allowed", "may", "refused", "only")}


def _words(name: str) -> re.Pattern[str]:
    return _patterns()[name]
