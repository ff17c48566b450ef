"""Where in an article the comment goes that suppresses a finding: so that it reaches the finding and breaks nothing."""

from __future__ import annotations

import re
from dataclasses import dataclass

from linter.document import Block, BlockKind, Document
from linter.finding import Finding
from linter.policy.comments import FORMATS

_HTML = "html"
_LEAD = re.compile(r"[ \t]*(?:(?:[-*+]|[0-9]{1,9}[.)])[ \t]+)?")


@dataclass(frozen=True, slots=True)
class Insertion:
    """A comment's place: the offset in the source, and what stands around it there."""

    offset: int
    before: str = ""
    after: str = ""

    def text(self, comment: str) -> str:
        """The words to insert."""
        return f"{self.before}{comment}{self.after}"


def place_for_comment(document: Document, finding: Finding) -> Insertion | None:
    """Before the block that the finding begins in; ``None`` for formats that carry no comments."""
    block = _block(document, finding)
    if document.format not in FORMATS or block is None:
        return None
    start = document.source_map.to_source(block.span).start
    if document.format == _HTML or block.kind is BlockKind.ROW:
        return Insertion(start)
    line = document.source.rfind("\n", 0, start) + 1
    return Insertion(line, _indentation(document.source, line), "\n")


def _block(document: Document, finding: Finding) -> Block | None:
    blocks = (block for section in document.sections for block in section.blocks)
    return next((block for block in blocks if block.span.end > finding.span.start), None)


def _indentation(source: str, line: int) -> str:
    """As far in as the words of the line: a comment further left would end a list that goes on behind it."""
    lead = _LEAD.match(source, line)
    return " " * (0 if lead is None else len(lead[0].expandtabs(4)))
