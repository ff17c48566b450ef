"""What a change of rules, or of the day, does to the articles of a store, claim by claim."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

import duckdb
import pyarrow as pa

from linter.archive.impact.cases import CASE, claims_of, examples, find_cases, keep
from linter.archive.impact.processes import answers
from linter.archive.impact.selection import Turn
from linter.archive.impact.sparse import kept_kinds
from linter.archive.impact.turned import CASES, SIDES, WHOLE, Benches, panels_of, turn_cases, turn_documents

_ROWS = 4096
_PLACED = ("document", "line", "column", "start", "end", "quote", "sentence", "kind", "subject", "region", "published")
_TOLD = ("code", "severity", "at_publication", "now", "expected", "rule", "since", "start", "end")
COLUMNS = (*_PLACED, *(name for side in SIDES for name in (side, *(f"{side}_{told}" for told in _TOLD))))
"""What a change says: where, and for both sides the state and what is found, as ``Reported`` has it."""
_TOGETHER = f"""
INSERT INTO whole SELECT DISTINCT document
FROM sorted SEMI JOIN (FROM cases SEMI JOIN (FROM case_changes WHERE together) USING (number)) USING ({CASE})
"""
_CHANGES = f"""
CREATE TEMP VIEW changes AS
SELECT * REPLACE (
  "start" + before_start AS before_start, "start" + before_end AS before_end,
  "start" + after_start AS after_start, "start" + after_end AS after_end
)
FROM (
  SELECT sorted.*, case_changes.* EXCLUDE (number, together, crashed)
  FROM sorted JOIN cases USING ({CASE}) JOIN case_changes USING (number) ANTI JOIN whole USING (document)
  WHERE NOT crashed
  UNION ALL BY NAME
  SELECT claims.*, whole_changes.* EXCLUDE (document, claim, crashed)
  FROM claims JOIN whole_changes USING (document, claim) WHERE NOT crashed
)
"""
_HITS = """
CREATE TEMP TABLE hits AS
SELECT CASE WHEN after <> before THEN after ELSE 'otherwise' END AS became, after_severity,
  hash(document) AS article, hash(document, context_start) AS sentence
FROM changes
"""
_COUNTED = "SELECT {became}, count(DISTINCT sentence), count(DISTINCT article) FROM hits GROUP BY 1 ORDER BY 1"
_SEVERITIES = (
    "SELECT DISTINCT after_severity FROM hits WHERE became IN ('wrong', 'stale') AND after_severity IS NOT NULL"
)
_LEFT_OUT = """
SELECT coalesce((SELECT sum(claims) FROM cases SEMI JOIN (FROM case_changes WHERE crashed) USING (number)), 0)
  + (SELECT count(*) FROM whole_changes WHERE crashed)
  + (SELECT count(*) FROM claims WHERE kind IN (SELECT unnest($unkept)))
"""


@dataclass(frozen=True, slots=True)
class Counted:
    """So many sentences in so many articles."""

    sentences: int = 0
    articles: int = 0


@dataclass(frozen=True, slots=True)
class Impact:
    """The outcome; its rows are in the view ``changes`` of the database.

    ``became`` counts by what sentences are now: "wrong", "stale", "right", "nothing" (no rule decides any more), or
    "otherwise" where the verdict is the same and what should stand there, or how grave it is, is not. ``severities``
    are those of what became wrong or stale. ``concerned`` counts the claims that rest on what changed,
    ``cases`` how many of them had to be judged, ``left_out`` those that could not be.
    """

    became: Mapping[str, Counted]
    total: Counted
    severities: tuple[str, ...]
    concerned: int
    cases: int
    left_out: int


def find_impact(database: duckdb.DuckDBPyConnection, benches: Benches, jobs: int) -> Impact:
    """Judge the claims of a store with both benches, in ``jobs`` processes. ``StoreError`` when one of them dies."""
    panels = panels_of(benches)
    before, after = panels.before.bench, panels.after.bench
    every = panels.before.kinds() | panels.after.kinds()
    kinds = kept_kinds(every)
    find_cases(database, Turn(before.reference, after.reference, before.as_of, after.as_of), kinds)
    keep(database, "case_changes", CASES, answers(partial(turn_cases, benches), examples(database), jobs))
    database.execute("CREATE TEMP TABLE whole (document VARCHAR)")
    if database.execute("FROM case_changes WHERE together LIMIT 1").fetchall():  # seldom, and it reads all claims
        database.execute(_TOGETHER)
    documents = claims_of(database, "whole", kinds)
    keep(database, "whole_changes", WHOLE, answers(partial(turn_documents, benches), documents, jobs))
    database.execute(_CHANGES)
    database.execute(_HITS)
    return _counted(database, sorted(every.difference(kinds)))


def _counted(database: duckdb.DuckDBPyConnection, unkept: list[str]) -> Impact:
    def counts(became: str) -> dict[str, Counted]:
        rows = database.execute(_COUNTED.format(became=became)).fetchall()
        return {name: Counted(sentences, articles) for name, sentences, articles in rows}

    cases, concerned = database.execute("SELECT count(*), coalesce(sum(claims), 0) FROM cases").fetchall()[0]
    ((left_out,),) = database.execute(_LEFT_OUT, {"unkept": unkept}).fetchall()
    return Impact(
        became=counts("became"),
        total=counts("''").get("", Counted()),
        severities=tuple(row[0] for row in database.execute(_SEVERITIES).fetchall()),
        concerned=int(concerned),
        cases=cases,
        left_out=int(left_out),
    )


def change_rows(database: duckdb.DuckDBPyConnection, limit: int | None = None) -> pa.RecordBatchReader:
    """The changes, as ``COLUMNS``, in order of document and place, once ``find_impact`` has found them."""
    most = "" if limit is None else f"LIMIT {limit}"
    query = f"SELECT {_quoted(COLUMNS)} FROM changes ORDER BY document, claim, before_code, after_code {most}"
    reader: pa.RecordBatchReader = database.sql(query).to_arrow_reader(_ROWS)
    return reader


def _quoted(names: Sequence[str]) -> str:
    return ", ".join(f'"{name}"' for name in names)
