"""All claims of a document: every extractor, in one deterministic order."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from linter.claims import (
    bases_between,
    calculated_bases,
    ceilings,
    changes,
    citations,
    comparisons,
    counted_amounts,
    counted_parts,
    counts,
    deadlines,
    due_days,
    equations,
    event_dates,
    hotlines,
    implied_amounts,
    impossible_dates,
    in_force,
    payer_columns,
    products,
    rates_elsewhere,
    reimbursement_formulas,
    relatives,
    retirement_examples,
    retirement_tables,
    retirement_years,
    retold_figures,
    set_members,
    shares_of,
    stated_rates,
    statements,
    superseded_terms,
    table_echoes,
    table_products,
    table_rows,
    table_totals,
    tier_rows,
    tiers,
    time_spans,
    title_changes,
    title_counts,
    told_earlier,
    told_rises,
    told_totals,
    totals,
    values,
    wage_shares,
    written_formulas,
)
from linter.claims.derived import figures, near_results, range_ends, whole_years
from linter.claims.ledger import payer_totals
from linter.claims.model import Claim
from linter.claims.reading import Reading

Extractor = Callable[[Reading], Iterable[Claim]]

# Each extractor stands alone: what it needs of another it asks of the reading, in whatever order they run.
EXTRACTORS: tuple[Extractor, ...] = (
    values.extract,
    comparisons.extract,
    equations.extract,
    payer_totals.extract,
    products.extract,
    shares_of.extract,
    stated_rates.extract,
    bases_between.extract,
    rates_elsewhere.extract,
    implied_amounts.extract,
    calculated_bases.extract,
    table_rows.extract,
    table_totals.extract,
    told_totals.extract,
    payer_columns.extract,
    table_products.extract,
    figures.extract,
    near_results.extract,
    range_ends.extract,
    whole_years.extract,
    retold_figures.extract,
    table_echoes.extract,
    wage_shares.extract,
    tiers.extract,
    tier_rows.extract,
    time_spans.extract,
    totals.extract,
    relatives.extract,
    set_members.extract,
    hotlines.extract,
    superseded_terms.extract,
    statements.extract,
    citations.extract,
    event_dates.extract,
    impossible_dates.extract,
    in_force.extract,
    deadlines.extract,
    due_days.extract,
    retirement_examples.extract,
    retirement_tables.extract,
    retirement_years.extract,
    counts.extract,
    counted_parts.extract,
    counted_amounts.extract,
    title_counts.extract,
    ceilings.extract,
    changes.extract,
    title_changes.extract,
    told_rises.extract,
    told_earlier.extract,
    written_formulas.extract,
    reimbursement_formulas.extract,
)


def extract_claims(reading: Reading) -> tuple[Claim, ...]:
    """The claims of a document in text order, claims of one place in the order of the extractors."""
    found = [claim for extract in EXTRACTORS for claim in reading.once(extract)]
    return tuple(sorted(found, key=lambda claim: claim.span))
