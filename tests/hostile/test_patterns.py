"""No expression of the project can be made to try endless ways of reading one text."""

from __future__ import annotations

from datetime import date

import pytest

from benchmarks.bounds.ambiguity import words_read_twice
from benchmarks.bounds.expressions import sources
from linter.article import Article
from linter.engine import lint_document
from linter.limits import Limits, within
from linter.settings import Settings, bench_of
from linter.understanding import understand

# Not ours: the reader of Markdown and the template engine bring their own.
_FOREIGN = ("<[A-Za-z]", "(?P<comment_begin>")


def test_no_repetition_of_ours_reads_a_text_in_two_ways() -> None:
    found = {source: words for source, flags in sources() if (words := words_read_twice(source, flags))}
    assert {source: words for source, words in found.items() if not any(mark in source for mark in _FOREIGN)} == {}


def test_the_expressions_of_extractors_are_among_those_looked_at() -> None:
    assert any("不晚于|不迟于" in source for source, _ in sources())


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("(?:约|约为|为)*$", ("约为",)),
        ("(?:日|期|[^,]{0,4})*$", ("养养",)),
        ("(?:需要?|要)+", ("需要",)),
        ("(?:约|为)*$", ()),
        ("(?:约|约为|为){0,8}$", ()),
        ("(?:约为|约|为)*+$", ()),
        ("(?:每(?:人|月))*", ()),
    ],
)
def test_words_that_others_make_up(source: str, words: tuple[str, ...]) -> None:
    assert words_read_twice(source) == words


# What once took an hour takes no second; the limit only ends the test where it takes an hour again.
_AMPLE = Limits(seconds=30)


@pytest.mark.parametrize(
    "text",
    [
        "<!-- a --> " * 200 + "职工养老保险单位缴16%。",
        "补缴截止" + "今年参保的人都要办完手续" * 12 + ",2026年5月1日公布结果。",
        "职工养老保险个人缴费8%,基数7000元,每月" + "需要" * 200 + "交560元。",
        "个人账户家庭共济可以给" + "他的参保人员" * 200 + "父母用。",
    ],
    ids=lambda text: text[:12],
)
def test_an_article_of_few_words_again_and_again_comes_to_an_end(text: str) -> None:
    bench = bench_of(Settings(date(2026, 11, 21)))
    with within(_AMPLE):
        document = Article("article.txt", text.encode()).read()
        assert lint_document(understand(document, bench.regions, bench.vocabulary), bench).problems == ()
