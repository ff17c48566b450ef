from __future__ import annotations

import re

import pytest

from reference.lazy_pattern import LazyPattern
from reference.quantities import denials, load_quantities

PATTERNS = [wording.pattern for spec in load_quantities() for binding in spec.bindings for wording in binding.wordings]


def test_every_pattern_of_the_vocabulary_compiles() -> None:
    assert len(PATTERNS) > 100
    assert all(pattern.search("") is None or pattern.search("") for pattern in (*PATTERNS, *denials()))


def test_a_malformed_pattern_raises_at_its_first_use() -> None:
    with pytest.raises(re.error):
        LazyPattern("(").search("text")
