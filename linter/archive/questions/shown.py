"""What people are shown of an answer: some of its columns, in words, and the sentences it rests on."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from linter.control_characters import without_controls
from linter.judging.kinship import names
from linter.judging.statement_rules import statement_specs
from linter.judging.value_wording import facet_name
from linter.messages import Message, listed, say
from reference.quantities import quantity_names
from reference.regions import RegionTable

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Shown:
    """A question as people see it: its title, the columns of its table, and the columns that hold sentences."""

    title: Message
    columns: tuple[str, ...]
    sentences: tuple[str, ...]

    def heads(self, lang: str) -> tuple[str, ...]:
        """What stands above the columns."""
        return tuple(_words("heads", column).in_language(lang) for column in self.columns)

    def cells(self, row: Row, lang: str) -> tuple[str, ...]:
        """The row in words."""
        return tuple(without_controls(_CELLS.get(name, _plain(name))(row, lang)) for name in self.columns)

    def quoted(self, row: Row) -> tuple[str, ...]:
        """The sentences of the row."""
        return tuple(without_controls(row[name]) for name in self.sentences if row[name])


def shown(question: str) -> Shown:
    """How the question of that name is shown."""
    entry = _texts()["questions"][question]
    return Shown(Message(entry["zh"], entry["en"]), tuple(entry["columns"]), tuple(entry["sentences"]))


def _subject(row: Row, lang: str) -> str:
    """「职工养老保险费率(单位)」, 「医保个人账户余额年底清零」, 「孙子女」; the bare id of what has no words."""
    if row.get("relative"):
        return names([row["relative"]]).in_language(lang)
    subject = row["subject"]
    if subject in statement_specs():
        return statement_specs()[subject].says.in_language(lang)
    name = Message(*quantity_names().get(subject, (subject, subject)))
    facets = [facet_name(*each.split("=", 1)) for each in (row.get("facets") or "").split(";") if each]
    return (say("rule.quantity-of", quantity=name, slots=listed(facets)) if facets else name).in_language(lang)


def _region(row: Row, _lang: str) -> str:
    code = row["region"]
    return RegionTable.load().full_name(code) if code in RegionTable.load() else code or ""


def _period(row: Row, _lang: str) -> str:
    ends = [str(row[name] or "") for name in ("period_start", "period_end")]
    return " – ".join(ends) if any(ends) else ""


def _place(prefix: str) -> Callable[[Row, str], str]:
    def place(row: Row, _lang: str) -> str:
        line = row.get(f"{prefix}line")
        return f"{row[f'{prefix}document']}:{line}" if line else str(row[f"{prefix}document"])

    return place


def _plain(name: str) -> Callable[[Row, str], str]:
    def cell(row: Row, lang: str) -> str:
        value = row[name]
        if name in _WORDED and value in _texts()["words"]:
            return _words("words", value).in_language(lang)
        return "" if value is None else str(value)

    return cell


_WORDED = frozenset({"judged", "odd", "right_side", "severity", "usual", "value"})
_CELLS: Mapping[str, Callable[[Row, str], str]] = {
    "subject": _subject,
    "region": _region,
    "period": _period,
    "place": _place(""),
    "odd_place": _place("odd_"),
    "first_place": _place("first_"),
}


def _words(kind: str, name: str) -> Message:
    entry = _texts()[kind][name]
    return Message(entry["zh"], entry["en"])


@cache
def _texts() -> Mapping[str, Any]:
    texts: Mapping[str, Any] = json.loads((files("linter.archive.questions") / "shown.json").read_text("utf-8"))
    return texts
