"""The words that name an operation, as patterns."""

from __future__ import annotations

import re

from linter.claims.calculations.change_words import any_of
from reference.vocabulary import worded


@worded
def words(*names: str) -> re.Pattern[str]:
    """Any of the words that the vocabulary lists under the names."""
    return re.compile(any_of(*names))
