"""What somebody has to mend before an archive can be scanned or asked."""

from __future__ import annotations


class StoreError(ValueError):
    """A folder is no store, or a damaged one, or of another version, or another scan is writing it."""


class OutdatedStoreError(StoreError):
    """A store of a version that is no longer read: a scan into its folder writes it anew."""
