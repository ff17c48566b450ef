"""Which columns of a table of articles say what: as the user names them, or as tables usually call them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from linter.discover import NothingToCheckError
from linter.messages import Message, say
from reference.vocabulary import load_json

_PLAIN = ".txt"


@dataclass(frozen=True, slots=True)
class Columns:
    """What the user says of the columns; ``None``: nothing. ``format`` is md, html, txt, docx, or a column."""

    id: str | None = None
    title: str | None = None
    text: str | None = None
    published: str | None = None
    region: str | None = None
    url: str | None = None
    format: str | None = None


@dataclass(frozen=True, slots=True)
class Layout:
    """The columns of one table; ``None`` for what it does not say.

    ``suffix`` is the format of all its texts (".html"); with ``None`` the column ``format`` tells it, or the text.
    """

    text: str
    id: str | None = None
    title: str | None = None
    published: str | None = None
    region: str | None = None
    url: str | None = None
    format: str | None = None
    suffix: str | None = None

    @property
    def used(self) -> tuple[str, ...]:
        """The columns that have to be read, each once."""
        named = (self.id, self.text, self.title, self.published, self.region, self.url, self.format)
        return tuple(dict.fromkeys(name for name in named if name is not None))


class ColumnsError(NothingToCheckError):
    """A table lacks a column. ``reason`` names those it has; ``str()`` is the English one."""

    def __init__(self, reason: Message) -> None:
        super().__init__(reason.en)
        self.reason = reason


def layout_of(columns: Columns, names: Sequence[str], file: str) -> Layout:
    """The layout of a table with columns of these names. Raises ``ColumnsError``."""
    suffix = None if columns.format is None else suffix_named(columns.format)
    format_column = _named(columns.format, names, file) if columns.format is not None and suffix is None else None
    text = _named(columns.text, names, file) if columns.text is not None else _usual("text", names)
    if text is None:
        raise ColumnsError(say("source.no-text-column", file=file, columns=", ".join(names)))
    if columns.format is None and (told := suffix_named(text)) != _PLAIN:
        suffix = told  # a column called "html" holds what it is called
    slots = {slot: getattr(columns, slot) for slot in ("id", "title", "published", "region", "url")}
    found = {slot: _usual(slot, names) if name is None else _named(name, names, file) for slot, name in slots.items()}
    return Layout(text=text, **found, format=format_column, suffix=suffix)


@cache
def suffix_named(written: str) -> str | None:
    """The suffix of a format written as a name, a media type or a suffix (markdown, text/html, .docx)."""
    name = written.split(";")[0].strip().lower().removeprefix(".")
    formats = load_json("article_columns.json")["formats"]
    return next((suffix for suffix, names in formats.items() if name in names), None)


def _named(name: str, names: Sequence[str], file: str) -> str:
    if name not in names:
        raise ColumnsError(say("source.unknown-column", file=file, column=name, columns=", ".join(names)))
    return name


def _usual(slot: str, names: Sequence[str]) -> str | None:
    """The first of the usual names that a column has, in whatever case."""
    present = {name.strip().lower(): name for name in reversed(names)}
    usual = (*load_json("page_furniture.json")["front_matter"].get(slot, ()), *_own_names(slot))
    return next((present[name] for name in usual if name in present), None)


def _own_names(slot: str) -> Sequence[str]:
    names: Sequence[str] = load_json("article_columns.json")["columns"][slot]
    return names
