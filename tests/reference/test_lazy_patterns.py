from __future__ import annotations

import re

import pytest

from reference.lazy_pattern import LazyPattern
from reference.quantities import denials, load_quantities

PATTERNS = [
    pattern
    for spec in load_quantities()
    for binding in spec.bindings
    for patterns in binding.patterns.values()
    for pattern in patterns
]


def test_every_pattern_of_the_vocabulary_compiles() -> None:
    assert len(PATTERNS) > 100
    assert all(pattern.search("") is None or pattern.match("") is not None for pattern in (*PATTERNS, *denials()))


def test_a_malformed_pattern_raises_at_its_first_use() -> None:
    with pytest.raises(re.error):
        LazyPattern("(").search("text")
