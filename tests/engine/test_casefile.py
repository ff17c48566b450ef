from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from linter.casefile import CaseError, Marked, failures, read_cases
from linter.text import Span


def write(folder: Path, text: str) -> Path:
    path = folder / "cases.yml"
    path.write_text(text, encoding="utf-8")
    return path


def test_marks_become_spans_of_the_text_without_them(tmp_path: Path) -> None:
    path = write(tmp_path, "check: AR101\nas_of: 2026-01-02\nflags:\n  text: 甲【乙丙】丁【戊】\n  finds: 乙\n")
    (case,) = read_cases(path)
    assert (case.name, case.check, case.as_of) == ("flags", "AR101", date(2026, 1, 2))
    assert case.articles == (Marked("甲乙丙丁戊", (Span(1, 3), Span(4, 5))),)
    assert (case.finds, case.hits) == (("乙",), 2)


def test_lines_of_equals_signs_separate_articles(tmp_path: Path) -> None:
    text = "check: AR101\nas_of: 2026-01-02\nflags:\n  text: |\n    甲乙\n    =====\n\n    丙【丁】\n"
    (case,) = read_cases(write(tmp_path, text))
    assert case.articles == (Marked("甲乙", ()), Marked("丙丁\n", (Span(1, 2),)))


def test_case_overrides_what_holds_for_all(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        "check: AR101\nas_of: 2026-01-02\nregion: 云州\none:\n  text: 甲\n"
        "two:\n  text: 乙\n  region: 秋禾\n  format: html\n  published: 2020-05-06\n",
    )
    one, two = read_cases(path)
    assert (one.region, one.format, one.published) == ("云州", "md", None)
    assert (two.region, two.format, two.published) == ("秋禾", "html", date(2020, 5, 6))


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("as_of: 2026-01-02\n", "starts with the code"),
        ("check: AR101\nas_of: 2026-01-02\none:\n  finds: x\n", "one has no text"),
        ("check: AR101\nas_of: 2026-01-02\none:\n  text: x\n  find: y\n", "unknown key find"),
        ("check: AR101\none:\n  text: x\n", "no as_of"),
        ("check: AR101\nas_of: 2026-01-02\none:\n  text: x】\n", "marks"),
        ("check: AR101\nas_of: 2026-01-02\none:\n  text: 【x\n", "marks"),
    ],
)
def test_case_file_with_a_mistake_is_refused(tmp_path: Path, text: str, reason: str) -> None:
    with pytest.raises(CaseError, match=reason):
        read_cases(write(tmp_path, text))


@pytest.mark.parametrize(
    ("case", "complaint"),
    [
        ("text: 费用是【6400元×8%=51.2元】。\n  finds: '512'", None),
        ("text: 费用是6400元×8%=512元。", None),
        ("text: 费用是【6400元×8%=512元】。", "nothing found at 「6400元×8%=512元」"),
        ("text: 费用是6400元×8%=51.2元。", "unexpected: AR101"),
        ("text: 费用是【6400元×8%=51.2元】。\n  finds: 九百", "no message says 「九百」"),
        ("text: 费用是【6400元×8%=51.2元】。\n  severity: info", "error instead of info"),
        (
            "text: 费用是【6400元×8%=51.2元】。\n  carries: AR101",
            "the findings carry\nAR101 equation-wrong arithmetic: error",
        ),
        ("text: 费用是6400元×8%=512元。\n  carries: ''", None),
        ("text: |\n    一是6400元×8%=512元。\n    =====\n    二是【6400元×8%=51.2元】。", None),
        ("text: |\n    一是【6400元×8%=512元】。\n    =====\n    二是【6400元×8%=51.2元】。", "nothing found"),
    ],
)
def test_failures_tell_what_is_not_as_wanted(tmp_path: Path, case: str, complaint: str | None) -> None:
    (read,) = read_cases(write(tmp_path, f"check: AR101\nas_of: 2026-01-02\none:\n  {case}\n"))
    complaints = failures(read)
    assert bool(complaints) == (complaint is not None)
    assert complaint is None or complaint in complaints[0]
