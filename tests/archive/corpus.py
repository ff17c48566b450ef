"""A small corpus of our own for the tests of the archive: names, contents, and how they become batches."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa

from linter.archive.database import connect
from linter.archive.examining import examine
from linter.archive.scanning import Engine
from linter.archive.store import Store
from linter.archive.tables import ARTICLES, TABLES
from linter.settings import Settings

SETTINGS = Settings(as_of=date(2026, 11, 21), profile="audit")
CORPUS: Mapping[str, str] = {
    "a/one.md": "# 福州失业保险\n\n2026-03-02\n\n福州市失业保险个人缴费比例为0.3%。单位养老保险按20%缴纳。",
    "a/two.md": "# 共济账户\n\n家庭共济账户可以绑定配偶、父母、子女。孙子女不能绑定家庭共济账户。",
    "b/three.txt": "小周每月缴费基数8000元,养老保险个人缴纳8%,每月640元,医疗2%是150元。",
    "b/four.html": "<h1>工资条</h1><p>3248+1532.65=3248.4元。</p>",
    "five.md": "明天天气不错,适合散步。",
}


def batches(contents: Mapping[str, str | bytes], size: int = 2, **columns: Any) -> Iterator[pa.RecordBatch]:
    """The articles as batches of ``ARTICLES``; ``columns`` are the same for all."""
    rows = [
        {"id": name, "path": name, "data": text.encode() if isinstance(text, str) else text, **columns}
        for name, text in contents.items()
    ]
    for start in range(0, len(rows), size):
        yield pa.RecordBatch.from_pylist(rows[start : start + size], schema=ARTICLES)


def in_process(settings: Settings = SETTINGS, seen: list[str] | None = None) -> Engine:
    """An engine without processes; ``seen`` collects the names of what it examines."""

    def engine(articles: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        for batch in articles:
            if seen is not None:
                seen.extend(batch.column("id").to_pylist())
            yield examine(batch, settings)

    return engine


def content(folder: Path) -> dict[str, list[tuple[Any, ...]]]:
    """All rows of a store in canonical order."""
    with connect(Store.open(folder)) as database:
        order: Callable[[str], str] = lambda table: ", ".join(f'"{name}"' for name in TABLES[table].names[:2])  # noqa: E731
        return {table: database.execute(f"FROM {table} ORDER BY {order(table)}").fetchall() for table in TABLES}
