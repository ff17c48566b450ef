"""The two versions of the rules, or the two days, that claims are judged by."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path

from linter.bench import Bench
from linter.settings import Settings, bench_of
from reference.load import RULES, load_folders

BUILT_IN = "built-in"


@dataclass(frozen=True, slots=True)
class Side:
    """Rules and a day: ``places`` are folders of rules, or files, in the order in which they take each other's place.

    ``name`` is what the user calls it.
    """

    name: str
    places: tuple[Path, ...]
    as_of: date


def side_of(name: str, settings: Settings) -> Side:
    """What a user means by a name: "built-in", a folder of rules, a rule file, or a day as YYYY-MM-DD.

    A folder is all there is; a file lies over the built-in rules, and over those of the settings; a day is judged by
    these. Raises ``ValueError`` for any other name.
    """
    usual = (RULES, *settings.references)
    path = Path(name)
    if name == BUILT_IN:
        return Side(name, (RULES,), settings.as_of)
    if path.is_dir():
        return Side(name, (path,), settings.as_of)
    if path.is_file():
        return Side(name, (*usual, path), settings.as_of)
    try:
        return Side(name, usual, date.fromisoformat(name))
    except ValueError:
        message = (
            f"{name} is neither a folder of rules nor a rule file, nor a day (YYYY-MM-DD), nor the word {BUILT_IN}"
        )
        raise ValueError(message) from None


def usual_side(settings: Settings) -> Side:
    """The rules and the day of the settings."""
    name = " + ".join((BUILT_IN, *(path.as_posix() for path in settings.references)))
    return Side(name, (RULES, *settings.references), settings.as_of)


@cache
def bench_for(side: Side, settings: Settings) -> Bench:
    """What claims of that side are judged with. Raises ``RuleFileError``."""
    bench = bench_of(replace(settings, as_of=side.as_of, references=(), horizon=None))
    return replace(bench, reference=load_folders(side.places))


def benches_of(before: Side, after: Side, settings: Settings) -> tuple[Bench, Bench]:
    """What claims are judged with on both sides. Raises ``RuleFileError``."""
    return bench_for(before, settings), bench_for(after, settings)
