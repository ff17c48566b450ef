"""Stores made of a few articles, to be asked."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import yaml

from linter.archive.database import connect
from linter.archive.questions.asking import ask
from linter.archive.questions.question import QUESTIONS
from linter.archive.questions.wanted import Wanted
from linter.archive.scanning import scan
from linter.archive.store import Store
from linter.archive.tables import ARTICLES
from tests.archive.corpus import SETTINGS, in_process

Article = tuple[str, date | None, str]


def cases(name: str) -> dict[str, dict[str, Any]]:
    """The cases of a file beside this one."""
    return yaml.safe_load(Path(__file__).with_name(name).read_text(encoding="utf-8"))


def store_of(articles: Sequence[Article], folder: Path) -> Store:
    """A store of articles given as path, day and text."""
    rows = [{"id": path, "path": path, "data": text.encode(), "published": day} for path, day, text in articles]
    batch = pa.RecordBatch.from_pylist(rows, schema=ARTICLES)
    return Store(folder, scan([batch], folder, SETTINGS, in_process()))


def answer(store: Store, name: str, wanted: Wanted | None = None, **options: Any) -> list[dict[str, Any]]:
    """What a question finds in a store."""
    with connect(store) as database:
        return ask(database, QUESTIONS[name], wanted or Wanted(), **options).read_all().to_pylist()
