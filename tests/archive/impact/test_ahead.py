"""A forecast from the store is the forecast from the articles."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path

import pytest

from linter.archive.database import connect
from linter.archive.impact.ahead import foresee
from linter.archive.store import Store
from linter.forecast import of_articles
from linter.run import run
from linter.settings import Settings, bench_of
from tests.archive.impact.articles import articles


@pytest.mark.parametrize(
    ("as_of", "days"),
    [(date(2026, 11, 21), 400), (date(2026, 11, 21), 5000), (date(2024, 6, 1), 400), (date(2018, 12, 1), 900)],
)
def test_what_becomes_wrong_is_told_from_the_store_as_from_the_articles(store: Path, as_of: date, days: int) -> None:
    settings = Settings(as_of, profile="audit", select=("ST103",), horizon=days)
    place = bench_of(settings).region_name
    expected = of_articles(run(articles(), settings, jobs=1), "zh", place)
    with connect(Store.open(store), threads=1) as database:
        assert foresee(database, partial(bench_of, settings), 1, "zh") == expected
    assert expected


def test_two_processes_foresee_what_one_does(store: Path) -> None:
    foreseeing = partial(bench_of, Settings(date(2026, 11, 21), profile="audit", select=("ST103",), horizon=400))
    with connect(Store.open(store)) as database:
        apart = foresee(database, foreseeing, 2, "en")
    with connect(Store.open(store)) as database:
        assert foresee(database, foreseeing, 1, "en") == apart
