"""Which unit stands behind a number, if any."""

from __future__ import annotations

from collections.abc import Callable

from linter.scan import ages, counts, durations, money, rates
from linter.scan.measures import Measure, scaled
from linter.scan.numbers import Number
from linter.scan.tokens import Unit
from reference.vocabulary import load_json

Reader = Callable[[str, int, Number], Measure | None]

_WORDS = load_json("number_words.json")
_LABELS = _WORDS["labels"]
# A number with one of these behind it measures something else (米, 日元), or names something (三级, 38号).
_FOREIGN: tuple[str, ...] = tuple(_WORDS["foreign_units"])
_FOREIGN_STARTS = frozenset(word[0] for word in _FOREIGN)
_NAMING: tuple[str, ...] = tuple(_LABELS["suffixes"])
_LABEL_NOUNS: tuple[str, ...] = tuple(_LABELS["nouns"])
_GENERATIONS: tuple[str, ...] = tuple(_LABELS["generation_suffixes"])
_VAGUE = "多余来几"
_LARGE = {"千": 1000, "万": 10_000, "亿": 100_000_000}
_FIXED = {"share": Unit.PERCENT, "even": Unit.PERCENT, "whole": Unit.PERCENT, "fold": Unit.TIMES}


def _by_first_character() -> dict[str, tuple[Reader, ...]]:
    readers: dict[str, list[Reader]] = {}
    for starts, reader in (
        (rates.STARTS, rates.read_rate),
        ("折", rates.read_discount),
        (money.STARTS, money.read_money),
        (ages.STARTS, ages.read_age),
        (durations.STARTS, durations.read_duration),
        (counts.STARTS, counts.read_count),
    ):
        for char in starts:
            readers.setdefault(char, []).append(reader)
    return {char: tuple(several) for char, several in readers.items()}


_READERS = _by_first_character()


def measure(text: str, number: Number) -> Measure | None:
    """The number with its unit; without one it is bare. ``None`` when it is a label or has a unit we do not keep."""
    if number.kind in _FIXED:
        return scaled(number, number.end, _FIXED[number.kind])
    at = number.end
    char = text[at : at + 1]
    if char == " ":
        at, char = at + 1, text[at + 1 : at + 2]
    vague = char in _VAGUE and char != ""
    if vague:
        at, char = at + 1, text[at + 1 : at + 2]
        if char in _LARGE and char:
            number = number._replace(end=at + 1, numeral=number.numeral.times(_LARGE[char]))
            at, char = at + 1, text[at + 1 : at + 2]
    if char in _FOREIGN_STARTS and text.startswith(_FOREIGN, at):
        return None
    for reader in _READERS.get(char, ()):
        found = reader(text, at, number)
        if found is not None:
            return found._replace(vague=True) if vague else found
    return _bare(text, number, at, vague)


def _bare(text: str, number: Number, at: int, vague: bool) -> Measure | None:
    if number.kind == "half" or text.startswith(_NAMING, at) or _is_label(text, number):
        return None
    if _of_a_calendar(text, at):
        return None
    before = text[max(0, number.start - 4) : number.start].rstrip()
    if before.endswith("$"):
        return None
    found = scaled(number, number.end, Unit.NONE)
    if before.endswith(("¥", "人民币", "RMB", "CNY")):
        return money.with_period_after(text, found._replace(unit=Unit.YUAN))
    if vague:
        found = found._replace(vague=True, end=max(at, number.end))
    return found._replace(weak=number.kind == "chinese" and not _is_large(number))


def _of_a_calendar(text: str, at: int) -> bool:
    """True for what is left of calendar words that no date or duration reader took: 15日, 95年, 3月."""
    return text[at : at + 1] in ("年", "月", "日")


def _is_large(number: Number) -> bool:
    """Chinese numerals stand alone only when they cannot be anything else: 三万五, 两千六."""
    return number.numeral.value >= 100 and number.end - number.start >= 2


def _is_label(text: str, number: Number) -> bool:
    """案例1, 表2; and generations: 80后, 00后."""
    if number.kind == "chinese":
        return False
    if number.end - number.start == 2 and text[number.end - 1] in "05" and text.startswith(_GENERATIONS, number.end):
        return True
    return number.numeral.value < 100 and text.endswith(_LABEL_NOUNS, max(0, number.start - 3), number.start)
