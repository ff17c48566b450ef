"""A corpus: everything the command line names, as one stream of batches of articles."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa

from linter.archive.sources.batches import batch_of, cut
from linter.archive.sources.columns import Columns, ColumnsError
from linter.archive.sources.files import Outlook, endings, outlook, rows, size_of
from linter.archive.sources.record import Row
from linter.archive.sources.unique import UniqueNames
from linter.discover import NothingToCheckError, Skip, each_file, nothing_skipped


@dataclass(frozen=True, slots=True)
class Corpus:
    """What paths mean: files, folders that are searched for such files, tables of articles. ``skip``: see discover."""

    paths: tuple[Path, ...]
    columns: Columns
    skip: Skip = nothing_skipped

    def files(self) -> Iterator[Path]:
        """The files, in the order in which they are read. Raises ``NothingToCheckError``."""
        return each_file(self.paths, self.skip, endings())

    def outlook(self) -> Outlook:
        """The bytes and, where that is known without reading it all, the number of articles of the whole.

        Raises ``NothingToCheckError``, and ``ColumnsError`` for a table that lacks a column. One that was only found in
        a folder raises nothing beside others that do not lack it: it becomes a problem in its place.
        """
        whole, lacking, good = Outlook(0, 0), None, False
        named = {Path(os.path.normpath(path)) for path in self.paths}
        for path in self.files():
            try:
                whole, good = whole.beside(outlook(path, self.columns)), True
            except ColumnsError as error:
                if path in named:
                    raise
                whole, lacking = whole.beside(Outlook(0, 1)), lacking or error
        if good:
            return whole
        raise lacking or NothingToCheckError(f"nothing to scan in {', '.join(map(str, self.paths))}")

    def draw(self) -> Draw:
        """A drawing of all its articles, from the first one on."""
        return Draw(self)


class Draw:
    """The articles of a corpus in batches, as the schema ``ARTICLES`` has them, each with a name of its own.

    The same corpus gives the same batches. ``read`` says how many bytes of its files were read so far, ``undated`` how
    many documents have something that is no day where their publication date should stand: they go without one.
    """

    def __init__(self, corpus: Corpus) -> None:
        self.read = 0
        self.undated = 0
        self._corpus = corpus
        self._names = UniqueNames()

    def __iter__(self) -> Iterator[pa.RecordBatch]:
        for held in cut(self._rows()):
            yield batch_of(held, [self._names.unique(row.id) for row in held])

    def _rows(self) -> Iterator[Row]:
        before = 0
        for path in self._corpus.files():
            for row in rows(path, self._corpus.columns):
                self.read = before + row.position
                self.undated += row.unread_day is not None
                yield row
            before += size_of(path)
            self.read = before
