"""Articles that repeat each other: the rows of one under the names of the others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pyarrow as pa

Names = Mapping[str, str]
"""A row of ``NAMED``."""


def originals(names: Sequence[Names]) -> Mapping[str, str]:
    """For each document, the first of those with its content."""
    first: dict[str, str] = {}
    return {row["document"]: first.setdefault(row["content"], row["document"]) for row in names}


def with_copies(rows: pa.Table, names: Sequence[Names], original: Mapping[str, str]) -> pa.Table:
    """The rows of a table, which has originals alone, for all documents of ``names``, in their order."""
    places: dict[str, list[int]] = {}
    for place, row in enumerate(rows.select(["document"]).to_pylist()):
        places.setdefault(row["document"], []).append(place)
    taken = [(place, owner) for owner in names for place in places.get(original[owner["document"]], ())]
    copied = rows.take(pa.array([place for place, _ in taken], pa.int64()))
    for name in names[0].keys() & set(rows.column_names):
        own = pa.array([owner[name] for _, owner in taken], pa.string())
        copied = copied.set_column(rows.schema.get_field_index(name), rows.schema.field(name), own)
    return copied
