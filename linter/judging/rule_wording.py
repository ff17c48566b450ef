"""Since when a value holds and by which source, in words."""

from __future__ import annotations

from linter.messages import Message, say
from reference.model import Source, Value


def since(value: Value, clause: Message) -> Message:
    """「自2024-08-01起,…」 before what holds; nothing where the value always held."""
    start = value.period.start
    return clause if start is None else say("rule.since", start=start, holds=clause)


def source(cited: Source) -> str:
    """Title and document number."""
    title = cited.title if cited.title.startswith("《") else f"《{cited.title}》"
    return f"{title}{cited.doc_no or ''}"
