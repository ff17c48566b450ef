"""Every finding cuts its quote out of the source, whatever the file is written in, and an encoding changes nothing."""

from __future__ import annotations

import html
import json
import random
import re

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from benchmarks.fuzz.grammar import expand
from linter.report import RenderOptions
from linter.result import RunResult
from reports import json_v1
from tests.properties.articles import FORMS, articles, checked, findings_in, plain_lines

# Big5 is told from other encodings by how familiar its characters are: a few of them do not show it.
ENOUGH_FOR_BIG5 = 80
_MARKS = re.compile(r"<[^>]*>|[\s|*`\\]+")


def read_as(source: str) -> str:
    """The words of a piece of source: entities resolved, marks and blanks gone."""
    return _MARKS.sub("", html.unescape(_MARKS.sub("", source)))


def assert_quotes(result: RunResult) -> None:
    """As another program sees it: from the JSON report and the decoded source alone."""
    report = json.loads(json_v1.render(result, lang="zh", options=RenderOptions()))
    for shown, document in zip(report["documents"], result.documents, strict=True):
        source = document.document.source
        lines = re.split(r"\r\n|\r|\n", source)
        for finding in shown["findings"]:
            span = finding["span"]
            assert read_as(source[span["start"] : span["end"]]) == read_as(finding["quote"]) != ""
            first = lines[span["line"] - 1][span["column"] - 1 :]
            assert source[span["start"] :].startswith(first)
            assert read_as(finding["quote"]) in read_as(finding["context"])


def test_most_articles_of_the_grammar_have_findings() -> None:
    rng = random.Random(7)
    texts = [expand("article", rng.choice, lambda: "") for _ in range(40)]
    found = [bool(findings_in(checked(("a.md", text.encode())))) for text in texts]
    assert sum(found) >= 28


@settings(max_examples=20, suppress_health_check=[HealthCheck.too_slow])
@given(text=articles(), name=st.sampled_from(["a.md", "a.html", "a.txt"]))
def test_a_finding_cuts_its_quote_out_of_an_article_with_marks(text: str, name: str) -> None:
    assert_quotes(checked((name, text.encode())))


@pytest.mark.parametrize("form", FORMS)
@settings(max_examples=5, suppress_health_check=[HealthCheck.too_slow])
@given(text=articles().map(plain_lines).filter(bool))
def test_a_finding_cuts_its_quote_out_of_a_file_of_any_form(form: str, text: str) -> None:
    assume(form != "big5" or len(text) >= ENOUGH_FOR_BIG5)
    result = checked((FORMS[form].path, FORMS[form].written(text)))
    assert not result.problems
    assert_quotes(result)


@pytest.mark.parametrize("form", [form for form in FORMS if form not in ("utf-8", "big5", "entities", "word")])
@settings(max_examples=4, suppress_health_check=[HealthCheck.too_slow])
@given(text=articles().map(plain_lines).filter(bool))
def test_an_encoding_changes_no_finding(form: str, text: str) -> None:
    usual, other = (checked((FORMS[name].path, FORMS[name].written(text))) for name in ("utf-8", form))
    assert [found.fingerprint for found in findings_in(usual)] == [found.fingerprint for found in findings_in(other)]
