"""The claims of a store that a turn concerns, and the cases among them: what has to be judged once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import duckdb
import pyarrow as pa
import pyarrow.compute as pc

from linter.archive.impact.selection import Turn
from linter.archive.impact.sparse import COLUMNS

_PAIR = ("kind", "subject")
BATCH = 512
"""How many cases, and at least how many claims of whole documents, are judged at once."""
_TYPES = {"concerned": pa.bool_(), "cuts": pa.list_(pa.date32())}
_JUDGED = "SELECT DISTINCT kind, subject FROM claims WHERE kind IN (SELECT unnest($kinds))"
_CONCERNED = """
CREATE TEMP VIEW concerned AS
FROM claims JOIN subjects USING (kind, subject)
WHERE concerned
  OR period_start BETWEEN DATE '{first}' AND DATE '{last}' OR period_end + 1 BETWEEN DATE '{first}' AND DATE '{last}'
"""
_REGIONS = "SELECT DISTINCT kind, subject, region FROM concerned"
_PLACED = """
CREATE TEMP VIEW placed AS
FROM concerned JOIN places ON places.kind = concerned.kind AND places.subject = concerned.subject
  AND places.region IS NOT DISTINCT FROM concerned.region
SELECT concerned.*, place
"""
# Of deadlines no rule tells which days of publication are alike.
_DAYS = """
CREATE TEMP TABLE days AS
SELECT kind, subject, place, published,
  CASE WHEN published IS NULL THEN -1 WHEN kind = 'DeadlineClaim' THEN epoch(published) // 86400
  ELSE len(list_filter(cuts, lambda cut: cut <= published)) END AS bucket
FROM (SELECT DISTINCT kind, subject, place, published FROM placed) JOIN cuts USING (kind, subject, place)
"""
# A day of publication before or after all of the time that the claim speaks of is another case.
_SORTED = """
CREATE TEMP VIEW sorted AS
FROM placed JOIN days ON days.kind = placed.kind AND days.subject = placed.subject AND days.place = placed.place
  AND days.published IS NOT DISTINCT FROM placed.published
SELECT placed.*, bucket,
  coalesce(placed.published < period_start, false) AS early, coalesce(placed.published > period_end, false) AS late
"""
CASE = "kind, subject, case_key, place, bucket, early, late"
"""The columns of the view ``sorted`` that tell cases apart."""
_CASES = f"""
CREATE TEMP TABLE cases AS
SELECT row_number() OVER () - 1 AS number, * FROM (
  SELECT {CASE}, any_value(struct_pack({", ".join(COLUMNS)})) AS example, count(*) AS claims FROM sorted GROUP BY ALL
)
"""
_EXAMPLES = (
    f"SELECT number, kind, subject, {', '.join(f'example.{name}' for name in COLUMNS)} FROM cases ORDER BY number"
)
_DOCUMENTS = f"""
SELECT document, claim, kind, subject, start, line, "column", {", ".join(COLUMNS)}
FROM claims SEMI JOIN {{table}} USING (document)
WHERE kind IN (SELECT unnest($kinds)) ORDER BY document, claim
"""
# No day lies in it.
_NEVER = ("9999-12-31", "0001-01-01")


def find_cases(database: duckdb.DuckDBPyConnection, turn: Turn, kinds: Iterable[str]) -> None:
    """Let the database have a table ``cases`` and a view ``sorted``: the claims of these kinds that the turn concerns.

    A row of ``sorted`` is of the row of ``cases`` that has the same in the columns of ``CASE``. The kinds are such as
    can be read back: whether a claim was kept is not looked at, which would cost as much as all the rest.
    """
    pairs = database.execute(_JUDGED, {"kinds": sorted(kinds)}).fetchall()
    _register(database, "subjects", (*_PAIR, "concerned"), [(*pair, turn.concerns(*pair)) for pair in pairs])
    first, last = (day.isoformat() for day in turn.passed) if turn.passed else _NEVER
    database.execute(_CONCERNED.format(first=first, last=last))
    regions = database.execute(_REGIONS).fetchall()
    _register(database, "places", (*_PAIR, "region", "place"), [(*row, turn.place(*row)) for row in regions])
    places = database.execute("SELECT DISTINCT kind, subject, place FROM places").fetchall()
    _register(database, "cuts", (*_PAIR, "place", "cuts"), [(*row, turn.cuts(*row)) for row in places])
    database.execute(_PLACED)
    database.execute(_DAYS)
    database.execute(_SORTED)
    database.execute(_CASES)


def examples(database: duckdb.DuckDBPyConnection) -> Iterator[pa.RecordBatch]:
    """A claim of each case, with the number of the case and the columns to put it back from."""
    yield from database.sql(_EXAMPLES).to_arrow_reader(BATCH)


def claims_of(database: duckdb.DuckDBPyConnection, table: str, kinds: list[str]) -> Iterator[pa.RecordBatch]:
    """The claims of the documents of a table, to put them back from; all claims of a document in one batch."""
    left: pa.Table | None = None
    for batch in database.sql(_DOCUMENTS.format(table=table), params={"kinds": kinds}).to_arrow_reader(BATCH):
        rows = pa.Table.from_batches([batch] if left is None else [*left.to_batches(), batch])
        last = rows.column("document")[rows.num_rows - 1].as_py()
        whole = pc.index(rows.column("document"), last).as_py()
        yield from rows.slice(0, whole).combine_chunks().to_batches()
        left = rows.slice(whole)
    if left is not None:
        yield from left.combine_chunks().to_batches()


def keep(database: duckdb.DuckDBPyConnection, name: str, schema: pa.Schema, batches: Iterable[pa.RecordBatch]) -> None:
    """Make a table of the database of the batches."""
    made = pa.Table.from_batches(list(batches), schema=schema)
    database.register("made", made)
    database.execute(f"CREATE TEMP TABLE {name} AS FROM made")
    database.unregister("made")


def _register(
    database: duckdb.DuckDBPyConnection, name: str, columns: tuple[str, ...], rows: Iterable[tuple[Any, ...]]
) -> None:
    schema = pa.schema([(column, _TYPES.get(column, pa.string())) for column in columns])
    made = pa.Table.from_pylist([dict(zip(columns, row, strict=True)) for row in rows], schema=schema)
    database.register("made", made)
    database.execute(f"CREATE TEMP TABLE {name} AS FROM made")
    database.unregister("made")
