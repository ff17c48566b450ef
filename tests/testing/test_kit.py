"""The kit fails where it should, with the right words."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest

from linter.document import Block, BlockKind, Document, ReadContent
from linter.registry import load_reports
from linter.report import Report
from linter.result import RunResult
from linter.testing import (
    CaseError,
    assert_case,
    assert_enough_cases,
    assert_examples,
    assert_report,
    assert_well_read,
    cases,
    offered_check,
    offered_report,
    outline,
    read,
    sample_run,
)
from linter.testing.__main__ import main
from linter.text import SourceMap, Span

PAGE = (Path(__file__).parents[2] / "docs" / "plugins.md").read_text(encoding="utf-8")
AS_OF = date(2026, 11, 21)
WRONG = "费用6400元×8%=51.2元,【很高】。"


def case_file(folder: Path, text: str, name: str = "flags_the_price", check: str = "AR101") -> Path:
    path = folder / "cases.yml"
    path.write_text(f"check: {check}\nas_of: {AS_OF}\n{name}:\n  text: {text}\n", encoding="utf-8")
    return path


def failure(act: Callable[[], object]) -> str:
    with pytest.raises(AssertionError) as raised:
        act()
    return str(raised.value)


def test_a_failing_case_says_what_was_wanted_and_what_was_found(tmp_path: Path) -> None:
    (case,) = cases(case_file(tmp_path, WRONG))
    (shown,) = re.findall(r"^```text\n(AR101-.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)
    assert failure(lambda: assert_case(case)).replace(f"({case.file})", "(cases.yml)") == shown.rstrip("\n")


def test_a_case_that_holds_passes(tmp_path: Path) -> None:
    (case,) = cases(case_file(tmp_path, "费用【6400元×8%=51.2元】,很高。"))
    assert str(case) == "AR101-flags_the_price"
    assert_case(case)


@pytest.mark.parametrize(
    ("text", "code", "said"),
    [
        (WRONG, 1, ["nothing found at 「很高」", "AR101 equation-wrong has 1 hits", "1 cases, 2 failures"]),
        ("【甲", 2, ["do not pair"]),
    ],
)
def test_case_files_are_run_without_a_test_runner(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str, code: int, said: list[str]
) -> None:
    assert main([str(case_file(tmp_path, text))]) == code
    out, err = capsys.readouterr()
    assert [each for each in said if each not in out + err] == []


def test_cases_and_examples_that_hold_make_no_failure(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(Path(__file__).parents[1] / "checks" / "contradiction" / "period_inverted.yml")]) == 0
    assert capsys.readouterr().out.endswith(" cases, 0 failures\n")


def test_articles_of_a_case_are_shown_apart(tmp_path: Path) -> None:
    (case,) = cases(case_file(tmp_path, "|\n    一是6400元×8%=51.2元。\n    =====\n    二是【8元】。"))
    said = failure(lambda: assert_case(case))
    assert "    一是【6400元×8%=51.2元】。\n    =====\n    二是8元。\n" in said


def test_an_article_nobody_can_read_says_why(tmp_path: Path) -> None:
    (case,) = cases(case_file(tmp_path, "'**'"))
    assert "the file shows no text" in failure(lambda: assert_case(replace(case, articles=cases_of_nothing(case))))


def cases_of_nothing(case):
    return (replace(case.articles[0], text="<!-- -->"),)


def test_a_check_that_is_not_installed_is_told_with_the_remedy(tmp_path: Path) -> None:
    (case,) = cases(case_file(tmp_path, "无", check="ZZ999"))
    assert "pip install --editable ." in failure(lambda: assert_case(case))


def test_a_folder_without_cases_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(CaseError, match="no case in"):
        cases(tmp_path)


def test_cases_of_a_folder_come_in_order_of_file(tmp_path: Path) -> None:
    for name in ("b", "a"):
        (tmp_path / name).mkdir()
        case_file(tmp_path / name, "无", name)
    assert [case.name for case in cases(tmp_path)] == ["a", "b"]


@pytest.mark.parametrize(
    ("texts", "missing"),
    [(["【甲】", "【乙】", "丙"], "1 silences"), (["【甲】", "乙", "丙"], "1 hits"), ([], "0 hits")],
)
def test_too_few_cases_are_counted(tmp_path: Path, texts: list[str], missing: str) -> None:
    given = [case for text in texts for case in cases(case_file(tmp_path, text))]
    assert missing in failure(lambda: assert_enough_cases(offered_check("AR101"), given))


@pytest.mark.parametrize(
    ("doc", "said"),
    [
        ("反例::\n\n    没有算式。\n\n正例::\n\n    无。", "nothing is found in this example below 反例"),
        ("反例::\n\n    6400元×8%=51.2元。\n\n正例::\n\n    6400元×8%=51.2元。", "found below 正例: ['算式"),
        ("正例::\n\n    无。", "no example below 反例::"),
        ("反例::\n\n    6400元×8%=51.2元。\n\n无。", "no example below 正例::"),
    ],
)
def test_examples_that_do_not_hold_are_shown(doc: str, said: str) -> None:
    def run() -> None:
        """Stand in for the documentation."""

    run.__doc__ = doc
    check = replace(offered_check("AR101"), run=run)
    assert said in failure(lambda: assert_examples(check, AS_OF))


@pytest.mark.parametrize("name", load_reports())
def test_every_report_of_factlint_is_a_good_one(name: str) -> None:
    assert_report(offered_report(name))


def test_a_report_that_nobody_offers_is_told_with_the_remedy() -> None:
    assert "pip install --editable ." in failure(lambda: offered_report("nothing"))


def everything(result: RunResult) -> str:
    findings = [f"{each.document.path} {one.code}" for each in result.documents for one in each.findings]
    return "\n".join([*findings, *(problem.path for problem in result.problems)]) + "\n"


def texts(*pieces: str) -> Callable[..., str]:
    left = list(pieces)
    return lambda *_, **__: left.pop(0)


@pytest.mark.parametrize(
    ("render", "said"),
    [
        (lambda result, **_: everything(result), None),
        (lambda result, **_: everything(result)[:-1], "does not end with a line feed"),
        (lambda result, **_: "\x1b" + everything(result), "control characters through: U+001B"),
        (lambda result, **_: "\ud800" + everything(result), "UTF-8 cannot hold it"),
        (lambda result, **_: "nothing\n", "does not tell of articles/error.md"),
        (lambda result, **_: everything(result).replace("AR101", ""), "does not tell of AR101"),
        (lambda result, lang, **_: everything(result) if lang == "zh" else "\n", "in en it does not tell of"),
        (texts("a\n", "b\n", "a\n"), "other bytes the second time"),
        (texts("a\n", "a\n", "b\n"), "its pieces are not the report"),
    ],
)
def test_a_report_that_falls_short_is_told_how(render: Callable[..., str], said: str | None) -> None:
    report = cast(Report, SimpleNamespace(NAME="mine", SUFFIX=".txt", render=render))
    if said is None:
        assert_report(report)
    else:
        assert said in failure(lambda: assert_report(report))


def test_a_suffix_has_a_dot() -> None:
    report = cast(Report, SimpleNamespace(NAME="mine", SUFFIX="txt", render=lambda result, **_: everything(result)))
    assert "does not begin with a dot" in failure(lambda: assert_report(report))


def test_the_sample_has_one_of_everything() -> None:
    result = sample_run()
    assert {key for key, count in result.count().items() if count} == {"error", "warning"}
    assert [problem.path for problem in result.problems] == ["articles/unreadable.md"]
    assert any(not each.findings for each in result.documents)


def misread(**changes: object) -> Document:
    document = read("甲乙。\n\n丙丁。\n", "a.md")
    content = ReadContent(document.source, document.visible, document.text, document.source_map, document.sections)
    return replace(document, content=replace(content, **changes))


SHIFTED = SourceMap([1, 2, 3, 5, 5, 6, 7], [2, 3, 4, 5, 6, 7, 8])
BACK = SourceMap([0, 1, 2, 5, 0, 1, 2], [1, 2, 3, 5, 1, 2, 3])
NOWHERE = SourceMap([0, 1, 2, 5, 5, 6, 7], [1, 1, 3, 5, 6, 7, 8])


def test_a_well_read_document_passes() -> None:
    assert outline(misread()) == ["ARTICLE -", "P 甲乙。", "P 丙丁。"]
    assert_well_read(misread())


@pytest.mark.parametrize(
    ("source_map", "said"),
    [(SHIFTED, "shows '甲', the source has '乙'"), (BACK, "stands before the one"), (NOWHERE, "stands nowhere")],
)
def test_a_character_in_the_wrong_place_is_named(source_map: SourceMap, said: str) -> None:
    assert said in failure(lambda: assert_well_read(misread(source_map=source_map)))


def test_a_title_outside_of_its_section_is_told() -> None:
    (section,) = misread().sections
    inner = replace(section, span=Span(0, 3), title=Span(4, 6), blocks=section.blocks[:1])
    assert "a title does not lie" in failure(lambda: assert_well_read(misread(sections=(inner,))))


def test_a_character_behind_the_end_is_told() -> None:
    document = misread()
    source_map = SourceMap([*range(6), 8], [*range(1, 7), 99])
    said = failure(lambda: assert_well_read(misread(source_map=source_map, source=document.visible + "\n\n")))
    assert "behind the end of the source" in said


@pytest.mark.parametrize(
    ("spans", "said"),
    [
        ([(0, 3), (2, 5)], "two blocks overlap"),
        ([(0, 5)], "a block holds a line feed"),
        ([(0, 9)], "does not lie in its section"),
    ],
)
def test_blocks_that_overlap_or_stick_out_are_told(spans: list[tuple[int, int]], said: str) -> None:
    (section,) = misread().sections
    blocks = tuple(Block(Span(*span), BlockKind.PARAGRAPH) for span in spans)
    assert said in failure(lambda: assert_well_read(misread(sections=(replace(section, blocks=blocks),))))
