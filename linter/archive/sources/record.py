"""What a reader of tables hands over, and the article it becomes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Protocol

from linter.messages import Message

LARGEST = 32 << 20
"""Bytes of the largest article, or line of a table, that is read: more is no article, and memory stays bounded."""


@dataclass(frozen=True, slots=True)
class Record:
    """A row of a table, or why there is none: then ``values`` are empty.

    ``number`` counts the rows (lines, in JSONL) of its file from 1. ``position`` is how many bytes of the file were
    read by then, for progress.
    """

    number: int
    position: int
    values: Mapping[str, object]
    fault: Message | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """An article as the schema ``ARTICLES`` has it, its name not yet made unique.

    ``unread_day`` is what stands for the publication date and is none.
    """

    id: str
    path: str
    position: int
    data: bytes = b""
    title: str | None = None
    published: date | None = None
    region: str | None = None
    url: str | None = None
    fault: Message | None = None
    unread_day: str | None = None


class Table(Protocol):
    """A file of records."""

    @property
    def path(self) -> Path:
        """Where it lies."""

    @property
    def names(self) -> tuple[str, ...]:
        """The columns; empty when no record can be read."""

    @property
    def count(self) -> int | None:
        """The number of records; ``None`` when only reading them all would tell."""

    def records(self, used: tuple[str, ...]) -> Iterator[Record]:
        """The records in order; of their columns at least the used ones."""
