"""A scanned archive on disk: Parquet files in parts, and a manifest that says which of them count."""

from __future__ import annotations

from linter.archive.faults import StoreError
from linter.archive.store.manifest import Judged, Manifest
from linter.archive.store.store import Store

__all__ = ["Judged", "Manifest", "Store", "StoreError"]
