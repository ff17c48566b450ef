"""Findings counted by check, place and age."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

import pytest
import yaml

from linter.article import Article
from linter.run import run
from linter.settings import Settings
from linter.statistics import age_of, statistics

AGES = yaml.safe_load(Path(__file__).with_suffix(".yml").read_text(encoding="utf-8"))
AS_OF = date(2026, 11, 21)
WRONG = "养老保险:6400元×8%=51.2元。\n"


@pytest.mark.parametrize(("published", "as_of", "age"), AGES)
def test_age_is_counted_in_whole_years(published: date | None, as_of: date, age: str) -> None:
    assert age_of(published, as_of) == age


def test_findings_are_counted_by_check_place_and_age() -> None:
    articles = [
        Article("a.md", WRONG.encode(), region="成都", published=date(2026, 1, 5)),
        Article("b.md", (WRONG * 2).encode(), region="成都", published=date(2026, 2, 5)),
        Article("c.md", WRONG.encode(), region="深圳", published=date(2020, 2, 5)),
        Article("d.md", WRONG.encode()),
        Article("e.md", "基数6400元。".encode()),
    ]
    result = run(articles, Settings(AS_OF, "audit", select=("AR101",)))
    counted = [(row.code, row.region, row.age, row.error, row.total) for row in statistics(result)]
    assert counted == [
        ("AR101", None, "undated", 1, 1),
        ("AR101", "440300", ">5y", 1, 1),
        ("AR101", "510100", "<1y", 3, 3),
    ]


def test_every_finding_is_counted_once_under_its_severity() -> None:
    examples = Path(__file__).parents[2] / "examples" / "articles"
    result = run(map(Article.at, sorted(examples.iterdir())), Settings(AS_OF, "audit"))
    rows = statistics(result)
    assert {"error": sum(r.error for r in rows), "warning": sum(r.warning for r in rows)} == {
        name: result.count()[name] for name in ("error", "warning")
    }
    findings = Counter(finding.code for document in result.documents for finding in document.findings)
    assert Counter({code: sum(row.total for row in rows if row.code == code) for code in findings}) == findings
