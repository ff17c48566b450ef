"""A small archive with every kind of thing a report shows: sites, places, months, copies, problems."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

from linter.archive.database import connect
from linter.archive.report.model import Overview
from linter.archive.report.overview import overview
from linter.archive.scanning import scan
from linter.archive.store import Store
from linter.archive.tables import ARTICLES
from tests.archive.corpus import SETTINGS, in_process

OLD_RATE = "单位养老保险按20%缴纳。"
WRONG_LINE = "医保咨询可以拨打热线12333。"
HOSTILE = "<img src=x onerror=alert(1)>\u202e"
ROWS: tuple[tuple[str, str, date | None, str | bytes], ...] = (
    ("https://news.example.com/2018/a.html", "a.md", date(2018, 6, 1), f"# 成都缴费指南\n\n{OLD_RATE}{WRONG_LINE}"),
    ("https://news.example.com/2025/b.html", "b.md", date(2025, 3, 1), f"# 福州缴费指南\n\n{OLD_RATE}"),
    (
        "https://guide.example.com/c.html",
        "c.md",
        None,
        f"# 缴费问答\n\n{OLD_RATE}\n\n以缴费基数8000元为例，养老保险个人缴纳8%，每月650元。",
    ),
    ("https://guide.example.com/d.html", "d.md", date(2025, 3, 9), "# 天气\n\n明天天气不错,适合散步。"),
    ("javascript:alert(2)", "e.txt", date(2026, 1, 2), WRONG_LINE),
    ("https://guide.example.com/f.html", "f.md", date(2026, 1, 2), b"%PDF-1.7 \x00"),
)


def rows() -> Iterator[dict[str, Any]]:
    for url, path, published, text in ROWS:
        data = text if isinstance(text, bytes) else text.encode()
        yield {"id": url, "path": path, "data": data, "published": published, "url": url, "title": HOSTILE}


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The archive as a store."""
    batch = pa.RecordBatch.from_pylist(list(rows()), schema=ARTICLES)
    where = tmp_path_factory.mktemp("archive") / "store"
    scan([batch], where, SETTINGS, in_process())
    return where


@pytest.fixture(scope="session")
def found(folder: Path) -> Overview:
    """The overview of the archive."""
    store = Store.open(folder)
    with connect(store) as database:
        return overview(database, store.manifest)
