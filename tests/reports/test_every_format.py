"""What holds for every format a program or a person may be given."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from xml.etree import ElementTree

import pytest

from linter.control_characters import is_control
from linter.report import find_reports
from reports.located import located

FORMATS = ("checkstyle", "csv", "details", "github", "gitlab", "junit", "markdown", "rdjson", "sarif")
ALL = (*FORMATS, "html", "json", "text")
LINE_ENDS = "\r\n"
READERS = {
    "checkstyle": ElementTree.fromstring,
    "csv": lambda text: list(csv.reader(io.StringIO(text.removeprefix("\ufeff")), strict=True)),
    "gitlab": json.loads,
    "junit": ElementTree.fromstring,
    "rdjson": json.loads,
    "sarif": json.loads,
}


@pytest.fixture
def rendered(options):
    reports = find_reports()
    return lambda name, run, lang="zh": reports[name].render(run, lang=lang, options=options)


def test_no_format_is_forgotten_here():
    assert set(find_reports()) == set(ALL)


@pytest.mark.parametrize("name", ALL)
def test_equal_runs_give_equal_reports_that_end_with_a_line_feed(name, rendered, full_run):
    once = rendered(name, full_run, "en")
    assert once == rendered(name, full_run, "en")
    assert once.endswith("\n")


@pytest.mark.parametrize("name", ALL)
def test_nothing_that_steers_a_terminal_or_reorders_a_page_gets_through(name, rendered, hostile_run):
    text = rendered(name, hostile_run).removeprefix("\ufeff" if name == "csv" else "")
    assert [char for char in text if is_control(char) and char not in LINE_ENDS] == []


MESSAGES = {
    "gitlab": lambda entries: [entry["description"] for entry in entries],
    "rdjson": lambda report: [each["message"] for each in report["diagnostics"]],
    "sarif": lambda log: [each["message"]["text"] for each in log["runs"][0]["results"]],
}


@pytest.mark.parametrize("name", MESSAGES)
def test_messages_that_a_reader_of_json_shows_hold_no_controls_either(name, rendered, hostile_run):
    messages = MESSAGES[name](json.loads(rendered(name, hostile_run)))
    assert messages
    assert [char for message in messages for char in message if is_control(char) and char != "\n"] == []


@pytest.mark.parametrize("name", READERS)
@pytest.mark.parametrize("run", ["full_run", "hostile_run", "empty_run"])
def test_a_reader_takes_every_report(name, run, rendered, request):
    assert READERS[name](rendered(name, request.getfixturevalue(run))) is not None


@pytest.mark.parametrize("name", [name for name in ALL if name != "text"])
def test_every_finding_is_named_by_its_fingerprint(name, rendered, full_run):
    names = [found.fingerprint for entry in located(full_run) for found in entry.findings]
    # GitLab wants a name for the whole report: ours and the path, made into one.
    text = rendered(name, full_run)
    if name == "gitlab":
        prints = [entry["fingerprint"] for entry in json.loads(text)]
        assert len(set(prints)) == len(prints) == len(names) + 1
    else:
        assert [each for each in names if each not in text] == []


@pytest.mark.parametrize("name", FORMATS)
def test_every_finding_links_to_the_page_of_its_check(name, full_run, options):
    # SARIF links from the rule, and only to an address that leads somewhere from everywhere.
    looks = replace(options, docs_url="https://example.org/checks")
    text = find_reports()[name].render(full_run, lang="zh", options=looks)
    assert "https://example.org/checks#rf101-rate-never-in-force" in text


@pytest.mark.parametrize("name", ALL)
def test_what_could_not_be_read_is_visible(name, rendered, full_run):
    text = rendered(name, full_run)
    assert "articles/z.doc" in text
    assert "GB18030" in text


@pytest.mark.parametrize("name", FORMATS)
def test_messages_are_in_the_language_of_the_report(name, rendered, full_run):
    assert "文中写作1980元" in rendered(name, full_run, "zh")
    assert "off by 1000" in rendered(name, full_run, "en")


@pytest.mark.parametrize("name", FORMATS)
def test_lone_surrogates_do_not_stop_a_report(name, rendered, make_article, make_finding, make_result, make_run):
    of = make_article("坏【8%\ud800】。", path="a\udcff.md")
    assert rendered(name, make_run(make_result(of, make_finding(of)))).encode()
