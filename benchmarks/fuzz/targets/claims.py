"""Articles of the grammar, with words of the vocabulary and raw text between: understood, checked, proved."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache

from benchmarks.fuzz.choices import Choices
from benchmarks.fuzz.grammar import expand
from benchmarks.fuzz.judged import judge
from linter.settings import Settings, bench_of
from reference.vocabulary import load_terms

LARGEST = 300
_NAMES = ("a.md", "a.txt", "a.html", "2024/0501/a.md")
_DAYS = (date(2026, 11, 30), date(2019, 5, 1), date(1990, 1, 1), date(9999, 12, 31))
_HORIZONS = (None, None, None, None, None, None, None, 400)


def seeds() -> Iterator[bytes]:
    """Articles by counting, so that every sentence is made at least once, under every name."""
    yield from (bytes((name, 0, 1, 0, number, *range(20))) for number in range(0, 30, 10) for name in range(4))
    yield from (bytes((0, 0, 0, 2, 1, *((number + step) % 61 for step in range(80)))) for number in range(12))


def one(data: bytes) -> None:
    """The first bytes choose name, day and horizon; the others the article."""
    choices = Choices(data)
    name, settings = choices.of(_NAMES), Settings(choices.of(_DAYS), "audit", horizon=choices.of(_HORIZONS))
    article = expand("article", choices.of, lambda: _between(choices))
    judge(article, name, bench_of(settings))


def _between(choices: Choices) -> str:
    return "".join(choices.of(_words()) if choices.number(3) else choices.text(9) for _ in range(choices.number(6)))


@cache
def _words() -> tuple[str, ...]:
    return tuple(sorted({name for term in load_terms() for name in term.names}))
