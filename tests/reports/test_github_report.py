from __future__ import annotations

import re

import pytest

from linter.finding import Message, Severity
from linter.result import Problem
from reports import github

COMMAND = re.compile(r"::(?P<level>error|warning|notice) (?P<properties>.*?)::(?P<message>.*)")


def unescaped(text, marks):
    for code, mark in marks:
        text = text.replace(code, mark)
    return text.replace("%25", "%")


def obeyed(line):
    """The command as a runner of workflows understands it."""
    found = COMMAND.fullmatch(line)
    pairs = (each.split("=", 1) for each in found["properties"].split(","))
    lines = [("%0D", "\r"), ("%0A", "\n")]
    properties = {name: unescaped(value, [*lines, ("%3A", ":"), ("%2C", ",")]) for name, value in pairs}
    return found["level"], properties, unescaped(found["message"], lines)


@pytest.fixture
def lines(options):
    return lambda run, lang="zh": github.render(run, lang=lang, options=options).splitlines()


def test_a_finding_becomes_an_annotation_of_its_place(lines, make_article, make_finding, make_result, make_run):
    of = make_article("前言。\n😀𠮷【缴8%】。")
    level, properties, message = obeyed(lines(make_run(make_result(of, make_finding(of))))[0])
    assert level == "error"
    assert properties == {
        **{"file": "articles/a.md", "line": "2", "endLine": "2", "col": "5", "endColumn": "8"},
        "title": "AR101 product-mismatch",
    }
    assert message.startswith("乘积与文中金额不符。\ndocs/checks.md#ar101-product-mismatch\n")


def test_a_place_over_several_lines_has_no_columns(lines, make_article, make_finding, make_result, make_run):
    of = make_article("【一行\n两行】。")
    _, properties, _ = obeyed(lines(make_run(make_result(of, make_finding(of))))[0])
    assert (properties["line"], properties["endLine"]) == ("1", "2")
    assert not {"col", "endColumn"} & set(properties)


def test_what_means_something_in_a_command_survives_it(lines, make_article, make_finding, make_result, make_run):
    path, words = "a,b:c%2C=1::x.md", "100%::error file=x::y,%0A"
    of = make_article("【8%】。", path=path)
    run = make_run(make_result(of, make_finding(of, message=Message(words, words))))
    _, properties, message = obeyed(lines(run)[0])
    assert properties["file"] == path
    assert message.split("\n")[0] == words


def test_a_line_break_of_the_article_starts_no_command(lines, hostile_run):
    *commands, plain = lines(hostile_run)
    assert len(commands) == 2
    assert all(COMMAND.fullmatch(line) for line in commands)
    assert plain.startswith("factlint: ")


@pytest.fixture
def crowd(make_article, make_finding, make_result, make_run):
    def of(count, *problems):
        made = make_article("【8%】。" * count)
        severities = (Severity.INFO, Severity.WARNING, Severity.ERROR)
        findings = (make_finding(made, at, severity=each) for at in range(count) for each in severities)
        return make_run(make_result(made, *findings), problems=problems)

    return of


def test_no_level_has_more_than_github_keeps_and_the_last_notice_counts_the_rest(lines, crowd):
    *commands, _ = lines(crowd(12, Problem("z.doc", Message("坏", "damaged"))))
    levels = [obeyed(line)[0] for line in commands]
    assert levels == ["error"] * 10 + ["warning"] * 10 + ["notice"] * 10
    assert obeyed(commands[0])[1]["file"] == "z.doc"
    _, _, rest = obeyed(commands[-1])
    assert "错误 3、警告 2、提示 3" in rest


def test_nothing_is_said_of_a_rest_that_there_is_not(lines, crowd):
    *commands, _ = lines(crowd(9))
    assert len(commands) == 27
    assert all("file" in obeyed(line)[1] for line in commands)


def test_a_run_without_findings_still_says_what_was_read(lines, empty_run):
    assert lines(empty_run, "en") == ["factlint: 0 files · Error 0 · Warning 0 · Note 0"]
