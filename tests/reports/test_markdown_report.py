from __future__ import annotations

import re

import pytest
from markdown_it import MarkdownIt

from linter.finding import Message, Severity
from reports import markdown

PAGE = MarkdownIt("commonmark").enable(["table", "strikethrough"])
TAGS = {"h2", "h3", "p", "ul", "li", "strong", "a", "br", "code"}


@pytest.fixture
def page(options):
    return lambda run, lang="zh": PAGE.render(markdown.render(run, lang=lang, options=options))


def text_of(page):
    plain = re.sub(r"<[^>]*>", "", page)
    for code, char in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&amp;", "&")):
        plain = plain.replace(code, char)
    return plain


@pytest.mark.parametrize("name", ["full_run", "hostile_run", "empty_run"])
def test_the_page_holds_only_our_own_mark_up(request, page, name):
    html = page(request.getfixturevalue(name))
    assert set(re.findall(r"</?([a-z0-9]+)", html)) <= TAGS
    assert all(link.startswith("docs/checks.md#") for link in re.findall(r'href="([^"]*)"', html))


WORDS = [
    "*粗* _斜_ `码` ~~删~~",
    "[链](javascript:alert(1)) ![图](x)",
    "<b>&lt;</b> a|b $x$",
    "# 题",
    "- 项",
    "1. 项",
    "2019-05-01起",
    "a\\*b",
    "===",
    "> 引",
]


@pytest.mark.parametrize("words", WORDS)
def test_words_of_the_article_are_shown_as_they_are(page, make_article, make_finding, make_result, make_run, words):
    of = make_article(f"【8%】。{words}")
    finding = make_finding(of, message=Message(words, words), cause=Message(words, words))
    html = page(make_run(make_result(of, finding)))
    assert text_of(html).count(words) == 2
    assert html.count("<li>") == 1


def test_files_with_the_worst_findings_come_first_and_in_a_file_the_worst(
    options, make_article, make_finding, make_result, make_run
):
    mild, bad = make_article("【8%】。", path="a.md"), make_article("【8%】，【9%】。", path="b.md")
    warning = make_finding(bad, 0, severity=Severity.WARNING, message=Message("其次", "x"))
    run = make_run(
        make_result(mild, make_finding(mild, severity=Severity.INFO, message=Message("最轻", "x"))),
        make_result(bad, warning, make_finding(bad, 1, message=Message("最重", "x"))),
    )
    text = markdown.render(run, lang="zh", options=options)
    places = [text.index(words) for words in ("### b.md", "最重", "其次", "### a.md", "最轻")]
    assert places == sorted(places)


def test_a_long_list_ends_with_the_number_of_the_rest(options, make_article, make_finding, make_result, make_run):
    of = make_article("【8%】。" * (markdown.MOST_FINDINGS + 2))
    run = make_run(make_result(of, *(make_finding(of, at) for at in range(markdown.MOST_FINDINGS + 2))))
    text = markdown.render(run, lang="en", options=options)
    assert text.count("- **Error**") == markdown.MOST_FINDINGS
    assert "2 more findings are not listed." in text


def test_nothing_found_is_not_called_correct(options, empty_run):
    text = markdown.render(empty_run, lang="en", options=options)
    assert "does not mean correct" in text


def test_a_word_file_is_read_by_paragraph(options, make_article, make_finding, make_result, make_run):
    of = make_article("一段。\n【8%】。", format="docx")
    assert "第 2 段" in markdown.render(make_run(make_result(of, make_finding(of))), lang="zh", options=options)
