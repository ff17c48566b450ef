"""The results of worked examples that their own steps do not give: warned of."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from linter.claims.context.manner import is_reported
from linter.claims.context.reading import Reading
from linter.claims.derived import above_threshold, figures
from linter.claims.derived.operations.extract import extract as extract_operations
from linter.claims.derived.worked.covered import covered
from linter.claims.derived.worked.names_apart import names_apart
from linter.claims.derived.worked.nets import nets
from linter.claims.derived.worked.plus_told import plus_told
from linter.claims.derived.worked.shown_apart import shown_apart
from linter.claims.derived.worked.steps import Worked, agrees
from linter.claims.derived.worked.totalled import totalled
from linter.claims.model import DerivedClaim

_Way = Callable[[Reading], Iterator[Worked]]
_WAYS: tuple[_Way, ...] = (shown_apart, nets, covered, totalled, plus_told, names_apart)


def extract(reading: Reading) -> Iterator[DerivedClaim]:
    """Each result once, by the first way that finds it wrong, unless it is found elsewhere."""
    others = (figures.extract, extract_operations, above_threshold.extract)
    found = {claim.result.span.start for other in others for claim in reading.once(other)}
    for way in _WAYS:
        for result, right in way(reading):
            home = reading.sentence_at(result.span)
            if home is None or result.span.start in found or agrees(result, right):
                continue
            if not is_reported(reading, home, result.span):
                found.add(result.span.start)
                yield DerivedClaim(result.span, home.span, reading.scope(result.span, home), result, right, False)
