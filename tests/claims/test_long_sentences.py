from __future__ import annotations

from datetime import date

from linter import lint_text

AS_OF = date(2026, 11, 21)
PHRASE = "基数7000元,养老保险个人8%(506元),"


def test_a_wrong_product_is_found_on_either_side_of_a_cut_in_a_sentence_without_end() -> None:
    text = PHRASE * 150
    found = [finding.span.start for finding in lint_text(text, as_of=AS_OF, path="article.txt").findings]
    assert min(found) < 1000
    assert max(found) > len(text) - 1000


def test_thousands_of_brackets_are_no_problem() -> None:
    assert lint_text("(" * 5000, as_of=AS_OF, path="article.txt").findings == ()
