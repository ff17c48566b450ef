"""Repetitions that can read one text in two ways: where what follows does not match, the engine tries all of them.

``(?:约|约为|为)*$`` reads 约为 as one word or as two, and 约为 thirty times in 2³⁰ ways. Leaving out the word that the
others make up changes nothing of what the expression matches.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from re import _constants, _parser  # type: ignore[attr-defined]
from typing import Any

_ENDLESS = 8
"""So many repetitions take no time, in however many ways."""
_MOST_WORDS = 600
_ANY = "养"
_REPEATS = (_constants.MAX_REPEAT, _constants.MIN_REPEAT)


def words_read_twice(source: str, flags: int = 0) -> tuple[str, ...]:
    """The shortest texts that one repetition of the expression reads in several ways; the texts tried are a sample."""
    return tuple(word for body in _repeated(_parser.parse(source, flags)) for word in _made_of_others(_language(body)))


def _repeated(parsed: Any) -> Iterator[Any]:
    for op, argument in parsed:
        if op in _REPEATS and argument[1] > _ENDLESS:
            yield argument[2]
        for part in inner(op, argument):
            yield from _repeated(part)


def inner(op: Any, argument: Any) -> Sequence[Any]:
    """The expressions inside a part of a parsed one: its alternatives, its group, what it repeats or looks at."""
    if op is _constants.BRANCH:
        return list(argument[1])
    if op is _constants.SUBPATTERN:
        return [argument[3]]
    if op in (_constants.ASSERT, _constants.ASSERT_NOT):
        return [argument[1]]
    return [argument[2]] if op in _REPEATS else []


def _made_of_others(language: frozenset[str]) -> Iterator[str]:
    found: list[str] = []
    for word in sorted(language - {""}, key=lambda word: (len(word), word)):
        if not any(shorter in word for shorter in found) and _ways(word, language) > 1:
            found.append(word)
    yield from found


def _ways(word: str, language: frozenset[str]) -> int:
    """In how many ways words of the language make up this one."""
    ways = [1] + [0] * len(word)
    for end in range(1, len(word) + 1):
        ways[end] = sum(ways[start] for start in range(end) if ways[start] and word[start:end] in language)
    return ways[-1]


def _language(parsed: Any) -> frozenset[str]:
    """Texts that the expression matches: all its alternatives, few repetitions, one character for a negated class."""
    texts = {""}
    for op, argument in parsed:
        texts = _sample({before + text for before in texts for text in _of_one(op, argument)})
    return frozenset(texts)


def _of_one(op: Any, argument: Any) -> set[str]:
    if op is _constants.LITERAL:
        return {chr(argument)}
    if op in (_constants.ANY, _constants.NOT_LITERAL):
        return {_ANY}
    if op is _constants.IN:
        return _of_class(argument)
    if op in (_constants.BRANCH, _constants.SUBPATTERN):
        return {text for part in inner(op, argument) for text in _language(part)}
    if op in _REPEATS:
        least, most, body = argument
        return {text for count in range(least, min(most, max(least, 2)) + 1) for text in _language([*body] * count)}
    return {""}


def _of_class(members: Any) -> set[str]:
    if members[0][0] is _constants.NEGATE:
        return {_ANY}
    first = {
        _constants.LITERAL: lambda inside: chr(inside),
        _constants.RANGE: lambda inside: chr(inside[0]),
        _constants.CATEGORY: lambda inside: {
            _constants.CATEGORY_SPACE: " ",
            _constants.CATEGORY_DIGIT: "0",
        }.get(inside, _ANY),
    }
    return {first[kind](inside) for kind, inside in members}


def _sample(texts: set[str]) -> set[str]:
    return texts if len(texts) <= _MOST_WORDS else set(sorted(texts)[:_MOST_WORDS])
