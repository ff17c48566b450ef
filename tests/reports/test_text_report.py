from __future__ import annotations

import re
from dataclasses import replace

import pytest

from linter.finding import Suggestion
from linter.result import Coverage
from linter.wide_text import width
from reports import text


@pytest.fixture
def shown(options):
    def of(run, lang="zh", **changes):
        return text.render(run, lang=lang, options=replace(options, **changes))

    return of


def test_a_finding_tells_what_where_why_and_by_which_source(full_run, shown):
    block = next(part for part in shown(full_run).split("\n\n") if "RF101" in part)
    assert block == (
        "articles/a.md:4:14 error RF101 rate-never-in-force\n"
        "    文中说2025年单位养老保险费率为20%，而自2019-05-01起全国统一为16%（云发〔2019〕13号）。\n"
        "    │ 2025年，单位养老保险按20%缴纳，基数4900元，每月1980元；医疗保险按8%缴纳，每月392元。\n"
        "    │                       ^^^\n"
        "    判断  发布时：错误 · 现在：错误\n"
        "    规定  全国 单位养老保险费率 16% 2019-05-01 起 (pension.employer_rate)\n"
        "    来源  《关于调整费率的通知（2019-05-01）》 云发〔2019〕13号 云州市人民政府 2019-04-01 (官方文件)\n"
        "          https://www.example.gov.cn/notice/2019-13.html\n"
        "    原因  沿用了2016年以前的费率。\n"
        "    建议  20% → 16%"
    )


def test_the_proof_reads_as_arithmetic(full_run, shown):
    lines = shown(full_run).split("\n")
    at = lines.index("    推导  20 ÷ 100 = 0.20")
    assert lines[at + 1 : at + 3] == ["          4900 × 0.20 = 980.00", "          |980.00 − 1980| > 0.5"]


def test_carets_stand_under_the_quote_in_columns(full_run, shown):
    lines = shown(full_run).split("\n")
    for carets, above in ((line, lines[index - 1]) for index, line in enumerate(lines) if "^" in line):
        left = carets.index("^")
        start = next(at for at in range(len(above)) if width(above[:at]) == left)
        quoted = above[start:]
        assert any(width(quoted[:end]) == carets.count("^") for end in range(len(quoted) + 1))


def test_the_summary_says_what_was_not_checked_and_on_which_day(full_run, shown):
    assert shown(full_run).split("\n")[-4:] == [
        "2 个文件 · 1 个无法读取 · 错误 2 · 警告 3 · 提示 1",
        "43 个数字，31 个已核对，12 个无法核对：参考库没有当地规定 4、举例或假设 1、含义没有认出 7。",
        "判断日 2026-11-21 · 方案 ci · 参考库 128 条规定 5f5f5f5f5f5f · factlint 0.1.0",
        "",
    ]


def test_nothing_found_is_never_shown_as_correct(make_article, make_result, make_run, empty_run, shown):
    quiet = shown(make_run(make_result(make_article("每月3元。"), coverage=Coverage(1, 1, 0, 1, (("no-rule", 1),)))))
    assert "1 个数字，0 个已核对，1 个无法核对：参考库没有对应规定 1" in quiet
    assert "不等于内容正确" in quiet
    assert "没有读到任何文章" in shown(empty_run)


def test_an_unreadable_file_is_listed_with_its_reason(full_run, shown):
    assert "articles/z.doc: 问题  不是能读的文字：既非 UTF-8 也非 GB18030\n" in shown(full_run)


def test_english_has_singular_and_plural(make_article, make_result, make_run, shown):
    one = make_result(make_article("每月3元。"), coverage=Coverage(1, 0, 0, 0))
    assert "1 number, 0 checked" in shown(make_run(one), "en")
    assert "2 numbers, 0 checked" in shown(make_run(replace(one, coverage=Coverage(2, 0, 0, 0))), "en")


@pytest.mark.parametrize("color", [False, True])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_no_control_character_of_a_text_path_or_rule_reaches_the_terminal(hostile_run, shown, color, lang):
    plain = re.sub(r"\x1b\[[0-9;]*m", "", shown(hostile_run, lang, color=True)) if color else shown(hostile_run, lang)
    assert "<U+202E>" in plain
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", plain)
    assert "\x1b[31m红" not in shown(hostile_run, lang, color=color)


def test_colours_only_dress_the_same_text(full_run, shown):
    dressed = shown(full_run, color=True)
    assert "\x1b[" in dressed
    assert re.sub(r"\x1b\[[0-9;]*m", "", dressed) == shown(full_run)


def test_lines_keep_to_the_width_but_for_places_and_addresses(full_run, shown):
    for line in shown(full_run, width=48).split("\n"):
        assert width(line) <= 48 or re.search(r"https://|^articles/|^2 个文件", line), line


def test_a_deletion_and_an_insertion_can_be_told_apart(make_article, make_finding, make_result, make_run, shown):
    of = make_article("共【五险】。")
    gone = make_finding(of, suggestion=Suggestion(of.spans[0], ""))
    assert "建议  五险 → ␡" in shown(make_run(make_result(of, gone)))
