"""What the tests of checks, readers and reports of your own need: case files run, and what must hold of each kind.

    import pytest
    from linter.testing import assert_case, cases

    @pytest.mark.parametrize("case", cases("tests/cases"), ids=str)
    def test_case(case):
        assert_case(case)

Nothing here needs pytest: an assertion raises ``AssertionError`` and says what was wanted and what was found instead.
``docs/plugins.md`` shows all of it at work.
"""

from __future__ import annotations

from linter.casefile import Case, CaseError
from linter.testing.checks import assert_case, assert_enough_cases, assert_examples, cases, offered_check
from linter.testing.readers import assert_well_read, outline, read, tables
from linter.testing.reports import assert_report, offered_report, sample_run

__all__ = [
    "Case",
    "CaseError",
    "assert_case",
    "assert_enough_cases",
    "assert_examples",
    "assert_report",
    "assert_well_read",
    "cases",
    "offered_check",
    "offered_report",
    "outline",
    "read",
    "sample_run",
    "tables",
]
