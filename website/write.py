"""Brings the pages up to date that are made from something else: ``python -m website.write``."""

from __future__ import annotations

from pathlib import Path

from website.api_page import api_page
from website.schema_page import schema_page

DOCS = Path(__file__).parents[1] / "docs"
MADE = {"api.md": api_page, "json.md": schema_page}


if __name__ == "__main__":
    for name, page in MADE.items():
        (DOCS / name).write_text(page(), encoding="utf-8")
