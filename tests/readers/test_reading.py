"""What readers make of files: the cases in cases/*.yml."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from linter.readers import read_document
from linter.testing import assert_well_read, outline, tables

CASES = Path(__file__).parent / "cases"


def cases() -> Iterator[Any]:
    for path in sorted(CASES.glob("*.yml")):
        loaded = yaml.safe_load(path.read_text(encoding="utf-8"))
        for name, case in loaded.items():
            yield pytest.param(case, id=f"{path.stem}-{name}")


@pytest.mark.parametrize("case", list(cases()))
def test_a_file_is_read_as_expected(case: dict[str, Any]) -> None:
    document = read_document(case["source"].encode(), case.get("path", "article.txt"))
    assert_well_read(document)
    # YAML cases are written with plain blanks where pages have no-break spaces.
    if "outline" in case:
        assert [line.replace("\xa0", " ") for line in outline(document)] == case["outline"].rstrip("\n").split("\n")
    if "visible" in case:
        assert document.visible.replace("\xa0", " ") == case["visible"].rstrip("\n")
    if "tables" in case:
        assert tables(document) == case["tables"]
    if "title" in case:
        assert document.title == case["title"]
    if "region" in case:
        assert document.sections[0].region_hint == case["region"]
    if "format" in case:
        assert document.format == case["format"]
    assert case.keys() <= {"source", "path", "outline", "visible", "tables", "title", "region", "format"}
    assert case.keys() & {"outline", "visible", "tables"}


def test_the_main_article_dates_the_document_wherever_it_stands() -> None:
    source = "<h3>热门推荐</h3><p>云江工伤认定 2025-01-02</p>"
    page = f"<div>{source}</div><main><h1>标题甲</h1><p>2024-05-06</p><p>正文。</p></main>"
    document = read_document(page.encode(), "a.html")
    assert str(document.published) == "2024-05-06"
