from __future__ import annotations

import re

import pytest
from markdown_it import MarkdownIt

from linter.report import RenderOptions
from reports import details

PAGE = MarkdownIt("commonmark")
TAGS = {"h3", "p", "ul", "li", "strong", "a", "code", "hr"}


def page(run, options, lang="zh"):
    return PAGE.render(details.render(run, lang=lang, options=options))


@pytest.mark.parametrize("name", ["full_run", "hostile_run", "empty_run"])
def test_the_page_holds_only_our_own_mark_up(request, options, name):
    html = page(request.getfixturevalue(name), options)
    assert set(re.findall(r"</?([a-z0-9]+)", html)) <= TAGS
    assert all(link.startswith("https://") for link in re.findall(r'href="([^"]*)"', html))


@pytest.mark.parametrize(
    ("lang", "words"), [("zh", ("推导：", "规定：", "来源：")), ("en", ("proof: ", "rule: ", "source: "))]
)
def test_proof_rule_and_source_of_a_finding_are_told(full_run, options, lang, words):
    html = page(full_run, options, lang)
    assert all(word in html for word in words)


def test_checks_are_linked_where_they_are_published(full_run):
    assert "](https://docs.example.org#" in details.render(
        full_run, lang="zh", options=RenderOptions(docs_url="https://docs.example.org")
    )
    assert "](docs/checks.md" not in details.render(full_run, lang="zh", options=RenderOptions())
