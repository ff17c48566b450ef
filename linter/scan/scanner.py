"""All tokens of a text, with one compiled lexicon for the process."""

from __future__ import annotations

from linter.document import Document
from linter.scan.figures import scan_figures
from linter.scan.lexicon import Lexicon
from linter.scan.regions import accept_region_hits, region_names
from linter.scan.tokens import Tokens
from linter.text import covers
from reference.regions import RegionTable
from reference.vocabulary import load_terms, worded


@worded
def _lexicon(table: RegionTable) -> Lexicon:
    return Lexicon(load_terms(), region_names(table))


def scan(document: Document, table: RegionTable) -> Tokens:
    """The tokens of a document. A term inside a date or a document number is no term."""
    text = document.text
    figures = scan_figures(text, document.visible)
    hits = _lexicon(table).scan(text)
    regions = accept_region_hits(text, hits.region_names, table)
    taken = [tuple(token.span for token in tokens) for tokens in (figures.dates, figures.doc_numbers)]
    terms = tuple(term for term in hits.terms if not any(covers(spans, term.span) for spans in taken))
    return Tokens(
        quantities=figures.quantities,
        dates=figures.dates,
        terms=terms,
        regions=regions,
        phones=figures.phones,
        doc_numbers=figures.doc_numbers,
        law_articles=figures.law_articles,
    )
