"""The formats of GitLab and reviewdog."""

from __future__ import annotations

import json

import pytest

from linter.finding import Suggestion
from reports import gitlab, rdjson


@pytest.fixture
def render(options):
    return lambda report, run: json.loads(report.render(run, lang="zh", options=options))


def test_gitlab_entries_have_what_gitlab_asks_for(render, full_run):
    entries = render(gitlab, full_run)
    for entry in entries:
        assert list(entry)[:5] == ["description", "check_name", "fingerprint", "severity", "location"]
        assert entry["severity"] in {"info", "minor", "major", "critical", "blocker"}
        assert entry["location"]["lines"]["begin"] >= 1
    assert [entry["severity"] for entry in entries[:2]] == ["blocker", "minor"]
    assert entries[1]["check_name"] == "ST101 superseded-rate"


def test_gitlab_fingerprints_tell_equal_findings_of_two_files_apart(
    render, make_article, make_finding, make_result, make_run
):
    here, there = (make_article("【8%】。", path=path) for path in ("a.md", "b.md"))
    one, other = render(gitlab, make_run(*(make_result(of, make_finding(of)) for of in (here, there))))
    assert one["fingerprint"] != other["fingerprint"]
    alone = render(gitlab, make_run(make_result(here, make_finding(here))))
    assert alone[0]["fingerprint"] == one["fingerprint"]


def test_gitlab_paths_begin_without_a_dot(render, make_article, make_finding, make_result, make_run):
    of = make_article("【8%】。", path="./a.md")
    (entry,) = render(gitlab, make_run(make_result(of, make_finding(of))))
    assert entry["location"]["path"] == "a.md"


def test_reviewdog_columns_count_bytes(render, make_article, make_finding, make_result, make_run):
    of = make_article("题\na𐐀【b缴】。")
    run = make_run(make_result(of, make_finding(of, suggestion=Suggestion(of.spans[0], "c"))))
    (diagnostic,) = render(rdjson, run)["diagnostics"]
    wanted = {"start": {"line": 2, "column": 6}, "end": {"line": 2, "column": 10}}
    assert diagnostic["location"] == {"path": "articles/a.md", "range": wanted}
    assert diagnostic["suggestions"] == [{"range": wanted, "text": "c"}]
    assert diagnostic["severity"] == "ERROR"


def test_reviewdog_is_told_of_what_could_not_be_read(render, full_run):
    first = render(rdjson, full_run)["diagnostics"][0]
    assert first["location"] == {"path": "articles/z.doc"}
    assert first["severity"] == "ERROR"
    assert first["code"] == {"value": "problem"}
