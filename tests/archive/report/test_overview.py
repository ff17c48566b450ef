"""The questions of the report, held against the rows they are asked of."""

from __future__ import annotations

from datetime import date
from importlib.resources import files
from pathlib import Path

import duckdb
import pyarrow as pa
import pytest

from linter.archive.database import connect, in_memory
from linter.archive.report.model import Counts, Overview
from linter.archive.report.overview import overview, question
from linter.archive.store import Judged, Manifest, Store
from linter.archive.tables import TABLES
from tests.archive.corpus import SETTINGS
from tests.archive.report.conftest import OLD_RATE, ROWS, WRONG_LINE

QUESTIONS = sorted(
    each.name.removesuffix(".sql") for each in files("linter.archive.report").joinpath("asked").iterdir()
)


def test_the_head_says_what_was_judged_with_what(found: Overview, folder: Path) -> None:
    judged = Store.open(folder).manifest.judged
    assert (found.as_of, found.profile, found.complete) == (SETTINGS.as_of, SETTINGS.profile, True)
    assert (found.reference_sha256, found.rules, found.version) == (
        judged.reference_sha256,
        judged.rules,
        judged.version,
    )


def test_every_finding_is_counted_once_in_each_chart(found: Overview, folder: Path) -> None:
    with connect(Store.open(folder)) as database:
        rows = database.execute("SELECT severity, count(*) FROM findings GROUP BY ALL").fetchall()
    counts = dict(rows)
    assert found.counts == Counts(*(counts.get(name, 0) for name in ("error", "warning", "info")))
    for groups in (found.families, found.checks, found.months, found.sites, found.regions):
        assert sum(group.counts.total for group in groups) == found.counts.total
    for groups in (found.months, found.sites, found.regions):
        assert sum(group.documents for group in groups) == found.totals.documents == len(ROWS) - 1


def test_numbers_are_checked_or_have_a_reason(found: Overview) -> None:
    totals = found.totals
    assert totals.checked + totals.unverifiable == totals.bound <= totals.numbers
    assert sum(number for _, number in totals.reasons) == totals.unverifiable


def test_the_worst_article_comes_first_and_one_without_findings_not_at_all(found: Overview) -> None:
    ranks = [(-page.counts.error, -page.counts.warning, -page.counts.info) for page in found.pages]
    assert ranks == sorted(ranks)
    assert len(found.pages) == found.with_findings == 4
    assert "https://guide.example.com/d.html" not in {page.document for page in found.pages}


def test_a_sentence_of_several_articles_is_one_root_with_its_first_appearance(found: Overview) -> None:
    root = found.roots[0]
    assert root.sentence == OLD_RATE
    assert root.documents == 3
    assert root.first.published == date(2018, 6, 1)
    assert (root.found[0].quote, root.found[0].suggestion) == ("20%", "16%")
    assert sum(each.findings for each in root.found) <= root.counts.total


def test_what_removes_most_comes_first(found: Overview) -> None:
    totals = [root.counts.total for root in found.roots]
    assert totals == sorted(totals, reverse=True)
    assert sum(totals) == found.counts.total
    assert any(WRONG_LINE in root.sentence for root in found.roots)


def test_what_could_not_be_read_is_a_problem(found: Overview) -> None:
    assert found.problem_kinds == (("unreadable", 1),)
    assert found.problems[0].path == "f.md"


def test_an_empty_store_is_no_failure(tmp_path: Path) -> None:
    manifest = Manifest(Judged("1", "", 0, "", date(2026, 1, 1), "audit"))
    with connect(Store(tmp_path, manifest)) as database:
        found = overview(database, manifest)
    assert found.counts.total == found.totals.documents == 0
    assert not found.complete
    assert found.pages == found.roots == found.months == ()


@pytest.fixture
def many() -> duckdb.DuckDBPyConnection:
    """Thousands of sites, places, sentences, checks and problems."""
    database = in_memory()
    for table, schema in TABLES.items():
        database.register("empty", schema.empty_table())
        database.execute(f"CREATE TABLE {table} AS FROM empty")
        database.unregister("empty")
    number = pa.table({"n": range(3000)})
    database.register("numbers", number)
    database.execute(
        "INSERT INTO documents BY NAME SELECT 'd' || n AS document, 's' || n AS site, n::VARCHAR AS region,"
        " 'p' AS path, strftime(date '1700-01-01' + (n * 31)::INTEGER, '%Y-%m') AS month FROM numbers"
    )
    database.execute(
        "INSERT INTO findings BY NAME SELECT 'd' || n AS document, 0 AS finding, 'C' || n AS code, 'c' AS name,"
        " 'f' || n AS family, 'error' AS severity, 's' AS sentence, n AS sentence_key, 'c' || n AS claim FROM numbers"
    )
    database.execute(
        "INSERT INTO problems BY NAME SELECT 'p' || n AS document, 'p' AS path, 'died' AS kind FROM numbers"
    )
    return database


def test_no_archive_makes_a_long_report(many: duckdb.DuckDBPyConnection) -> None:
    found = overview(many, Manifest(Judged("1", "", 0, "", date(2026, 1, 1), "audit"), complete=True))
    assert [len(each) for each in (found.families, found.sites, found.regions)] == [10, 10, 10]
    assert found.sites[-1].name is None
    assert found.sites[-1].merged == 2991
    assert len(found.checks) == 15
    assert len(found.pages) == len(found.problems) == 50
    assert len(found.roots) == 10
    assert found.problem_kinds == (("died", 3000),)


@pytest.mark.parametrize("name", QUESTIONS)
def test_a_question_says_what_it_asks(name: str) -> None:
    assert question(name).startswith("-- ")
