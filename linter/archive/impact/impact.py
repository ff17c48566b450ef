"""What a change of rules, or of the day, does to the articles of a store, claim by claim."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial

import duckdb
import pyarrow as pa

from linter.archive.impact.cases import CASE, examples, find_cases
from linter.archive.impact.processes import answers
from linter.archive.impact.selection import Turn
from linter.archive.impact.sparse import COLUMNS
from linter.archive.impact.turned import CASES, WHOLE, Benches, panels_of, turn_cases, turn_documents
from linter.claims import model
from linter.claims.model import Claim

_BATCH = 512
_ROWS = 4096
_TOGETHER = f"""
CREATE TEMP TABLE whole AS
SELECT DISTINCT document FROM sorted JOIN cases USING ({CASE}) JOIN case_changes USING (number) WHERE together
"""
_DOCUMENTS = f"""
SELECT document, claim, {", ".join(COLUMNS)} FROM claims SEMI JOIN whole USING (document)
WHERE packed IS NOT NULL AND kind IN (SELECT unnest($kinds)) ORDER BY document, claim
"""
# Two claims of one place, of which the same is said, are one sentence to correct.
_CHANGES = f"""
CREATE TEMP TABLE changes AS
SELECT DISTINCT ON (document, "start", "end", before, after, before_code, after_code, before_expected, after_expected)
  document, claim, kind, subject, region, published, line, "column", "start", "end", context_start, quote, sentence,
  {", ".join(name for name in CASES.names[3:])}
FROM (
  SELECT sorted.*, case_changes.* EXCLUDE (number, together, crashed)
  FROM sorted JOIN cases USING ({CASE}) JOIN case_changes USING (number) ANTI JOIN whole USING (document)
  WHERE NOT crashed
  UNION ALL BY NAME
  SELECT claims.*, whole_changes.* EXCLUDE (document, claim, crashed)
  FROM claims JOIN whole_changes USING (document, claim) WHERE NOT crashed
)
ORDER BY document, claim
"""
_LEFT_OUT = f"""
SELECT coalesce((SELECT sum(claims) FROM cases SEMI JOIN (FROM case_changes WHERE crashed) USING (number)), 0)
  + (SELECT count(*) FROM whole_changes WHERE crashed)
  + (SELECT count(*) FROM claims WHERE packed IS NULL AND kind IN (SELECT unnest($kinds)))
"""
_COUNTED = """
SELECT {became}, count(DISTINCT (document, context_start)), count(DISTINCT document) FROM changes GROUP BY 1 ORDER BY 1
"""
_BECAME = "CASE WHEN after <> before THEN after ELSE 'otherwise' END"


@dataclass(frozen=True, slots=True)
class Counted:
    """So many sentences in so many articles."""

    sentences: int = 0
    articles: int = 0


@dataclass(frozen=True, slots=True)
class Impact:
    """The outcome; its rows are in the table ``changes`` of the database.

    ``became`` counts by what sentences are now: "wrong", "stale", "right", "nothing" (no rule decides any more), or
    "otherwise" where the verdict is the same and what should stand there, or how grave it is, is not. ``concerned``
    counts the claims looked at, ``cases`` how many of them had to be judged, ``left_out`` those that could not be.
    """

    became: dict[str, Counted]
    total: Counted
    concerned: int
    cases: int
    left_out: int


def find_impact(
    database: duckdb.DuckDBPyConnection,
    benches: Benches,
    jobs: int,
    progress: Callable[[int, int], None] = lambda _done, _of: None,
) -> Impact:
    """Judge the claims of a store with both benches. ``progress`` is told how many cases of how many are done.

    Raises ``BrokenProcessPool`` when a process dies.
    """
    before, after = (panels_of(benches).before.bench, panels_of(benches).after.bench)
    turn = Turn(before.reference, after.reference, before.as_of, after.as_of)
    kinds = judged_kinds(benches)
    find_cases(database, turn, kinds)
    cases, concerned = database.execute("SELECT count(*), coalesce(sum(claims), 0) FROM cases").fetchall()[0]
    batches = _told(examples(database, _BATCH), cases, progress)
    _keep(database, "case_changes", CASES, answers(partial(turn_cases, benches), batches, jobs))
    database.execute(_TOGETHER)
    documents = _documents(database, kinds)
    _keep(database, "whole_changes", WHOLE, answers(partial(turn_documents, benches), documents, jobs))
    database.execute(_CHANGES)
    (left_out,) = database.execute(_LEFT_OUT, {"kinds": kinds}).fetchall()[0]
    became = {name: Counted(*of) for name, *of in database.execute(_COUNTED.format(became=_BECAME)).fetchall()}
    total = database.execute(_COUNTED.format(became="''")).fetchall()
    return Impact(became, Counted(*total[0][1:]) if total else Counted(), int(concerned), cases, int(left_out))


def judged_kinds(benches: Benches) -> list[str]:
    """The kinds of claims that some check which rests on rules looks at."""
    panels = panels_of(benches)
    every = {name: kind for name, kind in vars(model).items() if isinstance(kind, type) and issubclass(kind, Claim)}
    return sorted(name for name, kind in every.items() if panels.before.reads(kind) or panels.after.reads(kind))


def change_rows(database: duckdb.DuckDBPyConnection, limit: int | None = None) -> Iterator[pa.RecordBatch]:
    """The changes in order of document and place, once ``find_impact`` has found them."""
    most = "" if limit is None else f" LIMIT {limit}"
    order = "document, claim, before_code, after_code, before_start, after_start"
    yield from database.sql(f"FROM changes ORDER BY {order}{most}").to_arrow_reader(_ROWS)


def _told(
    batches: Iterable[pa.RecordBatch], cases: int, progress: Callable[[int, int], None]
) -> Iterator[pa.RecordBatch]:
    done = 0
    for batch in batches:
        yield batch
        done += batch.num_rows
        progress(done, cases)


def _documents(database: duckdb.DuckDBPyConnection, kinds: list[str]) -> Iterator[pa.RecordBatch]:
    """The claims of the documents that must be judged whole, all claims of a document in one batch."""
    left: pa.Table | None = None
    for batch in database.sql(_DOCUMENTS, params={"kinds": kinds}).to_arrow_reader(_ROWS):
        rows = pa.Table.from_batches([batch] if left is None else [*left.to_batches(), batch])
        last = rows.column("document")[rows.num_rows - 1].as_py()
        whole = pa.compute.index(rows.column("document"), last).as_py()
        yield from rows.slice(0, whole).combine_chunks().to_batches()
        left = rows.slice(whole)
    if left is not None:
        yield from left.combine_chunks().to_batches()


def _keep(
    database: duckdb.DuckDBPyConnection, name: str, schema: pa.Schema, batches: Iterable[pa.RecordBatch]
) -> None:
    """A table of the database with the rows that are not empty."""
    made = pa.Table.from_batches(list(batches), schema=schema)
    database.register("made", made)
    database.execute(f"CREATE TEMP TABLE {name} AS FROM made")
    database.unregister("made")
