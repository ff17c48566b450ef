"""docs/store.md explains every column of every table, and no other."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from linter.archive.tables import TABLES

_DOCS = (Path(__file__).parents[2] / "docs" / "store.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("table", TABLES)
def test_columns_are_explained(table: str) -> None:
    section = _DOCS.partition(f"\n## {table}\n")[2].partition("\n## ")[0]
    cells = re.findall(r"^\| (`[^|]+) \|", section, re.M)
    assert sorted(name for cell in cells for name in re.findall(r"`(\w+)`", cell)) == sorted(TABLES[table].names)
