from __future__ import annotations

from collections.abc import Iterator

from linter.check import Context, Outcome, check
from linter.check_pages import Example, check_pages, examples, headline, page
from linter.claims.model import Claim
from linter.finding import Severity


@check(code="ZA101", name="some-kind", family="arithmetic", severity=Severity.ERROR, reads=Claim)
def some_kind(claim: Claim, context: Context) -> Iterator[Outcome]:
    """
    一句话。

    A sentence.

    为什么:理由。

    反例::

        第一句错。

        第二篇,
        两行都错。

    正例::

        对的。      (备注)
        也对(含)。

    最后的话。
    """
    return iter(())


def test_examples_are_articles_without_their_remarks() -> None:
    assert examples(some_kind) == (
        Example("第一句错。", flagged=True),
        Example("第二篇,\n\n两行都错。", flagged=True),
        Example("对的。\n\n也对(含)。", flagged=False),
    )


def test_headline_is_the_first_sentence() -> None:
    assert headline(some_kind) == "一句话。"


def test_page_shows_examples_as_code() -> None:
    assert page(some_kind) == (
        "### ZA101 some-kind\n\n`error` · `arithmetic`\n\n一句话。\n\nA sentence.\n\n为什么:理由。\n\n"
        "**反例**\n\n```text\n第一句错。\n\n第二篇,\n两行都错。\n```\n\n"
        "**正例**\n\n```text\n对的。      (备注)\n也对(含)。\n```\n\n最后的话。\n"
    )


def test_pages_have_a_heading_for_each_family() -> None:
    text = check_pages([some_kind])
    assert "## 算术 (arithmetic)\n" in text
    assert text.endswith("最后的话。\n")
