"""The context of a finding holds its span, also where the figure at fault stands in a sentence of its own."""

from __future__ import annotations

from datetime import date

from linter.api import lint_text


def test_a_tier_behind_a_full_stop_lies_in_the_context() -> None:
    (finding,) = lint_text("每月600元(0.01元(100%档。次)、3000元(300%档次)。", as_of=date(2026, 11, 30)).findings
    assert finding.context.contains(finding.span)
