"""The reference and the archive in a real Chromium."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner

from linter.cli.main import factlint
from tests.web.conftest import AS_OF, EXAMPLES

RULE = "national.pension.rate.employer"


def test_rules_are_found_by_words_and_shown_with_their_timeline(visit):
    page = visit("reference")
    page.fill("#query", "养老 单位 费率")
    page.wait_for_selector(f"[data-rule='{RULE}']")
    page.click(f"[data-rule='{RULE}']")
    page.wait_for_selector("#rule svg rect")
    assert "16%" in page.inner_text("#rule .today-value")
    assert "国办发〔2019〕13号" in page.inner_text("#rule")
    assert page.url.endswith(f"?rule={RULE}")
    page.go_back()
    page.wait_for_selector("#rule:has-text('选一条规定')")


def test_places_narrow_the_search(visit):
    page = visit("reference")
    page.fill("#region", "深圳")
    page.wait_for_selector("#rules small:has-text('深圳')")
    page.fill("#region", "无此地方")
    page.wait_for_selector("#found:has-text('无此地方')")
    page.trouble.clear()  # the browser tells of the refusal
    page.fill("#region", "")
    page.fill("#query", "没有这样的规定")
    page.wait_for_selector("#found:has-text('没有找到')")


def test_a_rule_that_does_not_exist_is_said_to_be_missing(visit):
    page = visit("reference?rule=no.such.rule")
    assert "no.such.rule" in page.inner_text("#rule")
    page.trouble.clear()  # the browser tells of the refusal


def test_the_reference_in_english(visit):
    page = visit(f"reference?rule={RULE}", lang="en")
    page.wait_for_selector("#rule svg")
    assert page.inner_text("#rule h2") == "Employer rate of the basic pension"
    assert "since 2019-05-01" in page.inner_text("#rule")


@pytest.fixture(scope="module")
def report():
    options = ["--format", "json", "--as-of", AS_OF.isoformat(), "--no-cache", "--isolated", "--profile", "publish"]
    return json.loads(CliRunner().invoke(factlint, ["check", str(EXAMPLES), *options]).stdout)


def opened(page, report):
    buffer = (report if isinstance(report, str) else json.dumps(report)).encode()
    page.set_input_files("#file", {"name": "report.json", "mimeType": "application/json", "buffer": buffer})


def test_a_report_is_browsed_by_file_severity_and_words(visit, report):
    page = visit("report")
    opened(page, report)
    roots = [each for document in report["documents"] for each in document["findings"] if each["copy_of"] is None]
    assert page.locator(".card").count() == len(roots)
    assert page.locator(".card").first.get_attribute("class") == "card error"
    assert roots[0]["context"] in page.locator(".card .sentence").all_inner_texts()
    page.select_option("#severity", "warning")
    assert page.locator(".card").count() == sum(each["severity"] == "warning" for each in roots)
    page.select_option("#severity", "")
    page.fill("#query", "新农合")
    assert page.locator(".card").count() == 1
    page.fill("#query", "")
    page.locator("#files button", has_text="payslip-sums").click()
    assert all("payslip-sums" in each for each in page.locator(".where").all_inner_texts())


def test_a_hostile_report_is_inert(visit, report):
    page = visit("report")
    hostile = "<img src=x onerror=alert(1)>\u202e"
    bad = json.loads(json.dumps(report))
    finding = next(each for document in bad["documents"] for each in document["findings"] if each["rule"])
    finding |= {"message": hostile, "quote": hostile}
    finding["rule"]["source"] |= {"url": "javascript:alert(2)", "title": hostile}
    opened(page, bad)
    assert page.locator("img, [href^=javascript]").count() == 0
    assert "<U+202E>" in page.locator(".cards").inner_text()


@pytest.mark.parametrize("text", ["", "{", "[]", '{"schema_version": "2.0", "documents": []}', "null"])
def test_another_file_is_refused_in_words(visit, text):
    page = visit("report")
    opened(page, text)
    page.wait_for_selector("#notice:has-text('JSON')")
