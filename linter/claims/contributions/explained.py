"""Which figures a text explains itself, by an equation, a rate beside them, or the parts they are the total of."""

from __future__ import annotations

from linter.claims.calculations.equations import extract as extract_equations
from linter.claims.context.reading import Reading
from linter.claims.contributions.products import extract as extract_products
from linter.claims.sums.totals import extract as extract_totals


def figures_explained(reading: Reading) -> frozenset[int]:
    """Where figures start whose calculation the text itself shows."""
    spans = [
        claim.span
        for claim in (*reading.once(extract_equations), *reading.once(extract_products), *reading.once(extract_totals))
    ]
    return frozenset(token.span.start for span in spans for token in reading.quantities_in(span))


def results_shown(reading: Reading) -> frozenset[int]:
    """Where the results themselves start, of calculations, of products and of sums: not what they are made of."""
    stated = (claim.stated for claim in reading.once(extract_equations))
    amounts = (claim.amount for claim in reading.once(extract_products))
    totals = (claim.total for claim in reading.once(extract_totals))
    return frozenset(token.span.start for token in (*stated, *amounts, *totals))
