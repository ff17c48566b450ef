"""From a document to its claims: scan, lay out, extract."""

from __future__ import annotations

from dataclasses import dataclass

from linter.claims.context.reading import read
from linter.claims.extract import extract_claims
from linter.claims.model import Claim
from linter.document import Document
from linter.scan.scanner import scan
from linter.scan.tokens import Tokens
from reference.regions import RegionTable
from reference.vocabulary import BUILT_IN, Vocabulary, in_force


@dataclass(frozen=True, slots=True)
class Understood:
    """A document as the linter understands it: tokens, claims, and the region (GB/T 2260) each section is about."""

    document: Document
    tokens: Tokens
    claims: tuple[Claim, ...]
    regions: tuple[str | None, ...]


def understand(document: Document, table: RegionTable, vocabulary: Vocabulary = BUILT_IN) -> Understood:
    """Everything the linter takes from a document, by the words of ``vocabulary``, before any check looks at it."""
    with in_force(vocabulary):
        tokens = scan(document, table)
        reading = read(document, tokens, table)
        regions = tuple(reading.scoper.region_of_section(index) for index in range(len(document.sections)))
        return Understood(document, tokens, extract_claims(reading), regions)
