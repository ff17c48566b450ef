from __future__ import annotations

import json
import re
from dataclasses import replace
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from linter.finding import Evidence, RuleCitation
from linter.messages import Message
from linter.result import Problem
from linter.text import LineIndex, SourceMap, Span
from reference.interval import Interval
from reference.model import Rule
from reference.period import Period
from reports import json_v1

CONTRACT = {
    "": "schema_version tool as_of profile reference summary documents problems",
    "summary": "documents unreadable findings by_code",
    "document": "path sha256 encoding title published sections coverage findings",
    "section": "title published published_from region span",
    "coverage": "numbers bound checked unverifiable",
    "finding": "fingerprint code name family severity confidence message quote context span evidence claim expected "
    "verdict proof rule suggestion",
    "span": "start end line column end_line end_column",
    "evidence": "role quote context path span",
    "rule": "id region value from to evidence source",
    "source": "title doc_no issuer published url",
    "suggestion": "replace with",
}


@pytest.fixture(scope="module")
def validator():
    schema = json.loads(files("reports").joinpath("schema/report-v1.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


@pytest.fixture
def report(options):
    return lambda run, lang="zh": json.loads(json_v1.render(run, lang=lang, options=options))


@pytest.mark.parametrize("name", ["full_run", "hostile_run", "empty_run"])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_report_meets_the_schema(request, validator, report, name, lang):
    assert [error.message for error in validator.iter_errors(report(request.getfixturevalue(name), lang))] == []


def test_the_schema_refuses_a_key_nobody_documented(full_run, validator, report):
    changed = report(full_run)
    changed["documents"][0]["findings"][0]["extra"] = 1
    assert not validator.is_valid(changed)


def test_the_keys_stand_in_the_order_of_the_contract(full_run, report):
    whole = report(full_run)
    document = whole["documents"][0]
    finding = next(each for each in document["findings"] if each["code"] == "RF101")
    found = {
        "": whole,
        "summary": whole["summary"],
        "document": document,
        "section": document["sections"][0],
        "coverage": document["coverage"],
        "finding": finding,
        "span": finding["span"],
        "evidence": next(each for each in document["findings"] if each["evidence"])["evidence"][0],
        "rule": finding["rule"],
        "source": finding["rule"]["source"],
        "suggestion": finding["suggestion"],
    }
    for name, keys in CONTRACT.items():
        assert list(found[name])[: len(keys.split())] == keys.split(), name


def test_the_summary_counts_what_the_documents_hold(full_run, report):
    summary = report(full_run)["summary"]
    assert summary["findings"] == {"error": 2, "warning": 3, "info": 1}
    assert summary["by_code"] == {"AR101": 1, "CT101": 1, "RF101": 1, "RF301": 1, "ST101": 1, "ST102": 1}
    assert (summary["documents"], summary["unreadable"]) == (2, 1)
    assert summary["coverage"]["numbers"] == 43


def test_a_crashed_check_is_a_problem_of_a_file_that_was_read(full_run, report):
    crashed = replace(full_run, problems=(Problem("articles/a.md", Message("检查 AR101 出错", "AR101 crashed")),))
    assert report(crashed)["summary"]["unreadable"] == 0


def test_findings_stand_in_order_of_place_then_code_whatever_order_they_come_in(full_run, options):
    upside_down = replace(
        full_run,
        documents=tuple(replace(document, findings=document.findings[::-1]) for document in full_run.documents[::-1]),
    )
    first, second = (json_v1.render(run, lang="zh", options=options) for run in (full_run, upside_down))
    assert first == second
    findings = json.loads(first)["documents"][0]["findings"]
    assert [(each["span"]["start"], each["code"]) for each in findings] == sorted(
        (each["span"]["start"], each["code"]) for each in findings
    )


def test_a_span_leads_to_the_quoted_characters_of_the_source(full_run, report):
    source = full_run.documents[0].document.source
    for finding in report(full_run)["documents"][0]["findings"]:
        span = finding["span"]
        assert source[span["start"] : span["end"]] == finding["quote"]
        assert source.split("\n")[span["line"] - 1][span["column"] - 1 :].startswith(finding["quote"])


def test_an_entity_is_one_visible_character_over_six_of_the_source(
    make_article, make_finding, make_result, make_run, report
):
    of = make_article("　<😀𠮷每月【300元】。")
    starts = [0, *range(6, 16)]
    content = replace(
        of.document.content,
        source="&nbsp;" + of.document.visible[1:],
        source_map=SourceMap(starts, [6, *(start + 1 for start in starts[1:])]),
    )
    document = replace(of.document, content=content)
    run = make_run(make_result(replace(of, document=document), make_finding(of)))
    span = report(run)["documents"][0]["findings"][0]["span"]
    assert document.source[span["start"] : span["end"]] == "300元"
    assert (span["start"], span["column"]) == (11, 12)


def test_evidence_of_another_file_is_quoted_from_there(make_article, make_finding, make_result, make_run, report):
    here, there = make_article("费率为【20%】。", "a.md"), make_article("前言。\n费率为【16%】。", "b.md")
    evidence = (Evidence("other-claim", there.spans[0], "b.md"), Evidence("other-claim", Span(0, 1), "gone.md"))
    run = make_run(make_result(here, make_finding(here, evidence=evidence)), make_result(there))
    first, second = report(run)["documents"][0]["findings"][0]["evidence"]
    assert (first["quote"], first["context"], first["path"], first["span"]["line"]) == ("16%", "费率为16%。", "b.md", 2)
    assert (second["path"], second["span"]) == ("gone.md", None)


def test_a_word_file_names_the_paragraph(make_article, make_finding, make_result, make_run, report):
    of = make_article("# 题目\n第一段。\n第二段【3元】。", format="docx")
    run = make_run(make_result(of, make_finding(of)))
    assert report(run)["documents"][0]["findings"][0]["location"] == {"paragraph": 3}


@pytest.mark.parametrize(
    ("changes", "shown"),
    [
        ({"accepts": (Interval.point("16"),)}, "16"),
        ({"accepts": (Interval.point("16"), Interval.point("1E+2"))}, ["16", "100"]),
        (
            {"accepts": (Interval(None, Interval.point("3").high, high_open=True),)},
            {"low": None, "high": "3", "low_open": False, "high_open": True},
        ),
        ({"accepts": (), "truth": False}, False),
        ({"accepts": (), "text": "12393"}, "12393"),
        ({"accepts": (), "truth": True, "text": "城乡居民医保", "members": frozenset({"旧称"})}, "城乡居民医保"),
        ({"accepts": (), "dates": (Period.month(2025, 9),)}, [{"from": "2025-09-01", "to": "2025-09-30"}]),
        ({"accepts": (), "details": {"law": "某法", "number": "3"}}, {"law": "某法", "number": "3"}),
        ({"accepts": (), "members": frozenset({"parents", "children"})}, ["children", "parents"]),
    ],
)
def test_the_value_of_a_rule_is_shown_by_its_kind(
    full_run, make_article, make_finding, make_result, make_run, report, validator, changes, shown
):
    citation = next(finding.rule for finding in full_run.documents[0].findings if finding.rule)
    value = replace(citation.value, **changes)
    rule = Rule("x", "value", "x", "000000", "题", "title", (value,))
    of = make_article("【3元】。")
    whole = report(make_run(make_result(of, make_finding(of, rule=RuleCitation(rule, value)))))
    assert validator.is_valid(whole)
    assert whole["documents"][0]["findings"][0]["rule"]["value"] == shown


def test_nothing_in_it_steers_a_terminal_and_it_can_be_encoded(hostile_run, options):
    broken = replace(hostile_run, problems=(Problem("caf\udce9.md", Message("\u2028\x9b31m", "\u2028\x9b31m")),))
    text = json_v1.render(broken, lang="zh", options=options)
    text.encode("utf-8")
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2028]", text)
    assert json.loads(text)["problems"] == [{"path": "caf\udce9.md", "reason": "\u2028\x9b31m"}]


@given(st.text(alphabet="ab\r\n\t😀𠮷%，", min_size=1, max_size=40), st.data())
def test_line_and_column_count_code_points(text, data):
    offset = data.draw(st.integers(0, len(text) - 1))
    line, column = LineIndex(text).position(offset)
    lines = re.split(r"(?<=\r\n)|(?<=\n)(?<!\r\n)|(?<=\r)(?!\n)", text)
    assert lines[line - 1][column - 1] == text[offset]
