"""Readers: bytes of an article file to a Document."""

from __future__ import annotations

from linter.readers.read import read_document
from linter.readers.unreadable import UnreadableError, why_unreadable

__all__ = ["UnreadableError", "read_document", "why_unreadable"]
