"""All claims of a document: every extractor, in one deterministic order."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from linter.claims.calculations import equations, formula_years, reimbursement_formulas, written_formulas
from linter.claims.changes import changes, title_changes
from linter.claims.context.reading import Reading
from linter.claims.contributions import (
    bases_between,
    calculated_bases,
    implied_amounts,
    products,
    rates_elsewhere,
    shares_of,
    stated_rates,
    tier_rows,
    tiers,
    wage_shares,
)
from linter.claims.counting import (
    counted_amounts,
    counted_lists,
    counted_parts,
    counted_rows,
    counted_years,
    counts,
    counts_behind,
    title_counts,
    title_tiers,
)
from linter.claims.dates import deadlines, due_days, event_dates, impossible_dates, in_force, lasting, time_spans
from linter.claims.derived import (
    above_threshold,
    closing_totals,
    families,
    figures,
    funding,
    net_pay,
    points_apart,
    range_ends,
    service_years,
    whole_years,
)
from linter.claims.derived.operations import extract as operations
from linter.claims.derived.worked import extract as worked
from linter.claims.kinship import relatives
from linter.claims.ledger import payer_totals
from linter.claims.model import Claim
from linter.claims.propositions import (
    citations,
    hotlines,
    opposed_acts,
    opposed_modes,
    opposed_predicates,
    set_members,
    statements,
    superseded_terms,
    taxable_income,
)
from linter.claims.quantities import (
    annual_amounts,
    conversions,
    lead_alone,
    lead_ranges,
    named_times,
    payer_pairs,
    ranges,
    retold_figures,
    shares_of_a_whole,
    shifted_points,
    taxes_twice,
    title_bases,
    title_extremes,
    title_figures,
    told_back,
    told_earlier,
    told_rises,
    told_twice,
    values,
)
from linter.claims.retirement import delays as retirement_delays
from linter.claims.retirement import examples as retirement_examples
from linter.claims.retirement import tables as retirement_tables
from linter.claims.retirement import year_lists as retirement_year_lists
from linter.claims.retirement import years as retirement_years
from linter.claims.sums import totals
from linter.claims.tables import (
    ceilings,
    cells_retold,
    line_rows,
    payer_columns,
    superlatives,
    table_echoes,
    table_products,
    table_rows,
    table_totals,
    told_cells,
    told_totals,
)

Extractor = Callable[[Reading], Iterable[Claim]]

# Each extractor stands alone: what it needs of another it asks of the reading, in whatever order they run.
EXTRACTORS: tuple[Extractor, ...] = (
    values.extract,
    annual_amounts.extract,
    shares_of_a_whole.extract,
    ranges.extract,
    conversions.extract,
    equations.extract,
    payer_totals.extract,
    products.extract,
    shares_of.extract,
    stated_rates.extract,
    payer_pairs.extract,
    bases_between.extract,
    rates_elsewhere.extract,
    implied_amounts.extract,
    calculated_bases.extract,
    table_rows.extract,
    line_rows.extract,
    table_totals.extract,
    told_totals.extract,
    payer_columns.extract,
    table_products.extract,
    figures.extract,
    operations.extract,
    families.extract,
    funding.extract,
    net_pay.extract,
    worked.extract,
    points_apart.extract,
    above_threshold.extract,
    service_years.extract,
    range_ends.extract,
    whole_years.extract,
    retold_figures.extract,
    formula_years.extract,
    title_bases.extract,
    title_figures.extract,
    title_extremes.extract,
    shifted_points.extract,
    lead_ranges.extract,
    lead_alone.extract,
    told_back.extract,
    told_twice.extract,
    taxes_twice.extract,
    named_times.extract,
    table_echoes.extract,
    told_cells.extract,
    cells_retold.extract,
    superlatives.extract,
    wage_shares.extract,
    tiers.extract,
    tier_rows.extract,
    time_spans.extract,
    totals.extract,
    closing_totals.extract,
    relatives.extract,
    set_members.extract,
    hotlines.extract,
    superseded_terms.extract,
    taxable_income.extract,
    statements.extract,
    opposed_acts.extract,
    opposed_modes.extract,
    opposed_predicates.extract,
    citations.extract,
    event_dates.extract,
    impossible_dates.extract,
    in_force.extract,
    deadlines.extract,
    lasting.extract,
    due_days.extract,
    retirement_delays.extract,
    retirement_examples.extract,
    retirement_tables.extract,
    retirement_year_lists.extract,
    retirement_years.extract,
    counts.extract,
    counted_parts.extract,
    counted_rows.extract,
    counted_years.extract,
    counts_behind.extract,
    counted_lists.extract,
    counted_amounts.extract,
    title_counts.extract,
    title_tiers.extract,
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
