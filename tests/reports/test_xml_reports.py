from __future__ import annotations

from dataclasses import replace
from xml.etree import ElementTree

import pytest
from junitparser import Error, Failure, JUnitXml

from linter.finding import Message, Severity
from linter.gate import Gate
from reports import checkstyle, junit

CHILDREN = {
    "testsuites": {"testsuite"},
    "testsuite": {"testcase"},
    "testcase": {"failure", "error", "system-out"},
    "failure": set(),
    "error": set(),
    "system-out": set(),
}
ATTRIBUTES = {
    "testsuites": {"name", "tests", "failures", "errors"},
    "testsuite": {"name", "tests", "failures", "errors"},
    "testcase": {"name", "classname"},
    "failure": {"type", "message"},
    "error": {"type", "message"},
    "system-out": set(),
}


@pytest.fixture
def suites(options):
    def read(run, fail_on=Severity.ERROR, lang="zh"):
        text = junit.render(run, lang=lang, options=replace(options, gate=Gate(fail_on)))
        return {suite.name: suite for suite in JUnitXml.fromstring(text.encode())}

    return read


@pytest.mark.parametrize("name", ["full_run", "hostile_run", "empty_run"])
def test_junit_has_the_elements_and_attributes_that_its_readers_know(request, options, name):
    root = ElementTree.fromstring(junit.render(request.getfixturevalue(name), lang="zh", options=options))
    assert root.tag == "testsuites"
    for element in root.iter():
        assert {child.tag for child in element} <= CHILDREN[element.tag]
        assert set(element.attrib) == ATTRIBUTES[element.tag]


def test_each_document_is_a_suite_and_each_check_that_found_something_a_case(suites, full_run):
    found = suites(full_run)
    assert list(found) == ["articles/z.doc", "articles/a.md", "articles/b.md"]
    cases = {case.name: case for case in found["articles/a.md"]}
    assert list(cases) == [
        "AR101 product-mismatch",
        "CT101 rates-disagree",
        "RF101 rate-never-in-force",
        "RF301 wrong-hotline",
        "ST101 superseded-rate",
        "ST102 superseded-amount",
    ]
    (failure,) = cases["AR101 product-mismatch"].result
    assert isinstance(failure, Failure)
    assert failure.message == "4900元×20%=980元，文中写作1980元，相差1000元。"
    assert "articles/a.md:4:30" in failure.text


def test_a_document_without_findings_passes_one_case(suites, full_run):
    (case,) = suites(full_run)["articles/b.md"]
    assert case.is_passed


def test_what_could_not_be_read_is_an_error(suites, full_run):
    suite = suites(full_run)["articles/z.doc"]
    (case,) = suite
    (error,) = case.result
    assert isinstance(error, Error)
    assert "GB18030" in error.message
    assert (suite.tests, suite.errors, suite.failures) == (1, 1, 0)


@pytest.mark.parametrize(
    ("fail_on", "failures"), [(None, 0), (Severity.ERROR, 2), (Severity.WARNING, 5), (Severity.INFO, 6)]
)
def test_what_fails_the_run_fails_its_case_and_the_rest_is_its_output(suites, full_run, fail_on, failures):
    suite = suites(full_run, fail_on)["articles/a.md"]
    assert suite.failures == failures
    passed = [case for case in suite if not case.result]
    assert len(passed) == 6 - failures
    assert all("docs/checks.md#" in case.system_out for case in passed)


def test_findings_of_one_check_share_a_case(suites, make_article, make_finding, make_result, make_run):
    of = make_article("【8%】和【9%】和【7%】。")
    mild = make_finding(of, 2, severity=Severity.WARNING, message=Message("轻", "mild"))
    run = make_run(make_result(of, make_finding(of, 0), make_finding(of, 1), mild))
    (case,) = suites(run)["articles/a.md"]
    (failure,) = case.result
    assert failure.text.count("乘积与文中金额不符。") == 2
    assert "轻" not in failure.text
    assert "轻" in case.system_out


def test_characters_that_xml_cannot_hold_are_shown_by_name(options, make_article, make_finding, make_result, make_run):
    of = make_article("【8%】。", path="a\x00\uffff.md")
    run = make_run(make_result(of, make_finding(of)))
    for report in (junit, checkstyle):
        text = report.render(run, lang="zh", options=options)
        (name,) = {each.get("name") for each in ElementTree.fromstring(text) if each.get("name")}
        assert name == "a<U+0000><U+FFFF>.md"


def test_checkstyle_names_each_file_once_with_its_findings(options, full_run):
    root = ElementTree.fromstring(checkstyle.render(full_run, lang="zh", options=options))
    files = {file.get("name"): list(file) for file in root}
    assert list(files) == ["articles/z.doc", "articles/a.md", "articles/b.md"]
    assert files["articles/b.md"] == []
    (problem,) = files["articles/z.doc"]
    assert problem.attrib["source"] == "factlint.problem"
    first = files["articles/a.md"][0].attrib
    assert (first["line"], first["column"], first["severity"]) == ("4", "1", "warning")
    assert first["source"] == "factlint.ST101"
