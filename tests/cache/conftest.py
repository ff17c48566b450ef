from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from linter.settings import Settings

EXAMPLES = Path(__file__).parents[2] / "examples" / "articles"
SETTINGS = Settings(date(2026, 11, 21), "audit")

# Of the same place and time: the second says something else than the first and the third.
ARCHIVE = {
    "a.md": "福州市失业保险个人缴费比例为0.3%。\n",
    "b.md": "福州市职工要缴失业保险,个人缴费比例为0.4%。\n",
    "c.md": "在福州市上班,失业保险个人缴费比例是0.3%。\n",
}


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """A folder with the examples and three articles of which one contradicts the others."""
    folder = tmp_path / "articles"
    shutil.copytree(EXAMPLES, folder)
    for name, text in ARCHIVE.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder
