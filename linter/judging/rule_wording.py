"""Since when a value holds and by which source, in words."""

from __future__ import annotations

from linter.finding import Message
from reference.model import Source, Value


def since(value: Value) -> Message:
    """「自2024-08-01起,」; nothing where the value always held."""
    start = value.period.start
    return Message("", "") if start is None else Message(f"自{start}起,", f"since {start}, ")


def source(cited: Source) -> str:
    """Title and document number."""
    title = cited.title if cited.title.startswith("《") else f"《{cited.title}》"
    return f"{title}{cited.doc_no or ''}"
