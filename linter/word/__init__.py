"""Word files with findings written into them."""

from __future__ import annotations

from linter.word.annotating import annotated
from linter.word.correcting import corrected_docx

__all__ = ["annotated", "corrected_docx"]
