"""The payload of a value as people write it in a table or at a prompt, by the kind of its rule."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from reference.fields import RuleError
from reference.payloads import NUMERIC

_NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
_RANGE = re.compile(r"\s*(.*?)\s*\.\.\s*(.*?)\s*")
_TRUTHS = {"true": True, "yes": True, "是": True, "false": False, "no": False, "否": False}


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a payload: its path in the JSON ("document.number"), how it is read, and how to write it."""

    name: str
    read: Callable[[str], Any]
    hint: str
    required: bool = True


def payload(kind: str, words: Mapping[str, str]) -> dict[str, Any]:
    """The payload of a value from the words given for its fields. Raises RuleError with the field as its path."""
    found: dict[str, Any] = {}
    for field in FIELDS[kind]:
        written = words.get(field.name, "").strip()
        if not written and field.required:
            raise RuleError((field.name,), f"'{field.name}' is missing", f"Write {field.hint}")
        if written:
            _put(found, field.name.split("."), _read(field, written))
    return found


def numbers(written: str) -> Any:
    """16, 0.5, a range 3..12 with one side or both, or several of them: 16|17. Raises RuleError."""
    parts = [_one(part) for part in written.split("|")]
    return parts[0] if len(parts) == 1 else {"accept": parts}


def truth(written: str) -> bool:
    """true or false, yes or no, 是 or 否. Raises RuleError."""
    found = _TRUTHS.get(written.casefold())
    if found is None:
        raise RuleError((), f"{written!r} is neither true nor false", "Write true or false")
    return found


def words_of(written: str) -> list[str]:
    """Words separated by bars."""
    return [word.strip() for word in written.split("|") if word.strip()]


def pairs_of(written: str) -> dict[str, str]:
    """Names with their values: a=1|b=2. Raises RuleError."""
    pairs = [word.partition("=") for word in words_of(written)]
    wrong = next((name for name, mark, _ in pairs if not mark), None)
    if wrong is not None:
        raise RuleError((), f"{wrong!r} has no value", "Write names with their values: a=1|b=2")
    return {name.strip(): value.strip() for name, _, value in pairs}


def _read(field: Field, written: str) -> Any:
    try:
        return field.read(written)
    except RuleError as error:
        raise RuleError((field.name,), error.message, error.advice) from None


def _put(into: dict[str, Any], path: list[str], value: Any) -> None:
    for name in path[:-1]:
        into = into.setdefault(name, {})
    into[path[-1]] = value


def _one(written: str) -> Any:
    ends = _RANGE.fullmatch(written)
    if ends is None:
        return _number(written.strip())
    bounds = {name: _number(text) for name, text in zip(("min", "max"), ends.groups(), strict=True) if text}
    if not bounds:
        raise RuleError((), "a range without bounds", "Write 3..12, 3.. or ..12")
    return bounds


def _number(written: str) -> int | str:
    """Whole numbers as such, fractions as the text they were written as: so do the rule files."""
    if not _NUMBER.fullmatch(written):
        raise RuleError((), f"{written!r} is not a number", "Write digits alone, the unit is that of the rule: 16, 0.5")
    return written if "." in written else int(written)


_NUMERIC = (
    Field("value", numbers, "a number, a range (3..12), or several that are right (16|17)"),
    Field("display", str, "how it reads in Chinese, where the usual wording does not do", required=False),
)
FIELDS: Mapping[str, tuple[Field, ...]] = {
    **dict.fromkeys(sorted(NUMERIC), _NUMERIC),
    "set": (Field("members", words_of, "the ids of what belongs, with bars: a|b"),),
    "statement": (Field("truth", truth, "true or false: whether the title holds"),),
    "hotline": (Field("numbers", words_of, "the numbers as printed, with bars: 12393|0571-12393"),),
    "term": (
        Field("names", words_of, "every spelling of the name, with bars"),
        Field("current", truth, "true or false: whether the names are current"),
        Field("use", str, "the name to use"),
    ),
    "date": (Field("dates", words_of, "every accepted day, month or year, with bars: 2024-09-13|2024-09"),),
    "document": (
        Field("document.number", str, "the number of the document"),
        Field("document.title", str, "its title"),
        Field("document.issuer", str, "who issued it", required=False),
        Field("document.issued", str, "when it was issued", required=False),
        Field("document.published", str, "when it was published", required=False),
        Field("document.in_force", str, "from when it holds", required=False),
        Field("document.expires", str, "when it expires", required=False),
        Field("document.superseded_by", str, "the number of the document that took its place", required=False),
    ),
    "article": (
        Field("law", str, "the name of the law"),
        Field("number", str, "the number of the article, in digits"),
        Field("about", str, "what the article is about"),
        Field("subjects", words_of, "its subjects, with bars"),
    ),
    "schedule": (Field("parameters", pairs_of, "the parameters: a=1|b=2"),),
    "rounding": (
        Field("rounding.to", _number, "the step: 1 for a whole yuan, 0.01 for a fen"),
        Field("rounding.mode", str, "nearest, up or down"),
    ),
    "cycle": (
        Field("cycle.governs", words_of, "the quantities, or prefixes that end with a dot, with bars"),
        Field("cycle.effective", str, "the day of the year from which a figure counts: 07-01", required=False),
        Field("cycle.published.from", str, "the first day on which figures are published: 07-01"),
        Field("cycle.published.to", str, "the last such day: 10-31"),
    ),
}
"""What the kinds of rules hold, field by field."""
